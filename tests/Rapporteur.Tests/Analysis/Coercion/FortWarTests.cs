using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Smith and Stam's war over forts, with bargaining between sides that believe different things.</summary>
public sealed class FortWarTests
{
    private static readonly SmithStamOffers Model = new();

    [Theory]
    [InlineData(.6, .5, .05, .04, 1)]
    [InlineData(.6, .5, .05, .06, 0)]
    [InlineData(.8, .2, .1, .1, 1)]
    [InlineData(.4, .5, 0, 0, 0)]
    public void With_one_battle_they_fight_where_their_hopes_are_further_apart_than_the_battle_costs(double a, double b, double costA, double costB, double war)
    {
        var solution = Model.Solution(a, b, 4, .5, 1, 2, costA, costB, .5, 200);
        Assert.Equal(a - b - costA - costB, solution[0], 1e-12);
        Assert.Equal(war, solution[1]);
        if (war == 0) Assert.Equal(a - costA + (.5 * (1 - (a - costA) - (1 - b - costB))), solution[6], 1e-12);
    }

    [Fact]
    public void Sides_that_believe_the_same_settle_at_once_even_where_battles_cost_nothing()
    {
        foreach (var weight in new[] { .5, 4.0, 100 })
            foreach (var cost in new[] { 0, .01, .3 }) Assert.Equal((0.0, 0.0), (Model.Solution(.6, .6, weight, .4, 4, 9, cost, cost, .3, 150)[1], Model.Solution(.6, .6, weight, .4, 4, 9, cost, cost, .3, 150)[2]));
    }

    [Theory]
    [InlineData(.5, 3, 6)]
    [InlineData(.6, 2, 7)]
    public void Sides_that_never_learn_fight_to_the_last_fort_as_in_the_gamblers_ruin(double p, int held, int forts)
    {
        var solution = Model.Solution(.95, .05, 1000, p, held, forts, 0, 0, .5, 400);
        Assert.Equal(SmithStam2004.Win(p, held, forts), solution[4], 1e-9);
        Assert.Equal(new SmithStam2004().Solution(p, held, forts)[1], solution[2], 1e-6);
        Assert.Equal(0, solution[3], 1e-9);
    }

    [Theory]
    [InlineData(.65, .35, 4, .5, 3, 6, .02, .02, .5)]
    [InlineData(.7, .45, 2, .6, 2, 6, .01, .05, .2)]
    [InlineData(.9, .3, 1, .3, 4, 8, 0, .02, 1)]
    public void Every_course_of_battles_told_one_by_one_gives_the_same_war(double a, double b, double weight, double p, int held, int forts, double costA, double costB, double surplus)
    {
        const int Most = 11;
        var solution = Model.Solution(a, b, weight, p, held, forts, costA, costB, surplus, Most);
        var (battles, agreement, all) = (0.0, 0.0, 0.0);
        Follow([], 1);
        Assert.Equal(battles, solution[2], 1e-12);
        Assert.Equal(agreement, solution[3], 1e-12);
        Assert.Equal(all, solution[4], 1e-12);

        void Follow(List<bool> course, double chance)
        {
            var (_, _, settles) = Stage(course);
            var k = Forts(course);
            if (k == 0) return;
            if (k == forts) all += chance;
            else if (settles) agreement += chance;
            else
            {
                battles += chance;
                Follow([.. course, true], chance * p);
                Follow([.. course, false], chance * (1 - p));
            }
        }

        int Forts(List<bool> course) => held + course.Count(won => won) - course.Count(won => !won);

        // What each side expects after this course of battles, reckoned by counting the battles of the course.
        (double A, double B, bool Settles) Stage(List<bool> course)
        {
            var k = Forts(course);
            if (k == 0) return (0, 1, true);
            if (k == forts) return (1, 0, true);
            if (course.Count == Most) return ((double)k / forts, 1 - ((double)k / forts), true);
            var (won, lost) = (Stage([.. course, true]), Stage([.. course, false]));
            var (winA, winB) = (((a * weight) + course.Count(w => w)) / (weight + course.Count), ((b * weight) + course.Count(w => w)) / (weight + course.Count));
            var fightA = (winA * won.A) + ((1 - winA) * lost.A) - costA;
            var fightB = (winB * won.B) + ((1 - winB) * lost.B) - costB;
            if (Math.Max(0, fightA) + Math.Max(0, fightB) > 1 + 1e-12) return (fightA, fightB, false);
            var share = Math.Max(0, fightA) + (surplus * (1 - Math.Max(0, fightA) - Math.Max(0, fightB)));
            return (share, 1 - share, true);
        }
    }

    [Fact]
    public void Wars_that_are_drawn_take_as_long_and_end_where_the_stages_say()
    {
        double[] inputs = [.65, .35, 4, .55, 5, 10, .02, .02, .5, 200];
        var (war, course) = (new FortWar(inputs), new FortWar(inputs).Course(.55));
        const int Wars = 20_000;
        var (battles, byFort) = (0L, new double[11]);
        for (var draw = 0; draw < Wars; draw++)
        {
            var (chance, k, fought) = (new ChanceStream(4, (ulong)draw), 5, 0);
            for (; k is > 0 and < 10 && !war.Settles(fought, k); fought++) k += chance.Unit() < .55 ? 1 : -1;
            battles += fought;
            if (k is > 0 and < 10) byFort[k]++;
        }

        Assert.Equal(course.Battles, battles / (double)Wars, .06);
        for (var k = 0; k <= 10; k++) Assert.Equal(course.ByFort[k], byFort[k] / Wars, .012);
        Assert.Equal(1, course.Agreement + course.TakesAll + course.LosesAll, 1e-9);
    }

    [Fact]
    public void Greater_hopes_and_stiffer_beliefs_prolong_a_war_and_costs_shorten_it()
    {
        Rises(x => Model.Solution(x, .35, 4, .5, 5, 10, .02, .02, .5, 200)[2], .4, .9);
        Rises(x => -Model.Solution(.65, x, 4, .5, 5, 10, .02, .02, .5, 200)[2], .1, .6);
        Rises(x => Model.Solution(.65, .35, x, .5, 5, 10, .02, .02, .5, 200)[2], 1, 30);
        Rises(x => -Model.Solution(.65, .35, 4, .5, 5, 10, x, .02, .5, 200)[2], 0, .2);
        Rises(x => -Model.Solution(.65, .35, 4, .5, 5, 10, x, x, .5, 200)[2], 0, .2);

        static void Rises(Func<double, double> value, double from, double to)
        {
            var before = double.NegativeInfinity;
            for (var step = 0; step <= 25; step++)
            {
                var at = from + ((to - from) * step / 25);
                Assert.True(value(at) >= before - 1e-9, $"At {at}: {value(at)} after {before}.");
                before = value(at);
            }

            Assert.True(before > value(from) + .1);
        }
    }

    [Fact]
    public void Every_battle_brings_beliefs_closer_and_in_the_end_they_settle() =>
        Assert.Equal(1, Model.Solution(.8, .2, 3, .5, 20, 40, .02, .02, .5, 400)[3], .02);
}
