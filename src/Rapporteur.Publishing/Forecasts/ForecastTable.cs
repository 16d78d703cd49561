using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Forecasts as a table with commas: quantiles, mean and draws, all of the same draws.</summary>
public static class ForecastTable
{
    private static readonly (string Name, double Share)[] Quantiles = [("q05", .05), ("q10", .10), ("q25", .25), ("q50", .50), ("q75", .75), ("q90", .90), ("q95", .95)];

    /// <summary>First line.</summary>
    public static string Header { get; } = $"issue,{string.Join(',', Quantiles.Select(quantile => quantile.Name))},mean,draws";

    /// <summary>One line of a forecast, without an end of line.</summary>
    /// <param name="forecast">The forecast; its subject becomes the issue.</param>
    public static string Line(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var line = new StringBuilder(CsvTable.Cell(forecast.Subject));
        foreach (var (_, share) in Quantiles) line.Append(CultureInfo.InvariantCulture, $",{forecast.Quantile(share)}");
        line.Append(CultureInfo.InvariantCulture, $",{forecast.Mean:0.####},");
        for (var i = 0; i < forecast.Draws.Length; i++)
        {
            if (i > 0) line.Append(';');
            line.Append(CultureInfo.InvariantCulture, $"{forecast.Draws[i]}");
        }

        return line.ToString();
    }
}
