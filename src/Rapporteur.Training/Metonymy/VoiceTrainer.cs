using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Chooses cues that have one voice each, so that their majority is right: every cue has a weight while it is learned, but only its sign counts, and only where the weight
/// is large enough; the error of the majority moves the weights (binarised weights with a straight-through gradient: Courbariaux, Bengio and David 2015).</summary>
internal static class VoiceTrainer
{
    // Passes over the cases, least number of cases of a cue, learning rate, strength of L2 for each weight, weight from which on a cue has its voice, and how sure one voice makes.
    private const int Passes = 20, Least = 2;
    private const double Rate = 0.1, Decay = 0.05, Bound = 0.3, Scale = 0.2;

    /// <summary>Cues with their voices: true for those who act.</summary>
    /// <param name="cases">Names of the corpus.</param>
    public static Dictionary<MetonymyCue, bool> Train(IReadOnlyList<MetonymyCase> cases)
    {
        var counts = cases.SelectMany(example => example.Setting.Distinct()).CountBy(cue => cue).ToDictionary();
        var index = new Dictionary<MetonymyCue, int>();
        var rows = new int[cases.Count][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = [.. cases[i].Setting.Where(cue => counts[cue] >= Least).Select(cue => index.TryGetValue(cue, out var at) ? at : index[cue] = index.Count)];
        var weights = new double[index.Count];
        var squares = new double[index.Count];
        var means = new double[index.Count];
        Array.Fill(squares, 1e-6);
        var random = new Random(20240501);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var voices = cases[i].Rules ? MetonymyCues.Rules : -MetonymyCues.Rules;
                foreach (var cue in rows[i]) voices += Voice(weights[cue]);
                var error = (1 / (1 + Math.Exp(-Scale * voices))) - (cases[i].Metonymic ? 1 : 0);
                foreach (var cue in rows[i])
                {
                    var gradient = error + (Decay * weights[cue]);
                    squares[cue] += gradient * gradient;
                    weights[cue] -= Rate * gradient / Math.Sqrt(squares[cue]);
                }
            }

            for (var cue = 0; cue < means.Length; cue++) means[cue] += pass < Passes / 2 ? 0 : weights[cue] / (Passes - (Passes / 2));
        }

        return index.Where(cue => Voice(means[cue.Value]) != 0).ToDictionary(cue => cue.Key, cue => means[cue.Value] > 0);
    }

    private static int Voice(double weight) => weight > Bound ? 1 : weight < -Bound ? -1 : 0;
}
