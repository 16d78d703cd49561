using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

public sealed class OneStepModelTests
{
    [Fact]
    public void Mean_and_median_of_the_example_are_the_known_ones()
    {
        Assert.Equal(7.389955686853767, Outcome(new WeightedMean()), 12);
        Assert.Equal(7, Outcome(new WeightedMedian()));
        Assert.Equal((4 * 4) + (3 * 7) + (3 * 10), 10 * Outcome(new WeightedMean().With(KeyValuePair.Create("weights", "equal"))), 9);
    }

    [Fact]
    public void Two_equal_parties_meet_in_the_middle()
    {
        Assert.Equal(50, Outcome(new NashBargaining().With(KeyValuePair.Create("loss", "quadratic")), "A,1,0,1\nB,1,100,1"), 9);
        // Linear: any point between is as good, and the product is greatest in the middle too.
        Assert.Equal(50, Outcome(new NashBargaining(), "A,1,0,1\nB,1,100,1"), 9);
    }

    [Fact]
    public void With_linear_loss_two_parties_divide_as_their_weights()
    {
        // Maximise 3 log(1 − x) + log x on [0, 1]: x = 1/4 of the way to the weaker.
        Assert.Equal(25, Outcome(new NashBargaining(), "A,3,0,1\nB,1,100,1"), 9);
    }

    [Fact]
    public void Costlier_disagreement_brings_quadratic_bargaining_to_the_compromise()
    {
        const string table = "A,3,0,1\nB,1,100,0.5\nC,1,70,0.9";
        var compromise = Outcome(new WeightedMean(), table);
        var near = Outcome(new NashBargaining().With(KeyValuePair.Create("loss", "quadratic"), KeyValuePair.Create("cost", "1000")), table);
        Assert.Equal(compromise, near, 0.05);
        Assert.True(Math.Abs(Outcome(new NashBargaining().With(KeyValuePair.Create("loss", "quadratic")), table) - compromise) > Math.Abs(near - compromise));
    }

    [Fact]
    public void A_reference_point_between_the_positions_stays()
    {
        var model = new NashBargaining().With(KeyValuePair.Create("disagreement", "reference"), KeyValuePair.Create("reference", "0.4"));
        Assert.Equal(40, Outcome(model, "A,3,0,1\nB,1,100,1"), 9);
        // Beyond all: nobody goes further than where it is as well off as before.
        Assert.InRange(Outcome(model, "A,3,60,1\nB,1,90,1"), 60, 80);
    }

    private static double Outcome(BargainingModel model) => ExpectedUtilityTests.Run(model, EmissionExample.Table).Forecast[0];

    private static double Outcome(BargainingModel model, string rows)
    {
        var read = StakeholderCsv.Read("@issue,x,0,100\nstakeholder,capability,position,salience,issue\n" + string.Join('\n', rows.Split('\n').Select(r => r + ",x")), "t");
        Assert.Empty(read.Faults);
        return ExpectedUtilityTests.Run(model, read.Table!).Forecast[0];
    }
}
