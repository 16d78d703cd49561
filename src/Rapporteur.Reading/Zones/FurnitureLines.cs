using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Menus, log-in links, sharing, comment forms, related links and newsletters, told by their words and by where they stand.</summary>
internal sealed class FurnitureLines(LineCues cues)
{
    private const int LongestStart = 200;
    private const int LongestHold = 240;
    private const int Paragraph = 350;

    /// <summary>Marks what is furniture wherever it stands.</summary>
    public void MarkAnywhere(ArticleLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines.IsOpen(i) && IsAnywhere(lines, i)) lines.Mark(i, ZoneKind.Furniture);
    }

    /// <summary>Marks what is furniture before and around a headline.</summary>
    public void MarkHead(ArticleLines lines, int from, int end)
    {
        var afterByline = false;
        for (var i = from; i < Math.Min(end, lines.Count); i++)
        {
            if (!lines.IsOpen(i)) continue;
            var line = lines.Folded(i);
            var label = afterByline && lines.WordCount(i) <= 3 && !lines.EndsSentence(i) && !lines.Words(i).EndsWith(":", StringComparison.Ordinal);
            var byline = HeadLines.IsByline(lines, i) || HeadLines.IsDate(lines, i);
            if (label || byline || cues.Is("head", line) || IsMenu(line) || HeadLines.IsMailHeader(lines, i) || HeadLines.IsMarking(lines, i))
                lines.Mark(i, ZoneKind.Furniture);
            afterByline = byline;
        }
    }

    /// <summary>Marks what comes after the article.</summary>
    public void MarkTail(ArticleLines lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Length > LongestHold || lines.Is(i, ZoneKind.Title) || lines.Is(i, ZoneKind.Body) || !Opens(lines, i)) continue;
            if (IsMenuLikeLead(lines, i)) continue;
            lines.MarkAgain(i, ZoneKind.Furniture);
            if (HasArticleAfter(lines, i)) MarkInset(lines, i);
            else
            {
                for (var j = i + 1; j < lines.Count; j++) lines.MarkAgain(j, ZoneKind.Furniture);
                break;
            }
        }

        MarkLast(lines);
    }

    private bool IsAnywhere(ArticleLines lines, int index)
    {
        var length = lines[index].Length;
        if (length > LongestHold) return false;
        if (IsRule(lines, index)) return true;
        var line = lines.Folded(index);
        if (cues.Is("whole", line)) return !lines.IsWrapped || lines.IsParagraph(index);
        if (length <= LongestStart && cues.Begins("start", line)) return SpeaksToReader(lines, index) && lines.IsParagraph(index);
        return cues.Holds("contain", line) && lines.IsParagraph(index);
    }

    // A line that ends as a sentence does may be one of the article, unless it addresses the reader.
    private bool SpeaksToReader(ArticleLines lines, int index) => !lines.EndsSentence(index) || cues.Holds("reader", lines.Folded(index));

    private static bool IsRule(ArticleLines lines, int index)
    {
        if (lines[index].Length < 3) return false;
        foreach (var c in lines.Words(index))
            if (char.IsLetterOrDigit(c)) return false;
        return true;
    }

    private bool IsMenu(string line)
    {
        if (line.Length == 0) return false;
        if (cues.Is("menu", line)) return true;
        var parts = line.Split([' ', '>', '|', '/', '\u00b7', '\u2022', '"', '&'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && parts.All(part => cues.Is("menu", part) || part is "and" or "-");
    }

    private bool Opens(ArticleLines lines, int index)
    {
        if (!lines.IsParagraph(index)) return false;
        var line = lines.Folded(index);
        return cues.Is("tail", line) || (cues.Begins("tailstart", line) && !lines.EndsSentence(index));
    }

    // Before any paragraph an opener is one item of a menu and takes nothing with it.
    private static bool IsMenuLikeLead(ArticleLines lines, int index)
    {
        for (var i = 0; i < index; i++)
            if (lines[i].Length >= 100 || lines.EndsSentence(i)) return false;
        return true;
    }

    private static bool HasArticleAfter(ArticleLines lines, int index)
    {
        var rest = 0;
        for (var i = index + 1; i < lines.Count; i++)
        {
            rest += lines[i].Length;
            if (lines[i].Length >= Paragraph && lines.EndsSentence(i)) return true;
        }

        return rest > 0.4 * lines.Text.Length && rest > 1500;
    }

    // Links in the middle of an article: the lines up to the next one that reads like a paragraph, six at most.
    private static void MarkInset(ArticleLines lines, int index)
    {
        for (var i = index + 1; i < Math.Min(lines.Count, index + 7); i++)
        {
            if (lines[i].Length > 160 || lines.EndsSentence(i) || !lines.IsParagraph(i)) return;
            lines.MarkAgain(i, ZoneKind.Furniture);
        }
    }

    // From the end upwards: notes on the article, and short lines shut in between furniture.
    private void MarkLast(ArticleLines lines)
    {
        var below = false;
        for (var i = lines.Count - 1; i > 0; i--)
        {
            if (lines.Is(i, ZoneKind.Furniture))
            {
                below = true;
                continue;
            }

            if (!lines.IsOpen(i) || lines[i].Length > 300 || !lines.IsParagraph(i)) return;
            var folded = lines.Folded(i);
            if (cues.BeginsRaw("last", folded) && !(folded.StartsWith("for ", StringComparison.Ordinal) && !SpeaksToReader(lines, i)))
            {
                lines.Mark(i, ZoneKind.Furniture);
                below = true;
                continue;
            }

            if (!below || !lines.Is(i - 1, ZoneKind.Furniture) || lines[i].Length > 160 || lines.EndsSentence(i)) return;
            lines.Mark(i, ZoneKind.Furniture);
        }
    }
}
