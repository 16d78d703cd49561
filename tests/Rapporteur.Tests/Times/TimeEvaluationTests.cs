using Rapporteur.Domain;
using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TimeEvaluationTests
{
    [Theory]
    [InlineData("2025-08", "2025-08-01/2025-08-31", true)]
    [InlineData("2025-08~", "2025-08", false)]
    [InlineData("P2W", "P14D", true)]
    [InlineData("P1Y", "P12M", true)]
    [InlineData("PT24H", "P1D", false)]
    [InlineData("..", "", true)]
    [InlineData("2025-08-22T10:30", "2025-08-22", false)]
    [InlineData("2022/..", "2022-01-01/..", true)]
    [InlineData("2025-22", "2025-22", true)]
    public void Values_are_compared_by_their_bounds(string left, string right, bool same) => Assert.Equal(same, DateBounds.Of(left) == DateBounds.Of(right));

    [Theory]
    [InlineData("2000-W8", "2000-W08")]
    [InlineData("1948-XX-XX", "1948")]
    [InlineData("1998-08-08T10:35:00", "1998-08-08T10:35")]
    public void Two_spellings_of_one_timex_value_are_equal(string left, string right) => Assert.Equal(TimexValue.Normal(left), TimexValue.Normal(right));

    [Fact]
    public void Annotated_articles_are_read_above_the_floor()
    {
        Assert.SkipUnless(SharedData.Find("gold", "train", "articles") is not null, SharedData.Missing);
        var annotator = new TimeAnnotator(DataFolder.Shipped);
        AnnotatedDocument Read(SourceDocument source) => annotator.Annotate(new() { Source = source });
        var train = TimeEvaluation.Articles(SharedData.Find("gold", "train", "articles")!, SharedData.Find("gold", "train", "text")!, Read);
        var all = TimeEvaluation.Articles(SharedData.Find("gold", "articles")!, SharedData.Find("gold", "text")!, Read);
        Assert.True(train.Value.F1 >= 0.93, $"train {train.Value.F1:0.000}");
        Assert.True(all.Value.F1 >= 0.85, $"articles {all.Value.F1:0.000}");
    }

    [Fact]
    public void Cases_of_other_recognizers_are_judged_by_their_values()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "recognizers"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "chrono", "en"));
            File.WriteAllText(Path.Combine(folder.FullName, "recognizers", "DateParser.json"), """
                [{"Input": "They met yesterday", "Context": {"ReferenceDateTime": "2025-08-22T00:00:00"},
                  "Results": [{"Text": "yesterday", "Type": "date", "Start": 9, "Value": {"Timex": "2025-08-21", "FutureResolution": {"date": "2025-08-21"}, "PastResolution": {"date": "2025-08-21"}}}]},
                 {"Input": "They met today", "Context": {"ReferenceDateTime": "2025-08-22T00:00:00"},
                  "Results": [{"Text": "today", "Type": "date", "Start": 9, "Value": {"Timex": "2025-08-21", "FutureResolution": {"date": "2025-08-21"}, "PastResolution": {"date": "2025-08-21"}}}]}]
                """);
            File.WriteAllText(Path.Combine(folder.FullName, "chrono", "en", "en.test.ts"), """
                testSingleCase(chrono, "They met on 21 August 2025", new Date(2025, 8 - 1, 22), (result) => {
                    expect(result.start.get("year")).toBe(2025);
                    expect(result.start.get("month")).toBe(8);
                    expect(result.start.get("day")).toBe(21);
                });
                testUnexpectedResult(chrono, "They met");
                """);
            var annotator = new TimeAnnotator(DataFolder.Shipped);
            var scores = TimeSpecs.Score(folder.FullName, (text, day) => annotator.Annotate(TimeRuleTests.Document(text, day is { } given ? Edtf.Day(given) : null)).Times);
            Assert.Equal(0.75, scores.Passed);
            Assert.Contains(scores.Lines(), line => line.StartsWith("recognizers, date ", StringComparison.Ordinal) && line.Contains("other value    1", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Cases_of_other_recognizers_pass_as_often_as_they_did()
    {
        Assert.SkipUnless(SharedData.Find("corpora", "time-specs") is not null, SharedData.Missing);
        var annotator = new TimeAnnotator(DataFolder.Shipped);
        var scores = TimeSpecs.Score(SharedData.Find("corpora", "time-specs")!, (text, day) => annotator.Annotate(TimeRuleTests.Document(text, day is { } given ? Edtf.Day(given) : null)).Times);
        Assert.True(scores.Passed >= 0.38, $"passed {scores.Passed:0.000}");
    }

    [Fact]
    public void TimeBank_is_read_above_the_floor()
    {
        Assert.SkipUnless(SharedData.Find("corpora", "timebank") is not null, SharedData.Missing);
        var annotator = new TimeAnnotator(DataFolder.Shipped, true);
        var scores = TimeEvaluation.TimeMl(SharedData.Find("corpora", "timebank")!, source => annotator.Annotate(new() { Source = source }));
        Assert.True(scores.Value.F1 >= 0.79, $"value {scores.Value.F1:0.000}");
    }
}
