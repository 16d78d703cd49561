namespace Rapporteur.Training;

/// <summary>Trains a log-linear model over classes by AdaGrad with L2, always in the same order.</summary>
internal static class EventTrainer
{
    // How far rare classes are made up for: 0 not at all, 1 wholly.
    private const double Balance = 0.8;

    /// <summary>Weights by key of the model's table.</summary>
    /// <param name="examples">Sentences whose class is known.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="epochs">Passes over the examples.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="shared">Strength of L2 on weights that all classes share.</param>
    /// <param name="own">Strength of L2 on weights of one class.</param>
    public static Dictionary<ulong, int> Train(IReadOnlyList<EventExample> examples, int classes, int epochs = 100, double rate = 0.05, double shared = 0.02, double own = 0.2)
    {
        var index = new Dictionary<ulong, int>();
        var isOwn = new List<bool>();
        var rows = new int[examples.Count][][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new int[classes][];
            for (var type = 0; type < classes; type++)
            {
                var common = examples[i].Shared[type].Count;
                rows[i][type] = [.. examples[i].Keys(type).Select((key, n) => At(key, n >= common))];
            }
        }

        var many = examples.CountBy(e => e.Class).ToDictionary();
        var mean = (double)examples.Count / Math.Max(1, many.Count);
        var weights = new double[index.Count];
        var squares = new double[index.Count];
        Array.Fill(squares, 0.1);
        var random = new Random(20240501);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var scores = new double[classes];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                for (var type = 0; type < classes; type++) scores[type] = rows[i][type].Sum(at => weights[at]);
                var most = scores.Max();
                var total = scores.Sum(score => Math.Exp(score - most));
                for (var type = 0; type < classes; type++)
                {
                    var error = Math.Pow(mean / many[examples[i].Class], Balance) * ((Math.Exp(scores[type] - most) / total) - (type == examples[i].Class ? 1 : 0));
                    foreach (var at in rows[i][type])
                    {
                        var gradient = error + ((isOwn[at] ? own : shared) * weights[at] / 10);
                        squares[at] += gradient * gradient;
                        weights[at] -= rate * gradient / Math.Sqrt(squares[at]);
                    }
                }
            }
        }

        return index.Where(e => Math.Abs(weights[e.Value]) >= 0.001).ToDictionary(e => e.Key, e => (int)Math.Round(weights[e.Value] * 1024));

        int At(ulong key, bool ofOne)
        {
            if (index.TryGetValue(key, out var at)) return at;
            isOwn.Add(ofOne);
            return index[key] = index.Count;
        }
    }
}
