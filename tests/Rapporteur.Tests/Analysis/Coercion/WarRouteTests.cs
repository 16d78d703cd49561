using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Wars and demands worked a second way: trees of the game played backwards, exact fractions, chance that is drawn.</summary>
public sealed class WarRouteTests
{
    [Theory]
    [InlineData(50, 10, 40)]
    [InlineData(30, 5, 80)]
    [InlineData(90, 10, 60)]
    [InlineData(40, 50, 40)]
    [InlineData(40, 10, 80)]
    public void Fearon_the_tree_of_the_demand_played_backwards_ends_where_the_formula_says(int p, int costA, int greatest)
    {
        // B's cost is one of a thousand, every one as likely; B compares, A tries every thousandth that it could demand. Thousandths throughout, costs in the middle of their steps.
        const int Kinds = 1000;
        var (best, demand, war) = (double.NegativeInfinity, 0, 0.0);
        for (var x = 0; x <= 1000; x++)
        {
            var fights = 0;
            for (var kind = 0; kind < Kinds; kind++)
            {
                var cost = greatest * 10 * (kind + .5) / Kinds;
                if (1000 - x < 1000 - (10 * p) - cost) fights++;
            }

            var worth = (((Kinds - fights) * (double)x) + (fights * 10.0 * (p - costA))) / Kinds;
            if (worth > best) (best, demand, war) = (worth, x, (double)fights / Kinds);
        }

        var solution = new Fearon1995().Solution(p / 100.0, costA / 100.0, .2, greatest / 100.0);
        Assert.Equal(demand / 1000.0, solution[2], .002);
        Assert.Equal(war, solution[3], .004);
        Assert.Equal(best / 1000, solution[4], .001);
    }

    [Theory]
    [InlineData(70, 40, 95, 20, true)]
    [InlineData(70, 40, 95, 40, false)]
    public void Powell_a_large_fast_shift_brings_war_and_a_costlier_war_covers_it(int p, int shift, int discount, int destroyed, bool isWar)
    {
        // Both cases stand as such in the notes of a public teaching tool on the paper (pp. 181-183; there by the rising side's chance, .3, and its shift).
        var solution = new Powell2006().Solution(p / 100.0, shift / 100.0, discount / 100.0, destroyed / 100.0);
        Assert.Equal(isWar ? 1 : 0, solution[3]);
    }

    [Fact]
    public void Powell_no_division_that_the_rising_side_keeps_to_is_worth_more_than_the_best_peace()
    {
        for (var draw = 0; draw < 60; draw++)
        {
            var chance = new ChanceStream(11, (ulong)draw);
            var (p, discount, destroyed) = (chance.Unit(), .5 + (.45 * chance.Unit()), .6 * chance.Unit());
            var shift = p * chance.Unit();
            var solution = new Powell2006().Solution(p, shift, discount, destroyed);

            // Later every period: what the declining side gets is kept to as long as the other side has no more of a war, reckoned period by period from the far end.
            var best = 0.0;
            for (var share = 0; share <= 1000; share++)
            {
                var (declining, rising, war) = (0.0, 0.0, 0.0);
                for (var period = 0; period < 600; period++)
                {
                    declining = (share / 1000.0) + (discount * declining);
                    rising = 1 - (share / 1000.0) + (discount * rising);
                    war = ((1 - p + shift) * (1 - destroyed)) + (discount * war);
                }

                if (rising >= war - 1e-12) best = 1 + (discount * declining);
            }

            Assert.InRange(best, solution[1] - (.0011 / (1 - discount)), solution[1] + 1e-9);
            if (Math.Abs(solution[0] - solution[1]) > .0011 / (1 - discount)) Assert.Equal(solution[0] > best ? 1 : 0, solution[3]);
        }
    }

    [Theory]
    [InlineData(45, 9, 10)]
    [InlineData(50, 9, 10)]
    [InlineData(50, 90, 100)]
    [InlineData(45, 90, 100)]
    [InlineData(45, 99, 100)]
    [InlineData(40, 90, 100)]
    [InlineData(40, 99, 100)]
    [InlineData(99, 1, 40)]
    [InlineData(1, 39, 40)]
    public void Smith_and_Stam_the_ruin_is_that_of_its_equations_solved_in_fractions(int percent, int held, int forts)
    {
        var solution = new SmithStam2004().Solution(percent / 100.0, held, forts);
        Assert.Equal(Walk(Fraction.Percent(percent), held, forts, Fraction.Zero, Fraction.One).Value, solution[0], 12);
        var battles = Walk(Fraction.Percent(percent), held, forts, Fraction.One, Fraction.Zero).Value;
        Assert.Equal(1, solution[1] / battles, 10);
    }

    // f(k) = each + p f(k+1) + q f(k−1), f(0) = 0, f(forts) = last: written as f(k) = a(k) f(k+1) + b(k) upwards, then read off downwards.
    private static Fraction Walk(Fraction p, int held, int forts, Fraction each, Fraction last)
    {
        var (q, rows) = (Fraction.One - p, new (Fraction A, Fraction B)[forts]);
        rows[0] = (Fraction.Zero, Fraction.Zero);
        for (var k = 1; k < forts; k++)
        {
            var pivot = Fraction.One - (q * rows[k - 1].A);
            rows[k] = (p / pivot, (each + (q * rows[k - 1].B)) / pivot);
        }

        var value = last;
        for (var k = forts - 1; k >= held; k--) value = (rows[k].A * value) + rows[k].B;
        return value;
    }

    [Fact]
    public void Smith_and_Stam_one_fort_of_three_and_two_thirds_of_the_battles_win_four_times_in_seven() =>
        // F. Mosteller, Fifty Challenging Problems in Probability, problem 36, as worked in public notes on the book (4/7).
        Assert.Equal(4.0 / 7, new SmithStam2004().Solution(2.0 / 3, 1, 3)[0], 12);

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void Smith_and_Stam_equal_sides_with_as_many_forts_fight_the_square_of_them(int forts) =>
        // Known as the problem of stolen chips: n chips each take n² turns on average.
        Assert.Equal(forts * (double)forts, new SmithStam2004().Solution(.5, forts, 2 * forts)[1], 9);

    [Fact]
    public void Smith_and_Stam_wars_that_are_drawn_end_as_often_and_take_as_long()
    {
        const int Wars = 20_000;
        var (won, battles) = (0, 0L);
        for (var war = 0; war < Wars; war++)
        {
            var (chance, forts) = (new ChanceStream(5, (ulong)war), 4);
            for (; forts is > 0 and < 10; battles++) forts += chance.Unit() < .55 ? 1 : -1;
            if (forts == 10) won++;
        }

        var solution = new SmithStam2004().Solution(.55, 4, 10);
        Assert.Equal(solution[0], (double)won / Wars, .015);
        Assert.Equal(1, battles / (double)Wars / solution[1], .03);
    }
}
