using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Reading;

namespace Rapporteur.Web;

/// <summary>Questions that can be settled, forecasts, what came, and base rates to begin from. Lines go to the sealed file of questions, never to the record.</summary>
internal static class QuestionsLab
{
    /// <summary>Registers its pages and acts.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<QuestionsPage, QuestionsModel>("/lab/questions", "Questions, scores, calibration, and base rates with their n.", Show);
        routes.MapPage<QuestionPage, QuestionItem>("/lab/questions/{question}", "A question with its forecasts.", One);
        routes.MapAct("/lab/questions", Role.Analyst, Ask);
        routes.MapAct("/lab/questions/{question}/forecast", Role.Analyst, Forecast);
        routes.MapAct("/lab/questions/{question}/resolve", Role.Analyst, Resolve);
    }

    private static QuestionsModel Show(Visit visit)
    {
        var book = visit.Service<QuestionShelf>().Read();
        var scores = QuestionScores.Of(book.Questions);
        var rows = QuestionScores.Calibration(scores);
        var rates = visit.View.Once("base rates", view => new Rates(BaseRates.Read(DataFolder.Shipped.Lines("forecasts/base-rates.tsv")), RecordRates.Of(view.Snapshot)));
        return new(
            visit.Options.Questions is not null, [.. book.Questions.Reverse().Select(q => Item(q, visit.View.Today))],
            [.. scores.Select(s => new ScoreItem(s.Question.Asked.Question, s.Given.Head.By, QuestionListing.Spelled(s.Given.Forecast, s.Question.Asked.Type), QuestionLine.Spelled(s.Question.Resolution!.Outcome!.Value, s.Question.Asked.Type), s.Brier, Finite(s.Log), s.Crps))],
            [.. rows.Where(r => r.Count > 0)], [.. rates.Shipped], [.. rates.Own.Rates], rates.Own.Notes, [.. book.Problems], book.Head)
        {
            Chart = rows.Any(r => r.Count > 0) ? new CalibrationChart("calibration", rows) : null,
        };
    }

    private static QuestionItem One(Visit visit) => Item(Found(visit), visit.View.Today);

    private static QuestionRecord Found(Visit visit) => visit.Service<QuestionShelf>().Read().Questions.FirstOrDefault(q => q.Asked.Question == visit.Route("question")) ?? throw new PageException(StatusCodes.Status404NotFound, "There is no such question.");

    private static QuestionItem Item(QuestionRecord record, DateOnly today)
    {
        var asked = record.Asked;
        return new(
            asked.Question, asked.Text, asked.Rule, asked.Closes, EnumSpelling.Of(asked.Type), record.State(today), asked.Head.By, asked.Head.Day,
            record.Resolution?.Outcome is { } outcome ? QuestionLine.Spelled(outcome, asked.Type) : null, record.Resolution?.Evidence,
            [.. record.Forecasts.Select(f => new ForecastItem(f.Head.By, f.Head.Day, QuestionListing.Spelled(f.Forecast, asked.Type), f.Basis))]);
    }

    private static Task<IResult> Ask(Visit visit, IFormCollection form)
    {
        var type = EnumSpelling.TryParse<QuestionType>(form["type"].ToString(), out var kind) ? kind : throw PageException.Wrong("Choose what answers the question.");
        var closes = Day(form["closes"].ToString()) ?? throw new PageException(StatusCodes.Status422UnprocessableEntity, $"Closes: expected a day such as 2025-12-31, found '{form["closes"]}'.");
        visit.Service<QuestionShelf>().Add((book, day) => book.Ask(null, Text(form, "text", 500), Text(form, "rule", 2_000), closes, type, visit.Name!, day));
        return Task.FromResult(ScreenRoutes.SeeOther("/lab/questions#list"));
    }

    private static Task<IResult> Forecast(Visit visit, IFormCollection form)
    {
        var question = Found(visit).Asked;
        var given = form["forecast"].ToString().Trim();
        visit.Service<QuestionShelf>().Add((book, day) =>
        {
            var forecast = question.Type != QuestionType.YesNo ? QuestionForecast.Of([.. given.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(point => Quantile(point, question.Type))])
                : double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var chance) ? QuestionForecast.Of(chance)
                : throw new ArgumentException($"Forecast: expected a probability from 0 to 1, such as 0.15, found '{given}'.");
            return book.Forecast(question.Question, forecast, Text(form, "basis", 500) is { Length: > 0 } basis ? basis : null, visit.Name!, day);
        });
        return Back(question);
    }

    private static Task<IResult> Resolve(Visit visit, IFormCollection form)
    {
        var question = Found(visit).Asked;
        var text = form["outcome"].ToString().Trim();
        visit.Service<QuestionShelf>().Add((book, day) =>
        {
            double? value = text == "void" ? null : QuestionLine.Value(text, question.Type) ?? throw new ArgumentException($"Outcome: expected {(question.Type switch { QuestionType.YesNo => "yes, no", QuestionType.Date => "a day", _ => "a number" })} or void, found '{text}'.");
            return book.Resolve(question.Question, value, Text(form, "evidence", 500) is { Length: > 0 } evidence ? evidence : null, visit.Name!, day);
        });
        return Back(question);
    }

    private static Task<IResult> Back(QuestionAsked question) => Task.FromResult(ScreenRoutes.SeeOther("/lab/questions/" + Uri.EscapeDataString(question.Question)));

    private static string Text(IFormCollection form, string field, int most) => form[field].ToString().ReplaceLineEndings(" ").Trim() is var text && text.Length <= most ? text : throw new ArgumentException($"{field}: expected {most} characters at most, found {form[field].ToString().Length}.");

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static QuantilePoint Quantile(string text, QuestionType type) =>
        text.Split('=', StringSplitOptions.TrimEntries) is [var share, var value] && double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) && QuestionLine.Value(value, type) is { } number ? new(part, number)
        : throw new ArgumentException($"Forecast: expected quantiles such as {(type == QuestionType.Date ? ".1=2026-01-10; .9=2026-06-30" : ".1=5; .5=9; .9=20")}, found '{text}'.");

    // JSON has no infinity: what was called impossible and came has no finite score.
    private static double? Finite(double? value) => value is { } known && double.IsFinite(known) ? known : null;

    private sealed record Rates(ImmutableArray<BaseRate> Shipped, RecordRates Own);
}

