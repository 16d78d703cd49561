using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Weights in training, with the sums that their averages need.</summary>
/// <param name="rows">Number of features.</param>
internal sealed class NamePerceptron(int rows)
{
    private const int L = NameLabel.Count;

    private readonly float[] weights = new float[(rows + L) * L];
    private readonly double[] sums = new double[(rows + L) * L];
    private readonly int[] since = new int[(rows + L) * L];
    private float[] best = [];
    private int[] from = [];
    private int step;

    /// <summary>Decodes a sentence with a share of its features left out at random, corrects the weights and returns the number of wrong labels.</summary>
    public int Learn(int[][] all, int[] gold, Random random, double dropout)
    {
        step++;
        var features = all.Select(token => token.Where(_ => random.NextDouble() >= dropout).ToArray()).ToArray();
        var found = Decode(features);
        var wrong = 0;
        for (var i = 0; i < gold.Length; i++)
        {
            if (i > 0 && (gold[i] != found[i] || gold[i - 1] != found[i - 1]))
            {
                Add(rows + gold[i - 1], gold[i], 1);
                Add(rows + found[i - 1], found[i], -1);
            }

            if (gold[i] == found[i]) continue;
            wrong++;
            foreach (var row in features[i])
            {
                Add(row, gold[i], 1);
                Add(row, found[i], -1);
            }
        }

        return wrong;
    }

    /// <summary>The averaged weights as 8-bit numbers, the strongest rows only.</summary>
    public NameModel Average(List<uint> keys, int most)
    {
        var averages = new double[weights.Length];
        for (var i = 0; i < weights.Length; i++) averages[i] = (sums[i] + (weights[i] * (double)(step - since[i]))) / step;
        var sizes = averages.Take(rows * L).Select(Math.Abs).Where(size => size > 0).Order().ToArray();
        var scale = 127 / sizes[(int)(sizes.Length * 0.9999)];
        var rounded = Enumerable.Range(0, rows)
            .Select(row => (Key: keys[row], Weights: Enumerable.Range(0, L).Select(label => Round(averages[(row * L) + label] * scale)).ToArray()))
            .Where(row => row.Weights.Any(weight => weight != 0))
            .OrderByDescending(row => row.Weights.Max(weight => Math.Abs((int)weight))).ThenBy(row => row.Key)
            .Take(most).OrderBy(row => row.Key).ToList();
        var transitions = new short[L * L];
        for (var i = 0; i < transitions.Length; i++) transitions[i] = (short)Math.Clamp(Math.Round(averages[(rows * L) + i] * scale), short.MinValue, short.MaxValue);
        return new NameModel(rounded, transitions);
    }

    private static sbyte Round(double value) => (sbyte)Math.Clamp(Math.Round(value), -127, 127);

    private void Add(int row, int label, float change)
    {
        var at = (row * L) + label;
        sums[at] += weights[at] * (double)(step - since[at]);
        since[at] = step;
        weights[at] += change;
    }

    private int[] Decode(int[][] features)
    {
        var count = features.Length;
        if (best.Length < count * L)
        {
            best = new float[count * L * 2];
            from = new int[count * L * 2];
        }

        Span<float> scores = stackalloc float[L];
        for (var i = 0; i < count; i++)
        {
            scores.Clear();
            foreach (var row in features[i])
                for (var label = 0; label < L; label++) scores[label] += weights[(row * L) + label];
            for (var label = 0; label < L; label++)
            {
                var top = i == 0 && NameLabel.MayFollow(-1, label) ? 0 : float.NegativeInfinity;
                var origin = 0;
                for (var before = 0; i > 0 && before < L; before++)
                {
                    if (!NameLabel.MayFollow(before, label)) continue;
                    var score = best[((i - 1) * L) + before] + weights[((rows + before) * L) + label];
                    if (score > top) (top, origin) = (score, before);
                }

                best[(i * L) + label] = top + scores[label];
                from[(i * L) + label] = origin;
            }
        }

        var labels = new int[count];
        var end = -1;
        for (var label = 0; label < L; label++)
            if (NameLabel.MayEnd(label) && (end < 0 || best[((count - 1) * L) + label] > best[((count - 1) * L) + end])) end = label;
        labels[^1] = end;
        for (var i = count - 1; i > 0; i--) labels[i - 1] = end = from[(i * L) + end];
        return labels;
    }
}
