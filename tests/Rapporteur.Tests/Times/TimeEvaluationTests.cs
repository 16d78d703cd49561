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
    public void TimeBank_is_read_above_the_floor()
    {
        Assert.SkipUnless(SharedData.Find("corpora", "timebank") is not null, SharedData.Missing);
        var annotator = new TimeAnnotator(DataFolder.Shipped, true);
        var scores = TimeEvaluation.TimeMl(SharedData.Find("corpora", "timebank")!, source => annotator.Annotate(new() { Source = source }));
        Assert.True(scores.Value.F1 >= 0.77, $"value {scores.Value.F1:0.000}");
    }
}