/// <summary>A forecast of a question.</summary>
/// <param name="By">Who gave it.</param>
/// <param name="Day">When.</param>
/// <param name="Forecast">A probability, or quantiles.</param>
/// <param name="Basis">What it rests on; null where nobody said.</param>
public sealed record ForecastItem(string By, DateOnly Day, string Forecast, string? Basis);

/// <summary>A question.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The question.</param>
/// <param name="Rule">What settles it.</param>
/// <param name="Closes">Last day on which it can be forecast.</param>
/// <param name="Type">yes-no, number or date.</param>
/// <param name="State">open, closed, resolved or void.</param>
/// <param name="By">Who asked.</param>
/// <param name="Asked">When.</param>
/// <param name="Outcome">What came; null while it is open.</param>
/// <param name="Evidence">What shows it; null where nobody said.</param>
/// <param name="Forecasts">Forecasts in the order in which they were given.</param>
public sealed record QuestionItem(string Id, string Text, string Rule, DateOnly Closes, string Type, string State, string By, DateOnly Asked, string? Outcome, string? Evidence, ImmutableArray<ForecastItem> Forecasts);

/// <summary>Scores of a forecast.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Forecast">The forecast.</param>
/// <param name="Outcome">What came.</param>
/// <param name="Brier">Brier score; null for numbers and days.</param>
/// <param name="Log">Logarithmic score in nats; null for numbers and days, and where it is infinite.</param>
/// <param name="Crps">CRPS in the unit of the answer; null for yes or no.</param>
public sealed record ScoreItem(string Question, string By, string Forecast, string Outcome, double? Brier, double? Log, double? Crps);

/// <summary>Questions, scores and base rates.</summary>
/// <param name="Served">Whether there is a file of questions.</param>
/// <param name="Questions">The questions, the latest first.</param>
/// <param name="Scores">Scores of everybody's last forecasts.</param>
/// <param name="Calibration">Forecasts by tenths of probability, where there are any.</param>
/// <param name="Rates">Base rates that ship.</param>
/// <param name="OwnRates">Base rates of the record.</param>
/// <param name="RateNotes">What could not be counted in the record.</param>
/// <param name="Problems">What is wrong with the file; empty where every line is as it was written.</param>
/// <param name="Head">Hash of its last line.</param>
public sealed record QuestionsModel(
    bool Served, ImmutableArray<QuestionItem> Questions, ImmutableArray<ScoreItem> Scores, ImmutableArray<CalibrationRow> Calibration, ImmutableArray<BaseRate> Rates, ImmutableArray<BaseRate> OwnRates, ImmutableArray<string> RateNotes, ImmutableArray<string> Problems, string Head)
{
    /// <summary>Calibration as a chart.</summary>
    [JsonIgnore]
    public Chart? Chart { get; init; }
}
