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
        foreach (var c in text)
            em += c switch
            {
                'i' or 'l' or 'j' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ':' or ';' or '’' or '‘' or ' ' or '(' or ')' or '\'' => 0.36,
                'm' or 'w' or 'M' or 'W' or '—' or '@' or '%' => 0.95,
                >= 'A' and <= 'Z' => 0.7,
                >= '\u1100' => 1.0,
                _ => 0.6,
            };
        return em * size;
    }

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
