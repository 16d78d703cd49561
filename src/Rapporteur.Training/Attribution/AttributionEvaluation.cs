using System.Collections;
using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Figures of attributions against a corpus.</summary>
/// <param name="Overlap">Sources share a word and contents share a word.</param>
/// <param name="Half">Sources share a word and the words of the contents have an intersection over union of at least one half.</param>
/// <param name="Cue">Cues share a word.</param>
public sealed record AttributionFigures(Tally Overlap, Tally Half, Tally Cue)
{
    /// <summary>Figures over nothing.</summary>
    public static AttributionFigures None { get; } = new(default, default, default);

    /// <summary>Adds the counts.</summary>
    public static AttributionFigures operator +(AttributionFigures left, AttributionFigures right) => new(left.Overlap + right.Overlap, left.Half + right.Half, left.Cue + right.Cue);
}

/// <summary>Measures attributions against PolNeAR. Words are runs of letters and digits. Pairs are one to one, as many as can be (maximum matching). Attributions without a source
/// count: two agree in their source when neither has one. The corpus has no nested attributions, so of ours those inside another's content are left out; its attitudes
/// ("wants", "criticized") are attributions too, so ours of <see cref="CueClass.Stance"/> count.</summary>
public static class AttributionEvaluation
{
    /// <summary>Figures of all articles of one part of PolNeAR.</summary>
    /// <param name="folder">Folder with <c>text</c> and <c>attributions</c>.</param>
    /// <param name="read">Reads a text as far as its attributions; actors are not needed.</param>
    public static AttributionFigures Run(string folder, Func<SourceDocument, AnnotatedDocument> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var total = AttributionFigures.None;
        foreach (var article in PolnearCorpus.Load(folder))
        {
            var id = ContentHash.Of(article.Text);
            total += Compare(article, read(new SourceDocument { Id = id, TextId = id, Source = article.Name, Text = article.Text }));
        }

        return total;
    }

    /// <summary>Figures of one article.</summary>
    /// <param name="article">What people annotated.</param>
    /// <param name="document">The same text as read, with attributions.</param>
    public static AttributionFigures Compare(PolnearArticle article, AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(document);
        var starts = WordStarts(article.Text);
        var gold = article.Attributions.Select(each => new Words(Bits(starts, each.Source), Bits(starts, each.Cue), Bits(starts, each.Content))).ToList();
        var read = document.Attributions.Where(each => each.Within is null)
            .Select(each => new Words(Bits(starts, each.SourceSpan is { } source ? [source] : []), Bits(starts, [each.Cue]), Bits(starts, each.Content))).ToList();
        return new AttributionFigures(
            Count(gold, read, (a, b) => SameSource(a, b) && Shared(a.Content, b.Content) > 0),
            Count(gold, read, (a, b) => SameSource(a, b) && Share(a.Content, b.Content) >= 0.5),
            Count(gold, read, (a, b) => Shared(a.Cue, b.Cue) > 0));
    }

    private sealed record Words(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content);

    private static bool SameSource(Words gold, Words read) =>
        gold.Source.Count == 0 || read.Source.Count == 0 ? gold.Source.Count == read.Source.Count : Shared(gold.Source, read.Source) > 0;

    private static int Shared(HashSet<int> left, HashSet<int> right) => left.Count(right.Contains);

    private static double Share(HashSet<int> left, HashSet<int> right)
    {
        var shared = Shared(left, right);
        return shared == 0 ? 0 : (double)shared / (left.Count + right.Count - shared);
    }

    private static List<int> WordStarts(string text)
    {
        var starts = new List<int>();
        for (var i = 0; i < text.Length; i++)
            if (char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))) starts.Add(i);
        return starts;
    }

    private static HashSet<int> Bits(List<int> starts, ImmutableArray<TextSpan> spans)
    {
        var words = new HashSet<int>();
        foreach (var span in spans)
        {
            var first = starts.BinarySearch(span.Start);
            if (first < 0) first = ~first;
            for (var i = first; i < starts.Count && starts[i] < span.End; i++) words.Add(i);
        }

        return words;
    }

    private static Tally Count(List<Words> gold, List<Words> read, Func<Words, Words, bool> agree)
    {
        var edges = gold.Select(one => Enumerable.Range(0, read.Count).Where(r => agree(one, read[r])).ToList()).ToList();
        var partner = new int[read.Count];
        Array.Fill(partner, -1);
        var right = 0;
        for (var g = 0; g < gold.Count; g++)
            if (Augment(edges, g, partner, new BitArray(read.Count))) right++;
        return new Tally(right, gold.Count, read.Count);
    }

    /// <summary>One step of Kuhn's maximum matching.</summary>
    private static bool Augment(List<List<int>> edges, int g, int[] partner, BitArray tried)
    {
        foreach (var r in edges[g])
        {
            if (tried[r]) continue;
            tried[r] = true;
            if (partner[r] >= 0 && !Augment(edges, partner[r], partner, tried)) continue;
            partner[r] = g;
            return true;
        }

        return false;
    }
}
