using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>War because power shifts and nobody can bind himself not to use it.</summary>
public sealed class Powell2006 : CoercionModel
{
    /// <inheritdoc/>
    public override string Id => "powell";

    /// <inheritdoc/>
    public override string Name => "Commitment problem of shifting power";

    /// <inheritdoc/>
    public override string Paper => "R. Powell, “War as a Commitment Problem”, International Organization 60 (2006) 169–203.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "A declining and a rising side divide a flow of 1 in each period, without end, and value the next period at the discount.",
        "War gives the winner the whole flow from now on, less a share that war destroys for good.",
        "Everybody knows everything; only promises about later division cannot be binding.",
        "After one period the rising side's chance in war is higher by the shift, and stays there.",
        "The rising side cannot be bound to take less later than war would then give it: the most that peace can give to the declining side is the whole flow now, and later all but that.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("p", "probability that the declining side wins a war now", .7, 0, 1),
        new("shift", "by how much that falls", .4, 0, 1),
        new("discount", "worth of the next period against this one", .9, .01, .99),
        new("destroyed", "share of the flow that war destroys", .2, 0, .99),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("fight-now", "what war now is worth to the declining side, in flows of one period"),
        ("best-peace", "the most that peace can be worth to it"),
        ("threshold", "shift above which it fights; above p no shift does"),
        ("preventive-war", "1 where it fights, 0 where a peace exists that it prefers"),
        ("threshold-dictated", "the same where the rising side dictates terms later and leaves it no more than war would, as in Fearon 1995"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (p, shift, discount, left) = (inputs[0], inputs[1], inputs[2], 1 - inputs[3]);
        var rising = 1 - p;
        var fight = p * left / (1 - discount);
        var peace = 1 + (discount * (1 - (Math.Min(1, rising + shift) * left)) / (1 - discount));
        // fight > peace, or (1 − d)(δ(q + Δ) − q) > d with q = 1 − p, solved for the shift.
        var threshold = (((inputs[3] / left) + rising) / discount) - rising;
        var dictated = (1 - discount) * ((1 / left) - p) / discount;
        return [fight, peace, threshold, fight > peace ? 1 : 0, dictated];
    }
}
