using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class MeetingThreadTests
{
    private static readonly string[] Both = ["lind", "verhey"];

    [Fact]
    public void A_plan_and_its_report_are_one_meeting()
    {
        var meeting = Assert.Single(Dispatch.Snapshot(Planned("2031-03-01"), Held("2031-03-12")).Meetings);
        Assert.Equal(ClaimStatus.Held, meeting.State);
        Assert.Equal("2031-03-10", meeting.When?.Value);
        Assert.Equal(["Port Ansel"], meeting.Venues);
        Assert.Equal("Ada Lind – Jo Verhey: talks, Port Ansel, 2031-03-10", meeting.Name);
    }

    [Fact]
    public void What_is_planned_after_a_meeting_is_another_meeting()
    {
        var next = new Dispatch("2031-03-12", "next.txt").Says("Ada Lind wants to see Jo Verhey again.", l => l.Meeting(ClaimStatus.Proposed, "lind", Both));
        Assert.Equal(2, Dispatch.Snapshot(Held("2031-03-12"), next).Meetings.Length);
    }

    [Fact]
    public void A_call_is_no_summit()
    {
        var call = new Dispatch("2031-03-12").Says("Ada Lind called Jo Verhey.", l => l.Meeting(ClaimStatus.Held, "lind", Both, form: MeetingForm.Call));
        var summit = new Dispatch("2031-03-12", "b").Says("Ada Lind saw Jo Verhey at a summit.", l => l.Meeting(ClaimStatus.Held, "lind", Both, form: MeetingForm.Summit));
        Assert.Equal(2, Dispatch.Snapshot(call, summit).Meetings.Length);
    }

    [Fact]
    public void Two_pairs_of_persons_are_two_meetings_even_in_one_place()
    {
        var envoys = new Dispatch("2031-03-12").Says("Ada Lind will see Jo Verhey in Port Ansel.", l => l.Meeting(ClaimStatus.Scheduled, null, Both, where: "Port Ansel"));
        var others = new Dispatch("2031-03-12", "b").Says("Per Holm will see Jo Verhey in Port Ansel.", l => l.Meeting(ClaimStatus.Scheduled, null, ["holm", "verhey"], where: "Port Ansel"));
        Assert.Equal(2, Dispatch.Snapshot(envoys, others).Meetings.Length);
    }

    [Fact]
    public void Each_party_has_a_lane_and_its_denial_is_a_dispute()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Ada Lind proposed talks with Jo Verhey.", l => l.Meeting(ClaimStatus.Proposed, "lind", Both)),
            new Dispatch("2031-03-02").Says("Jo Verhey said there would be no talks.", l => l.Meeting(ClaimStatus.Denied, "verhey", Both)));
        var meeting = Assert.Single(snapshot.Meetings);
        Assert.Equal(["Northland: Proposed", "Westmark: Denied"], meeting.Lanes.Select(l => $"{snapshot.NameOf(l.Party)}: {l.State}"));
        Assert.Equal(ClaimStatus.Proposed, meeting.State);
        var dispute = Assert.Single(snapshot.Disputes);
        Assert.Equal(DisputeKind.DifferentHolders, dispute.Kind);
    }

    [Fact]
    public void A_lane_belongs_to_who_says_it()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Westmark says Ada Lind proposed talks with Jo Verhey.", l => l.Meeting(ClaimStatus.Proposed, "lind", Both) with { Holder = "w" }));
        Assert.Equal("Westmark", snapshot.NameOf(Assert.Single(Assert.Single(snapshot.Meetings).Lanes).Party));
    }

    [Fact]
    public void An_offer_to_meet_goes_with_the_meeting()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Ada Lind may hold talks with Jo Verhey.", l => l.Meeting(ClaimStatus.Floated, null, Both))
            .Says("Ada Lind offered to meet with Jo Verhey.", l => l.Claim(ClaimType.Offer, "lind", "meet with Jo Verhey")));
        var meeting = Assert.Single(snapshot.Meetings);
        Assert.Equal(ClaimType.Offer, Assert.Single(meeting.Companions).Claim.Type);
        Assert.Contains(meeting.Lanes, l => l.State == ClaimStatus.Proposed);
    }

    [Fact]
    public void A_meeting_that_did_not_take_place_is_not_held()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("No talks took place between Ada Lind and Jo Verhey.", l => l.Meeting(ClaimStatus.Held, "narrator", Both) with { Polarity = Polarity.Negative }));
        Assert.Null(Assert.Single(snapshot.Meetings).State);
    }

    [Fact]
    public void A_meeting_of_nobody_in_particular_is_no_thread() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01")
        .Says("There was a meeting.", l => l.Meeting(ClaimStatus.Held, "narrator", []))
        .Says("Northland met.", l => l.Meeting(ClaimStatus.Held, "narrator", ["n"]))).Meetings);

    [Fact]
    public void Two_claims_of_one_sentence_are_no_dispute() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01").Says(
        "Jo Verhey denied any meeting with Ada Lind.",
        l => l.Meeting(ClaimStatus.Floated, "narrator", Both),
        l => l.Claim(ClaimType.Denial, "verhey", "any meeting with Ada Lind"))).Disputes);

    [Fact]
    public void Putting_off_a_plan_is_no_dispute()
    {
        var off = new Dispatch("2031-03-05").Says("The talks of Ada Lind and Jo Verhey were put off.", l => l.Meeting(ClaimStatus.Postponed, "narrator", Both));
        var snapshot = Dispatch.Snapshot(Planned("2031-03-01"), off);
        Assert.Equal(ClaimStatus.Postponed, Assert.Single(snapshot.Meetings).State);
        Assert.Empty(snapshot.Disputes);
    }

    private static Dispatch Planned(string day) => new Dispatch(day)
        .Says("Ada Lind and Jo Verhey will hold talks in Port Ansel on 10 March.", l => l.Meeting(ClaimStatus.Scheduled, "lind", Both, "2031-03-10", "Port Ansel"));

    private static Dispatch Held(string day) => new Dispatch(day)
        .Says("Ada Lind met Jo Verhey in Port Ansel on 10 March.", l => l.Meeting(ClaimStatus.Held, "narrator", Both, "2031-03-10", "Port Ansel"));
}
