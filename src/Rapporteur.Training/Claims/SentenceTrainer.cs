using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A sentence to learn from: the features of its words, and which types of claims it holds.</summary>
/// <param name="Words">Features by word.</param>
/// <param name="Holds">By type, whether it holds a claim of it.</param>
internal sealed record SentenceExample(IReadOnlyList<ulong[]> Words, bool[] Holds);

/// <summary>
/// Trains the model of sentences: which of a sentence's words tell a claim is not annotated, so a noisy-or over all of them is fitted (multiple-instance learning), each type by itself, by AdaGrad with L2, always in the same order.
/// </summary>
internal static class SentenceTrainer
{
    private const int Epochs = 12, Least = 2;
    private const double Rate = 0.05, Decay = 1, Bias = -4;

    /// <summary>The model that fits best.</summary>
    /// <param name="examples">Sentences that were read and annotated.</param>
    public static SentenceModel Train(IReadOnlyList<SentenceExample> examples)
    {
        var counts = examples.SelectMany(e => e.Words).SelectMany(w => w).CountBy(f => f).Where(f => f.Value >= Least).ToDictionary();
        var index = counts.Keys.Order().Select((feature, i) => (feature, i)).ToDictionary(f => f.feature, f => f.i);
        var rows = examples.Select(e => e.Words.Select(w => w.Where(index.ContainsKey).Select(f => index[f]).ToArray()).ToArray()).ToArray();
        var shrink = new double[index.Count + 1];
        foreach (var (feature, i) in index) shrink[i] = Decay / counts[feature];
        var weights = new double[SentenceModel.Types][];
        Parallel.For(0, SentenceModel.Types, type => weights[type] = Fit(rows, [.. examples.Select(e => e.Holds[type])], shrink));
        return new(index.ToDictionary(f => f.Key, f => Array.ConvertAll(weights, w => w[f.Value])), Array.ConvertAll(weights, w => w[^1]));
    }

    // Weights by feature, the bias last.
    private static double[] Fit(int[][][] rows, bool[] holds, double[] shrink)
    {
        var weights = new double[shrink.Length];
        weights[^1] = Bias;
        var squares = new double[shrink.Length];
        Array.Fill(squares, 1e-2);
        var random = new Random(20240501);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var words = rows[i];
                var told = new double[words.Length];
                var none = 1.0;
                for (var w = 0; w < words.Length; w++)
                {
                    var sum = weights[^1];
                    foreach (var f in words[w]) sum += weights[f];
                    told[w] = 1 / (1 + Math.Exp(-sum));
                    none *= 1 - told[w];
                }

                for (var w = 0; w < words.Length; w++)
                {
                    var error = holds[i] ? -told[w] * none / Math.Max(1 - none, 1e-6) : told[w];
                    if (Math.Abs(error) < 1e-4) continue;
                    foreach (var f in words[w]) Step(f, error);
                    Step(weights.Length - 1, error);
                }
            }
        }

        return weights;

        void Step(int f, double error)
        {
            var gradient = error + (shrink[f] * weights[f]);
            squares[f] += gradient * gradient;
            weights[f] -= Rate * gradient / Math.Sqrt(squares[f]);
        }
    }
}
