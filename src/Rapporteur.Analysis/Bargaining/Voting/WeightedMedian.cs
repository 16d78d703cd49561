using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The position that beats every other when all vote by distance: the weighted median.</summary>
/// <param name="choices">Values of its options.</param>
public sealed class WeightedMedian(ModelChoices? choices = null) : OneStepModel(choices)
{
    /// <inheritdoc/>
    public override string Id => "median";

    /// <inheritdoc/>
    public override string Name => "Weighted median";

    /// <inheritdoc/>
    public override string Paper => "Black (1948), On the rationale of group decision-making, Journal of Political Economy 56; weighted as in Bueno de Mesquita (1994)";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "Everybody votes for what is nearer to its position; no agenda and no bargaining.",
        "Votes weigh capability times salience.",
        "Issues are settled one by one.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options => [new("weights", ["capability-salience", "salience", "capability", "equal"], "What a vote weighs.")];

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new WeightedMedian(choices);

    /// <inheritdoc/>
    protected override double On(Standpoints at, int dimension, Dimension scale) =>
        Weights.Median(WeightsOf(at, dimension, Choices.Word("weights")), PositionsOf(at, dimension));
}
