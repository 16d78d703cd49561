using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Forecasts by models of positions as CSV: one row an issue, the compromise mean in the same row.</summary>
/// <param name="output">Where it is written.</param>
public sealed class ForecastCsv(TextWriter output)
{
    private bool _begun;

    /// <summary>Writes the rows of a forecast, before the first the header.</summary>
    /// <param name="forecast">The forecast.</param>
    public void Write(PositionForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (!_begun)
        {
            var quantiles = ForecastJson.QuantileNames;
            output.Write($"table,issue,model,outcome,compromise,draws,seed,mean,deviation,{string.Join(',', quantiles)},compromise_mean,compromise_deviation,{string.Join(',', quantiles.Select(q => "compromise_" + q))}\n");
        }

        _begun = true;
        for (var d = 0; d < forecast.Run.Table.Dimensions.Length; d++) output.Write(Row(forecast, d) + "\n");
    }

    private static string Row(PositionForecast forecast, int d)
    {
        var run = forecast.Run;
        List<string> cells = [run.Table.Name, run.Table.Dimensions[d].Name, run.Model, Number(run.Forecast[d]), Number(run.Compromise[d])];
        if (forecast.Simulation is { } simulation) cells.AddRange([Whole(simulation.Draws), Whole(simulation.Seed), .. Spread(simulation.Outcome[d]), .. Spread(simulation.Compromise[d])]);
        else cells.AddRange(Enumerable.Repeat("", 4 + (2 * Domain.Spread.Levels.Length) + 2));
        return string.Join(',', cells.Select(Cell));
    }

    private static IEnumerable<string> Spread(Spread spread) => [Number(spread.Mean), Number(spread.Deviation), .. spread.Quantiles.Select(Number)];

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Whole<T>(T value) where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A cell: in quotes where it holds a comma, a quote or a line break, with an apostrophe before what a spreadsheet would take for a formula.</summary>
    internal static string Cell(string value)
    {
        if (value.Length > 0 && (value[0] is '=' or '@' or '+' or '-' or '\t' or '\r') && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
