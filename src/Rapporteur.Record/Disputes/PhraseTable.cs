using System.Buffers;
using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A phrase of a list that stands in words.</summary>
/// <param name="Value">What the list says of it; the phrase itself where the list gives no value.</param>
/// <param name="Phrase">The phrase as the list has it.</param>
/// <param name="At">Number of its first word among the folded words, from 0.</param>
/// <param name="Negated">Whether a word of negation stands among the three words before it.</param>
internal readonly record struct PhraseHit(string Value, string Phrase, int At, bool Negated);

/// <summary>A list of phrases, each with a value (<c>phrase = value</c>) or none; <c>*</c> stands for up to two words between.</summary>
internal sealed class PhraseTable
{
    private const int Gap = 2;
    private const int Reach = 3;
    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet(["no", "not", "never", "without", "neither", "nor", "hardly", "isnt", "wasnt", "werent", "arent", "rather"], StringComparer.Ordinal);
    private readonly FrozenDictionary<string, (string[] Words, string Phrase, string Value)[]> _byFirst;
    private readonly SearchValues<string> _beginnings;

    private PhraseTable(IEnumerable<(string Phrase, string Value)> phrases)
    {
        _byFirst = phrases.Select(p => (Words: p.Phrase.Split(' '), p.Phrase, p.Value)).GroupBy(p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ThenBy(p => p.Phrase, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        // Folding takes the apostrophe out of "isn't".
        _beginnings = SearchValues.Create([.. _byFirst.Keys.Select(first => first.EndsWith("nt", StringComparison.Ordinal) ? first[..^1] : first)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The list of that name under <c>data/linking</c>.</summary>
    internal static PhraseTable Load(string name) => new(WordList.Load(name).Select(line =>
        line.Split(" = ") is [var phrase, var value] ? (phrase, value) : (line, line)));

    /// <summary>Every phrase in words, the longest at each place, in their order.</summary>
    internal IEnumerable<PhraseHit> In(string words)
    {
        if (!words.AsSpan().ContainsAny(_beginnings)) yield break;
        var tokens = Folding.Normalise(words).Split(' ');
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!_byFirst.TryGetValue(tokens[i], out var phrases)) continue;
            foreach (var (pattern, phrase, value) in phrases)
            {
                var end = Matches(pattern, tokens, i);
                if (end < 0) continue;
                yield return new(value, phrase, i, IsNegated(tokens, i));
                i = end - 1;
                break;
            }
        }
    }

    /// <summary>Whether a phrase stands in the words.</summary>
    internal bool IsIn(string words) => In(words).Any();

    /// <summary>The value of every phrase in the words, each once.</summary>
    internal HashSet<string> Values(string words) => In(words).Select(h => h.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The one value of the phrases in the words; null where they have none, or several.</summary>
    internal string? Only(string words) => Only(words, static hit => hit.Value);

    /// <summary>The one value that the phrases in the words are given; null where they have none, or several.</summary>
    internal string? Only(string words, Func<PhraseHit, string> value)
    {
        string? only = null;
        foreach (var hit in In(words))
        {
            var one = value(hit);
            if (only is not null && only != one) return null;
            only = one;
        }

        return only;
    }

    private static bool IsNegated(string[] tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
            if (Negations.Contains(tokens[i])) return true;
        return false;
    }

    private static int Matches(string[] pattern, string[] tokens, int at)
    {
        var token = at;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "*")
            {
                var limit = Math.Min(tokens.Length, token + Gap + 1);
                while (token < limit && tokens[token] != pattern[i + 1]) token++;
                if (token >= limit) return -1;
            }
            else if (token < tokens.Length && tokens[token] == pattern[i])
            {
                token++;
            }
            else
            {
                return -1;
            }
        }

        return token;
    }
}
