using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Battles cannot be faked, offers can: what is learned from both, and how long it takes.</summary>
public sealed class Slantchev2003 : CoercionModel
{
    private const double Sure = .95, Never = 100_000;

    /// <inheritdoc/>
    public override string Id => "slantchev";

    /// <inheritdoc/>
    public override string Name => "Principle of convergence";

    /// <inheritdoc/>
    public override string Paper => "B. L. Slantchev, “The Principle of Convergence in Wartime Negotiations”, American Political Science Review 97 (2003) 621–632.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "The opponent is strong or weak and knows which; the other side does not.",
        "Between battles offers are made. A strong opponent refuses every offer that is meant for a weak one; a weak one refuses it too, to be thought strong, with a probability that both know.",
        "How battles end does not depend on what anybody wants to be thought.",
        "Refusals and battles do not depend on each other once it is known whether the opponent is strong.",
        "War ends when expectations have come together: here, when belief is nineteen to one.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("strong", "belief before the war that the opponent is strong", .3, .001, .999),
        new("win-strong", "probability that a strong opponent wins a battle", .65, .001, .999),
        new("win-weak", "probability that a weak one does", .45, .001, .999),
        new("won", "battles that it won", 3, 0, 40, true),
        new("lost", "battles that it lost", 2, 0, 40, true),
        new("refused", "offers that it refused", 1, 0, 20, true),
        new("bluff", "probability that a weak opponent refuses such an offer", .6, 0, 1),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("after-offers", "belief that it is strong after the refusals alone"),
        ("belief", "belief after refusals and battles"),
        ("from-offers", "what the refusals added to the logarithm of the odds"),
        ("from-battles", "what the battles added to it"),
        ("battles-until-sure", "battles that it takes on average from here until belief is 95 %, if it is strong"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (prior, ifStrong, ifWeak, bluff) = (inputs[0], inputs[1], inputs[2], inputs[6]);
        var offers = Belief.After(prior, 1, bluff, inputs[5], 0);
        var belief = Belief.After(offers, ifStrong, ifWeak, inputs[3], inputs[4]);
        var battles = (inputs[3] * Math.Log(ifStrong / ifWeak)) + (inputs[4] * Math.Log((1 - ifStrong) / (1 - ifWeak)));
        // What a battle teaches on average, if it is strong: the divergence of Kullback and Leibler.
        var lesson = (ifStrong * Math.Log(ifStrong / ifWeak)) + ((1 - ifStrong) * Math.Log((1 - ifStrong) / (1 - ifWeak)));
        var refusals = inputs[5] == 0 ? 0 : bluff > 0 ? -inputs[5] * Math.Log(bluff) : double.PositiveInfinity;
        var until = belief >= Sure ? 0 : lesson <= 0 ? Never : Math.Min(Never, (Belief.LogOdds(Sure) - Belief.LogOdds(belief)) / lesson);
        return [offers, belief, refusals, battles, until];
    }
}
