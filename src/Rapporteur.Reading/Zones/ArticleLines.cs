using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The lines of one text with what is decided about each so far; lives for one call.</summary>
internal sealed class ArticleLines
{
    private readonly List<ArticleLine> lines;
    private readonly string?[] folded;
    private readonly ZoneKind?[] kinds;

    public ArticleLines(string text)
    {
        Text = text;
        lines = ArticleLine.Of(text);
        folded = new string?[lines.Count];
        kinds = new ZoneKind?[lines.Count];
        IsWrapped = Wrapped();
    }

    /// <summary>Lines up to this length are compared with lists of words.</summary>
    public const int CueLength = 500;

    public string Text { get; }

    public int Count => lines.Count;

    /// <summary>Whether lines are broken at a right margin, so that a line is less than a paragraph.</summary>
    public bool IsWrapped { get; }

    public ArticleLine this[int index] => lines[index];

    public ReadOnlySpan<char> Words(int index) => Text.AsSpan(lines[index].Content, lines[index].Length);

    public bool IsOpen(int index) => kinds[index] is null;

    public ZoneKind? Kind(int index) => kinds[index];

    public bool Is(int index, ZoneKind kind) => kinds[index] == kind;

    public void Mark(int index, ZoneKind kind) => kinds[index] ??= kind;

    public void MarkAgain(int index, ZoneKind kind) => kinds[index] = kind;

    /// <summary>The line as <see cref="LineCues.Fold"/> gives it; empty for lines too long to be compared.</summary>
    public string Folded(int index) => folded[index] ??= lines[index].Length > CueLength ? "" : LineCues.Fold(Words(index));

    /// <summary>The next line that is not decided to be furniture or caption; -1 at the end.</summary>
    public int NextContent(int index)
    {
        for (var i = index + 1; i < lines.Count; i++)
            if (kinds[i] is not (ZoneKind.Furniture or ZoneKind.Caption)) return i;
        return -1;
    }

    /// <summary>Whether the line stands alone, or lines are paragraphs, so that it may be a heading.</summary>
    public bool IsParagraph(int index) => !IsWrapped || (lines[index].AfterBlank && lines[index].BeforeBlank);

    /// <summary>Whether the line ends as a sentence does; closing quotes and brackets are overlooked, and so is the point of "D.C.".</summary>
    public bool EndsSentence(int index)
    {
        var words = Words(index).TrimEnd("\"'\u201d\u2019)]\u00bb*");
        if (words.IsEmpty) return false;
        if (words[^1] is '!' or '?' or '\u2026' or ';') return true;
        if (words[^1] != '.') return false;
        return !(words.Length >= 4 && char.IsUpper(words[^2]) && words[^3] is '.' or ' ');
    }

    public int WordCount(int index)
    {
        var count = 0;
        var inside = false;
        foreach (var c in Words(index))
        {
            if (char.IsWhiteSpace(c)) inside = false;
            else if (!inside)
            {
                inside = true;
                count++;
            }
        }

        return count;
    }

    public IEnumerable<Zone> Zones()
    {
        for (var i = 0; i < lines.Count; i++)
            if (kinds[i] is { } kind and not ZoneKind.Body) yield return new(new(lines[i].Start, lines[i].End), kind);
    }

    // Wrapped texts have paragraphs of several lines whose lengths keep just below a margin, and sentences that run on over line ends.
    private bool Wrapped()
    {
        int inner = 0, runOn = 0, long_ = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].BeforeBlank) continue;
            inner++;
            if (lines[i].End - lines[i].Start > 120) long_++;
            if (char.IsLower(Text[lines[i + 1].Content])) runOn++;
        }

        return inner >= 3 && long_ * 5 < inner && runOn * 4 > inner;
    }
}
