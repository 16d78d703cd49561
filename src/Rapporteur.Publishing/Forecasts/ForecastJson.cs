using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A forecast by a model of positions as one line of JSON (<c>docs/models.md</c> lists the fields).</summary>
public static class ForecastJson
{
    private static readonly ImmutableArray<string> Levels = ["q05", "q10", "q25", "q50", "q75", "q90", "q95"];

    /// <summary>Names of the quantiles.</summary>
    public static ImmutableArray<string> QuantileNames => Levels;

    /// <summary>The line, without a line break at its end.</summary>
    /// <param name="forecast">The forecast.</param>
    public static string Line(PositionForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return JsonText.Object(json =>
        {
            var (run, table) = (forecast.Run, forecast.Run.Table);
            json.WriteString("model", run.Model);
            json.WriteString("table", table.Name);
            json.Objects("issues", table.Dimensions, (dimension, d) =>
            {
                json.WriteString("name", dimension.Name);
                json.WriteNumber("low", dimension.Low);
                json.WriteNumber("high", dimension.High);
                json.WriteNumber("outcome", run.Forecast[d]);
                json.WriteNumber("compromise", run.Compromise[d]);
            });
            Stakeholders(json, table);
            if (!forecast.Groups.IsEmpty) Groups(json, forecast.Groups);
            if (forecast.Simulation is { } simulation) Simulated(json, table, simulation);
            json.Objects("sensitivity", forecast.Sensitivities, sensitivity => Sensitive(json, table, sensitivity));
            json.Objects("rounds", run.Rounds, round => Round(json, table, round));
            json.Strings("warnings", run.Warnings);
        });
    }

    private static void Stakeholders(Utf8JsonWriter json, StakeholderTable table) => json.Objects("stakeholders", table.Stakeholders, one =>
    {
        json.WriteString("name", one.Name);
        json.WriteString("capability", one.Capability.ToString());
        json.WriteStartArray("stakes");
        for (var d = 0; d < one.Stakes.Length; d++)
        {
            if (one.Stakes[d].IsAbsent) continue;
            json.WriteStartObject();
            json.WriteString("issue", table.Dimensions[d].Name);
            json.WriteString("position", one.Stakes[d].Position.ToString());
            json.WriteString("salience", one.Stakes[d].Salience.ToString());
            if (one.Stakes[d].Source is { } source) json.WriteString("source", source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Groups(Utf8JsonWriter json, ImmutableArray<ImmutableArray<GroupStanding>> rounds) => json.Objects("groups", rounds[0], (group, g) =>
    {
        json.WriteString("name", group.Group);
        json.Objects("rounds", rounds, round =>
        {
            Numbers(json, "mean", round[g].Mean);
            Numbers(json, "least", round[g].Least);
            Numbers(json, "most", round[g].Most);
            if (round[g].Chance is { } chance) json.WriteNumber("chance", chance);
        });
    });

    private static void Simulated(Utf8JsonWriter json, StakeholderTable table, Simulation simulation)
    {
        json.WriteStartObject("simulation");
        json.WriteNumber("draws", simulation.Draws);
        json.WriteNumber("seed", simulation.Seed);
        json.Objects("issues", table.Dimensions, (dimension, d) =>
        {
            json.WriteString("name", dimension.Name);
            Spread(json, "outcome", simulation.Outcome[d]);
            Spread(json, "compromise", simulation.Compromise[d]);
        });
        if (!simulation.Rounds.IsEmpty)
            json.Objects("rounds", simulation.Rounds, (round, r) =>
            {
                json.WriteNumber("round", r);
                json.Objects("issues", table.Dimensions, (dimension, d) =>
                {
                    json.WriteString("name", dimension.Name);
                    Spread(json, "outcome", round[d]);
                });
            });
        if (!simulation.Correlations.IsEmpty)
            json.Objects("correlations", simulation.Correlations, pair =>
            {
                json.WriteString("one", pair.One.In(table));
                json.WriteString("other", pair.Other.In(table));
                json.WriteNumber("rank", pair.Rank);
            });
        json.WriteEndObject();
    }

    private static void Spread(Utf8JsonWriter json, string name, Spread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", spread.Mean);
        json.WriteNumber("deviation", spread.Deviation);
        for (var q = 0; q < Levels.Length; q++) json.WriteNumber(Levels[q], spread.Quantiles[q]);
        json.WriteEndObject();
    }

    private static void Sensitive(Utf8JsonWriter json, StakeholderTable table, DimensionSensitivity sensitivity)
    {
        json.WriteString("issue", table.Dimensions[sensitivity.Dimension].Name);
        if (sensitivity.Tornado is { } bars)
            json.Objects("tornado", bars, bar =>
            {
                json.WriteString("number", bar.Number.In(table));
                json.WriteNumber("low", bar.Low);
                json.WriteNumber("high", bar.High);
                json.WriteNumber("atLow", bar.AtLow);
                json.WriteNumber("atHigh", bar.AtHigh);
            });
        if (sensitivity.Sobol is { } shares)
        {
            json.WriteNumber("sobolRuns", sensitivity.SobolRuns);
            json.Objects("sobol", shares, share =>
            {
                json.WriteString("number", share.Number.In(table));
                Interval(json, "first", share.First);
                Interval(json, "total", share.Total);
            });
        }

        if (sensitivity.Flips is not { } flips) return;
        json.WriteString("flipRule", sensitivity.FlipRule);
        json.Objects("flips", flips, flip =>
        {
            json.WriteString("number", flip.Number.In(table));
            json.WriteNumber("from", flip.From);
            json.WriteNumber("to", flip.To);
            json.WriteNumber("outcome", flip.Outcome);
            json.WriteNumber("share", flip.Share);
        });
    }

    private static void Interval(Utf8JsonWriter json, string name, Interval interval)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", interval.Value);
        json.WriteNumber("low", interval.Low);
        json.WriteNumber("high", interval.High);
        json.WriteEndObject();
    }

    private static void Round(Utf8JsonWriter json, StakeholderTable table, BargainingRound round)
    {
        Numbers(json, "outcome", round.Median);
        if (!round.Chances.IsEmpty) Numbers(json, "chances", round.Chances);
        Numbers(json, "mean", round.Mean);
        json.WriteStartArray("positions");
        for (var i = 0; i < round.Positions.Length; i++)
        {
            json.WriteStartArray();
            for (var d = 0; d < round.Positions[i].Length; d++)
                if (table.Stakeholders[i].Stakes[d].IsAbsent) json.WriteNullValue();
                else json.WriteNumberValue(round.Positions[i][d]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Objects("moves", round.Moves, move =>
        {
            json.WriteString("mover", table.Stakeholders[move.Mover].Name);
            if (move.Toward >= 0) json.WriteString("toward", table.Stakeholders[move.Toward].Name);
            json.WriteString("kind", move.Kind);
            Numbers(json, "from", move.From);
            Numbers(json, "to", move.To);
            Numbers(json, "stakes", move.Stakes);
            json.WriteString("reason", move.Reason);
        });
    }

    private static void Numbers(Utf8JsonWriter json, string name, ImmutableArray<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            if (double.IsFinite(value)) json.WriteNumberValue(value);
            else json.WriteNullValue();
        json.WriteEndArray();
    }
}
