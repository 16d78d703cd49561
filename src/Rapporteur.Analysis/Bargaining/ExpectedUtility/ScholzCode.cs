using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>The expected utility model as the published code computes it: it reproduces the paper's table, and not the paper's formulas.</summary>
/// <param name="choices">Values of its options.</param>
public sealed class ScholzCode(ModelChoices? choices = null) : ExpectedUtilityModel(choices)
{
    /// <inheritdoc/>
    public override string Id => "scholz-code";

    /// <inheritdoc/>
    public override string Name => "Expected utility, Scholz code";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        .. base.Assumptions,
        "As the code has it: odds divide by all votes over all pairs of actors; distances in votes are raised to the risk exponent; the range is that of the first round; both expectations are the mover's; of several compromises the lowest weighted position is taken, not the nearest; nobody capitulates; what the rival would do unchallenged is left out; of equal offers the first in the file is taken.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options =>
    [
        new("probability", ["triples", "pairs"], "What the odds of a fight divide by: all votes over all pairs of actors, or the votes of the pair."),
        new("offer", ["lowest", "least"], "Which compromise is taken: the one with the lowest weighted position, or the one that asks for the least move."),
        .. Common("rounds"),
    ];

    private protected override ExpectedUtilityRules Variant() => new()
    {
        FileOrder = true,
        RiskyVotes = true,
        PairOdds = Choices.Word("probability") == "pairs",
        LeastCompromise = Choices.Word("offer") == "least",
    };

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new ScholzCode(choices);
}
