using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Offers of a side that does not know its opponent: held to closed forms, to every other offer that could be made, and to wars that are drawn.</summary>
public sealed class ScreeningTests
{
    private const int Games = 60;

    [Fact]
    public void With_one_battle_the_belief_that_settles_is_the_ratio_of_what_a_weak_one_saves_to_what_a_battle_wastes()
    {
        for (var game = 0UL; game < Games; game++)
        {
            var (battle, _, _) = Draw(game);
            battle = battle with { Discount = 1 };
            var node = FilsonWernerOffers.Start(battle, 1, 1);
            var (strong, weak) = (Math.Max(0, battle.WinStrong + battle.Theirs), Math.Max(0, battle.WinWeak + battle.Theirs));
            // 1 − strong = (1 − q)(1 − weak) + q (1 − win of the strong − cost).
            var fight = 1 - battle.WinStrong + battle.Ours;
            Assert.Equal((strong - weak) / (1 - weak - fight), node.SettleFrom, 1e-10);
            Assert.Equal(1 - weak, 1 - node.At(1e-6).Offer, 1e-10);
        }
    }

    [Fact]
    public void A_defender_that_is_known_settles_at_once_for_what_fighting_on_is_worth_to_it()
    {
        for (var game = 0UL; game < Games; game++)
        {
            var (battle, attacker, defender) = Draw(game);
            var same = battle with { WinWeak = battle.WinStrong };
            var node = FilsonWernerOffers.Start(same, attacker, defender);
            Assert.Equal(1 - Fight(same, attacker, defender), node.At(.4).Worth.At(.4), 1e-10);
            Assert.Equal(0, ScreeningCourse.Of(node, same, .4, attacker + defender - 1).Battles, 1e-10);
        }

        // To the end, with the right to yield everything.
        static double Fight(ScreeningBattle battle, int attacker, int defender) => attacker == 0 ? 1 : defender == 0 ? 0
            : Math.Max(0, battle.Theirs + (battle.Discount * ((battle.WinStrong * Fight(battle, attacker - 1, defender)) + ((1 - battle.WinStrong) * Fight(battle, attacker, defender - 1)))));
    }

    [Fact]
    public void Where_nothing_comes_after_a_battle_the_first_offer_is_taken()
    {
        var solution = new FilsonWernerOffers().Solution(.3, .7, .4, 3, 3, .05, .05, .01);
        Assert.Equal((1.0, 0.0), (solution[1], solution[3]));
        Assert.Equal(1, solution[0], 1);
    }

    [Fact]
    public void No_other_offer_at_any_belief_and_stage_is_worth_more_and_no_answer_either()
    {
        for (var game = 0UL; game < Games; game++)
        {
            var (battle, attacker, defender) = Draw(game);
            Check(FilsonWernerOffers.Start(battle, attacker, defender), battle, []);
        }
    }

    [Fact]
    public void Over_forts_no_other_offer_is_worth_more_either()
    {
        for (var game = 0UL; game < 12; game++)
        {
            var (battle, held, _) = Draw(game);
            battle = battle with { Ours = (1 - battle.Discount) * .3, Theirs = (1 - battle.Discount) * .2 };
            var strong = new FrontLine(5, 1 - battle.WinStrong, battle.Discount, .3, .2);
            Check(SlantchevOffers.Start(battle, strong, strong with { Win = 1 - battle.WinWeak }, held, 4), battle, []);
        }
    }

    // One-shot deviations at every stage: what a weak opponent answers is found by bisection over the belief after a refusal, apart from the solver's ranges.
    private static void Check(ScreeningNode node, ScreeningBattle battle, HashSet<ScreeningNode> seen)
    {
        if (node.IsEnd || !seen.Add(node)) return;
        for (var p = 1; p < node.Pieces.Length; p++)
        {
            Assert.Equal(node.Pieces[p - 1].To, node.Pieces[p].From);
            Assert.True(node.Pieces[p].Weak >= node.Pieces[p - 1].Weak - 1e-9, "A weak opponent gains by being thought strong.");
        }

        Assert.All(node.Pieces, piece => Assert.InRange(piece.Weak, -1e-12, node.Strong + 1e-9));
        for (var step = 1; step < 40; step++)
        {
            var belief = (step + .0137) / 40;
            var piece = node.At(belief);
            var worth = piece.Worth.At(belief);
            if (piece.Kind == PeaceOffer.Screen)
            {
                Assert.Equal(piece.Offer, Math.Max(0, Refusing(node, battle, piece.Refused)), 1e-8);
                Assert.Equal(worth, Answered(node, battle, belief, piece.Offer), 1e-8);
            }
            else if (piece.Kind == PeaceOffer.Fight) Assert.Equal(worth, Fighting(node, battle, belief), 1e-8);
            else Assert.Equal(worth, 1 - node.Strong, 1e-10);
            for (var offer = 0; offer <= 200; offer++) Assert.True(Answered(node, battle, belief, offer / 200.0) <= worth + 1e-8, $"At {belief} an offer of {offer / 200.0} gives {Answered(node, battle, belief, offer / 200.0)}, more than {worth}.");
            if (Refusing(node, battle, belief) > 1e-9) Assert.True(Fighting(node, battle, belief) <= worth + 1e-8);
        }

        Check(node.Won!, battle, seen);
        Check(node.Lost!, battle, seen);
    }

    // What a weak opponent has by refusing, if that is what is believed then; on a border the lower of two.
    private static double Refusing(ScreeningNode node, ScreeningBattle battle, double belief) => battle.Theirs + (battle.Discount * ((battle.WinWeak * node.Won!.At(battle.After(belief, true)).Weak) + ((1 - battle.WinWeak) * node.Lost!.At(battle.After(belief, false)).Weak)));

