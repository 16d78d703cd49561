using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ScoreTests
{
    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.841344746068543)]
    [InlineData(-1.96, 0.0249978951482204)]
    [InlineData(3.5, 0.999767370920964)]
    [InlineData(-6.0, 9.8658764503769e-10)]
    public void The_normal_distribution_is_the_tabulated_one(double z, double share) =>
        Assert.Equal(1.0, NormalDistribution.Below(z) / share, 1e-11);

    [Fact]
    public void CRPS_of_a_point_is_its_distance()
    {
        Assert.Equal(30, ScaleDistribution.At(40).Crps(70), 12);
        Assert.Equal(30, Scores.Crps([40], 70), 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(100)]
    public void CRPS_of_evenness_from_0_to_100_has_its_closed_form(double outcome)
    {
        // ∫(x − 1[x ≥ y])² on [0, 1] is (y³ + (1 − y)³)/3.
        var y = outcome / 100;
        Assert.Equal(100 * ((y * y * y) + ((1 - y) * (1 - y) * (1 - y))) / 3, ScaleDistribution.Uniform.Crps(outcome), 3);
        Assert.Equal(100 * ((y * y * y) + ((1 - y) * (1 - y) * (1 - y))) / 3, QuantileScores.Crps([new(1e-9, 0), new(1 - 1e-9, 100)], outcome), 6);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(57.5)]
    [InlineData(31)]
    public void CRPS_of_a_normal_distribution_has_its_closed_form(double outcome) =>
        Assert.Equal(Scores.CrpsOfNormal(50, 5, outcome), ScaleDistribution.Around(50, 5).Crps(outcome), 2);

    [Fact]
    public void CRPS_of_a_normal_distribution_at_its_middle_is_known() =>
        Assert.Equal((Math.Sqrt(2) - 1) / Math.Sqrt(Math.PI), Scores.CrpsOfNormal(0, 1, 0), 12);

    [Fact]
    public void CRPS_of_two_draws_is_counted_by_hand()
    {
        // Mean distance (10 + 20)/2 less half of the mean distance 30·2/4 among themselves.
        Assert.Equal(15 - 7.5, Scores.Crps([0, 30], 10), 12);
        Assert.Equal(7.5, ScaleDistribution.Mixture([ScaleDistribution.At(0), ScaleDistribution.At(30)], [1, 1]).Crps(10), 12);
    }

    [Fact]
    public void CRPS_of_quantiles_counts_what_lies_outside_them()
    {
        Assert.Equal(12, QuantileScores.Crps([new(.4, 10), new(.6, 10)], 22), 12);
        Assert.Throws<ArgumentException>(() => Scores.Crps([3, 1], 2));
    }

    [Fact]
    public void Draws_have_the_score_of_their_distribution()
    {
        var mixture = ScaleDistribution.Mixture([ScaleDistribution.Around(20, 8), ScaleDistribution.At(100)], [.7, .3]);
        var forecast = new Forecast("x", "m", mixture.Draws(new ChanceStream(3), 1000));
        Assert.Equal(mixture.Crps(45), Scores.Crps(forecast.Sorted.AsSpan(), 45), 1);
        Assert.Equal(mixture.Mean, forecast.Mean, 1);
        Assert.Equal(mixture.Quantile(.25), forecast.Quantile(.25), 0.5);
    }

    [Fact]
    public void Brier_and_logarithmic_score_are_proper()
    {
        // Expected score of saying q where p is true is least at q = p.
        double Expected(Func<double, bool, double> score, double p, double q) => (p * score(q, true)) + ((1 - p) * score(q, false));
        foreach (var said in new[] { .05, .2, .29, .31, .5, .95 })
        {
            Assert.True(Expected(Scores.Brier, .3, .3) < Expected(Scores.Brier, .3, said));
            Assert.True(Expected(Scores.Log, .3, .3) < Expected(Scores.Log, .3, said));
        }

        Assert.Equal(double.PositiveInfinity, Scores.Log(0, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scores.Brier(double.NaN, true));
    }

    [Fact]
    public void Intervals_cover_from_quantile_to_quantile()
    {
        var even = ScaleDistribution.Uniform;
        Assert.True(even.Covers(11, .8) && even.Covers(89, .8));
        Assert.False(even.Covers(9, .8) || even.Covers(91, .8));
        Assert.True(even.Trimmed(.05).Covers(15, .8) && !even.Trimmed(.05).Covers(13, .8));
    }

    [Fact]
    public void What_is_beyond_the_scale_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaleDistribution.At(100.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaleDistribution.Around(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaleDistribution.Mixture([ScaleDistribution.Uniform], [-1]));
        Assert.Throws<ArgumentException>(() => new Forecast("x", "m", ImmutableArray.Create(double.NaN)));
    }

    [Fact]
    public void Survival_is_the_estimate_of_Kaplan_and_Meier()
    {
        // Four cases: ends at 2 and 5, one last seen at 3, one last seen at 9: ¾, then ¾ · ½.
        var curve = new KaplanMeier([new(2, true), new(3, false), new(5, true), new(9, false)]);
        Assert.Equal(1, curve.Beyond(1), 12);
        Assert.Equal(.75, curve.Beyond(2), 12);
        Assert.Equal(.75, curve.Beyond(4), 12);
        Assert.Equal(.375, curve.Beyond(30), 12);
    }
}
