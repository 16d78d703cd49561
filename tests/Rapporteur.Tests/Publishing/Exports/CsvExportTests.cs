using System.Globalization;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class CsvExportTests(ExportedRecord record) : IClassFixture<ExportedRecord>
{
    [Fact]
    public async Task Every_claim_is_a_row_with_its_words()
    {
        var rows = StrictCsv.Named(await record.Export("--format", "csv"));
        var readings = (await record.Export()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => ReadingReader.Read(l).Reading!).ToList();
        Assert.Equal(readings.SelectMany(r => r.Claims).Select(c => c.Id).Order(StringComparer.Ordinal), rows.Select(r => r["id"]).Order(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var span = row["span"].Split("..").Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(row["quote"], readings.Single(r => r.Document.TextId == row["text"]).Document.Text[span[0]..span[1]]);
        }

        var demand = rows.Single(r => r["type"] == "demand");
        Assert.Equal(("Norway", "Sweden", "positive", "certain", "2031-03-07"), (demand["by"], demand["to"], demand["polarity"], demand["modality"], demand["date"]));
        Assert.Equal("2031-03-30", rows.Single(r => r["type"] == "deadline" && r["quote"].Contains("valley", StringComparison.Ordinal))["when"]);
        var met = rows.First(r => r["type"] == "meeting");
        Assert.Equal(("Oslo", "held", "2031-03-06"), (met["where"], met["status"], met["when"]));
    }

    [Fact]
    public async Task A_publisher_that_is_a_formula_is_text() =>
        Assert.Contains("'=HYPERLINK(\"http://a.example\")", StrictCsv.Named(await record.Export("--format", "csv")).Select(r => r["publisher"]));

    [Fact]
    public async Task What_was_published_or_recorded_later_is_no_row()
    {
        Assert.Equal(["2031-03-07"], StrictCsv.Named(await record.Export("--format", "csv", "--as-of", "2031-03-10")).Select(r => r["date"]).Distinct());
        Assert.Empty(StrictCsv.Named(await record.Export("--format", "csv", "--known-on", "2020-01-01")));
    }

    [Fact]
    public async Task Coded_events_have_type_mode_day_and_sides()
    {
        var rows = StrictCsv.Named(await record.Export("--format", "plover"));
        Assert.All(rows, r => Assert.NotEqual("", r["event"]));
        var sanction = rows.Single(r => r["event"] == "SANCTION");
        Assert.Equal(("discontinue", "2031-03-07", "Sweden"), (sanction["mode"], sanction["date"], sanction["recipient"]));
        var met = rows.Single(r => r["event"] == "CONSULT" && r["date"] == "2031-03-06");
        Assert.Equal(("", "met"), (met["recipient"], met["event_text"]));
        Assert.Contains("Norway", met["actor"], StringComparison.Ordinal);
        Assert.Equal("2031-03-09", rows.Single(r => r["text"].Contains("Åsnes", StringComparison.Ordinal))["date"]);
    }

    [Theory]
    [InlineData("--format", "xlsx")]
    [InlineData("--format", "atom")]
    [InlineData("--format", "csv", "--since", "2031-03-01")]
    [InlineData("--since", "2031-03-01")]
    [InlineData("--format", "atom", "--since", "2031-04-01", "--as-of", "2031-03-01")]
    public async Task A_call_that_asks_for_nothing_sensible_is_refused(params string[] args) => Assert.Equal(2, (await Call.Of(["export", "--record", record.File, .. args])).Code);
}
