using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>
/// Trains the network of triggers: which word of a sentence tells a claim is not annotated, so a noisy-or over its words is fitted (multiple-instance learning; Zhang, Platt and Viola 2005).
/// </summary>
internal static class TriggerTrainer
{
    /// <summary>The network that fits best; the same examples and seed give the same weights.</summary>
    /// <param name="examples">Sentences that were read and annotated.</param>
    /// <param name="directions">Vectors of words.</param>
    /// <param name="options">Sizes and rates.</param>
    public static TriggerNetwork Train(IReadOnlyList<TriggerExample> examples, WordDirections directions, TriggerOptions options)
    {
        var lemmas = examples.SelectMany(example => example.Words).CountBy(word => word.Lemma).Where(lemma => lemma.Value >= options.Least).Select(lemma => lemma.Key).Order().ToArray();
        var network = new TriggerNetwork(directions, options.Units, lemmas);
        var fit = new TriggerFit(network, options);
        fit.Run([.. examples.Where(example => example.Words.Length > 0)]);
        return network;
    }
}

/// <summary>Sizes and rates of <see cref="TriggerTrainer"/>.</summary>
internal sealed record TriggerOptions
{
    /// <summary>How many networks are asked together; default 2. Each begins at other random numbers.</summary>
    public int Networks { get; init; } = 2;

    /// <summary>Units of each direction, a multiple of 8; default 96.</summary>
    public int Units { get; init; } = 96;

    /// <summary>Passes over the sentences; default 10.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Longest step; default 0.002. It falls to nothing over the second half.</summary>
    public double Rate { get; init; } = 2e-3;

    /// <summary>Share of what both directions hand on that is left out of a sentence; default 0.4. Of the input it is half of it.</summary>
    public double Dropped { get; init; } = 0.4;

    /// <summary>Share of words that are not seen, but for their tag and place; default 0.15.</summary>
    public double Unseen { get; init; } = 0.15;

    /// <summary>Share of drafts of frames that are not seen; default 0.2.</summary>
    public double Undrafted { get; init; } = 0.2;

    /// <summary>Sentences a step; default 16.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>Least number of words of a lemma for something to be learned of it; default 4.</summary>
    public int Least { get; init; } = 4;

    /// <summary>Where random numbers begin; one more for each further network.</summary>
    public int Seed { get; init; }
}
