using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DisputeTests
{
    [Fact]
    public void An_accusation_and_its_denial_contradict_each_other()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Northland accused Westmark of mining the pass.", l => l.Claim(ClaimType.Accusation, "n", "mining the pass") with { To = ["w"] }),
            new Dispatch("2031-03-02").Says("Westmark denied mining the pass.", l => l.Claim(ClaimType.Denial, "w", "mining the pass")));
        Assert.Equal(DisputeKind.Contradiction, Assert.Single(snapshot.Disputes).Kind);
    }

    [Fact]
    public void A_denial_of_something_else_disputes_nothing()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Northland accused Westmark of mining the pass.", l => l.Claim(ClaimType.Accusation, "n", "mining the pass") with { To = ["w"] }),
            new Dispatch("2031-03-02").Says("Westmark denied holding prisoners.", l => l.Claim(ClaimType.Denial, "w", "holding prisoners")));
        Assert.Empty(snapshot.Disputes);
    }

    [Fact]
    public void Yes_and_no_by_one_actor_in_one_text_stand_side_by_side()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Westmark offered to clear the mines.", l => l.Claim(ClaimType.Offer, "w", "clear the mines"))
            .Says("Westmark refused to clear the mines.", l => l.Claim(ClaimType.Rejection, "w", "clear the mines")));
        Assert.Equal(DisputeKind.WithinDocument, Assert.Single(snapshot.Disputes).Kind);
    }

    [Fact]
    public void Yes_after_no_is_movement_and_the_first_account_comes_first()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-09").Says("Westmark offered to clear the mines.", l => l.Claim(ClaimType.Offer, "w", "clear the mines")),
            new Dispatch("2031-03-01").Says("Westmark refused to clear the mines.", l => l.Claim(ClaimType.Rejection, "w", "clear the mines")));
        var dispute = Assert.Single(snapshot.Disputes);
        Assert.Equal(DisputeKind.Movement, dispute.Kind);
        Assert.Equal(ClaimType.Rejection, dispute.One[0].Claim.Type);
    }

    [Fact]
    public void Firm_venues_that_differ_are_a_dispute()
    {
        string[] both = ["lind", "verhey"];
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Ada Lind will see Jo Verhey in Port Ansel.", l => l.Meeting(ClaimStatus.Scheduled, "lind", both, where: "Port Ansel")),
            new Dispatch("2031-03-02").Says("Jo Verhey will see Ada Lind in Ede.", l => l.Meeting(ClaimStatus.Scheduled, "verhey", both, where: "Ede")));
        Assert.Equal(DisputeKind.DifferentHolders, Assert.Single(snapshot.Disputes).Kind);
    }

    [Fact]
    public void Two_who_blame_different_sides_for_the_stalled_talks_differ()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Northland blamed Westmark for the stalled talks on the pass.", l => l.Claim(ClaimType.Accusation, "n", "the stalled talks on the pass") with { To = ["w"] }),
            new Dispatch("2031-03-02").Says("Oxbow said Northland drags its feet.", l => l.Claim(ClaimType.Accusation, "o", "drags its feet") with { To = ["n"] }));
        Assert.Equal(DisputeKind.DifferentHolders, Assert.Single(snapshot.Disputes).Kind);
    }

    [Fact]
    public void Blame_for_different_deeds_is_no_dispute() => Assert.Empty(Dispatch.Snapshot(
        new Dispatch("2031-03-01").Says("Northland blamed Westmark for the stalled talks on the pass.", l => l.Claim(ClaimType.Accusation, "n", "the stalled talks on the pass") with { To = ["w"] }),
        new Dispatch("2031-03-02").Says("Westmark accused Northland of shelling the harbour.", l => l.Claim(ClaimType.Accusation, "w", "shelling the harbour") with { To = ["n"] })).Disputes);

    [Fact]
    public void A_third_stage_of_a_plan_that_has_two_is_a_contradiction()
    {
        var snapshot = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Ada Lind put forward a two-stage plan.", l => l.Claim(ClaimType.Offer, "lind", "a two-stage plan")).Says("It would mark the border of the islands."),
            new Dispatch("2031-03-05").Says("Jo Verhey spoke of a third stage of the islands' border plan.", l => l.Claim(ClaimType.Offer, "verhey", "a third stage")));
        Assert.Equal("two stage / third stage", Assert.Single(snapshot.Disputes).Subject);
    }

    [Fact]
    public void Stages_of_two_plans_are_counted_apart() => Assert.Empty(Dispatch.Snapshot(
        new Dispatch("2031-03-01").Says("Ada Lind put forward a two-stage plan.", l => l.Claim(ClaimType.Offer, "lind", "a two-stage plan")).Says("It would feed the hungry."),
        new Dispatch("2031-03-05").Says("Jo Verhey spoke of a third stage of the islands' border plan.", l => l.Claim(ClaimType.Offer, "verhey", "a third stage"))).Disputes);
}
