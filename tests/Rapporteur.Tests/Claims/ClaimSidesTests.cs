using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Who acts and towards whom, where the frame's own paths lead to nobody.</summary>
public class ClaimSidesTests
{
    [Theory]
    [InlineData("Fighting between Italy and France continued on Monday.", ClaimType.Incident, "Italy", "France")]
    [InlineData("Italy refused to hold talks with France.", ClaimType.Rejection, "Italy", "France")]
    [InlineData("A French strike on the valley killed three people.", ClaimType.Incident, "France", null)]
    [InlineData("Italy attacked France on Monday. The attack killed three people.", ClaimType.Incident, "Italy", null)]
    [InlineData("The Security Council adopted a resolution. The resolution urges Italy to open the road.", ClaimType.Demand, "United Nations Security Council", "Italy")]
    [InlineData("Shelling and fierce clashes between Italy and France went on overnight.", ClaimType.Incident, "Italy", "France")]
    [InlineData("Italy protested. The firm closed because of sanctions placed on Italy by France.", ClaimType.Measure, "France", "Italy")]
    [InlineData("Italy, the host, has urged France to open the road.", ClaimType.Demand, "Italy", "France")]
    [InlineData("Jean Martin, the Italian foreign minister, said his government rejected the French plan.", ClaimType.Rejection, "Italy", "France")]
    public void Sides_of_an_act_are_found(string text, ClaimType type, string by, string? to)
    {
        var document = SampleReader.Annotate(text);
        var claims = SampleReader.Unscored.Candidates(document).SelectMany(candidate => candidate.Claims).Where(claim => claim.Type == type && claim.Evidence.End == text.Length).ToList();
        Assert.Contains(claims, claim => SampleReader.Field(document, claim, "by") == by && (to is null || SampleReader.Field(document, claim, "to") == to));
    }

    [Theory]
    [InlineData("In Italy, the host has urged France to open the road.", ClaimType.Demand, "Italy")]
    [InlineData("Jean Martin, the Italian foreign minister, said his brother rejected the plan.", ClaimType.Rejection, "Italy")]
    [InlineData("The firm closed because of sanctions lifted in Italy.", ClaimType.Measure, "Italy")]
    public void Whoever_only_stands_near_does_not_act(string text, ClaimType type, string notBy)
    {
        var document = SampleReader.Annotate(text);
        Assert.DoesNotContain(SampleReader.Unscored.Candidates(document).SelectMany(candidate => candidate.Claims), claim => claim.Type == type && SampleReader.Field(document, claim, "by") == notBy);
    }

    [Fact]
    public void Who_did_something_after_a_meeting_took_part_in_it() =>
        Assert.Contains(SampleReader.Read("The truce was signed by Carlo Neri on Friday, after a meeting with Jean Martin.").Claims, claim => claim.Type == ClaimType.Meeting && claim.Participants.Length == 2);

    [Fact]
    public void Whoever_quotes_a_speaker_is_the_holder_of_the_statement()
    {
        var document = SampleReader.Annotate("Jean Martin said that Italy believes that the bridge is safe.");
        Assert.Contains(document.Claims, claim => claim.Type == ClaimType.Statement && SampleReader.Field(document, claim, "by") == "Italy" && SampleReader.Field(document, claim, "holder") == "Jean Martin");
    }

    [Theory]
    [InlineData("His rival Jean Martin described the plan as a threat.", "Jean Martin")]
    [InlineData("Forty soldiers were at the camp, say the Italian Defence Forces.", "Italian Defence Forces")]
    [InlineData("The vote was close, with Jean Martin saying that the plan was dead.", "Jean Martin")]
    public void Whoever_speaks_is_the_source(string text, string speaker)
    {
        var document = SampleReader.Annotate(text);
        Assert.Contains(document.Claims, claim => claim.Type == ClaimType.Statement && SampleReader.Field(document, claim, "by") == speaker);
    }

    [Fact]
    public void Whoever_judges_is_not_whom_the_judgement_is_about()
    {
        var document = SampleReader.Annotate("Jean Martin said Italy was wrong.");
        Assert.DoesNotContain(document.Claims, claim => claim.Type == ClaimType.Assessment && claim.About.Contains(claim.By!));
    }
}
