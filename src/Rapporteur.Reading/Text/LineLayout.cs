using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>How a document uses the ends of its lines: to end paragraphs, or to wrap them at a width.</summary>
/// <param name="Wrapped">Whether lines are wrapped.</param>
/// <param name="Width">The longest line, in UTF-16 code units, where lines are wrapped.</param>
internal readonly record struct LineLayout(bool Wrapped, int Width)
{
    private const int ShortestWrapped = 35;
    private const int LongestWrapped = 160;

    /// <summary>Judges by the lines that follow a long line without an empty one between: where many begin in lower case, the text is wrapped.</summary>
    public static LineLayout Of(string text)
    {
        var width = 0;
        var breaks = 0;
        var lower = 0;
        var previous = 0;
        for (var i = 0; i < text.Length;)
        {
            var stop = i;
            while (stop < text.Length && !Characters.IsNewline(text[stop])) stop++;
            var first = i;
            while (first < stop && Characters.IsBlank(text[first])) first++;
            var length = stop - first;
            width = Math.Max(width, length);
            if (length > 0 && previous >= ShortestWrapped)
            {
                breaks++;
                if (char.IsLower(text[first])) lower++;
            }

            previous = length;
            i = stop < text.Length && text[stop] == '\r' && stop + 1 < text.Length && text[stop + 1] == '\n' ? stop + 2 : stop + 1;
        }

        return new(breaks > 0 && width <= LongestWrapped && lower * 3 >= breaks, width);
    }

    /// <summary>Whether the next line goes on with the paragraph: lines are wrapped, and its first word had no room on the line before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineStart">Where the line before begins.</param>
    /// <param name="lineEnd">Where its words end.</param>
    /// <param name="next">The next line without its blanks.</param>
    public bool Continues(string text, int lineStart, int lineEnd, TextSpan next)
    {
        if (!Wrapped) return false;
        if (char.IsLower(text[next.Start])) return true;
        var label = next.Start;
        while (label < next.End && label - next.Start < 3 && char.IsAsciiDigit(text[label])) label++;
        if (label > next.Start && label < next.End && text[label] is '.' or ')') return false;
        var word = next.Start;
        while (word < next.End && !Characters.IsBlank(text[word])) word++;
        return lineEnd - lineStart + 1 + (word - next.Start) > Width * 0.8;
    }
}
