using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Makes paragraphs of the pages that <c>pdftotext</c> gives: lines are joined, words divided at a line's end are made whole,
/// and what stands at the top or bottom of most pages is kept once, as furniture.</summary>
internal static class PdfPages
{
    private const int Edge = 2;
    private const int LongestEdge = 120;

    public static ZonedText Read(string raw, int most)
    {
        var pages = raw.Split('\f').Select(page => page.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToList()).ToList();
        var repeated = Repeated(pages);
        var whole = Words(raw);
        var blocks = new ZonedText(most);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var paragraph = "";
        foreach (var page in pages)
        {
            var begun = false;
            for (var index = 0; index < page.Count; index++)
            {
                var line = page[index];
                var folded = LineCues.Fold(line);
                if (line.Length > 0 && IsEdge(page, index) && (repeated.Contains(folded) || IsPageNumber(folded)))
                {
                    // It would cut a sentence in two where it stands, so it goes before the paragraph that runs on.
                    if (said.Add(folded)) blocks.Add(line, ZoneKind.Furniture);
                }
                else if (line.Length > 0)
                {
                    paragraph = Join(paragraph, line, whole);
                    begun = true;
                }
                else if (begun) paragraph = End(blocks, paragraph, page, index);
            }
        }

        blocks.Add(paragraph);
        return blocks;
    }

    // A blank line ends a paragraph, but not at the end of a page in the middle of a sentence.
    private static string End(ZonedText blocks, string paragraph, List<string> page, int index)
    {
        var lastOfPage = page.Skip(index + 1).All(line => line.Length == 0 || IsPageNumber(LineCues.Fold(line)));
        if (paragraph.Length > 60 && lastOfPage && paragraph[^1] is var end && (char.IsLetterOrDigit(end) || end is ',' or '-')) return paragraph;
        blocks.Add(paragraph);
        return "";
    }

    private static string Join(string paragraph, string line, HashSet<string> whole)
    {
        if (paragraph.Length == 0) return line;
        if (line[0] is '\u2022' or '\u25aa' or '\u25cf' or '\u2013' && line.Length > 2 && line[1] == ' ') return paragraph + "\n" + line;
        if (paragraph.Length < 2 || paragraph[^1] is not ('-' or '\u2010') || !char.IsLetter(paragraph[^2]) || !char.IsLower(line[0])) return paragraph + " " + line;
        var before = paragraph[(paragraph.LastIndexOfAny([' ', '\n']) + 1)..^1];
        var after = new string([.. line.TakeWhile(char.IsLetter)]);
        return whole.Contains((before + "-" + after).ToLowerInvariant()) && !whole.Contains((before + after).ToLowerInvariant()) ? paragraph + line : paragraph[..^1] + line;
    }

    private static HashSet<string> Words(string raw) =>
        raw.Split([' ', '\n', '\r', '\f', '\t', ',', '.', ';', ':', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Repeated(List<List<string>> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var edges = Enumerable.Range(0, page.Count).Where(index => page[index].Length is > 0 and <= LongestEdge && IsEdge(page, index)).Select(index => LineCues.Fold(page[index]));
            foreach (var line in edges.Distinct(StringComparer.Ordinal)) counts[line] = counts.GetValueOrDefault(line) + 1;
        }

        var least = Math.Max(3, pages.Count / 2);
        return counts.Where(pair => pair.Value >= least).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
    }

    // Among the first or last lines of its page that are not blank.
    private static bool IsEdge(List<string> page, int index)
    {
        int above = 0, below = 0;
        for (var i = 0; i < index && above < Edge; i++)
            if (page[i].Length > 0) above++;
        for (var i = page.Count - 1; i > index && below < Edge; i--)
            if (page[i].Length > 0) below++;
        return above < Edge || below < Edge;
    }

    private static bool IsPageNumber(string folded) => folded is "0" or "- 0 -" or "page 0" or "page 0 of 0" or "0 of 0" or "0/0" or "0 / 0" or "p. 0";
}
