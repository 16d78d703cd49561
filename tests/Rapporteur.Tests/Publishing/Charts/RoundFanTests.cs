using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RoundFanTests
{
    [Theory]
    [InlineData("scholz-code", 0.1)]
    [InlineData("scholz-code", 0.001)]
    [InlineData("spatial", 0.2)]
    public void A_fan_over_the_rounds_is_sound_and_its_table_has_every_round(string id, double share)
    {
        var (forecast, chart) = Fan(BargainingModels.Find(id)!, share);
        Picture.Of(chart).IsSound();
        Assert.Equal(forecast.Simulation!.Rounds.Length, chart.Table.Rows.Length);
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Length, row.Cells.Length));
        Assert.Equal(3, Picture.Of(chart).Elements("path").Count(path => (string?)path.Attribute("class") == "band"));
    }

    [Fact]
    public void A_simulation_without_rounds_has_no_fan_over_them()
    {
        var (forecast, _) = Fan(BargainingModels.Find("scholz-code")!, 0.1);
        Assert.Throws<ArgumentException>(() => new RoundFan("fan", "Model", forecast with { Simulation = forecast.Simulation! with { Rounds = [] } }, 0));
        Assert.Throws<ArgumentException>(() => new RoundCsv(TextWriter.Null).Write(forecast with { Simulation = null }));
    }

    private static (PositionForecast Forecast, RoundFan Chart) Fan(BargainingModel model, double share)
    {
        var runner = new ModelRunner(model, Widening.Of(EmissionExample.Table, share), 1, 1);
        var run = model.Run(runner.Table, runner.Likeliest, runner.Chance(0));
        var forecast = new PositionForecast(run) { Simulation = MonteCarlo.Run(runner, 60) with { Rounds = MonteCarlo.ByRound(runner, 60) } };
        return (forecast, new("fan", model.Name, forecast, 0));
    }
}
