using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The compromise model: the mean of the positions, weighted by capability and salience.</summary>
/// <param name="choices">Values of its options.</param>
public sealed class WeightedMean(ModelChoices? choices = null) : OneStepModel(choices)
{
    /// <inheritdoc/>
    public override string Id => "compromise";

    /// <inheritdoc/>
    public override string Name => "Compromise (weighted mean)";

    /// <inheritdoc/>
    public override string Paper => "Van den Bos (1991), Dutch EC policy making; Achen (2006), Institutional realism and bargaining models, in Thomson et al. (eds.), The European Union Decides";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "Everybody's loss grows with the square of the distance, and nobody wants to do without a decision.",
        "Capability and salience multiply: power that is not used does not count.",
        "Issues are settled one by one.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options => [new("weights", ["capability-salience", "salience", "capability", "equal"], "What a position weighs.")];

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new WeightedMean(choices);

    /// <inheritdoc/>
    protected override double On(Standpoints at, int dimension, Dimension scale)
    {
        var (weights, sum, total) = (WeightsOf(at, dimension, Choices.Word("weights")), 0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * at.Positions[(i * at.Dimensions) + dimension];
            total += weights[i];
        }

        return total > 0 ? Math.Clamp(sum / total, scale.Low, scale.High) : Weights.Mean(at, at.Positions, dimension);
    }
}
