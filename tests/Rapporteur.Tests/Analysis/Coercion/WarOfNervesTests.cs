using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Fearon's crisis with audience costs that grow, held to what every kind of either side could do instead.</summary>
public sealed class WarOfNervesTests
{
    private static readonly Fearon1994 Model = new();

    [Fact]
    public void Whoever_backs_down_is_indifferent_when_and_nobody_gains_by_any_other_plan()
    {
        for (var draw = 0UL; draw < 60; draw++)
        {
            var (one, two, prize, worst1, worst2) = Draw(draw);
            var crisis = new WarOfNerves(one, two, prize, worst1, worst2);
            Assert.Equal(0, Math.Min(crisis.Worth(1), crisis.Worth(2)));
            for (var side = 1; side <= 2; side++)
            {
                var (audience, worst) = side == 1 ? (one, worst1) : (two, worst2);
                // Who would rather back down at the horizon than fight is just the share that has backed down by then.
                Assert.Equal(Math.Max(0, 1 - (audience * crisis.Horizon / worst)), crisis.Quit(side, crisis.Horizon), 1e-9);
                for (var kind = 0; kind <= 20; kind++)
                {
                    var cost = worst * kind / 20;
                    var plan = Math.Max(crisis.Worth(side), Attack(cost, crisis.Horizon));
                    Assert.Equal(plan, cost > audience * crisis.Horizon ? crisis.Worth(side) : Attack(cost, crisis.Horizon), 1e-9);
                    for (var step = 1; step <= 50; step++)
                    {
                        var time = crisis.Horizon * step / 50;
                        var quits = crisis.Quit(3 - side, time);
                        Assert.Equal(crisis.Worth(side), (quits * prize) - ((1 - quits) * audience * time), 1e-9);
                        Assert.True(Attack(cost, time) <= plan + 1e-9);
                    }
                }

                double Attack(double cost, double time) => (crisis.Quit(3 - side, time) * prize) - ((1 - crisis.Quit(3 - side, time)) * cost);
            }
        }
    }

    [Fact]
    public void Rates_of_backing_down_add_up_to_its_probability_and_the_length_to_its_integral()
    {
        for (var draw = 0UL; draw < 20; draw++)
        {
            var (one, two, prize, worst1, worst2) = Draw(draw);
            var crisis = new WarOfNerves(one, two, prize, worst1, worst2);
            const int Steps = 4000;
            var step = crisis.Horizon / Steps;
            var (stand1, stand2, length) = (1.0, 1.0, 0.0);
            for (var i = 0; i < Steps; i++)
            {
                var time = (i + .5) * step;
                length += step * stand1 * stand2 * Math.Exp(-.5 * step * (crisis.Hazard(1, time) + crisis.Hazard(2, time)));
                (stand1, stand2) = (stand1 * Math.Exp(-step * crisis.Hazard(1, time)), stand2 * Math.Exp(-step * crisis.Hazard(2, time)));
            }

            Assert.Equal(1 - crisis.BacksDown(1), stand1, 1e-6);
            Assert.Equal(1 - crisis.BacksDown(2), stand2, 1e-6);
            Assert.Equal(length, crisis.Length, 1e-6 * Math.Max(1, length));
        }

        // Equal audience costs: ∫ v²/(v + a t)² = v t/(v + a t).
        var even = new WarOfNerves(2, 2, 1, 3, 3);
        Assert.Equal(even.Horizon / (1 + (2 * even.Horizon)), even.Length, 1e-12);
    }

    [Fact]
    public void The_side_with_the_stronger_audience_is_less_likely_to_back_down_whatever_war_costs()
    {
        for (var draw = 0UL; draw < 200; draw++)
        {
            var (one, two, prize, worst1, worst2) = Draw(draw);
            var solution = Model.Solution(one, two, prize, worst1, worst2, 1, 1);
            Assert.Equal(one > two, solution[4] < solution[5]);
            // The odds have their closed form.
            var odds = ((one * prize) + (one * two * solution[0])) / ((two * prize) + (one * two * solution[0]));
            Assert.Equal(odds, solution[5] / solution[4], 1e-9);
        }
    }

