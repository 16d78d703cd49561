using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>The expected utility model with the printed formulas' own faults mended.</summary>
/// <param name="choices">Values of its options.</param>
public sealed class CorrectedExpectedUtility(ModelChoices? choices = null) : ExpectedUtilityModel(choices)
{
    /// <inheritdoc/>
    public override string Id => "expected-utility";

    /// <inheritdoc/>
    public override string Name => "Expected utility, corrected";

    /// <inheritdoc/>
    public override string Paper => base.Paper + "; risk as in Bueno de Mesquita (1985), The War Trap revisited, American Political Science Review 79";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        .. base.Assumptions,
        "As the printed formulas, but an actor's danger is compared with its own at other positions, not with that of other actors; and the scale keeps the range of the first round, so that a gap does not look larger because others have moved.",
    ];

    private protected override ExpectedUtilityRules Variant() => ExpectedUtilityRules.Printed with { RangeOfNow = false, DangerElsewhere = true };

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new CorrectedExpectedUtility(choices);
}
