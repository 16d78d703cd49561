using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class OutcomeForecasterTests
{
    private static readonly ImmutableArray<IssueActor> Actors =
    [
        new("com", 100, 60, 100), new("ep", 100, 80, 100), new("fr", 0, 90, 100), new("de", 40, 30, 100), new("nl", 40, 50, 50), new("lu", 0, 20, 20),
    ];

    [Fact]
    public void The_order_of_actors_changes_nothing()
    {
        var (one, other) = (new DisputedIssue("a", "a", 2004, Actors), new DisputedIssue("a", "a", 2004, [.. Actors.Reverse()]));
        var forecaster = Shipped();
        for (var k = 0; k < ScaleDistribution.Points; k++) Assert.Equal(forecaster.Forecast(one).UpTo[k], forecaster.Forecast(other).UpTo[k], 12);
    }

    [Fact]
    public void The_unit_of_power_changes_nothing()
    {
        var (one, other) = (new DisputedIssue("a", "a", 2004, Actors), new DisputedIssue("a", "a", 2004, [.. Actors.Select(actor => actor with { Power = actor.Power * 7 })]));
        Assert.Equal(Shipped().Forecast(one).Mean, Shipped().Forecast(other).Mean, 6);
    }

    [Fact]
    public void Where_all_agree_the_outcome_is_mostly_theirs()
    {
        var forecast = Shipped().Forecast(new("a", "a", 2004, [.. Actors.Select(actor => actor with { Position = 70 })]));
        Assert.InRange(forecast.Quantile(.5), 65, 75);
        Assert.True(forecast.Crps(70) < 3);
    }

    [Fact]
    public void A_distribution_rises_to_one_and_its_draws_are_those_of_the_seed()
    {
        var forecast = Shipped().Forecast(new("a", "a", 2004, Actors));
        for (var k = 1; k < ScaleDistribution.Points; k++) Assert.True(forecast.UpTo[k] >= forecast.UpTo[k - 1]);
        Assert.Equal(1, forecast.UpTo[^1]);
        Assert.Equal(forecast.Draws(new(5), 1000), forecast.Draws(new(5), 1000));
        Assert.NotEqual(forecast.Draws(new(5), 1000), forecast.Draws(new(6), 1000));
    }

    [Fact]
    public void Weights_are_written_as_they_are_read()
    {
        var text = File.ReadAllText(Repository.File("data", "forecasts", "deu.tsv"));
        var header = text.Split('\n').Where(line => line.StartsWith('#')).Select(line => line[2..]).ToArray();
        Assert.Equal(text, OutcomeWeights.Read(text.Split('\n')).Write(header));
    }

    [Theory]
    [InlineData("trim\tx", "line 1: expected a name, a tab and a number")]
    [InlineData("trim\t0\ntrim\t0", "line 2: trim stands twice")]
    [InlineData("trim\t0", "the line of ridge is missing")]
    public void Bad_weights_are_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => OutcomeWeights.Read(text.Split('\n'))).Message, StringComparison.Ordinal);

    private static OutcomeForecaster Shipped() => new(OutcomeWeights.Read(DataFolder.Shipped.Lines("forecasts/deu.tsv")));
}
