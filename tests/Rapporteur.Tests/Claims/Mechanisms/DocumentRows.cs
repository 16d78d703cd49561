using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The document itself: date, and times that hang on it (rows 1–3 of docs/mechanisms.md).</summary>
public class DocumentRows
{
    private const string Text = "The envoys will answer over the next two days.";

    [Fact, Trait("Row", "1")]
    public void The_furniture_of_a_site_gives_no_claim_and_moves_no_offset()
    {
        var text = $"Login\n\n{SourceFixtures.Article}\nYou may also like\n\nFrance threatened Italy with sanctions.\n";
        var reading = SampleReader.Pipeline.Read(SampleReader.Document(text) with { Zones = ZoneFinder.Shipped.Find(text) });
        Assert.NotEmpty(reading.Claims);
        Assert.All(reading.Claims, claim => Assert.DoesNotContain("sanctions", claim.Evidence.Slice(text), StringComparison.Ordinal));
        Assert.All(reading.Claims, claim => Assert.Contains(claim.Evidence.Slice(text), SourceFixtures.Article, StringComparison.Ordinal));
    }

    [Fact, Trait("Row", "2")]
    public void A_text_without_a_date_keeps_that_it_has_none()
    {
        var reading = SampleReader.Pipeline.Read(SampleReader.Document("France met Italy.") with { Published = PublicationDate.None });
        Assert.Equal(DateBasis.Unknown, reading.Document.Published.Basis);
        Assert.Null(reading.Document.Published.Value);
    }

    [Theory, Trait("Row", "3")]
    [InlineData("2025-08-22", "2025-08-22/2025-08-24", "2025-08-23/2025-08-24")]
    [InlineData("2024-02-28", "2024-02-28/2024-03-01", "2024-02-29/2024-03-01")]
    public void A_relative_time_follows_its_anchor(string published, string one, string other)
    {
        var reading = SampleReader.Pipeline.Read(SampleReader.Document(Text) with { Published = new(Edtf.Parse(published), DateBasis.Given) });
        Assert.Contains(Assert.Single(reading.Times).Value, new[] { one, other });
    }
}
