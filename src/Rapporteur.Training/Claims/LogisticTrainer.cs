namespace Rapporteur.Training;

/// <summary>Trains a logistic model over sparse binary features by AdaGrad with L2, always in the same order.</summary>
internal static class LogisticTrainer
{
    /// <summary>Weights by feature.</summary>
    /// <param name="examples">Features, probability before they are seen, and whether the example is right.</param>
    /// <param name="epochs">Passes over the examples.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="decay">Strength of L2 for each weight, against the sum of the losses.</param>
    /// <param name="least">Least number of examples that have a feature for it to count.</param>
    public static Dictionary<ulong, double> Train(IReadOnlyList<(ulong[] Features, double Prior, bool Right)> examples, int epochs = 30, double rate = 0.05, double decay = 5, int least = 3)
    {
        var index = new Dictionary<ulong, int>();
        var counts = examples.SelectMany(e => e.Features.Distinct()).CountBy(f => f).ToDictionary();
        var rows = new int[examples.Count][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = [.. examples[i].Features.Distinct().Where(f => counts[f] >= least).Select(f => index.TryGetValue(f, out var at) ? at : index[f] = index.Count)];
        var weights = new double[index.Count];
        var shrink = new double[index.Count];
        foreach (var (feature, at) in index) shrink[at] = decay / counts[feature];
        var squares = new double[index.Count];
        Array.Fill(squares, 1e-2);
        var random = new Random(20240501);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var sum = Math.Log(examples[i].Prior / (1 - examples[i].Prior));
                foreach (var f in rows[i]) sum += weights[f];
                var error = (1 / (1 + Math.Exp(-sum))) - (examples[i].Right ? 1 : 0);
                foreach (var f in rows[i])
                {
                    var gradient = error + (shrink[f] * weights[f]);
                    squares[f] += gradient * gradient;
                    weights[f] -= rate * gradient / Math.Sqrt(squares[f]);
                }
            }
        }

        return index.ToDictionary(e => e.Key, e => weights[e.Value]);
    }
}
