using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Types of events that claims tell.</summary>
public class EventCoderTests
{
    [Theory]
    [InlineData("France demanded that Italy leave the valley.", ClaimType.Demand, "DEMAND")]
    [InlineData("France threatened to close the border.", ClaimType.Threat, "THREATEN")]
    [InlineData("Italy rejected the ceasefire.", ClaimType.Rejection, "REJECT")]
    [InlineData("France and Italy held talks with Spain in Geneva.", ClaimType.Meeting, "CONSULT")]
    [InlineData("Italian troops shelled the town on Monday.", ClaimType.Incident, "FIGHT")]
    [InlineData("France imposed sanctions on Italy.", ClaimType.Measure, "SANCTION")]
    [InlineData("France called for sanctions against Italy.", ClaimType.Measure, "DEMAND")]
    public void A_claim_has_the_type_that_its_form_tells(string text, ClaimType type, string code)
    {
        var reading = SampleReader.Read(text);
        Assert.Contains(reading.Claims, claim => claim.Type == type && claim.Event == code);
    }

    [Theory]
    [InlineData("“The talks were useful,” John Miller said.")]
    [InlineData("A ceasefire is unlikely this year, analysts said.")]
    public void What_is_only_said_or_judged_is_no_event(string text) =>
        Assert.All(SampleReader.Read(text).Claims.Where(claim => claim.Type is ClaimType.Statement or ClaimType.Assessment), claim => Assert.Null(claim.Event));

    [Theory]
    [InlineData(ClaimStatus.Imposed, "SANCTION")]
    [InlineData(ClaimStatus.Lifted, "RETREAT")]
    [InlineData(ClaimStatus.Urged, "DEMAND")]
    [InlineData(ClaimStatus.Planned, null)]
    public void What_became_of_a_measure_tells_its_type(ClaimStatus status, string? code)
    {
        var claim = SampleReader.Read("France imposed sanctions on Italy.").Claims.First(c => c.Type == ClaimType.Measure) with { Status = status, Kind = "sanctions" };
        Assert.Equal(code, new Rapporteur.Reading.EventCodes(Rapporteur.Reading.EventType.Load(Rapporteur.Reading.DataFolder.Shipped)).Of(claim));
    }

    [Fact]
    public void Every_type_has_its_place_and_its_words() =>
        Assert.All(Rapporteur.Reading.EventType.Load(Rapporteur.Reading.DataFolder.Shipped), type =>
        {
            Assert.Contains(type.Quad, (string[])["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]);
            Assert.NotEmpty(type.Verbs);
            Assert.NotEmpty(type.Nouns);
            Assert.All(type.Pairs, pair => Assert.Equal(2, pair.Split(' ').Length));
        });
}
