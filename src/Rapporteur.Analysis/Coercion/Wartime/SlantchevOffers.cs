using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Bargaining while fighting over forts: the front moves with every refused offer, and offers and battles both tell how strong the opponent is.</summary>
public sealed class SlantchevOffers : CoercionModel
{
    /// <inheritdoc/>
    public override string Id => "slantchev-offers";

    /// <inheritdoc/>
    public override string Name => "Offers while the front moves";

    /// <inheritdoc/>
    public override string Paper => "B. L. Slantchev, “The Principle of Convergence in Wartime Negotiations”, American Political Science Review 97 (2003) 621–632: its war and, with everything known, its alternating offers; with a hidden strength offers by the side that does not know, as in D. Fudenberg and J. Tirole, Review of Economic Studies 50 (1983) 221–247.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "Two sides divide a flow of 1 a period, without end; while they fight each has a smaller flow of its own.",
        "After every refused offer a battle moves the front by one fort; whoever holds them all has the whole flow from then on.",
        "Our side does not know whether the opponent is strong or weak, the opponent does. Strong is whichever of the two wins battles more often.",
        "Our side makes an offer in each round; after the last round both fight to the end.",
        "It learns from refusals and from battles by Bayes's rule, and everybody expects everybody to do what is best from then on (perfect Bayesian equilibrium). Who is indifferent settles.",
        "Where the strength is known, the two make offers in turn without end, ours first.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("strong", "belief before the war that the opponent is strong", .3, .001, .999),
        new("win-strong", "probability that a strong opponent wins a battle", .65, .001, .999),
        new("win-weak", "probability that a weak one does", .4, .001, .999),
        new("held", "forts that our side holds; at most one fewer than there are", 3, 1, 11, true),
        new("forts", "forts in all", 6, 2, 12, true),
        new("rounds", "rounds of offers", 6, 1, 10, true),
        new("war-flow", "what a period of war is worth to our side", .3, 0, .5),
        new("war-flow-opponent", "what it is worth to the opponent", .3, 0, .5),
        new("discount", "worth of the next period against this one", .9, .01, .999),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("demand", "share that our side keeps for itself in its first offer; 1 where it makes none that anybody would accept"),
        ("accepted", "probability that this is accepted"),
        ("war", "probability of at least one battle"),
        ("battles", "battles on average while offers are made"),
        ("agreement", "probability that an agreement ends it before the rounds are over or all forts are taken"),
        ("worth", "what our side expects"),
        ("belief-refused", "belief that the opponent is strong after the first offer was refused, before the battle"),
        ("settle-belief", "belief from which on our side offers what both kinds accept"),
        ("known-weak", "our share by alternating offers if the opponent is known to be weak"),
        ("known-strong", "the same if it is known to be strong"),
        ("fight-weak", "what fighting to the end against a weak one is worth to our side"),
        ("fight-strong", "what it is worth against a strong one"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (belief, battle, start, held, strong, weak, rounds) = Game(inputs);
        var (course, first) = (ScreeningCourse.Of(start, battle, belief, rounds), start.At(belief));
        var refused = first.Kind switch { PeaceOffer.Pool => 1, PeaceOffer.Screen => first.Refused, _ => belief };
        return
        [
            first.Kind == PeaceOffer.Fight ? 1 : 1 - first.Offer, course.Settled[0], 1 - course.Settled[0], course.Battles, course.Agreement, first.Worth.At(belief), refused, start.SettleFrom,
            weak.Offers().First[held], strong.Offers().First[held], weak.FightFirst()[held], strong.FightFirst()[held],
        ];
    }

    /// <inheritdoc/>
    protected override ImmutableArray<ComparativeStatics> Courses(ReadOnlySpan<double> inputs)
    {
        var (belief, battle, start, _, _, _, rounds) = Game(inputs);
        return ScreeningCourse.Of(start, battle, belief, rounds).Series();
    }

    private static (double Belief, ScreeningBattle Battle, ScreeningNode Start, int Held, FrontLine Strong, FrontLine Weak, int Rounds) Game(ReadOnlySpan<double> inputs)
    {
        var (belief, winStrong, winWeak) = FilsonWernerOffers.Ordered(inputs[0], inputs[1], inputs[2]);
        var (forts, rounds, discount) = ((int)inputs[4], (int)inputs[5], inputs[8]);
        var held = Math.Min((int)inputs[3], forts - 1);
        var strong = new FrontLine(forts, 1 - winStrong, discount, inputs[6], inputs[7]);
        var battle = new ScreeningBattle(winStrong, winWeak, (1 - discount) * inputs[6], (1 - discount) * inputs[7], discount);
        var weak = strong with { Win = 1 - winWeak };
        return (belief, battle, Start(battle, strong, weak, held, rounds), held, strong, weak, rounds);
    }

    /// <summary>The stage before the first battle.</summary>
    internal static ScreeningNode Start(ScreeningBattle battle, FrontLine strong, FrontLine weak, int held, int rounds)
    {
        var (ourStrong, ourWeak, theirStrong, theirWeak) = (strong.FightFirst(), weak.FightFirst(), strong.FightSecond(), weak.FightSecond());
        var forts = strong.Forts;
        var nodes = new ScreeningNode[forts + 1];
        for (var k = 0; k <= forts; k++) nodes[k] = ScreeningNode.End(ourStrong[k], ourWeak[k], theirStrong[k], theirWeak[k]);
        for (var round = rounds - 1; round >= 0; round--)
        {
            var before = (ScreeningNode[])nodes.Clone();
            // Only the positions that the front can have reached by then.
            for (var k = Math.Max(1, held - round); k <= Math.Min(forts - 1, held + round); k++) before[k] = ScreeningStage.Before(battle, nodes[k - 1], nodes[k + 1]);
            nodes = before;
        }

        return nodes[held];
    }
}
