using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds documents that repeat another: the same text, or an agency report printed again with small changes. Compared by runs of five
/// folded words (Broder 1997, "On the resemblance and containment of documents").</summary>
internal static class NearCopies
{
    private const int Run = 5;
    private const int SketchSize = 64;
    private const int SketchShared = 8;
    private const double Threshold = 0.8;

    /// <summary>The copies among documents that are sorted; each is a copy of the first that it resembles.</summary>
    internal static IReadOnlyList<Duplicate> Among(IReadOnlyList<SourceDocument> documents)
    {
        var copies = new List<Duplicate>();
        var kept = new List<(SourceDocument Document, HashSet<ulong> Runs)>();
        var byText = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        var sketches = new Dictionary<ulong, List<int>>();
        foreach (var document in documents)
        {
            if (document.Text.Length == 0) continue;
            if (byText.TryGetValue(document.TextId, out var same))
            {
                copies.Add(new(document, same, 1));
                continue;
            }

            byText.Add(document.TextId, document);
            var runs = Runs(document.Text);
            var sketch = runs.Order().Take(SketchSize).ToArray();
            var (best, similarity) = Closest(kept, sketches, sketch, runs);
            if (best is not null)
            {
                copies.Add(new(document, best, similarity));
                continue;
            }

            foreach (var run in sketch)
            {
                if (!sketches.TryGetValue(run, out var holders)) sketches.Add(run, holders = []);
                holders.Add(kept.Count);
            }

            kept.Add((document, runs));
        }

        return copies;
    }

    private static (SourceDocument? Document, double Similarity) Closest(
        List<(SourceDocument Document, HashSet<ulong> Runs)> kept, Dictionary<ulong, List<int>> sketches, ulong[] sketch, HashSet<ulong> runs)
    {
        var shared = new SortedDictionary<int, int>();
        foreach (var run in sketch)
            if (sketches.TryGetValue(run, out var holders))
                foreach (var holder in holders) shared[holder] = shared.GetValueOrDefault(holder) + 1;
        foreach (var (holder, count) in shared)
        {
            if (count < Math.Min(SketchShared, sketch.Length)) continue;
            var both = runs.Count(kept[holder].Runs.Contains);
            var similarity = (double)both / (runs.Count + kept[holder].Runs.Count - both);
            if (similarity >= Threshold) return (kept[holder].Document, similarity);
        }

        return (null, 0);
    }

    private static HashSet<ulong> Runs(string text)
    {
        var words = new List<ulong>();
        var word = 0UL;
        foreach (var unit in text.AsSpan())
        {
            if (char.IsLetterOrDigit(unit)) word = Mix(word ^ Folding.Fold(unit));
            else if (word != 0)
            {
                words.Add(word);
                word = 0;
            }
        }

        if (word != 0) words.Add(word);
        var runs = new HashSet<ulong>();
        for (var i = 0; i + Run <= words.Count; i++)
        {
            var run = 0UL;
            for (var k = 0; k < Run; k++) run = Mix(run ^ words[i + k]);
            runs.Add(run);
        }

        if (runs.Count == 0) runs.Add(words.Aggregate(1UL, (all, w) => Mix(all ^ w)));
        return runs;
    }

    // FNV-like step with the finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
        return value ^ (value >> 29);
    }
}
