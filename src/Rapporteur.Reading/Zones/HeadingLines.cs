using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Headings inside an article: short lines without a sentence's end over a longer paragraph, and the usual names of parts.</summary>
internal sealed class HeadingLines(LineCues cues)
{
    private const int Longest = 90;
    private const int MostWords = 12;

    public void Mark(ArticleLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines.IsOpen(i) && (IsNamedPart(lines, i) || IsHeading(lines, i))) lines.Mark(i, ZoneKind.Summary);
    }

    private bool IsNamedPart(ArticleLines lines, int index) =>
        lines[index].Length <= Longest && lines.IsParagraph(index) && cues.Is("whole", lines.Folded(index)) && !lines.Words(index).EndsWith(".", StringComparison.Ordinal);

    private static bool IsHeading(ArticleLines lines, int index)
    {
        var line = lines[index];
        var words = lines.Words(index);
        if (line.Length is < 3 or > Longest || lines.WordCount(index) > MostWords || !lines.IsParagraph(index)) return false;
        if (!char.IsUpper(words[0]) && !char.IsDigit(words[0]) && words[0] is not ('"' or '\u201c' or '\u2018' or '\'')) return false;
        if (words[^1] is ',' or ';' or ':' or '-' or '\u2014' or '!' or '\u2026') return false;
        if (words[^1] is '"' or '\u201d' && words[0] is '"' or '\u201c') return false;
        if (words[^1] == '?' ? lines.WordCount(index) > 6 || (index > 0 && lines.Is(index - 1, ZoneKind.Summary)) : lines.EndsSentence(index)) return false;
        if (words[^1] == '.' || (words[^1] == '?' && words.Contains(": ", StringComparison.Ordinal))) return false;
        var next = lines.NextContent(index);
        if (next < 0 || lines.Is(next, ZoneKind.Title)) return false;
        return line.HasBullet ? IsHeadingAmongItems(lines, index, next) : EndsBefore(lines, index) && IsLonger(lines, index, next);
    }

    // An item in a list of long ones that stands before a blank line: a heading that took a bullet on its way.
    private static bool IsHeadingAmongItems(ArticleLines lines, int index, int next) =>
        lines[index].BeforeBlank && lines.WordCount(index) <= 6 && lines[next].Length >= 120 && lines.EndsSentence(next) &&
        (index == 0 || !lines.IsOpen(index - 1) || (lines[index - 1].Length >= 80 && lines.EndsSentence(index - 1)));

    // What stands before has come to its end, so the line does not carry it on.
    private static bool EndsBefore(ArticleLines lines, int index)
    {
        if (index == 0 || !lines.IsOpen(index - 1) || lines[index].AfterBlank) return true;
        return lines.EndsSentence(index - 1);
    }

    private static bool IsLonger(ArticleLines lines, int index, int next)
    {
        if (char.IsLower(lines.Words(next)[0])) return false;
        if (lines[next].Length <= 1) return true;
        if (lines[next].HasBullet || lines[next].Length >= 120) return true;
        return lines[next].Length >= 1.5 * lines[index].Length && (lines.EndsSentence(next) || (lines.IsWrapped && !lines[next].BeforeBlank));
    }
}
