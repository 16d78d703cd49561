using System.Buffers;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds documents that repeat another: the same text, or an agency report printed again with small changes. Compared by runs of five
/// folded words (Broder 1997, "On the resemblance and containment of documents").</summary>
internal static class NearCopies
{
    private const int Run = 5;
    private const int SketchSize = 64;
    private const int SketchShared = 8;
    private const int None = -1;
    private const double Threshold = 0.8;

    /// <summary>The lowest of the hashes of its runs: what two texts that share most of their runs share too.</summary>
    internal static ulong[] Sketch(SourceDocument document) => document.Text.Length == 0 ? [] : First(Runs(document.Text));

    /// <summary>The copies among readings that are sorted; each is a copy of the first that it resembles.</summary>
    internal static IReadOnlyList<Duplicate> Among(IReadOnlyList<DocumentReading> readings)
    {
        var copies = new List<Duplicate>();
        var kept = new List<SourceDocument>();
        var runs = new Dictionary<SourceDocument, ulong[]>(ReferenceEqualityComparer.Instance);
        var byText = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        // The holders of a run are a chain, the last of them first.
        using var sketches = new KeyTable(readings.Count * SketchSize);
        var (holders, held) = (ArrayPool<(int Text, int Next)>.Shared.Rent(readings.Count * SketchSize), 0);
        foreach (var reading in readings)
        {
            var document = reading.Document;
            if (document.Text.Length == 0) continue;
            if (byText.TryGetValue(document.TextId, out var same))
            {
                copies.Add(new(document, same, 1));
                continue;
            }

            byText.Add(document.TextId, document);
            var sketch = reading.LaterClaims is ReadingClaims known ? known.Sketch : First(RunsOf(document));
            var (best, similarity) = Closest(document, sketch);
            if (best is not null)
            {
                copies.Add(new(document, best, similarity));
                continue;
            }

            foreach (var run in sketch)
            {
                holders[held] = (kept.Count, sketches.Exchange(run, held));
                held++;
            }

            kept.Add(document);
        }

        ArrayPool<(int Text, int Next)>.Shared.Return(holders);
        return copies;

        (SourceDocument? Document, double Similarity) Closest(SourceDocument document, ulong[] sketch)
        {
            SortedDictionary<int, int>? shared = null;
            foreach (var run in sketch)
                for (var at = sketches[run]; at != None; at = holders[at].Next) (shared ??= [])[holders[at].Text] = shared.GetValueOrDefault(holders[at].Text) + 1;
            foreach (var (holder, count) in shared ?? [])
            {
                if (count < Math.Min(SketchShared, sketch.Length)) continue;
                var similarity = Similarity(RunsOf(document), RunsOf(kept[holder]));
                if (similarity >= Threshold) return (kept[holder], similarity);
            }

            return (null, 0);
        }

        ulong[] RunsOf(SourceDocument document)
        {
            if (!runs.TryGetValue(document, out var found)) runs.Add(document, found = Runs(document.Text));
            return found;
        }
    }

    private static ulong[] First(ulong[] runs) => runs[..Math.Min(SketchSize, runs.Length)];

    private static double Similarity(ulong[] one, ulong[] other)
    {
        int both = 0, i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) (both, i, j) = (both + 1, i + 1, j + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }

        return (double)both / (one.Length + other.Length - both);
    }

    // Hashes of the runs, sorted, each once.
    private static ulong[] Runs(string text)
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
        if (words.Count < Run) return [words.Aggregate(1UL, (all, w) => Mix(all ^ w))];
        var runs = new ulong[words.Count - Run + 1];
        for (var i = 0; i < runs.Length; i++)
            for (var k = 0; k < Run; k++) runs[i] = Mix(runs[i] ^ words[i + k]);
        Array.Sort(runs);
        var distinct = 1;
        for (var i = 1; i < runs.Length; i++)
            if (runs[i] != runs[distinct - 1]) runs[distinct++] = runs[i];
        return distinct == runs.Length ? runs : runs[..distinct];
    }

    // FNV-like step with the finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
        return value ^ (value >> 29);
    }
}
