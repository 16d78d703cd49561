using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class PublicationDatingTests
{
    private static readonly TimeAnnotator Annotator = new(DataFolder.Shipped);

    [Theory]
    [InlineData("KYIV, August 22, 2025 (Agency) — Envoys met on Monday.")]
    [InlineData("Envoys meet\nBy Jane Roe | 22 August 2025\nEnvoys met on Monday.")]
    [InlineData("Envoys meet\n\nPublished: August 22, 2025\n\nEnvoys met on Monday.")]
    [InlineData("Envoys met on Monday.\n\nLast updated on 22 August 2025 at 10:30")]
    [InlineData("Friday, 22 August 2025\n\nEnvoys met on Monday.")]
    public void A_dateline_a_byline_or_a_label_gives_the_day(string text)
    {
        var read = Annotator.Annotate(TimeRuleTests.Document(text, null));
        Assert.Equal("2025-08-22", read.Source.Published.Value?.Value);
        Assert.Equal(DateBasis.Inferred, read.Source.Published.Basis);
        Assert.Contains("August", read.Source.Published.Reason, StringComparison.Ordinal);
        Assert.Equal("2025-08-18", read.Times.Single(time => time.Span.Slice(text) == "Monday").Value);
    }

    [Theory]
    [InlineData("https://news.example/2025/08/22/envoys-meet.html")]
    [InlineData("articles/2025-08-22-envoys.txt")]
    public void An_address_gives_the_day(string source)
    {
        var read = Annotator.Annotate(TimeRuleTests.Document("Envoys met on Monday.", null, source));
        Assert.Equal("2025-08-22", read.Source.Published.Value?.Value);
        Assert.Equal("2025-08-18", Assert.Single(read.Times).Value);
    }

    [Fact]
    public void A_past_date_in_the_text_is_only_a_lower_bound_and_anchors_nothing()
    {
        var read = Annotator.Annotate(TimeRuleTests.Document("They signed on 3 May 1999, and met again on August 15, 2025. On Friday they argued.", null));
        Assert.Equal("2025-08-15/..", read.Source.Published.Value?.Value);
        Assert.Contains("August 15, 2025", read.Source.Published.Reason, StringComparison.Ordinal);
        Assert.Null(read.Source.Published.Anchor);
        Assert.Equal("..", read.Times.Single(time => time.Rule == "day.weekday").Value);
    }

    [Fact]
    public void A_date_told_of_as_past_and_one_that_is_to_come_make_an_interval_with_both_reasons()
    {
        var read = Annotator.Annotate(TimeRuleTests.Document("They met on August 15, 2025. They will sign on 3 September 2025. On Friday they argued.", null));
        Assert.Equal("2025-08-15/2025-09-03", read.Source.Published.Value?.Value);
        Assert.Equal(DateBasis.Inferred, read.Source.Published.Basis);
        Assert.Contains("August 15, 2025 as past", read.Source.Published.Reason, StringComparison.Ordinal);
        Assert.Contains("3 September 2025 as to come", read.Source.Published.Reason, StringComparison.Ordinal);
        Assert.Null(read.Source.Published.Anchor);
        Assert.Equal("..", read.Times.Single(time => time.Rule == "day.weekday").Value);
    }

    [Theory]
    [InlineData("They will sign on 3 May 2030. On Friday they argued.", "../2030-05-03")]
    [InlineData("In July 2025 they met in Vell.", "2025-07-01/..")]
    public void One_bound_leaves_the_other_side_open(string text, string interval) =>
        Assert.Equal(interval, Annotator.Annotate(TimeRuleTests.Document(text, null)).Source.Published.Value?.Value);

    [Theory]
    [InlineData("The envoys left Vell yesterday, August 21, 2025. On Monday they had met.")]
    [InlineData("Both sides sign today (22 August 2025). On Monday they had met.")]
    [InlineData("Tomorrow, 23 August 2025, both sides sign. On Monday they had met.")]
    public void A_day_that_is_also_called_today_yesterday_or_tomorrow_gives_the_day(string text)
    {
        var read = Annotator.Annotate(TimeRuleTests.Document(text, null));
        Assert.Equal("2025-08-22", read.Source.Published.Value?.Value);
        Assert.Equal("2025-08-18", read.Times.Single(time => time.Rule == "day.weekday").Value);
    }

    [Fact]
    public void Another_day_of_publication_resolves_everything_anew()
    {
        const string text = "Envoys met on Monday. They will meet again next month, two days before the deadline of September 20.";
        string[] Read(string day) => [.. Annotator.Annotate(TimeRuleTests.Document(text, Edtf.Parse(day))).Times.Select(time => time.Value)];
        Assert.Equal(["2025-08-18", "2025-09", "2025-09-18", "2025-09-20"], Read("2025-08-22"));
        Assert.Equal(["2024-08-05", "2024-09", "2024-09-18", "2024-09-20"], Read("2024-08-07"));
    }

    [Theory]
    [InlineData("They have not met since 2021, eight months before it began. On Friday they argued.")]
    [InlineData("In 2019 she had said that they would sign on 3 May 2030.")]
    [InlineData("On Friday they argued.")]
    public void Where_nothing_tells_the_date_stays_unknown(string text)
    {
        var read = Annotator.Annotate(TimeRuleTests.Document(text, null));
        Assert.Equal(DateBasis.Unknown, read.Source.Published.Basis);
        Assert.Null(read.Source.Published.Value);
    }

    [Fact]
    public void A_given_date_is_left_alone()
    {
        var read = Annotator.Annotate(TimeRuleTests.Document("KYIV, August 22, 2025 (Agency) — Envoys met.", Edtf.Parse("2025-08-23")));
        Assert.Equal("2025-08-23", read.Source.Published.Value?.Value);
        Assert.Equal(DateBasis.Given, read.Source.Published.Basis);
    }

    [Fact]
    public void The_last_day_of_a_closed_interval_is_the_anchor() =>
        Assert.Equal(new DateOnly(2025, 8, 31), new PublicationDate(Edtf.Parse("2025-08"), DateBasis.Given).Anchor);
}
