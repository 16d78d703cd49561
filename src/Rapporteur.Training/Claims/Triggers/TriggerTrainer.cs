using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>
/// Trains the network of triggers: which word of a sentence tells a claim is not annotated, so a noisy-or over its words is fitted (multiple-instance learning; Zhang, Platt and Viola 2005).
/// </summary>
internal static class TriggerTrainer
{
    /// <summary>The network that fits best; the same examples and seed give the same weights.</summary>
    /// <param name="examples">Sentences that were read and annotated.</param>
    /// <param name="width">Length of a word's vector.</param>
    /// <param name="options">Sizes and rates.</param>
    public static TriggerNetwork Train(IReadOnlyList<TriggerExample> examples, int width, TriggerOptions options)
    {
        var index = examples.SelectMany(e => e.Words).SelectMany(w => w).CountBy(f => f).Where(f => f.Value >= options.Least).Select(f => f.Key).Order().Select((feature, row) => (feature, row)).ToDictionary(f => f.feature, f => f.row);
        var rows = examples.Select(e => e.Words.Select(w => w.Where(index.ContainsKey).Select(f => index[f]).ToArray()).ToArray()).ToArray();
        var fit = new TriggerFit(width, index.Count, options);
        fit.Run(examples, rows);
        var features = index.ToDictionary(f => f.Key, f => fit.Sparse[(f.Value * options.Units)..((f.Value + 1) * options.Units)]);
        return TriggerNetwork.Of(options.Units, width, features, [.. fit.Bias, .. fit.Output, .. fit.Dense]);
    }
}

/// <summary>Sizes and rates of <see cref="TriggerTrainer"/>.</summary>
internal sealed record TriggerOptions
{
    /// <summary>Units of the hidden layer, a multiple of 16; default 32.</summary>
    public int Units { get; init; } = 32;

    /// <summary>Passes over the sentences; default 8.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Longest step; default 0.002. It falls to nothing over the second half.</summary>
    public float Rate { get; init; } = 2e-3f;

    /// <summary>Share of hidden units left out of a sentence; default 0.4.</summary>
    public float Dropped { get; init; } = 0.4f;

    /// <summary>Share of features left out of a word; default 0.2.</summary>
    public float Unseen { get; init; } = 0.2f;

    /// <summary>Share of a weight that goes with a step of length one; default 0.0001.</summary>
    public float Decay { get; init; } = 1e-4f;

    /// <summary>Sentences a step; default 16.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>Least number of words that have a feature for it to count; default 4.</summary>
    public int Least { get; init; } = 4;

    /// <summary>Where random numbers begin.</summary>
    public int Seed { get; init; }
}
