using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>One line of a text that holds something else than white space.</summary>
/// <param name="Start">Where its first character that is no white space stands.</param>
/// <param name="End">One past its last such character.</param>
/// <param name="Content">Where it begins after a bullet; <paramref name="Start"/> where it has none.</param>
/// <param name="AfterBlank">Whether a blank line, or nothing, stands before it.</param>
/// <param name="BeforeBlank">Whether a blank line, or nothing, stands after it.</param>
internal readonly record struct ArticleLine(int Start, int End, int Content, bool AfterBlank, bool BeforeBlank)
{
    private const string Bullets = "\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7*-\u2013\u2605\u25ba\u25b6\u2192";

    public int Length => End - Content;

    public bool HasBullet => Content != Start;

    /// <summary>The lines of a text in order.</summary>
    public static List<ArticleLine> Of(string text)
    {
        var lines = new List<ArticleLine>();
        var blank = true;
        for (int at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny("\n\r\f\u2028\u2029");
            var end = next < 0 ? text.Length : at + next;
            var (start, stop) = (at, end);
            while (start < stop && char.IsWhiteSpace(text[start])) start++;
            while (stop > start && char.IsWhiteSpace(text[stop - 1])) stop--;
            at = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n') at++;
            if (start == stop)
            {
                if (!blank && lines.Count > 0) lines[^1] = lines[^1] with { BeforeBlank = true };
                blank = true;
                continue;
            }

            lines.Add(new(start, stop, AfterBullet(text, start, stop), blank, false));
            blank = false;
        }

        if (lines.Count > 0) lines[^1] = lines[^1] with { BeforeBlank = true };
        return lines;
    }

    private static int AfterBullet(string text, int start, int end)
    {
        var at = start;
        while (at < end && at < start + 4 && IsMark(text, at)) at++;
        if (at == start || at >= end || !char.IsWhiteSpace(text[at])) return start;
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at < end ? at : start;
    }

    // Bullets, and the pictures that stand in for them: stars, ticks, emoji with their selectors.
    private static bool IsMark(string text, int at) =>
        Bullets.Contains(text[at], StringComparison.Ordinal) || char.IsSurrogate(text[at]) || text[at] is '\ufe0f' or '\u200d' || char.GetUnicodeCategory(text[at]) == UnicodeCategory.OtherSymbol;
}
