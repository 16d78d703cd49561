using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>
/// Trains the network of triggers: which word of a sentence tells a claim is not annotated, so a noisy-or over its words is fitted (multiple-instance learning; Zhang, Platt and Viola 2005). Several small networks, each begun at its own random numbers, are put side by side; their mean is the answer.
/// </summary>
internal static class TriggerTrainer
{
    /// <summary>The network that fits best; the same examples and seed give the same weights.</summary>
    /// <param name="examples">Sentences that were read and annotated.</param>
    /// <param name="width">Length of a word's vector.</param>
    /// <param name="options">Sizes and rates.</param>
    public static TriggerNetwork Train(IReadOnlyList<TriggerExample> examples, int width, TriggerOptions options)
    {
        var (members, units) = (options.Members, options.Units);
        var index = examples.SelectMany(e => e.Words).SelectMany(w => w).CountBy(f => f).Where(f => f.Value >= options.Least).Select(f => f.Key).Order().Select((feature, row) => (feature, row)).ToDictionary(f => f.feature, f => f.row);
        var rows = examples.Select(e => e.Words.Select(w => w.Where(index.ContainsKey).Select(f => index[f]).ToArray()).ToArray()).ToArray();
        var hidden = members * units;
        var dense = new float[TriggerNetwork.Types * (1 + hidden) + (TriggerNetwork.Vectors * width * hidden)];
        var features = index.ToDictionary(f => f.Key, _ => new float[hidden]);
        for (var member = 0; member < members; member++)
        {
            var fit = new TriggerFit(width, index.Count, options, (ulong)((options.Seed * members) + member + 1));
            fit.Run(examples, rows);
            for (var type = 0; type < TriggerNetwork.Types; type++)
            {
                dense[type] += fit.Bias[type] / members;
                for (var unit = 0; unit < units; unit++) dense[TriggerNetwork.Types + (type * hidden) + (member * units) + unit] = fit.Output[(type * units) + unit] / members;
            }

            for (var row = 0; row < TriggerNetwork.Vectors * width; row++) fit.Dense.AsSpan(row * units, units).CopyTo(dense.AsSpan(TriggerNetwork.Types * (1 + hidden) + (row * hidden) + (member * units)));
            foreach (var (feature, row) in index) fit.Sparse.AsSpan(row * units, units).CopyTo(features[feature].AsSpan(member * units));
        }

        return TriggerNetwork.Of(hidden, width, features, dense);
    }
}

/// <summary>Sizes and rates of <see cref="TriggerTrainer"/>.</summary>
internal sealed record TriggerOptions
{
    /// <summary>Networks side by side, more than one for steadier answers; default 1.</summary>
    public int Members { get; init; } = 1;

    /// <summary>Units of the hidden layer of each, a multiple of 16; default 32.</summary>
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
