using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The head of an article: its headline, the standfirst under it, and what the page puts around them.</summary>
internal sealed class HeadlineLines(FurnitureLines furniture)
{
    private const int Deepest = 16;
    private const int Longest = 200;
    private const int MostWords = 30;
    private const int LongestStandfirst = 260;
    private const int LongestOverCaption = 160;

    public void Mark(ArticleLines lines, string? known)
    {
        var title = known is null ? -1 : Known(lines, LineCues.Fold(known));
        var end = EndOfHead(lines);
        if (title < 0) furniture.MarkHead(lines, 0, end);
        else furniture.MarkHead(lines, 0, title);
        MarkBreadcrumbs(lines, end);
        if (title < 0) title = Guess(lines);
        if (title < 0) return;
        lines.MarkAgain(title, ZoneKind.Title);
        var folded = lines.Folded(title);
        for (var i = title + 1; i < Math.Min(lines.Count, title + 4); i++)
            if (lines.IsOpen(i) && lines.Folded(i) == folded) lines.Mark(i, ZoneKind.Title);
        furniture.MarkHead(lines, title + 1, Math.Min(EndOfHead(lines, title + 1), title + 1 + Deepest));
    }

    /// <summary>A line between the headline and a byline, or a short one between it and a caption, is the standfirst.</summary>
    public static void MarkStandfirst(ArticleLines lines)
    {
        var title = -1;
        for (var i = 0; i < Math.Min(lines.Count, Deepest) && title < 0; i++)
            if (lines.Is(i, ZoneKind.Title)) title = i;
        if (title < 0) return;
        while (title + 1 < lines.Count && lines.Is(title + 1, ZoneKind.Title)) title++;
        var next = title + 1;
        if (next + 1 >= lines.Count || !lines.IsOpen(next) || lines[next].HasBullet || lines[next].Length is < 20 or > LongestStandfirst || !lines.IsParagraph(next)) return;
        var below = next + 1;
        var signed = lines.Is(below, ZoneKind.Furniture) && (HeadLines.IsByline(lines, below) || HeadLines.IsDate(lines, below));
        if (signed || (lines.Is(below, ZoneKind.Caption) && IsShutInWith(lines[next]))) lines.Mark(next, ZoneKind.Summary);
    }

    // Set off from the headline and run together with the caption: not the first paragraph, which a blank line would follow.
    private static bool IsShutInWith(ArticleLine line) => line.Length <= LongestOverCaption && line.AfterBlank && !line.BeforeBlank;

    private static int Known(ArticleLines lines, string title)
    {
        for (var i = 0; i < Math.Min(lines.Count, Deepest); i++)
            if (lines.Folded(i) == title) return i;
        return -1;
    }

    private static int Guess(ArticleLines lines)
    {
        var first = lines.NextContent(-1);
        if (first < 0 || first >= Deepest || !lines.IsOpen(first) || !IsHeadline(lines, first)) return -1;
        var next = lines.NextContent(first);
        if (next < 0) return -1;

        // A section's or publisher's name over the headline.
        if (lines.WordCount(first) <= 3 && lines.IsOpen(next) && lines.WordCount(next) >= 4 && lines[next].Length <= Longest && IsHeadline(lines, next)
            && lines.NextContent(next) is var third and >= 0 && IsBelow(lines, next, third))
        {
            lines.Mark(first, ZoneKind.Furniture);
            return next;
        }

        return IsBelow(lines, first, next) ? first : -1;
    }

    private static bool IsHeadline(ArticleLines lines, int index)
    {
        var words = lines.Words(index);
        if (words.Length is < 4 or > Longest || lines[index].HasBullet || lines.WordCount(index) > MostWords) return false;
        if (!char.IsUpper(words[0]) && !char.IsDigit(words[0]) && words[0] is not ('"' or '\'' or '\u201c' or '\u2018' or '(' or '[' or '\u2026') && !HasCapital(words)) return false;
        if (words[^1] is ',' or ';' or ':') return false;
        if (words[^1] is not ('?' or '!') && lines.EndsSentence(index)) return false;
        if (lines.IsWrapped && !lines[index].BeforeBlank) return false;
        return !HasTwoSentences(words);
    }

    // What follows is longer, or reads like a paragraph.
    private static bool IsBelow(ArticleLines lines, int title, int next) =>
        !char.IsLower(lines.Words(next)[0]) && (lines[next].Length > lines[title].Length || lines.EndsSentence(next) || HasLongLine(lines, next));

    private static bool HasLongLine(ArticleLines lines, int from)
    {
        for (var i = from; i < Math.Min(lines.Count, from + Deepest); i++)
            if (lines[i].Length >= 120) return true;
        return false;
    }

    private static bool HasCapital(ReadOnlySpan<char> words)
    {
        var space = words.IndexOf(' ');
        return space > 0 && space + 1 < words.Length && char.IsUpper(words[space + 1]) && char.IsLetter(words[0]);
    }

    private static bool HasTwoSentences(ReadOnlySpan<char> words)
    {
        for (var i = 4; i + 2 < words.Length; i++)
            if (words[i] == '.' && words[i + 1] == ' ' && char.IsUpper(words[i + 2]) && char.IsLower(words[i - 1]) && char.IsLower(words[i - 2]) && char.IsLower(words[i - 3])) return true;
        return false;
    }

    // "Home News Envoys return to the capital" over the headline "Envoys return to the capital".
    private static void MarkBreadcrumbs(ArticleLines lines, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (!lines.IsOpen(i)) continue;
            for (var j = i + 1; j < Math.Min(lines.Count, i + Deepest); j++)
            {
                var (trail, title) = (lines.Folded(i), lines.Folded(j));
                if (title.Length >= 15 && trail.Length > title.Length && trail.EndsWith(title, StringComparison.Ordinal) && !lines.EndsSentence(j)) lines.Mark(i, ZoneKind.Furniture);
            }
        }
    }

    private static int EndOfHead(ArticleLines lines, int from = 0)
    {
        for (var i = from; i < Math.Min(lines.Count, Deepest); i++)
            if (lines.IsOpen(i) && (lines[i].Length >= 160 || (lines[i].Length >= 60 && lines.EndsSentence(i)))) return i;
        return Math.Min(lines.Count, Deepest);
    }
}
