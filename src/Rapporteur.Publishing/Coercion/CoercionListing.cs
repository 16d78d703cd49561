using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What a model of war and coercion gives, as text, JSON or a table with commas.</summary>
public static class CoercionListing
{
    // Points of a course that are printed; all of them stand in JSON and in the table.
    private const int Shown = 12;

    /// <summary>As text: inputs, results, and which way each result goes with each input.</summary>
    /// <param name="run">The run.</param>
    public static IEnumerable<string> Text(CoercionRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (var (input, value) in run.Inputs) yield return $"  {input.Name} = {value}  {input.Meaning}";
        foreach (var result in run.Results)
            yield return string.Create(CultureInfo.InvariantCulture, $"{result.Name} {result.Value:0.####}{(run.Draws > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({result.Low:0.####} to {result.High:0.####})") : "")}  {result.Meaning}");
        if (run.Draws > 0) yield return string.Create(CultureInfo.InvariantCulture, $"  in brackets the middle 90 % of {run.Draws} draws of the ranges, seed {run.Seed}");
        foreach (var group in run.Statics.GroupBy(series => series.Input, StringComparer.Ordinal))
            yield return $"  with {group.Key}: {string.Join(", ", group.Select(series => $"{series.Result} {series.Direction}"))}";
        foreach (var asked in run.Sensitivity)
        {
            foreach (var swing in asked.Swings) yield return string.Create(CultureInfo.InvariantCulture, $"  {asked.Result} goes from {swing.AtLow:0.####} to {swing.AtHigh:0.####} where {swing.Input} goes from {swing.Low:0.####} to {swing.High:0.####}");
            foreach (var share in asked.Shares) yield return string.Create(CultureInfo.InvariantCulture, $"  of the variance of {asked.Result} {share.Input} brings {share.First:0.000} by itself, {share.Total:0.000} with others");
            if (asked.Line is { } line && asked.Flips.IsEmpty) yield return string.Create(CultureInfo.InvariantCulture, $"  no input alone brings {asked.Result} across {line:0.####}");
            foreach (var flip in asked.Flips) yield return string.Create(CultureInfo.InvariantCulture, $"  {asked.Result} crosses {asked.Line:0.####} where {flip.Input} goes from {flip.From:0.####} to {flip.To:0.####}: {flip.Value:0.####}");
        }

        foreach (var course in run.Courses)
            yield return $"  over {course.Input}, {course.Result}: {string.Join(", ", course.Points.Where(point => Math.Abs(point.Value) >= .00005).Take(Shown).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.At:0.##}: {point.Value:0.####}")))}";
        yield return "The inputs are the analyst's or the example's. The model says what follows from them and from its assumptions, not what will happen.";
    }

    /// <summary>As one JSON object.</summary>
    /// <param name="run">The run.</param>
    public static string Json(CoercionRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JsonText.Object(json =>
        {
            json.WriteString("model", run.Model);
            json.WriteNumber("draws", run.Draws);
            json.WriteNumber("seed", run.Seed);
            json.Objects("inputs", run.Inputs, input =>
            {
                json.WriteString("name", input.Input.Name);
                json.WriteString("value", input.Value.ToString());
            });
            json.Objects("results", run.Results, result =>
            {
                json.WriteString("name", result.Name);
                Number(json, "value", result.Value);
                Number(json, "low", result.Low);
                Number(json, "high", result.High);
            });
            json.Objects("statics", run.Statics, series => Series(json, series));
            if (!run.Sensitivity.IsEmpty) json.Objects("sensitivity", run.Sensitivity, asked => Asked(json, asked));
            if (!run.Courses.IsEmpty) json.Objects("courses", run.Courses, series => Series(json, series));
        });
    }

    private static void Asked(Utf8JsonWriter json, CoercionSensitivity asked)
    {
        json.WriteString("result", asked.Result);
        json.Objects("tornado", asked.Swings, swing =>
        {
            json.WriteString("input", swing.Input);
            foreach (var (name, value) in new[] { ("low", swing.Low), ("high", swing.High), ("atLow", swing.AtLow), ("atHigh", swing.AtHigh) }) Number(json, name, value);
        });
        json.Objects("sobol", asked.Shares, share =>
        {
            json.WriteString("input", share.Input);
            Number(json, "first", share.First);
            Number(json, "total", share.Total);
        });
        if (asked.Line is { } line) Number(json, "line", line);
        json.Objects("flips", asked.Flips, flip =>
        {
            json.WriteString("input", flip.Input);
            foreach (var (name, value) in new[] { ("from", flip.From), ("to", flip.To), ("value", flip.Value), ("share", flip.Share) }) Number(json, name, value);
        });
    }

    private static void Series(Utf8JsonWriter json, ComparativeStatics series)
    {
        json.WriteString("input", series.Input);
        json.WriteString("result", series.Result);
        json.WriteString("direction", series.Direction);
        json.WriteStartArray("points");
        foreach (var point in series.Points)
        {
            json.WriteStartArray();
            Number(json, null, point.At);
            Number(json, null, point.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>The series, then the courses, as a table: <c>input,result,at,value</c>.</summary>
    /// <param name="run">The run.</param>
    public static IEnumerable<string> Csv(CoercionRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        yield return "input,result,at,value";
        foreach (var series in run.Statics.Concat(run.Courses))
            foreach (var point in series.Points) yield return string.Create(CultureInfo.InvariantCulture, $"{series.Input},{series.Result},{point.At},{point.Value}");
    }

    // JSON has no infinity.
    private static void Number(Utf8JsonWriter json, string? name, double value)
    {
        if (name is not null) json.WritePropertyName(name);
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue("infinite");
    }
}
