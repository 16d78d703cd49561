using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Rapporteur.Analysis;

/// <summary>Phrases that tie two things in one text ("must involve", "without"), made ready once for many texts. Immutable.</summary>
internal sealed class JoiningPhrases
{
    private readonly ImmutableArray<(string Longest, Regex Pattern)> _phrases;

    /// <param name="phrases">The phrases, that which counts first in front.</param>
    internal JoiningPhrases(IEnumerable<string> phrases) =>
        _phrases = [.. phrases.Select(p => (p.Split(' ').MaxBy(word => word.Length)!, new Regex($@"(?<=\S)\s+{Regex.Escape(p).Replace("\\ ", "\\s+", StringComparison.Ordinal)}\s+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)))];

    /// <summary>Where each phrase that a text has between two others stands first, with the spaces around it.</summary>
    internal IEnumerable<(int Start, int End)> In(string words)
    {
        foreach (var (longest, pattern) in _phrases)
            if (words.Contains(longest, StringComparison.OrdinalIgnoreCase) && pattern.Match(words) is { Success: true } match) yield return (match.Index, match.Index + match.Length);
    }
}
