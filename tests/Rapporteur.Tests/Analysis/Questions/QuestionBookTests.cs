using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class QuestionBookTests
{
    private static readonly DateOnly Closes = new(2031, 6, 30);

    [Fact]
    public void Lines_are_read_as_they_were_written_and_stand_in_a_chain()
    {
        var lines = Told();
        var book = new QuestionBook(lines, new Clock());
        Assert.Empty(book.Problems);
        Assert.Equal((5, QuestionLine.Hashes(lines[^1]).Stated), (book.Count, book.Head));
        var (yes, number) = (book.Of("truce"), book.Of("days"));
        Assert.Equal((2, .3), (yes.Forecasts.Length, yes.Last.Single().Forecast.Probability!.Value));
        Assert.Equal([new(.1, 5), new(.9, 40)], number.Last.Single().Forecast.Quantiles);
        Assert.Equal(("open", "closed"), (yes.State(Closes), yes.State(Closes.AddDays(1))));
    }

    [Fact]
    public void The_same_entries_at_the_same_time_have_the_same_bytes() => Assert.Equal(Told(), Told());

    [Theory]
    [InlineData(1, "0.3", "0.9", "line 3: its bytes were changed")]
    [InlineData(0, "two agencies", "one agency", "line 1: its bytes were changed")]
    public void A_changed_line_is_found(int entry, string from, string to, string problem)
    {
        var lines = Told();
        var at = entry == 0 ? 0 : 2;
        Assert.Contains(from, lines[at], StringComparison.Ordinal);
        lines[at] = lines[at].Replace(from, to, StringComparison.Ordinal);
        Assert.StartsWith(problem, Assert.Single(new QuestionBook(lines, new Clock()).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_was_changed_with_its_hash_breaks_the_chain()
    {
        var lines = Told();
        var changed = lines[2].Replace("0.3", "0.9", StringComparison.Ordinal);
        lines[2] = changed[..changed.LastIndexOf(",\"hash\"", StringComparison.Ordinal)] + ",\"hash\":\"" + QuestionLine.Hashes(changed).Found + "\"}";
        Assert.Equal("line 4: it does not follow the line before it", Assert.Single(new QuestionBook(lines, new Clock()).Problems));
    }

    [Fact]
    public void A_line_that_is_missing_is_found_and_one_at_the_end_by_a_hash_that_was_kept()
    {
        var lines = Told();
        var kept = new QuestionBook(lines, new Clock()).Head;
        Assert.NotEmpty(new QuestionBook([.. lines[..2], .. lines[3..]], new Clock()).Problems);
        var shorter = new QuestionBook(lines[..4], new Clock());
        Assert.Empty(shorter.Problems);
        Assert.False(shorter.Holds(kept));
    }

    [Fact]
    public void Nothing_is_added_to_a_ledger_that_was_changed()
    {
        var lines = Told();
        lines[0] = lines[0].Replace("agencies", "papers", StringComparison.Ordinal);
        var book = new QuestionBook(lines, new Clock());
        Assert.Throws<QuestionException>(() => book.Forecast("truce", QuestionForecast.Of(.5), null, "A"));
    }

    [Fact]
    public void Nothing_is_forecast_after_a_question_closed_or_was_resolved()
    {
        var book = new QuestionBook(Told(), new Clock());
        Assert.Contains("closed on 2031-06-30", Assert.Throws<QuestionException>(() => book.Forecast("truce", QuestionForecast.Of(.5), null, "A", Closes.AddDays(1))).Message, StringComparison.Ordinal);
        book.Resolve("truce", 1, null, "A");
        Assert.Contains("is resolved", Assert.Throws<QuestionException>(() => book.Forecast("truce", QuestionForecast.Of(.5), null, "A")).Message, StringComparison.Ordinal);
        Assert.Throws<QuestionException>(() => book.Forecast("days", QuestionForecast.Of(.5), null, "A"));
        Assert.Throws<QuestionException>(() => book.Ask(null, "Q?", "R", new(2000, 1, 1), QuestionType.YesNo, "A"));
    }

    [Fact]
    public void The_last_forecast_is_scored_and_a_void_question_is_not()
    {
        var book = new QuestionBook(Told(), new Clock());
        book.Resolve("truce", 0, "an agency", "A");
        book.Resolve("days", 22.5, null, "A");
        var scores = QuestionScores.Of(book.Questions);
        Assert.Equal(2, scores.Length);
        Assert.Equal((.09, -Math.Log(.7)), (scores[0].Brier!.Value, scores[0].Log!.Value));
        // Outcome in the middle of 5 to 40, from .1 to .9: 35 · mean square of .1 to .5.
        Assert.Equal(35 * ((.01 + .05 + .25) / 3), scores[1].Crps!.Value, 10);
        var row = Assert.Single(QuestionScores.Calibration(scores), row => row.Count > 0);
        Assert.Equal((.3, 1, .3, 0.0), (row.From, row.Count, row.Forecast!.Value, row.Happened!.Value));
        book.Resolve("truce", null, "the rule gives no answer", "A");
        Assert.Single(QuestionScores.Of(book.Questions));
    }

    [Fact]
    public void Days_are_kept_as_days()
    {
        var book = new QuestionBook([], new Clock());
        book.Ask("when", "When?", "R", Closes, QuestionType.Date, "A");
        var line = book.Forecast("when", QuestionForecast.Of([new(.25, new DateOnly(2031, 7, 1).DayNumber), new(.75, new DateOnly(2031, 7, 11).DayNumber)]), null, "A");
        Assert.Contains("[0.25,\"2031-07-01\"],[0.75,\"2031-07-11\"]", line, StringComparison.Ordinal);
        book.Resolve("when", new DateOnly(2031, 7, 21).DayNumber, null, "A");
        // Ten days beyond the last quantile and ten times the mean square of .25 to .75.
        Assert.Equal(10 + (10 * ((.0625 + .1875 + .5625) / 3)), QuestionScores.Of(book.Questions)[0].Crps!.Value, 10);
    }

    [Theory]
    [InlineData("nonsense", "expected one JSON object")]
    [InlineData("{\"sequence\":1}", "question")]
    public void What_is_no_entry_is_named(string line, string problem) =>
        Assert.Contains(new QuestionBook([line], new Clock()).Problems, found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Quantiles_that_fall_are_refused()
    {
        Assert.Throws<ArgumentException>(() => QuestionForecast.Of([new(.1, 5), new(.9, 4)]));
        Assert.Throws<ArgumentException>(() => QuestionForecast.Of([new(.5, 5), new(.5, 6)]));
        Assert.Throws<ArgumentException>(() => QuestionForecast.Of(1.2));
        Assert.Throws<ArgumentException>(() => QuestionForecast.Of(double.NaN));
    }

    private static string[] Told()
    {
        var book = new QuestionBook([], new Clock());
        return
        [
            book.Ask("truce", "Is a truce in force on 1 July?", "Yes where two agencies report it.", Closes, QuestionType.YesNo, "A"),
            book.Forecast("truce", QuestionForecast.Of(.6), "a hunch", "A", new(2031, 1, 2)),
            book.Forecast("truce", QuestionForecast.Of(.3), null, "A", new(2031, 2, 2)),
            book.Ask("days", "How many days does it last?", "Days from the first report to the first breach.", Closes, QuestionType.Number, "A"),
            book.Forecast("days", QuestionForecast.Of([new(.1, 5), new(.9, 40)]), null, "A"),
        ];
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2031, 1, 1, 8, 30, 0, 123, TimeSpan.Zero);
    }
}
