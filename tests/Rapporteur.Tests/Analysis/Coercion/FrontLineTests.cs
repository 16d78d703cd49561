using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Wars over forts with everything known, and the offers of Slantchev's war.</summary>
public sealed class FrontLineTests
{
    [Theory]
    [InlineData(2, .5, .9, .3, .3)]
    [InlineData(6, .65, .9, .2, .4)]
    [InlineData(9, .3, .97, 0, .1)]
    public void Alternating_offers_are_where_offers_of_a_long_game_end_up_when_it_is_played_backwards(int forts, double win, double discount, double first, double second)
    {
        var line = new FrontLine(forts, win, discount, first, second);
        var (x, y) = line.Offers();
        // After very many refusals the pie is halved; no sooner or later does it matter which way.
        double[] ours = [.. Enumerable.Repeat(.5, forts + 1)], theirs = [.. ours];
        for (var period = 0; period < 2000; period++)
        {
            double[] nowOurs = new double[forts + 1], nowTheirs = new double[forts + 1];
            (nowOurs[forts], nowTheirs[0]) = (1, 1);
            for (var k = 1; k < forts; k++)
            {
                nowOurs[k] = 1 - ((1 - discount) * second) - (discount * ((win * End(theirs, k + 1, 0, 1)) + ((1 - win) * End(theirs, k - 1, 0, 1))));
                nowTheirs[k] = 1 - ((1 - discount) * first) - (discount * ((win * End(ours, k + 1, 1, 0)) + ((1 - win) * End(ours, k - 1, 1, 0))));
            }

            (ours, theirs) = (nowOurs, nowTheirs);
        }

        for (var k = 1; k < forts; k++)
        {
            Assert.Equal(ours[k], x[k], 1e-9);
            Assert.Equal(theirs[k], y[k], 1e-9);
        }

        double End(double[] values, int k, double all, double none) => k == forts ? all : k == 0 ? none : values[k];
    }

    [Fact]
    public void With_two_forts_one_battle_decides_and_the_offer_has_its_closed_form()
    {
        var (x, y) = new FrontLine(2, .6, .9, .3, .2).Offers();
        Assert.Equal(1 - (.1 * .2) - (.9 * .4), x[1], 1e-12);
        Assert.Equal(1 - (.1 * .3) - (.9 * .6), y[1], 1e-12);
        Assert.Equal((.1 * .3) + (.9 * .6), new FrontLine(2, .6, .9, .3, .2).FightFirst()[1], 1e-12);
    }

    [Fact]
    public void Fighting_to_the_end_without_pay_is_the_ruin_discounted_away_only_by_time()
    {
        var line = new FrontLine(8, .55, .9999999, 0, 0);
        for (var k = 1; k < 8; k++)
        {
            Assert.Equal(SmithStam2004.Win(.55, k, 8), line.FightFirst()[k], 1e-5);
            Assert.Equal(1 - SmithStam2004.Win(.55, k, 8), line.FightSecond()[k], 1e-5);
        }
    }

    [Fact]
    public void Whoever_is_nearer_to_taking_all_has_the_better_deal_and_moving_first_is_worth_the_wasted_flow()
    {
        var (x, y) = new FrontLine(10, .5, .95, .3, .3).Offers();
        for (var k = 1; k < 10; k++)
        {
            if (k > 1) Assert.True(x[k] > x[k - 1]);
            Assert.True(x[k] >= 1 - y[k]);
            Assert.Equal(x[k], y[10 - k], 1e-12);
        }
    }

    [Fact]
    public void A_belief_that_both_share_ends_the_war_at_once_and_one_that_differs_may_not()
    {
        var model = new SlantchevOffers();
        Assert.Equal(1, model.Solution(.3, .5, .5, 3, 6, 6, .3, .3, .9)[1], 1e-12);
        Assert.True(model.Solution(.3, .65, .4, 3, 6, 6, .3, .3, .9)[2] > .5);
        // Fighting that pays nothing to either is given up sooner than fighting that wastes little.
        Assert.True(model.Solution(.3, .65, .4, 3, 6, 6, 0, 0, .6)[3] < model.Solution(.3, .65, .4, 3, 6, 6, .49, .49, .9)[3]);
    }

    [Fact]
    public void A_refusal_moves_the_belief_more_than_a_lost_battle_would()
    {
        // Making and refusing offers tells more than the battlefield: the first screen of the example against a battle that the opponent wins.
        var solution = new SlantchevOffers().Solution(.3, .65, .55, 3, 6, 3, .3, .3, .8);
        Assert.True(solution[6] > Belief.After(.3, .65, .55, 1, 0), $"{solution[6]}");
    }

    [Fact]
    public void Which_kind_is_called_strong_changes_nothing()
    {
        var (one, other) = (new SlantchevOffers().Solution(.3, .65, .4, 3, 6, 4, .3, .2, .9), new SlantchevOffers().Solution(.7, .4, .65, 3, 6, 4, .3, .2, .9));
        Assert.Equal(one.Select(value => Math.Round(value, 9)), other.Select(value => Math.Round(value, 9)));
    }
}
