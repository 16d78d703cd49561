using System.Collections.Frozen;

namespace Rapporteur.Domain;

/// <summary>Lists of words that the record compares phrases with; they ship inside the assembly. A line that begins with "#" is a comment.</summary>
internal static class WordList
{
    internal static FrozenSet<string> Load(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The list {name} is missing from the assembly.");
        using var lines = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') words.Add(line.Trim());
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
