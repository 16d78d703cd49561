using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Lists of <c>data/issues</c>; they ship inside the assembly. A line that begins with "#" is a comment.</summary>
internal static class Lists
{
    /// <summary>Stems of words that add no term.</summary>
    internal static FrozenSet<string> Generic { get; } = Lines("generic-words.txt").SelectMany(w => ContentWords.Of(w)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Phrases that tie a thing to a part of it, longest first.</summary>
    internal static IReadOnlyList<string> Parts { get; } = [.. Lines("part-words.txt").OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    /// <summary>Phrases that tie a promise to what has to come first, longest first.</summary>
    internal static IReadOnlyList<string> Contingent { get; } = [.. Lines("contingent-words.txt").OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    /// <summary>Words by which a demand leaves no room for conditions.</summary>
    internal static IReadOnlyList<string> Unconditional { get; } = Lines("unconditional-words.txt");

    internal static List<string> Lines(string name)
    {
        using var stream = typeof(Lists).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The list {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') lines.Add(line.Trim());
        return lines;
    }

    /// <summary>Whether a text has one of the phrases, as whole words, in any case.</summary>
    internal static bool Has(IReadOnlyList<string> phrases, string text)
    {
        var folded = $" {Folding.Normalise(text)} ";
        return phrases.Any(p => folded.Contains($" {p} ", StringComparison.Ordinal));
    }
}
