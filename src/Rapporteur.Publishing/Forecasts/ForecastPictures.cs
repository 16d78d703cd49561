using System.Collections.Immutable;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The charts of a forecast by a model of positions.</summary>
public static class ForecastPictures
{
    // Characters of a name for a file.
    private const int LongestName = 40;

    /// <summary>For each issue its rounds with the fan of outcomes, the fan over the rounds and the tornado where they were asked for; each with a short name for a file.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="forecast">The forecast.</param>
    public static IEnumerable<(string Name, Chart Chart)> Of(string model, PositionForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        for (var issue = 0; issue < forecast.Run.Table.Dimensions.Length; issue++)
        {
            var name = Slug(forecast.Run.Table.Dimensions[issue].Name, issue);
            yield return ($"{name}-rounds", new ForecastRounds($"rounds-{name}", model, forecast, issue));
            if (forecast.Simulation is { Rounds.Length: > 1 }) yield return ($"{name}-fan", new RoundFan($"fan-{name}", model, forecast, issue));
            foreach (var sensitivity in forecast.Sensitivities)
                if (sensitivity.Dimension == issue && sensitivity.Tornado is { IsEmpty: false }) yield return ($"{name}-tornado", new TornadoChart($"tornado-{name}", model, forecast, sensitivity));
        }
    }

    /// <summary>The fans of several issues below each other; nothing where ranges of fewer than two were drawn from.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="forecasts">The forecasts.</param>
    public static IEnumerable<(string Name, Chart Chart)> Fans(string model, IReadOnlyList<PositionForecast> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        var rows = forecasts.Where(f => f.Simulation is not null).SelectMany(f => f.Run.Table.Dimensions.Select((d, i) => new FanRow(d.Name, d.Low, d.High, f.Simulation!.Outcome[i].Quantiles, f.Run.Compromise[i]))).ToImmutableArray();
        if (rows.Length > 1) yield return ("fans", new FanChart("fans", model, rows));
    }

    // Letters and digits of a name, for ids and files; a long one ends with a whole word.
    private static string Slug(string name, int issue)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        var found = slug.ToString().Trim('-');
        if (found.Length == 0) return $"issue-{issue + 1}";
        if (found.Length <= LongestName) return found;
        var end = found.LastIndexOf('-', LongestName);
        return found[..(end > 0 ? end : LongestName)];
    }
}
