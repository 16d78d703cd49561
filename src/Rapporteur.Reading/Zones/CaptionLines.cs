using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Captions and credits of pictures: by their words, by a line that says itself twice (the picture's description and its caption), and by likeness to one beside it.</summary>
internal sealed class CaptionLines(LineCues cues, LineCues licences)
{
    private const int Longest = ArticleLines.CueLength;

    private readonly CreditPhrases credits = new(cues, licences);

    public void Mark(ArticleLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines.IsOpen(i) && lines[i].Length <= Longest && (IsCredit(lines, i) || IsDoubled(lines, i))) lines.Mark(i, ZoneKind.Caption);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.Is(i, ZoneKind.Caption)) continue;
            MarkLike(lines, i, i - 1);
            MarkLike(lines, i, i + 1);
        }
    }

    private bool IsCredit(ArticleLines lines, int index)
    {
        var line = lines.Folded(index);
        if (cues.BeginsRaw("start", line)) return !lines.EndsSentence(index) || lines[index].Length <= 300;
        foreach (var exact in cues.All("exact"))
            if (lines.Words(index).Contains(exact, StringComparison.Ordinal)) return true;
        if (cues.Holds("contain", line)) return true;
        // A short line that ends as no sentence does is taken for a phrase.
        return lines.EndsSentence(index)
            ? (cues.Ends("end", line) && credits.EndIn(lines.Words(index))) || credits.NameLicence(lines.Words(index))
            : cues.Ends("end", line) || licences.Holds("mark", line);
    }

    // "A bridge over the river. A bridge over the river."
    private static bool IsDoubled(ArticleLines lines, int index)
    {
        var words = lines.Words(index);
        if (words.Length < 30) return false;
        var half = words.Length / 2;
        for (var cut = half - 1; cut <= half + 1; cut++)
            if (words[..cut].Trim().SequenceEqual(words[cut..].Trim()) && words[..cut].IndexOf(' ') > 0) return true;
        return false;
    }

    // Three quarters of the words of the shorter line stand in the other one too.
    private static void MarkLike(ArticleLines lines, int caption, int other)
    {
        if (other < 0 || other >= lines.Count || !lines.IsOpen(other) || lines[other].Length is < 30 or > Longest) return;
        var a = Words(lines.Folded(caption));
        var b = Words(lines.Folded(other));
        var (small, large) = a.Count < b.Count ? (a, b) : (b, a);
        if (small.Count >= 5 && small.Count(large.Contains) * 4 >= small.Count * 3) lines.Mark(other, ZoneKind.Caption);
    }

    private static HashSet<string> Words(string folded) =>
        folded.Split([' ', ',', '.', '"', '(', ')', ';', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).ToHashSet(StringComparer.Ordinal);
}
