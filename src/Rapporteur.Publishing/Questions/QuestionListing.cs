using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Questions, forecasts and scores as lines of text or of JSON.</summary>
/// <param name="day">The day to speak from.</param>
public sealed class QuestionListing(DateOnly day)
{
    /// <summary>Questions with the last forecast of everybody, as text.</summary>
    /// <param name="questions">The questions.</param>
    public IEnumerable<string> Questions(IEnumerable<QuestionRecord> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        foreach (var question in questions)
        {
            var asked = question.Asked;
            yield return string.Create(CultureInfo.InvariantCulture, $"{asked.Question}  {State(question)}, closes {asked.Closes:yyyy-MM-dd}: {asked.Text}");
            yield return $"    rule: {asked.Rule}";
            foreach (var given in question.Last)
                yield return string.Create(CultureInfo.InvariantCulture, $"    {given.Head.By}, {given.Head.Day:yyyy-MM-dd}: {Spelled(given.Forecast, asked.Type)}{(given.Basis is { } basis ? $" ({basis})" : "")}");
            if (question.Resolution is { Evidence: { } evidence }) yield return $"    evidence: {evidence}";
        }
    }

    /// <summary>The same, one JSON object a line.</summary>
    /// <param name="questions">The questions.</param>
    public IEnumerable<string> QuestionsAsJson(IEnumerable<QuestionRecord> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return questions.Select(question => JsonText.Object(json =>
        {
            var asked = question.Asked;
            json.WriteString("question", asked.Question);
            json.WriteString("text", asked.Text);
            json.WriteString("rule", asked.Rule);
            json.WriteString("closes", Iso(asked.Closes));
            json.WriteString("type", EnumSpelling.Of(asked.Type));
            json.WriteString("state", question.State(day));
            if (question.Resolution?.Outcome is { } outcome) json.WriteString("outcome", QuestionLine.Spelled(outcome, asked.Type));
            json.WriteStartArray("forecasts");
            foreach (var given in question.Forecasts)
            {
                json.WriteStartObject();
                json.WriteString("by", given.Head.By);
                json.WriteString("day", Iso(given.Head.Day));
                if (given.Forecast.Probability is { } probability) json.WriteNumber("probability", probability);
                else Write(json, given.Forecast.Quantiles, asked.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }

    /// <summary>The same as rows of commas: a row for everybody's last forecast, and one for a question without any.</summary>
    /// <param name="questions">The questions.</param>
    public IEnumerable<string> QuestionsAsCsv(IEnumerable<QuestionRecord> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        yield return "question,text,rule,closes,type,state,outcome,by,day,forecast";
        foreach (var question in questions)
        {
            var asked = question.Asked;
            string?[] own = [asked.Question, asked.Text, asked.Rule, Iso(asked.Closes), EnumSpelling.Of(asked.Type), question.State(day), question.Resolution?.Outcome is { } outcome ? QuestionLine.Spelled(outcome, asked.Type) : null];
            foreach (var given in question.Last) yield return CsvText.Row([.. own, given.Head.By, Iso(given.Head.Day), Spelled(given.Forecast, asked.Type)]);
            if (!question.Last.Any()) yield return CsvText.Row([.. own, null, null, null]);
        }
    }

    /// <summary>Scores as rows of commas, a row a forecast.</summary>
    /// <param name="scores">The scores.</param>
    public static IEnumerable<string> ScoresAsCsv(ImmutableArray<ScoredForecast> scores)
    {
        yield return "question,by,forecast,outcome,brier,log,crps";
        foreach (var score in scores)
        {
            var type = score.Question.Asked.Type;
            yield return CsvText.Row(score.Question.Asked.Question, score.Given.Head.By, Spelled(score.Given.Forecast, type), QuestionLine.Spelled(score.Question.Resolution!.Outcome!.Value, type), Number(score.Brier), Number(score.Log), Number(score.Crps));
        }

        static string? Number(double? value) => value is not { } known ? null : double.IsFinite(known) ? known.ToString(CultureInfo.InvariantCulture) : "infinite";
    }

    /// <summary>Scores, their means by author, and calibration, as text.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="calibration">The table.</param>
    public static IEnumerable<string> Scores(ImmutableArray<ScoredForecast> scores, ImmutableArray<CalibrationRow> calibration)
    {
        if (scores.IsEmpty)
        {
            yield return "no forecast of a question that is resolved";
            yield break;
        }

        foreach (var score in scores) yield return $"{score.Question.Asked.Question}  {score.Given.Head.By}: {Spelled(score.Given.Forecast, score.Question.Asked.Type)}, came {QuestionLine.Spelled(score.Question.Resolution!.Outcome!.Value, score.Question.Asked.Type)}: {Figures(score)}";
        foreach (var group in scores.GroupBy(score => score.Given.Head.By, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var (chances, values) = (group.Where(score => score.Brier is not null).ToList(), group.Count(score => score.Crps is not null));
            if (chances.Count > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{group.Key}: Brier {chances.Average(score => score.Brier):0.000}, log {chances.Average(score => score.Log):0.000} nats, n = {chances.Count}");
            if (values > 0) yield return $"{group.Key}: {values} forecasts of numbers or days; their CRPS stand above, each in its own unit";
        }

        var all = calibration.Sum(row => row.Count);
        if (all == 0) yield break;
        yield return $"calibration, n = {all} (forecast, n, mean forecast, share that was yes)";
        foreach (var row in calibration)
            if (row.Count > 0) yield return string.Create(CultureInfo.InvariantCulture, $"  {row.From:0.0}–{row.To:0.0}  {row.Count,4}  {row.Forecast:0.000}  {row.Happened:0.000}");
    }

    /// <summary>The same, one JSON object a line.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="calibration">The table.</param>
    public static IEnumerable<string> ScoresAsJson(ImmutableArray<ScoredForecast> scores, ImmutableArray<CalibrationRow> calibration)
    {
        foreach (var score in scores)
            yield return JsonText.Object(json =>
            {
                json.WriteString("question", score.Question.Asked.Question);
                json.WriteString("by", score.Given.Head.By);
                json.WriteString("outcome", QuestionLine.Spelled(score.Question.Resolution!.Outcome!.Value, score.Question.Asked.Type));
                if (score.Brier is { } brier) json.WriteNumber("brier", brier);
                // JSON has no infinity: what was called impossible and came has no finite score.
                if (score.Log is { } log && double.IsFinite(log)) json.WriteNumber("log", log);
                else if (score.Log is not null) json.WriteString("log", "infinite");
                if (score.Crps is { } crps) json.WriteNumber("crps", crps);
            });
        foreach (var row in calibration)
            if (row.Count > 0)
                yield return JsonText.Object(json =>
                {
                    json.WriteNumber("from", row.From);
                    json.WriteNumber("to", row.To);
                    json.WriteNumber("n", row.Count);
                    json.WriteNumber("forecast", row.Forecast!.Value);
                    json.WriteNumber("happened", row.Happened!.Value);
                });
    }

    private string State(QuestionRecord question) => question.State(day) is "resolved"
        ? $"resolved {QuestionLine.Spelled(question.Resolution!.Outcome!.Value, question.Asked.Type)}" : question.State(day);

    private static string Figures(ScoredForecast score) => score.Crps is { } crps
        ? string.Create(CultureInfo.InvariantCulture, $"CRPS {crps:0.###}{(score.Question.Asked.Type == QuestionType.Date ? " days" : "")}")
        : string.Create(CultureInfo.InvariantCulture, $"Brier {score.Brier:0.000}, log {score.Log:0.000}");

    /// <summary>A forecast as text: the probability, or the quantiles.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="type">What answers its question.</param>
    public static string Spelled(QuestionForecast forecast, QuestionType type) => forecast.Probability is { } probability
        ? probability.ToString("0.###", CultureInfo.InvariantCulture)
        : string.Join("; ", forecast.Quantiles.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Share}={QuestionLine.Spelled(point.Value, type)}")));

    private static void Write(Utf8JsonWriter json, ImmutableArray<QuantilePoint> quantiles, QuestionType type)
    {
        json.WriteStartArray("quantiles");
        foreach (var point in quantiles)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Share);
            json.WriteStringValue(QuestionLine.Spelled(point.Value, type));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