    private static double Fighting(ScreeningNode node, ScreeningBattle battle, double belief)
    {
        var (won, lost, win) = (battle.After(belief, true), battle.After(belief, false), battle.Win(belief));
        return battle.Ours + (battle.Discount * ((win * node.Won!.At(won).Worth.At(won)) + ((1 - win) * node.Lost!.At(lost).Worth.At(lost))));
    }

    private static double Answered(ScreeningNode node, ScreeningBattle battle, double belief, double offer)
    {
        if (offer >= node.Strong - 1e-12) return 1 - offer;
        double low = belief, high = 1;
        if (Refusing(node, battle, 1) <= offer + 1e-12) low = 1;
        else if (Refusing(node, battle, belief) > offer + 1e-12) high = belief;
        for (var halving = 0; halving < 60 && low < high; halving++)
        {
            var middle = (low + high) / 2;
            if (Refusing(node, battle, middle) <= offer + 1e-12) low = middle;
            else high = middle;
        }

        var refused = belief / low;
        return ((1 - refused) * (1 - offer)) + (refused * Fighting(node, battle, low));
    }

    [Fact]
    public void Wars_that_are_drawn_go_as_the_course_says_and_pay_what_the_stages_say()
    {
        const int Wars = 40_000;
        foreach (var game in new ulong[] { 3, 8, 21 })
        {
            var (battle, _, _) = Draw(game);
            var start = FilsonWernerOffers.Start(battle, 3, 2);
            var belief = .6 * start.SettleFrom;
            var course = ScreeningCourse.Of(start, battle, belief, 4);
            var (ours, theirs, battles, settled, weakWars) = (0.0, 0.0, 0L, 0, 0);
            for (var war = 0; war < Wars; war++)
            {
                var chance = new ChanceStream(game, (ulong)war);
                var isStrong = chance.Unit() < belief;
                var (node, believed, discount, attacker, defender) = (start, belief, 1.0, 0.0, 0.0);
                while (true)
                {
                    if (node.IsEnd)
                    {
                        attacker += discount * node.Pieces[0].Worth.At(isStrong ? 1 : 0);
                        defender += discount * (isStrong ? node.Strong : node.Pieces[0].Weak);
                        break;
                    }

                    var piece = node.At(believed);
                    var takes = piece.Kind == PeaceOffer.Pool || (piece.Kind == PeaceOffer.Screen && !isStrong && chance.Unit() < (1 - (believed / piece.Refused)) / (1 - believed));
                    if (takes)
                    {
                        (attacker, defender, settled) = (attacker + (discount * (1 - piece.Offer)), defender + (discount * piece.Offer), settled + 1);
                        break;
                    }

                    if (piece.Kind == PeaceOffer.Screen) believed = piece.Refused;
                    (attacker, defender, battles) = (attacker + (discount * battle.Ours), defender + (discount * battle.Theirs), battles + 1);
                    discount *= battle.Discount;
                    var won = chance.Unit() < (isStrong ? battle.WinStrong : battle.WinWeak);
                    (node, believed) = (won ? node.Won! : node.Lost!, battle.After(believed, won));
                }

                ours += attacker;
                if (isStrong) continue;
                (theirs, weakWars) = (theirs + defender, weakWars + 1);
            }

            Assert.Equal(start.At(belief).Worth.At(belief), ours / Wars, .01);
            Assert.Equal(start.At(belief).Weak, theirs / weakWars, .01);
            Assert.Equal(course.Battles, (double)battles / Wars, .02);
            Assert.Equal(course.Agreement, (double)settled / Wars, .01);
        }
    }

    [Theory]
    [InlineData(.3, .7, .4, 3, 3)]
    [InlineData(.2, .8, .5, 2, 4)]
    [InlineData(.5, .6, .3, 4, 2)]
    public void Costlier_battles_make_a_doubtful_attacker_settle_sooner_and_a_firm_belief_ends_the_war(double strong, double winStrong, double winWeak, int attacker, int defender)
    {
        // The average number of battles need not fall step by step: a cheap war is screened fast. What falls is the belief from which everybody is offered peace.
        var model = new FilsonWernerOffers();
        var settle = double.PositiveInfinity;
        foreach (var cost in new[] { .0, .02, .05, .1, .2, .4 })
        {
            var solution = model.Solution(strong, winStrong, winWeak, attacker, defender, cost, cost, 1);
            Assert.True(solution[7] <= settle + 1e-9, $"cost {cost}: belief {solution[7]}");
            settle = solution[7];
            if (cost >= .4) Assert.True(solution[3] < 1e-9, $"cost {cost}: {solution[3]} battles");
        }

        // Near either end of the belief expectations agree, and there is next to no war left.
        Assert.InRange(model.Solution(.001, winStrong, winWeak, attacker, defender, .05, .05, 1)[3], 0, .1);
        Assert.Equal(0, model.Solution(.999, winStrong, winWeak, attacker, defender, .05, .05, 1)[3], 9);
    }

    private static (ScreeningBattle Battle, int Attacker, int Defender) Draw(ulong game)
    {
        var chance = new ChanceStream(77, game);
        var (one, other) = (.05 + (.9 * chance.Unit()), .05 + (.9 * chance.Unit()));
        return (new(Math.Max(one, other), Math.Min(one, other), -.15 * chance.Unit(), -.15 * chance.Unit(), .7 + (.3 * chance.Unit())), 1 + chance.Below(4), 1 + chance.Below(4));
    }
}
