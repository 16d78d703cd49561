using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class SensitivityTests
{
    // Two parties of equal weight: the compromise is the middle, x = (a + b) / 2.
    private static readonly StakeholderTable Two = StakeholderCsv.Read("""
        @issue,x,0,100
        stakeholder,capability,issue,position,salience
        A,1,x,10..30,1
        B,1,x,60..100,1
        """, "two").Table!;

    [Fact]
    public void A_simulation_of_the_mean_finds_its_known_spread()
    {
        var simulation = MonteCarlo.Run(new(new WeightedMean(), Two, 1, 2), 20_000);
        var spread = simulation.Outcome[0];
        // Half of U(10, 30) and half of U(60, 100): mean 50, variance (20² + 40²) / 12 / 4.
        Assert.Equal(50, spread.Mean, 0.2);
        Assert.Equal(Math.Sqrt((400 + 1600) / 48.0), spread.Deviation, 0.1);
        Assert.Equal(50, spread.Quantiles[3], 0.3);
        Assert.Equal(spread.Quantiles, simulation.Compromise[0].Quantiles);
    }

    [Fact]
    public void The_bars_of_a_mean_are_half_of_what_its_numbers_swing()
    {
        var bars = Tornado.Of(new(new WeightedMean(), Two, 1, 1), 0);
        Assert.Equal([1, 0], bars.Select(b => b.Number.Stakeholder));
        Assert.Equal(18, bars[0].Swing, 9);
        Assert.Equal(9, bars[1].Swing, 9);
    }

    [Fact]
    public void Shares_of_variance_of_a_sum_are_those_of_its_parts()
    {
        var indices = SobolIndices.Of(new(new WeightedMean(), Two, 1, 2), 0, 4000);
        Assert.Equal(TableQuantity.Position, indices[0].Number.Quantity);
        Assert.Equal(0.8, indices[0].First.Value, 0.05);
        Assert.Equal(0.8, indices[0].Total.Value, 0.05);
        Assert.Equal(0.2, indices[1].Total.Value, 0.02);
        Assert.All(indices, i => Assert.True(i.First.Low <= i.First.Value && i.First.Value <= i.First.High && i.Total.Low < i.Total.High));
        Assert.InRange(0.8, indices[0].Total.Low, indices[0].Total.High);
    }

    [Fact]
    public void Shares_of_variance_with_an_interaction_differ_alone_and_in_all()
    {
        // The weight of B matters only as far as the positions differ, and the other way round.
        var table = StakeholderCsv.Read("@issue,x,0,100\nstakeholder,capability,issue,position,salience\nA,1,x,50,1\nB,0..2,x,0..100,1", "t").Table!;
        var indices = SobolIndices.Of(new(new WeightedMean(), table, 3, 2), 0, 4000);
        var weight = indices.Single(i => i.Number.Quantity == TableQuantity.Capability);
        Assert.Equal(0, weight.First.Value, 0.04);
        Assert.True(weight.Total.Low > 0.1);
    }

    [Fact]
    public void The_smallest_change_that_flips_a_mean_is_found_to_the_digit()
    {
        var flips = FlipSearch.Across(60).Find(new(new WeightedMean(), Two, 1, 1), 0);
        // From 50 to 60 by a position alone: 20 points of either.
        var position = flips.First(f => f.Number == new TableNumber(0, TableQuantity.Position, 0));
        Assert.Equal(40, position.To, 6);
        Assert.Equal(0.2, position.Share, 6);
        Assert.True(position.Outcome >= 60);
        Assert.Contains(flips, f => f.Number == new TableNumber(0, TableQuantity.Capability, 0) && Math.Abs(f.To - 0.5) < 1e-6);
        Assert.Equal(flips.OrderBy(f => f.Share), flips);
        Assert.Empty(FlipSearch.By(60).Find(new(new WeightedMean(), Two, 1, 1), 0));
    }

    [Fact]
    public void A_median_that_hardly_anything_moves_is_called_locked_and_a_mean_never()
    {
        var table = StakeholderCsv.Read("actor,capability,position,salience\nA,1,0,1\nB,5,50,1\nC,1,100,1", "t").Table!;
        Assert.Contains("Median lock", MedianLock.Warning(new(new WeightedMedian(), table, 0, 1), 0), StringComparison.Ordinal);
        Assert.Null(MedianLock.Warning(new(new WeightedMean(), table, 0, 1), 0));
    }

    [Fact]
    public void Widening_keeps_bounds_and_ranges_that_are_there()
    {
        var wide = Widening.Of(Two, 0.1);
        Assert.Equal(Two.Stakeholders[0].Stakes[0].Position, wide.Stakeholders[0].Stakes[0].Position);
        Assert.Equal(Estimate.Around(0.9, 1, 1), wide.Stakeholders[0].Stakes[0].Salience);
        Assert.Equal(Estimate.Around(0.9, 1, 1.1), wide.Stakeholders[0].Capability);
    }

    [Fact]
    public void Without_a_range_nothing_varies()
    {
        var runner = new ModelRunner(new WeightedMean(), EmissionExample.Table, 1, 1);
        Assert.Equal(0, MonteCarlo.Run(runner, 10).Outcome[0].Deviation, 12);
        Assert.Empty(SobolIndices.Of(runner, 0, 10));
        Assert.Empty(Tornado.Of(runner, 0));
    }
}