    [Fact]
    public void Equal_audiences_that_grow_together_hasten_the_end_and_leave_the_risk_of_war()
    {
        var (slow, fast) = (Model.Solution(1, 1, 1, 2, 2, 1, 1), Model.Solution(3, 3, 1, 2, 2, 1, 1));
        Assert.True(fast[0] < slow[0]);
        Assert.Equal(slow[7], fast[7], 1e-12);
        Assert.Equal((Math.Sqrt(9) - 1) / 2, slow[0], 1e-12);
    }

    [Theory]
    [InlineData(1, .5, 1, 1, 1)]
    [InlineData(1, 2, 1, 1.5, 1)]
    [InlineData(3, 2, .5, 2, 1)]
    [InlineData(.7, .9, 2, .6, 1.2)]
    public void Where_both_know_all_the_crisis_played_backwards_ends_before_it_begins(double one, double two, double prize, double cost1, double cost2)
    {
        // Ticks up to a time at which both would rather fight; at each tick side 1 moves, then side 2: back down, attack or go on.
        const int Ticks = 4000;
        var last = 1.1 * Math.Max(cost1 / one, cost2 / two);
        var (worth1, worth2, yields) = (-cost1, -cost2, 0);
        for (var tick = Ticks - 1; tick >= 0; tick--)
        {
            var time = last * tick / Ticks;
            yields = 0;
            var (quit2, attack2, goOn2) = (-two * time, -cost2, worth2);
            if (quit2 > Math.Max(attack2, goOn2)) (worth1, worth2, yields) = (prize, quit2, 2);
            else if (attack2 > goOn2) (worth1, worth2) = (-cost1, -cost2);
            var (quit1, attack1, goOn1) = (-one * time, -cost1, worth1);
            if (quit1 > Math.Max(attack1, goOn1)) (worth1, worth2, yields) = (quit1, prize, 1);
            else if (attack1 > goOn1) (worth1, worth2, yields) = (-cost1, -cost2, 0);
        }

        var solution = Model.Solution(one, two, prize, 2, 2, cost1, cost2);
        Assert.Equal(yields, solution[11]);
        Assert.Equal(Math.Min(cost1 / one, cost2 / two), solution[12], 1e-12);
    }

    [Fact]
    public void Crises_that_are_drawn_end_in_war_and_last_as_the_formulas_say()
    {
        const int Crises = 40_000;
        var crisis = new WarOfNerves(1, .5, 1, 2, 3);
        var solution = Model.Solution(1, .5, 1, 2, 3, 1, 1);
        var (wars, begun, length) = (0, 0, 0.0);
        for (var draw = 0; draw < Crises; draw++)
        {
            var chance = new ChanceStream(6, (ulong)draw);
            var (first, second) = (Plan(1, 2 * chance.Unit(), 1, chance.Unit()), Plan(2, 3 * chance.Unit(), .5, chance.Unit()));
            var ends = Math.Min(Math.Min(first, second), crisis.Horizon);
            if (ends == 0) continue;
            begun++;
            length += ends;
            if (first > crisis.Horizon && second > crisis.Horizon) wars++;
        }

        Assert.Equal(solution[6], wars / (double)Crises, .01);
        Assert.Equal(solution[3], begun / (double)Crises, .01);
        Assert.Equal(solution[8], length / begun, .01);

        // Who would rather fight at the horizon holds on; of the others a share Q(t)/Q(horizon) has backed down by t.
        double Plan(int side, double cost, double audience, double luck)
        {
            if (cost < audience * crisis.Horizon) return double.PositiveInfinity;
            double target = luck * crisis.Quit(side, crisis.Horizon), low = 0, high = crisis.Horizon;
            if (target <= crisis.Quit(side, 0)) return 0;
            for (var halving = 0; halving < 50; halving++)
            {
                var middle = (low + high) / 2;
                if (crisis.Quit(side, middle) < target) low = middle;
                else high = middle;
            }

            return low;
        }
    }

    private static (double One, double Two, double Prize, double Worst1, double Worst2) Draw(ulong draw)
    {
        var chance = new ChanceStream(31, draw);
        return (.1 + (4 * chance.Unit()), .1 + (4 * chance.Unit()), .2 + (2 * chance.Unit()), .2 + (4 * chance.Unit()), .2 + (4 * chance.Unit()));
    }
}
