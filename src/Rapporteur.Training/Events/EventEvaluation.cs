using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Measures and trains the coder of events: stratified cross-validation, macro-F1 with an interval by resampling.</summary>
public static class EventEvaluation
{
    private const int Folds = 10;
    private const int Samples = 2000;

    /// <summary>Lines of figures for PLOVER's records or CAMEO's sentences.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IEnumerable<string> Lines(EvaluationRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var corpus = EventCorpus.Load(request.Path);
        var examples = corpus.Examples(ReadingPipeline.Load(DataFolder.Shipped), new EventCoder(DataFolder.Shipped));
        cancel.ThrowIfCancellationRequested();
        var read = CrossValidate(examples, corpus.Classes.Length);
        var gold = examples.Select(e => e.Class).ToArray();
        yield return $"{examples.Length} sentences, {corpus.Classes.Length} types, {Folds}-fold cross-validation, each type dealt out in turn";
        for (var type = 0; type < corpus.Classes.Length; type++) yield return Line(corpus.Classes[type], TallyOf(gold, read, type));
        var (low, high) = Interval(gold, read, corpus.Classes.Length);
        yield return string.Create(CultureInfo.InvariantCulture, $"macro F1 {Macro(gold, read, corpus.Classes.Length):0.000} (95 % {low:0.000}–{high:0.000})   accuracy {gold.Zip(read).Count(p => p.First == p.Second) / (double)gold.Length:0.000}");
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

    private static int[] CrossValidate(ImmutableArray<EventExample> examples, int classes)
    {
        var fold = new int[examples.Length];
        var next = 0;
        foreach (var type in Enumerable.Range(0, classes))
        {
            for (var i = 0; i < fold.Length; i++)
                if (examples[i].Class == type) fold[i] = next++ % Folds;
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

    private static (double Low, double High) Interval(int[] gold, int[] read, int classes)
    {
        var random = new Random(20240501);
        var figures = new double[Samples];
        var (g, r) = (new int[gold.Length], new int[gold.Length]);
        for (var sample = 0; sample < Samples; sample++)
        {
            for (var i = 0; i < g.Length; i++)
            {
                var at = random.Next(gold.Length);
                (g[i], r[i]) = (gold[at], read[at]);
            }

            figures[sample] = Macro(g, r, classes);
        }

        Array.Sort(figures);
        return (figures[Samples / 40], figures[Samples - 1 - (Samples / 40)]);
    }

    private static string Line(string name, Tally t) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-22} gold {t.Gold,4} read {t.Read,4}   P {t.Precision:0.000}  R {t.Recall:0.000}  F1 {t.F1:0.000}");
}
