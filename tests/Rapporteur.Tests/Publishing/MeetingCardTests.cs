using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class MeetingCardTests
{
    [Fact]
    public void The_reporters_single_account_in_the_state_of_the_meeting_has_no_heading_of_its_own()
    {
        var card = Card(new Dispatch("2031-03-01").Says("Northland and Westmark met in Lindow.", l => l.Meeting(ClaimStatus.Held, null, ["n", "w"], "2031-02-28", "Lindow")));
        Assert.Empty(card.Lanes);
        Assert.Equal("held", Assert.Single(card.Badges).Code);
        Assert.Contains(card.Lines, l => l.Text.Contains("Northland and Westmark met in Lindow.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_partys_account_is_always_headed()
    {
        var card = Card(new Dispatch("2031-03-01").Says("Northland said it met Westmark in Lindow.", l => l.Meeting(ClaimStatus.Held, "n", ["n", "w"], "2031-02-28", "Lindow")));
        Assert.Equal("Northland", Assert.Single(card.Lanes).Heading[0].Text);
    }

    [Theory]
    [InlineData("n", MeetingForm.Summit, "Summit: Northland and others not named")]
    [InlineData("lind", MeetingForm.Talks, "Talks: Ada Lind and others not named")]
    [InlineData("lind", MeetingForm.Visit, "Visit: Ada Lind")]
    public void Where_one_alone_is_named_who_cannot_meet_alone_the_name_says_so(string actor, MeetingForm form, string name)
    {
        var card = Card(new Dispatch("2031-03-01").Says("The gathering took place in Lindow.", l => l.Meeting(ClaimStatus.Held, null, [actor], "2031-02-28", "Lindow", form: form)));
        Assert.Equal(name, string.Concat(card.Heading.Select(p => p.Text)));
    }

    [Fact]
    public void Without_a_day_there_is_no_timeline_and_no_word_of_it()
    {
        var brief = Brief.From(Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Northland proposed talks with Westmark.", l => l.Meeting(ClaimStatus.Proposed, "n", ["n", "w"]))));
        Assert.Contains(brief.Sections, s => s.Id == "meetings");
        Assert.DoesNotContain(brief.Sections, s => s.Id == "timeline");
        Assert.DoesNotContain("Timeline", brief.EmptySections);
    }

    private static Card Card(Dispatch dispatch) => Assert.IsType<Card>(Brief.From(Dispatch.Snapshot(dispatch)).Sections.Single(s => s.Id == "meetings").Blocks[0]);
}
