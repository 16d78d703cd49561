namespace Rapporteur.Publishing;

/// <summary>Width of text in a common sans serif, estimated from classes of letters: charts are laid out without a font at hand.</summary>
internal static class TextWidth
{
    /// <summary>Estimated width in pixels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Font size in pixels.</param>
    public static double Of(string text, double size)
    {
        var em = 0.0;
        foreach (var c in text) em += Em(c);
        return em * size;
    }

    // Widths of Arial and Helvetica, which most sans serifs come near, and a twentieth more.
    private static double Em(char c) => 1.05 * c switch
    {
        'i' or 'l' or 'j' or '\'' or '’' or '‘' => 0.23,
        't' or 'f' or 'I' or '.' or ',' or ':' or ';' or ' ' or '·' or '/' or '|' or '!' => 0.28,
        'r' or '(' or ')' or '-' or '“' or '”' or '"' => 0.36,
        's' or 'c' or 'k' or 'v' or 'x' or 'y' or 'z' or 'J' => 0.51,
        'm' or 'M' => 0.84,
        'w' => 0.73,
        'W' or '@' or '—' or '…' or '→' => 1,
        '%' => 0.89,
        'F' or 'L' or 'T' or 'Z' => 0.62,
        'A' or 'B' or 'E' or 'K' or 'P' or 'S' or 'V' or 'X' or 'Y' => 0.67,
        >= 'A' and <= 'Z' => 0.78,
        >= '\u1100' => 1,
        >= '\u0250' => 0.72,
        _ => 0.57,
    };

    /// <summary>Text cut with an ellipsis so that it fits.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width) return text;
        var end = text.Length;
        while (end > 1 && Of(text[..end], size) > width - size) end--;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Text broken at blanks into lines that fit; the last one is cut with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Of(longer, size) <= width || lines.Count == most - 1)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        if (line.Length > 0) lines.Add(line);
        return [.. lines.Select(l => Fit(l, size, width))];
    }
}
