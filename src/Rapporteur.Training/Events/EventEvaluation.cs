using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Measures and trains the coder of events: stratified cross-validation, macro-F1 with an interval by resampling.</summary>
public static class EventEvaluation
{
    private const int Folds = 10;
    private const int Samples = 2000;

    // How records fall into parts moves the figure of a small set by some hundredths: it is dealt several times and the mean told.
    private const int Deals = 5;
    private const int SmallSet = 500;

    /// <summary>Lines of figures for PLOVER's records or CAMEO's sentences.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IEnumerable<string> Lines(EvaluationRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var corpus = EventCorpus.Load(request.Path);
        var examples = corpus.Examples(ReadingPipeline.Load(DataFolder.Shipped), new EventCoder(DataFolder.Shipped));
        cancel.ThrowIfCancellationRequested();
        var deals = examples.Length < SmallSet ? Deals : 1;
        var reads = Enumerable.Range(0, deals).Select(deal => CrossValidate(examples, corpus.Classes.Length, deal)).ToArray();
        var read = reads[0];
        var gold = examples.Select(e => e.Class).ToArray();
        yield return $"{examples.Length} sentences, {corpus.Classes.Length} types, {Folds}-fold cross-validation, each type dealt out in turn" + (deals > 1 ? $", {deals} times; the types by the first deal" : "");
        for (var type = 0; type < corpus.Classes.Length; type++) yield return Line(corpus.Classes[type], TallyOf(gold, read, type));
        var (low, high) = Interval(gold, reads, corpus.Classes.Length);
        var macros = reads.Select(r => Macro(gold, r, corpus.Classes.Length)).ToArray();
        yield return string.Create(CultureInfo.InvariantCulture, $"macro F1 {macros.Average():0.000} (95 % {low:0.000}–{high:0.000})   accuracy {reads.Average(r => gold.Zip(r).Count(p => p.First == p.Second) / (double)gold.Length):0.000}");
        if (deals > 1) yield return "macro F1 of each deal: " + string.Join(", ", macros.Select(m => m.ToString("0.000", CultureInfo.InvariantCulture)));
        yield return "commonest errors:";
        foreach (var error in gold.Zip(read).Where(p => p.First != p.Second).CountBy(p => p).OrderByDescending(e => e.Value).ThenBy(e => e.Key).Take(8))
            yield return $"  {corpus.Classes[error.Key.First]} read as {corpus.Classes[error.Key.Second]}: {error.Value}";
    }

    /// <summary>Trains the weights that ship on PLOVER's records (CC BY-SA 4.0).</summary>
    /// <param name="path">The records.</param>
    /// <param name="output">Where the weights go (<c>data/events/plover.weights</c>).</param>
    public static void Train(string path, Stream output)
    {
        var corpus = EventCorpus.Load(path);
        var examples = corpus.Examples(ReadingPipeline.Load(DataFolder.Shipped), new EventCoder(DataFolder.Shipped));
        new EventModel(corpus.Classes, EventTrainer.Train(examples, corpus.Classes.Length)).Save(output);
    }

    // The first deal takes each type in the order of the set; the others shuffle it.
    private static int[] CrossValidate(ImmutableArray<EventExample> examples, int classes, int deal)
    {
        var fold = new int[examples.Length];
        var next = 0;
        var random = new Random(deal);
        foreach (var type in Enumerable.Range(0, classes))
        {
            var own = Enumerable.Range(0, fold.Length).Where(i => examples[i].Class == type).ToArray();
            if (deal > 0) random.Shuffle(own);
            foreach (var i in own) fold[i] = next++ % Folds;
        }

        var read = new int[examples.Length];
        for (var part = 0; part < Folds; part++)
        {
            var model = new EventModel([.. Enumerable.Range(0, classes).Select(c => c.ToString(CultureInfo.InvariantCulture))], EventTrainer.Train([.. examples.Where((_, i) => fold[i] != part)], classes));
            for (var i = 0; i < fold.Length; i++)
            {
                if (fold[i] != part) continue;
                var probabilities = model.Probabilities(examples[i].Shared, examples[i].Own);
                read[i] = Array.IndexOf(probabilities, probabilities.Max());
            }
        }

        return read;
    }

    private static Tally TallyOf(int[] gold, int[] read, int type) =>
        new(gold.Zip(read).Count(p => p.First == type && p.Second == type), gold.Count(g => g == type), read.Count(r => r == type));

    private static double Macro(int[] gold, int[] read, int classes)
    {
        var (sum, n) = (0.0, 0);
        for (var type = 0; type < classes; type++)
        {
            var tally = TallyOf(gold, read, type);
            if (tally.Gold == 0) continue;
            sum += tally.F1;
            n++;
        }

        return n == 0 ? 0 : sum / n;
    }

    private static (double Low, double High) Interval(int[] gold, int[][] reads, int classes)
    {
        var random = new Random(20240501);
        var figures = new double[Samples];
        var (g, r, drawn) = (new int[gold.Length], new int[gold.Length], new int[gold.Length]);
        for (var sample = 0; sample < Samples; sample++)
        {
            for (var i = 0; i < g.Length; i++) g[i] = gold[drawn[i] = random.Next(gold.Length)];
            foreach (var read in reads)
            {
                for (var i = 0; i < r.Length; i++) r[i] = read[drawn[i]];
                figures[sample] += Macro(g, r, classes) / reads.Length;
            }
        }

        Array.Sort(figures);
        return (figures[Samples / 40], figures[Samples - 1 - (Samples / 40)]);
    }

    private static string Line(string name, Tally t) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-22} gold {t.Gold,4} read {t.Read,4}   P {t.Precision:0.000}  R {t.Recall:0.000}  F1 {t.F1:0.000}");
}
