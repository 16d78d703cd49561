using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The spellings of TLP 2.0 labels (FIRST, 2022); the older <c>WHITE</c> is read as <c>CLEAR</c>.</summary>
public static class MarkingWords
{
    // Longest first, so that AMBER does not hide AMBER+STRICT.
    private static readonly (string Word, Marking Marking)[] Words =
    [
        ("AMBER+STRICT", Marking.AmberStrict), ("AMBER STRICT", Marking.AmberStrict), ("AMBER-STRICT", Marking.AmberStrict), ("AMBERSTRICT", Marking.AmberStrict),
        ("UNMARKED", Marking.Unmarked), ("AMBER", Marking.Amber), ("GREEN", Marking.Green), ("CLEAR", Marking.Clear), ("WHITE", Marking.Clear), ("RED", Marking.Red),
    ];

    /// <summary>Reads a label, with or without <c>TLP:</c>, in any case.</summary>
    /// <param name="text">Spelling such as <c>TLP:AMBER+STRICT</c> or <c>amber</c>.</param>
    /// <returns>The marking; null when it is none.</returns>
    public static Marking? Parse(string? text)
    {
        if (text is null) return null;
        var span = text.AsSpan().Trim();
        if (span.StartsWith("TLP", StringComparison.OrdinalIgnoreCase)) span = span[3..].TrimStart(" \t:-");
        foreach (var (word, marking) in Words)
            if (span.Equals(word, StringComparison.OrdinalIgnoreCase)) return marking;
        return null;
    }

    /// <summary>The strictest label that stands after <c>TLP</c> in the line.</summary>
    /// <param name="line">A line of a text.</param>
    /// <returns>The marking; null when the line holds none.</returns>
    internal static Marking? FindIn(ReadOnlySpan<char> line)
    {
        Marking? found = null;
        for (var at = 0; ; at += 3)
        {
            var next = line[at..].IndexOf("TLP", StringComparison.OrdinalIgnoreCase);
            if (next < 0) return found;
            at += next;
            var rest = line[(at + 3)..].TrimStart(" \t");
            if (rest.IsEmpty || rest[0] is not (':' or '-' or '\u2013')) continue;
            rest = rest[1..].TrimStart(" \t");
            foreach (var (word, marking) in Words)
            {
                if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) || marking == Marking.Unmarked) continue;
                if (rest.Length > word.Length && char.IsLetterOrDigit(rest[word.Length])) continue;
                found = found > marking ? found : marking;
                break;
            }
        }
    }

    /// <summary>The label on one of the first lines of a text; a longer line that only mentions one does not count.</summary>
    internal static Marking AtTop(string text)
    {
        var seen = 0;
        foreach (var raw in text.AsSpan(0, Math.Min(text.Length, 4000)).EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty) continue;
            if (line.Length <= 60 && FindIn(line) is { } marking) return marking;
            if (++seen == 5) break;
        }

        return Marking.Unmarked;
    }
}
