using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>The expected utility model by the formulas that the paper prints.</summary>
/// <param name="choices">Values of its options.</param>
public sealed class ScholzPaper(ModelChoices? choices = null) : ExpectedUtilityModel(choices)
{
    /// <inheritdoc/>
    public override string Id => "scholz-paper";

    /// <inheritdoc/>
    public override string Name => "Expected utility, Scholz paper";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        .. base.Assumptions,
        "As printed: odds divide by the votes of the pair; distances in votes are plain; the range is that of the round; each side's expectation has its own risk exponent; the least move is taken, whatever its kind; who would lose more than the rival gains capitulates; unchallenged, a rival moves to the median.",
    ];

    private protected override ExpectedUtilityRules Variant() => ExpectedUtilityRules.Printed;

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new ScholzPaper(choices);
}
