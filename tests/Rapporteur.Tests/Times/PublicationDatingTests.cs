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

    [Theory]
    [InlineData("They have not met since 2021, eight months before it began. On Friday they argued.")]
    [InlineData("They will sign on 3 May 2030.")]
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
