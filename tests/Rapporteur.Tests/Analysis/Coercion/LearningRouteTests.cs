using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What battles, offers and deadlines teach, counted out: every course of events with its exact chance.</summary>
public sealed class LearningRouteTests
{
    [Theory]
    [InlineData(30, 70, 40, 2, 1)]
    [InlineData(60, 55, 35, 0, 5)]
    [InlineData(5, 90, 10, 4, 3)]
    public void Filson_and_Werner_belief_is_the_share_of_courses_in_which_the_defender_is_strong(int prior, int strong, int weak, int won, int lost)
    {
        var courses = Courses(Fraction.Percent(strong), won, lost);
        var (yes, no) = (Fraction.Percent(prior) * courses, (Fraction.One - Fraction.Percent(prior)) * Courses(Fraction.Percent(weak), won, lost));
        Assert.Equal((yes / (yes + no)).Value, new FilsonWerner2002().Solution(prior / 100.0, strong / 100.0, weak / 100.0, won, lost, .3, .6, .1)[0], 12);
    }

    // All courses of as many battles, one by one; those with that many wins count.
    private static Fraction Courses(Fraction chance, int won, int lost)
    {
        var sum = Fraction.Zero;
        for (var course = 0; course < 1 << (won + lost); course++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)course) != won) continue;
            var one = Fraction.One;
            for (var battle = 0; battle < won + lost; battle++) one *= ((course >> battle) & 1) == 1 ? chance : Fraction.One - chance;
            sum += one;
        }

        return sum;
    }

    [Theory]
    [InlineData(30, 70, 40, 2, 1, 30, 60, 10)]
    [InlineData(10, 60, 50, 0, 0, 45, 60, 20)]
    [InlineData(50, 80, 20, 1, 0, 20, 90, 5)]
    public void Filson_and_Werner_demand_and_battles_to_settle_come_from_comparing_both_demands_battle_by_battle(int prior, int strong, int weak, int won, int lost, int small, int large, int fight)
    {
        var solution = new FilsonWerner2002().Solution(prior / 100.0, strong / 100.0, weak / 100.0, won, lost, small / 100.0, large / 100.0, fight / 100.0);
        bool Settles(int further)
        {
            var (yes, no) = (Fraction.Percent(prior) * Courses(Fraction.Percent(strong), won + further, lost), (Fraction.One - Fraction.Percent(prior)) * Courses(Fraction.Percent(weak), won + further, lost));
            var belief = yes / (yes + no);
            return Fraction.Percent(small) >= (belief * Fraction.Percent(fight)) + ((Fraction.One - belief) * Fraction.Percent(large));
        }

        var battles = 0;
        while (!Settles(battles)) battles++;
        Assert.Equal(battles, solution[3]);
        Assert.Equal(battles == 0 ? 1 : 0, solution[2]);
    }

    [Theory]
    [InlineData(30, 65, 45, 3, 2, 1, 60)]
    [InlineData(50, 40, 60, 2, 2, 3, 90)]
    public void Slantchev_belief_is_the_share_of_courses_of_offers_and_battles(int prior, int strong, int weak, int won, int lost, int refused, int bluff)
    {
        var (yes, no) = (Fraction.Percent(prior) * Courses(Fraction.Percent(strong), won, lost), (Fraction.One - Fraction.Percent(prior)) * Courses(Fraction.Percent(weak), won, lost) * Courses(Fraction.Percent(bluff), refused, 0));
        Assert.Equal((yes / (yes + no)).Value, new Slantchev2003().Solution(prior / 100.0, strong / 100.0, weak / 100.0, won, lost, refused, bluff / 100.0)[1], 12);
    }

    [Fact]
    public void Slantchev_battles_until_sure_are_those_of_drawn_wars_less_what_the_last_battle_overshoots()
    {
        var solution = new Slantchev2003().Solution(.3, .65, .45, 0, 0, 0, .6);
        var lesson = (.65 * Math.Log(.65 / .45)) + (.35 * Math.Log(.35 / .55));
        var (battles, reached) = (0L, 0.0);
        const int Wars = 4000;
        for (var war = 0; war < Wars; war++)
        {
            var (chance, odds) = (new ChanceStream(3, (ulong)war), Belief.LogOdds(.3));
            for (; odds < Belief.LogOdds(.95); battles++) odds += chance.Unit() < .65 ? Math.Log(.65 / .45) : Math.Log(.35 / .55);
            reached += odds - Belief.LogOdds(.95);
        }

        // Wald's identity: battles × lesson = way + overshoot.
        Assert.Equal(solution[4], (battles / (double)Wars) - (reached / Wars / lesson), solution[4] * .04);
        Assert.InRange(reached / Wars, 0, Math.Log(.65 / .45));
    }

    [Theory]
    [InlineData(60, 30, 40, 15, 40, 3)]
    [InlineData(60, 30, 40, 5, 40, 3)]
    [InlineData(80, 30, 50, 0, 90, 6)]
    [InlineData(60, 30, 40, 10, 25, 4)]
    public void An_ultimatum_is_carried_out_as_often_as_in_the_tree_of_its_deadlines(int p, int cost, int concession, int audience, int extension, int deadlines)
    {
        // At a deadline that is not extended: carry out or back down, whichever is worth more; all courses of extensions, in fractions.
        var carriesOut = Fraction.Percent(p) - Fraction.Percent(cost) >= Fraction.Percent(concession) - Fraction.Percent(audience);
        var (acted, expected, left) = (Fraction.Zero, 0.0, Fraction.One);
        for (var deadline = 1; deadline <= 400; deadline++)
        {
            var ends = left * (Fraction.One - Fraction.Percent(extension));
            if (carriesOut && deadline <= deadlines) acted += ends;
            expected += deadline * ends.Value;
            left -= ends;
        }

        var solution = new Ultimatum().Solution(p / 100.0, cost / 100.0, concession / 100.0, audience / 100.0, extension / 100.0, deadlines);
        Assert.Equal(carriesOut ? 1 : 0, solution[0]);
        Assert.Equal(acted.Value, solution[3], 12);
        Assert.Equal(expected, solution[4], 9);
    }
}
