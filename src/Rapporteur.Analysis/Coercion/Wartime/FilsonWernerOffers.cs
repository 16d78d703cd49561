using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>An attacker that does not know how strong the defender is makes a demand before every battle, until one is accepted or one side can fight no longer.</summary>
public sealed class FilsonWernerOffers : CoercionModel
{
    /// <inheritdoc/>
    public override string Id => "filson-werner-offers";

    /// <inheritdoc/>
    public override string Name => "Demands between battles";

    /// <inheritdoc/>
    public override string Paper => "D. Filson and S. Werner, “A Bargaining Model of War and Peace: Anticipating the Onset, Duration, and Outcome of War”, American Journal of Political Science 46 (2002) 819–837; solved as an offer by the side that does not know, after D. Fudenberg and J. Tirole, “Sequential Bargaining with Incomplete Information”, Review of Economic Studies 50 (1983) 221–247.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "The defender is strong or weak and knows which; the attacker does not. Strong is whichever of the two wins battles more often.",
        "Before every battle the attacker demands a share of what is divided, and the defender accepts, which ends the war for good, or refuses, which brings the battle.",
        "A battle costs both sides and costs its loser one unit of its means; who has none left loses everything.",
        "Nobody can be made to fight: a defender may always yield everything.",
        "The attacker learns from refusals and from battles by Bayes's rule, and everybody expects everybody to do what is best from then on (perfect Bayesian equilibrium).",
        "Who is indifferent settles.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("strong", "the attacker's belief before the war that the defender is strong", .3, .001, .999),
        new("win-strong", "probability that a strong defender wins a battle", .7, .001, .999),
        new("win-weak", "probability that a weak one does", .4, .001, .999),
        new("means-attacker", "battles that the attacker can lose before it collapses", 3, 1, 6, true),
        new("means-defender", "battles that the defender can lose before it does", 3, 1, 6, true),
        new("cost-attacker", "what a battle costs the attacker, as a share of what is divided", .05, 0, .5),
        new("cost-defender", "what it costs the defender", .05, 0, .5),
        new("discount", "worth of what comes after a battle against now", .95, .01, 1),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("demand", "share that the attacker demands before the first battle; 1 where it makes no demand that anybody would accept"),
        ("accepted", "probability that this is accepted"),
        ("war", "probability of at least one battle"),
        ("battles", "battles on average"),
        ("agreement", "probability that an agreement ends it, not a collapse"),
        ("worth-to-attacker", "what the attacker expects"),
        ("weak-gains", "what a weak defender gains by not being known as weak"),
        ("settle-belief", "belief from which on the attacker demands only what both kinds accept"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (belief, battle, start, most) = Game(inputs);
        var (course, first) = (ScreeningCourse.Of(start, battle, belief, most), start.At(belief));
        return
        [
            first.Kind == PeaceOffer.Fight ? 1 : 1 - first.Offer, course.Settled[0], 1 - course.Settled[0], course.Battles, course.Agreement, first.Worth.At(belief),
            Math.Max(0, first.Weak - start.Pieces[0].Weak), start.SettleFrom,
        ];
    }

    /// <inheritdoc/>
    protected override ImmutableArray<ComparativeStatics> Courses(ReadOnlySpan<double> inputs)
    {
        var (belief, battle, start, most) = Game(inputs);
        return ScreeningCourse.Of(start, battle, belief, most).Series();
    }

    private static (double Belief, ScreeningBattle Battle, ScreeningNode Start, int Battles) Game(ReadOnlySpan<double> inputs)
    {
        var (belief, strong, weak) = Ordered(inputs[0], inputs[1], inputs[2]);
        var (attacker, defender) = ((int)inputs[3], (int)inputs[4]);
        var battle = new ScreeningBattle(strong, weak, -inputs[5], -inputs[6], inputs[7]);
        return (belief, battle, Start(battle, attacker, defender), attacker + defender - 1);
    }

    /// <summary>The stage before the first battle of a war in which means are used up.</summary>
    internal static ScreeningNode Start(ScreeningBattle battle, int attacker, int defender)
    {
        // By the means that are left; at 0 the war is over.
        var nodes = new ScreeningNode[attacker + 1, defender + 1];
        for (var a = 0; a <= attacker; a++)
            for (var d = 0; d <= defender; d++)
                nodes[a, d] = a == 0 ? ScreeningNode.End(0, 0, 1, 1) : d == 0 ? ScreeningNode.End(1, 1, 0, 0) : ScreeningStage.Before(battle, nodes[a - 1, d], nodes[a, d - 1]);
        return nodes[attacker, defender];
    }

    /// <summary>The same with the kind that wins more often called strong.</summary>
    internal static (double Belief, double Strong, double Weak) Ordered(double belief, double strong, double weak) => strong >= weak ? (belief, strong, weak) : (1 - belief, weak, strong);
}
