using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Meetings of claims that a reader found and is not certain of.</summary>
public sealed class MeetingReadingTests
{
    private static readonly string[] Both = ["lind", "verhey"];

    [Fact]
    public void Participants_taken_over_from_another_sentence_begin_no_meeting() => Assert.Empty(Read(d => d
        .Says("Talks went on for weeks.", l => Found(l.Meeting(ClaimStatus.Held, "narrator", Both)))).Meetings);

    [Fact]
    public void A_meeting_that_is_pointed_back_to_stands_beside_and_does_not_change_its_state()
    {
        var meeting = Assert.Single(Read(d => d
            .Says("Ada Lind and Jo Verhey may have a meeting.", l => Found(l.Meeting(ClaimStatus.Floated, "narrator", Both, form: MeetingForm.Meeting)))
            .Says("Much depends on the meeting.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", Both, form: MeetingForm.Meeting)) with { Trigger = l.Words("meeting") })).Meetings);
        Assert.Equal(ClaimStatus.Floated, meeting.State);
        Assert.Single(meeting.Claims);
        Assert.Single(meeting.Companions);
    }

    [Fact]
    public void A_claim_without_a_status_makes_nothing_held()
    {
        var meeting = Assert.Single(Read(d => d.Says("Ada Lind spoke of a meeting with Jo Verhey.", l => Found(l.Meeting(ClaimStatus.Held, "narrator", Both)) with { Status = null })).Meetings);
        Assert.Null(meeting.State);
    }

    [Fact]
    public void Talks_of_one_party_with_nobody_are_not_listed() => Assert.Empty(Read(d => d
        .Says("Northland called for talks.", l => Found(l.Meeting(ClaimStatus.CalledFor, "n", ["n"])))
        .Says("Many envoys met.", l => Found(l.Meeting(ClaimStatus.Held, "narrator", [])))).Meetings);

    [Fact]
    public void A_journey_with_a_place_is_listed() => Assert.Single(Read(d => d
        .Says("Ada Lind flew to Port Ansel.", l => Found(l.Meeting(ClaimStatus.Held, "narrator", ["lind"], where: "Port Ansel", form: MeetingForm.Visit)))).Meetings);

    [Fact]
    public void Two_who_meet_and_three_who_meet_are_two_meetings() => Assert.Equal(2, Read(d => d
        .Says("Ada Lind proposed talks with Jo Verhey.", l => Found(l.Meeting(ClaimStatus.Proposed, "lind", Both)))
        .Says("Ada Lind proposed talks with Jo Verhey and Per Holm.", l => Found(l.Meeting(ClaimStatus.Proposed, "lind", [.. Both, "holm"])))).Meetings.Length);

    [Fact]
    public void A_leader_with_a_state_is_the_meeting_of_its_leaders()
    {
        var meeting = Assert.Single(Read(d => d
            .Says("Ada Lind will hold talks with Westmark.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", ["lind", "w"])))
            .Says("Ada Lind will hold talks with Jo Verhey.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", Both)))).Meetings);
        Assert.Equal(2, meeting.Participants.Length);
    }

    [Fact]
    public void The_only_summit_of_a_text_takes_what_is_said_of_the_summit()
    {
        var meeting = Assert.Single(Read(d => d
            .Says("Ada Lind will see Jo Verhey at a summit.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", Both, form: MeetingForm.Summit)))
            .Says("The summit was put on hold.", l => Found(l.Meeting(ClaimStatus.Postponed, "narrator", [], form: MeetingForm.Summit)))).Meetings);
        Assert.Equal(ClaimStatus.Postponed, meeting.State);
    }

    [Fact]
    public void With_two_summits_nobody_can_tell_which_was_put_on_hold()
    {
        var snapshot = Read(d => d
            .Says("Ada Lind will see Jo Verhey at a summit.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", Both, form: MeetingForm.Summit)))
            .Says("Per Holm will see Jo Verhey at a summit.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", ["holm", "verhey"], form: MeetingForm.Summit)))
            .Says("The summit was put on hold.", l => Found(l.Meeting(ClaimStatus.Postponed, "narrator", [], form: MeetingForm.Summit))));
        Assert.All(snapshot.Meetings, m => Assert.Equal(ClaimStatus.Scheduled, m.State));
    }

    [Fact]
    public void On_hold_by_one_party_and_on_by_another_is_a_dispute()
    {
        var snapshot = Read(d => d
            .Says("Jo Verhey put the summit with Ada Lind on hold.", l => Found(l.Meeting(ClaimStatus.Postponed, "verhey", Both, form: MeetingForm.Summit)))
            .Says("Ada Lind said preparations for the summit with Jo Verhey continue.", l => Found(l.Meeting(ClaimStatus.Ongoing, "lind", Both, form: MeetingForm.Summit))));
        Assert.Equal(DisputeKind.DifferentHolders, Assert.Single(snapshot.Disputes).Kind);
    }

    [Fact]
    public void What_may_be_does_not_undo_what_was_planned()
    {
        var planned = new Dispatch("2031-03-01").Says("Ada Lind will see Jo Verhey.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", Both)));
        var fear = new Dispatch("2031-03-03").Says("Oxbow fears that Ada Lind may see Jo Verhey.", l => Found(l.Meeting(ClaimStatus.Floated, "narrator", Both)) with { Holder = "o", Modality = Modality.Possible });
        Assert.Equal(ClaimStatus.Scheduled, Assert.Single(Dispatch.Snapshot(planned, fear).Meetings).State);
    }

    [Fact]
    public void What_stands_in_the_words_of_somebody_is_his_account()
    {
        var snapshot = Read(d => d.Says(
            "Oxbow said Ada Lind will see Jo Verhey.",
            l => Found(l.Meeting(ClaimStatus.Scheduled, null, Both)) with { Trigger = l.Words("see") },
            l => l.Claim(ClaimType.Statement, "o") with { Cue = l.Words("said"), Content = [l.Words("Ada Lind will see Jo Verhey")] }));
        Assert.Equal("Oxbow", snapshot.NameOf(Assert.Single(Assert.Single(snapshot.Meetings).Lanes).Party));
    }

    [Fact]
    public void A_report_that_names_both_completes_a_claim_that_has_one()
    {
        var one = new Dispatch("2031-03-01").Says("Ada Lind will meet Jo Verhey on 5 March.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", ["lind"], "2031-03-05", form: MeetingForm.Meeting)));
        var both = new Dispatch("2031-03-06").Says("Ada Lind and Jo Verhey met on 5 March.", l => Found(l.Meeting(ClaimStatus.Held, "narrator", Both, "2031-03-05", form: MeetingForm.Meeting)));
        Assert.Equal(2, Assert.Single(Dispatch.Snapshot(one, both).Meetings).Claims.Length);
    }

    [Fact]
    public void Who_says_that_nothing_is_planned_disputes_the_plan()
    {
        var snapshot = Read(d => d
            .Says("Ada Lind announced talks with Jo Verhey.", l => Found(l.Meeting(ClaimStatus.Scheduled, "lind", Both)))
            .Says("Westmark said no talks of Ada Lind and Jo Verhey were planned.", l => Found(l.Meeting(ClaimStatus.Scheduled, null, Both)) with { Holder = "w", Polarity = Polarity.Negative }));
        Assert.Equal(DisputeKind.DifferentHolders, Assert.Single(snapshot.Disputes).Kind);
    }

    [Fact]
    public void A_host_alone_is_no_summit() => Assert.Empty(Read(d => d
        .Says("Oxbow was ready to host the summit.", l => Found(l.Meeting(ClaimStatus.Proposed, null, ["o"], form: MeetingForm.Summit)) with { Status = null })
        .Says("The summit is on 5 March.", l => Found(l.Meeting(ClaimStatus.Scheduled, "narrator", [], "2031-03-05", form: MeetingForm.Summit)))).Meetings);

    private static RecordSnapshot Read(Func<Dispatch, Dispatch> says) => Dispatch.Snapshot(says(new Dispatch("2031-03-01")));

    private static Claim Found(Claim claim) => claim with { Confidence = 0.7 };
}
