using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The asymmetric Nash solution of one issue: the point that maximises the weighted product of what everybody gains over disagreement.</summary>
/// <param name="choices">Values of its options.</param>
public sealed class NashBargaining(ModelChoices? choices = null) : OneStepModel(choices)
{
    /// <inheritdoc/>
    public override string Id => "nash";

    /// <inheritdoc/>
    public override string Name => "Nash bargaining with disagreement";

    /// <inheritdoc/>
    public override string Paper => "Nash (1950), The bargaining problem, Econometrica 18; weights and costly disagreement as in Achen (2006), in Thomson et al. (eds.), The European Union Decides";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "Utility is 1 at one's position and falls with the distance, by 1 over the whole scale.",
        "Bargaining weights are capability times salience.",
        "Without agreement everybody is as badly off as at the far end of the scale, and by the cost below that; or, with a reference point, as well off as there.",
        "Nobody accepts less than disagreement gives: with a reference point between the positions, nothing moves.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options =>
    [
        new("loss", ["linear", "quadratic"], "How utility falls with the distance."),
        ModelOption.Number("cost", 0, 0, 1000, "How much worse disagreement is than the far end of the scale; large costs bring the quadratic model to the compromise mean."),
        new("disagreement", ["costly", "reference"], "What happens without agreement: a cost to all, or the reference point."),
        ModelOption.Number("reference", 0, 0, 1, "Where the reference point lies, as a share of the scale from its lower end."),
    ];

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new NashBargaining(choices);

    /// <inheritdoc/>
    protected override double On(Standpoints at, int dimension, Dimension scale)
    {
        var width = scale.High - scale.Low;
        var (weights, places) = (WeightsOf(at, dimension, "capability-salience"), PositionsOf(at, dimension));
        for (var i = 0; i < places.Length; i++) places[i] = (places[i] - scale.Low) / width;
        var product = new NashProduct(weights, places, Choices.Word("loss") == "quadratic", Choices.Number("cost"), Choices.Word("disagreement") == "reference" ? Choices.Number("reference") : null);
        return Math.Clamp(scale.Low + (width * product.Best()), scale.Low, scale.High);
    }
}
