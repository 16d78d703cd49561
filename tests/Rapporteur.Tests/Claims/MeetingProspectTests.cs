using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Meetings that are not in sight, offered, met one after the other or told by where they may be, read without the scorer.</summary>
public sealed class MeetingProspectTests
{
    [Theory]
    [InlineData("There is no sign of a meeting between France and Italy.", ClaimStatus.Scheduled)]
    [InlineData("Direct talks between France and Italy remain elusive.", ClaimStatus.Held)]
    [InlineData("The discussions go on even as direct talks between France and Italy remain elusive.", ClaimStatus.Held)]
    public void A_meeting_that_is_not_in_sight_is_denied(string sentence, ClaimStatus status) =>
        Assert.Contains(Meetings(sentence), meeting => meeting.Status == status && meeting.Polarity == Polarity.Negative && meeting.Participants.Length == 2);

    [Theory]
    [InlineData("The talks between France and Italy are off.")]
    [InlineData("The talks between France and Italy will stay on hold.")]
    [InlineData("The grand theatre of a summit of France and Italy has been replaced by the slow grind of diplomacy.")]
    public void Talks_that_are_off_are_put_off(string sentence) => Assert.Contains(Meetings(sentence), meeting => meeting.Status == ClaimStatus.Postponed);

    [Fact]
    public void Whoever_offers_talks_proposes_them_and_takes_part()
    {
        var document = Read("There is no meeting between France and Italy, with Italy's offer of talks perceived as a threat.");
        var italy = document.Actors.Single(actor => actor.Name == "Italy").Id;
        Assert.Contains(document.Claims, claim => claim is { Type: ClaimType.Meeting, Status: ClaimStatus.Proposed, Participants.Length: 2 } && claim.By == italy);
    }

    [Fact]
    public void One_who_is_met_then_is_met_apart()
    {
        var document = Read("France wants to meet with Italy first and then with Spain.");
        string Name(string id) => document.Actors.Single(actor => actor.Id == id).Name;
        var then = document.Claims.Single(claim => claim.Rule == "meeting.then-with");
        Assert.Equal(["France", "Spain"], then.Participants.Select(Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_for_a_venue_are_a_meeting_that_may_be_there() =>
        Assert.Contains(Meetings("France and Italy will hold a summit. Options are Oslo or Vienna."), meeting => meeting is { Rule: "meeting.venue-options", Where: "Oslo or Vienna", Modality: Modality.Possible, Participants.Length: 2 });

    [Fact]
    public void A_verb_within_a_name_tells_nothing() =>
        Assert.DoesNotContain(Meetings("John Miller told NBC's Meet the Press with Joan Lund that it rained."), meeting => meeting.Rule == "meeting.meet");

    private static AnnotatedDocument Read(string text) => SampleReader.Unscored.Annotate(SampleReader.Annotate(text) with { Claims = [] });

    private static IEnumerable<Claim> Meetings(string text) => Read(text).Claims.Where(claim => claim.Type == ClaimType.Meeting);
}
