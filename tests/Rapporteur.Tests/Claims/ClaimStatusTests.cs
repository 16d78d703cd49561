using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>How a measure or a meeting stands by the words around it, read without the scorer, so that only the status is under test.</summary>
public sealed class ClaimStatusTests
{
    [Theory]
    [InlineData("The embassy said that three envoys were to be expelled from France.", ClaimStatus.Planned)]
    [InlineData("France pledged 300 soldiers to the mission.", ClaimStatus.Planned)]
    [InlineData("France suspended its aid to Italy.", ClaimStatus.Imposed)]
    [InlineData("France suspended the sanctions against Italy.", ClaimStatus.Ended)]
    public void A_measure_stands_as_its_verb_says(string sentence, ClaimStatus status) => Assert.Contains(status, Statuses(sentence, ClaimType.Measure));

    [Theory]
    [InlineData("Envoys of France and Italy broke off talks on Monday.", ClaimStatus.Cancelled)]
    [InlineData("After three weeks of negotiations France and Italy signed a treaty.", ClaimStatus.Held)]
    [InlineData("After the summit with Italy France dropped its demand.", ClaimStatus.Held)]
    [InlineData("France has not agreed to a meeting with Italy.", ClaimStatus.Denied)]
    [InlineData("The summit of France and Italy has been replaced by a phone call.", ClaimStatus.Cancelled)]
    [InlineData("Plans for a summit between France and Italy were scrapped on Monday.", ClaimStatus.Cancelled)]
    [InlineData("Preparations for talks between France and Italy were suspended.", ClaimStatus.Postponed)]
    public void A_meeting_stands_as_its_verb_says(string sentence, ClaimStatus status) => Assert.Contains(status, Statuses(sentence, ClaimType.Meeting));

    [Theory]
    [InlineData("The summit of France and Italy was cancelled on Monday.", null)]
    [InlineData("France cancelled the summit with Italy that was planned for Monday.", "2025-08-25")]
    [InlineData("The summit of France and Italy was postponed until Tuesday.", "../2025-08-26")]
    public void The_day_on_which_a_meeting_was_called_off_is_not_its_own(string sentence, string? when) =>
        Assert.Contains(when, SampleReader.Unscored.Annotate(SampleReader.Annotate(sentence) with { Claims = [] }).Claims.Where(claim => claim.Type == ClaimType.Meeting).Select(claim => claim.When?.Value));

    [Fact]
    public void Who_would_agree_has_not_agreed() =>
        Assert.Equal([Modality.Hypothetical], SampleReader.Unscored.Annotate(SampleReader.Annotate("The ministers drafted a deal under which France would agree to a ceasefire.") with { Claims = [] }).Claims.Where(claim => claim.Type == ClaimType.Acceptance).Select(claim => claim.Modality));

    private static IEnumerable<ClaimStatus?> Statuses(string sentence, ClaimType type) =>
        SampleReader.Unscored.Annotate(SampleReader.Annotate(sentence) with { Claims = [] }).Claims.Where(claim => claim.Type == type).Select(claim => claim.Status);
}
