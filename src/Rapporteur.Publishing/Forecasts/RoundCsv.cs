using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The fan of a forecast over the rounds of its model as CSV: one row a round and issue.</summary>
/// <param name="output">Where it is written.</param>
public sealed class RoundCsv(TextWriter output)
{
    private bool _begun;

    /// <summary>Writes the rows of a forecast, before the first the header.</summary>
    /// <param name="forecast">The forecast; its simulation has rounds.</param>
    public void Write(PositionForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.Simulation is not { Rounds.IsEmpty: false } simulation) throw new ArgumentException("The simulation has no rounds.", nameof(forecast));
        if (!_begun) output.Write($"table,issue,model,round,draws,seed,mean,deviation,{string.Join(',', ForecastJson.QuantileNames)},compromise\n");
        _begun = true;
        var run = forecast.Run;
        for (var d = 0; d < run.Table.Dimensions.Length; d++)
            for (var round = 0; round < simulation.Rounds.Length; round++)
            {
                var spread = simulation.Rounds[round][d];
                string[] cells = [run.Table.Name, run.Table.Dimensions[d].Name, run.Model, Text(round), Text(simulation.Draws), Text(simulation.Seed), Text(spread.Mean), Text(spread.Deviation), .. spread.Quantiles.Select(Text), Text(run.Compromise[d])];
                output.Write(string.Join(',', cells.Select(CsvTable.Cell)) + "\n");
            }
    }

    private static string Text<T>(T value) where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
