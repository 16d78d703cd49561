using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Grounds of disputes whose sentences the reader does not always read: from claims made by hand. Those that it reads stand in <c>Mechanisms/5-disputes.rows</c>.</summary>
public sealed class DisputeGroundTests
{
    [Fact]
    public void A_threat_that_another_of_the_side_repeats_with_less_certainty_has_moved()
    {
        var dispute = Assert.Single(Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Ada Lind said that Northland would impose tolls on Westmark.", l => Toll(l, "lind") with { Modality = Modality.Certain }),
            new Dispatch("2031-03-04").Says("Per Holm said that Northland might impose tolls on Westmark.", l => Toll(l, "holm") with { Modality = Modality.Possible })).Disputes);
        Assert.Equal((DisputeKind.Movement, DisputeGround.SoftenedThreat), (dispute.Kind, dispute.Ground));
    }

    private static Claim Toll(Dispatch.Line line, string by) => line.Claim(ClaimType.Measure, by, "tolls on Westmark") with { To = ["w"], Kind = "toll", Status = ClaimStatus.Threatened };

    [Fact]
    public void A_place_that_is_chosen_and_a_choice_of_places_stand_in_one_document()
    {
        var dispute = Assert.Single(Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("They have already chosen a location, but Westmark will not say which.", l => l.Claim(ClaimType.Rejection, "w", "say which"))
            .Says("Options are Ede or Port Ansel.", l => l.Meeting(ClaimStatus.Proposed, null, ["n", "w"], where: "Ede or Port Ansel"))).Disputes);
        Assert.Equal((DisputeKind.WithinDocument, DisputeGround.OpenVenue), (dispute.Kind, dispute.Ground));
    }

    [Fact]
    public void A_choice_of_places_alone_is_no_dispute() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01")
        .Says("They have already chosen a leader, but Westmark will not say whom.", l => l.Claim(ClaimType.Rejection, "w", "say whom"))
        .Says("Options are Ede or Port Ansel.", l => l.Meeting(ClaimStatus.Proposed, null, ["n", "w"], where: "Ede or Port Ansel"))).Disputes);

    [Fact]
    public void An_offer_and_its_reading_as_a_ploy_are_of_different_holders()
    {
        var dispute = Assert.Single(Dispatch.Snapshot(new Dispatch("2031-03-01").Says("The offer of Westmark to talk in Ede was called a publicity stunt by Oxbow.",
            l => l.Claim(ClaimType.Offer, "w", "to talk in Ede"), l => l.Claim(ClaimType.Assessment, "o", "a publicity stunt") with { About = ["w"] })).Disputes);
        Assert.Equal((DisputeKind.DifferentHolders, DisputeGround.Ploy), (dispute.Kind, dispute.Ground));
    }

    [Theory]
    [InlineData("a publicity stunt", 1)]
    [InlineData("a brave step", 0)]
    public void What_people_without_a_name_call_an_offer_is_set_against_it(string name, int disputes)
    {
        var found = Dispatch.Snapshot(new Dispatch("2031-03-01").Says($"The offer of Westmark to talk in Ede is seen by some as {name}.",
            l => l.Claim(ClaimType.Offer, "w", "to talk in Ede"), l => l.Claim(ClaimType.Statement, null) with { Voice = Voice.Anonymous, Content = [l.Words(name)] })).Disputes;
        Assert.Equal(disputes, found.Length);
        Assert.All(found, d => Assert.Equal((DisputeKind.DifferentHolders, DisputeGround.Ploy), (d.Kind, d.Ground)));
    }

    [Theory]
    [InlineData("three-way", "o", 1)]
    [InlineData("four-way", "o", 0)]
    [InlineData("three-way", "p", 0)]
    public void A_meeting_of_three_that_one_of_them_denies_and_another_account_speaks_of_is_disputed(string format, string third, int disputes)
    {
        var found = Dispatch.Snapshot(
            new Dispatch("2031-03-01").Says("Westmark denied a three-way summit with Oxbow.", l => l.Claim(ClaimType.Denial, "w", "a three-way summit with Oxbow")),
            new Dispatch("2031-03-12").Knows(Dispatch.Actor("p", "Pell", ActorKind.State, null)).Says($"There was talk of {format} negotiations of Northland, Westmark and {(third == "o" ? "Oxbow" : "Pell")}.",
                l => l.Meeting(ClaimStatus.Floated, null, ["n", "w", third]))).Disputes;
        Assert.Equal(disputes, found.Length);
        Assert.All(found, d => Assert.Equal((DisputeKind.DifferentHolders, DisputeGround.MeetingState), (d.Kind, d.Ground)));
    }

    [Fact]
    public void An_offer_that_is_praised_is_not_disputed() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01").Says("The offer of Westmark to talk in Ede was called a brave step by Oxbow.",
        l => l.Claim(ClaimType.Offer, "w", "to talk in Ede"), l => l.Claim(ClaimType.Assessment, "o", "a brave step") with { About = ["w"] })).Disputes);

    [Fact]
    public void All_the_blame_and_only_more_of_it_by_one_holder_stand_in_one_document()
    {
        var dispute = Assert.Single(Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Oxbow faults Westmark, not Northland, for the lost harvest.", l => l.Claim(ClaimType.Accusation, "o", "the lost harvest") with { To = ["w"] })
            .Says("Oxbow faulted Westmark more than Northland.", l => l.Claim(ClaimType.Accusation, "o") with { To = ["w"] })).Disputes);
        Assert.Equal((DisputeKind.WithinDocument, DisputeGround.DegreeOfBlame), (dispute.Kind, dispute.Ground));
    }

    [Fact]
    public void The_same_blame_twice_is_no_dispute() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01")
        .Says("Oxbow faults Westmark, not Northland, for the lost harvest.", l => l.Claim(ClaimType.Accusation, "o", "the lost harvest") with { To = ["w"] })
        .Says("Oxbow faulted Westmark alone.", l => l.Claim(ClaimType.Accusation, "o") with { To = ["w"] })).Disputes);

    [Fact]
    public void A_round_that_one_calls_fruitful_and_the_reporter_stalled_is_read_in_two_ways()
    {
        var dispute = Assert.Single(Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("For Northland, the talks with Westmark were fruitful.", l => l.Claim(ClaimType.Assessment, "n", "fruitful") with { About = ["n", "w"] })
            .Says("The talks of Northland and Westmark have stalled.", l => l.Claim(ClaimType.Assessment, "narrator", "have stalled") with { About = ["n", "w"] })).Disputes);
        Assert.Equal((DisputeKind.DifferentHolders, DisputeGround.Outlook), (dispute.Kind, dispute.Ground));
    }

    [Fact]
    public void A_judgement_of_the_summit_is_of_those_who_are_to_meet() =>
        Assert.Equal(DisputeKind.DifferentHolders, Assert.Single(OfTheSummit("Northland and Westmark").Disputes, d => d.Ground == DisputeGround.Outlook).Kind);

    [Fact]
    public void Of_two_summits_it_cannot_be_told_which_is_judged() => Assert.DoesNotContain(OfTheSummit("Oxbow and Westmark", "o").Disputes, d => d.Ground == DisputeGround.Outlook);

    private static RecordSnapshot OfTheSummit(string others, string other = "n") => Dispatch.Snapshot(new Dispatch("2031-03-01")
        .Says("Northland and Westmark planned a summit in Ede.", l => l.Meeting(ClaimStatus.Scheduled, null, ["n", "w"], form: MeetingForm.Summit))
        .Says($"{others} planned a summit in Oxbow.", l => l.Meeting(ClaimStatus.Scheduled, null, [other, "w"], form: MeetingForm.Summit))
        .Says("For Northland the delay of the summit is a tactical pause.", l => l.Claim(ClaimType.Assessment, "n", "the delay of the summit is a tactical pause"))
        .Says("The talks of Northland and Westmark are at a dead end.", l => l.Claim(ClaimType.Assessment, "narrator", "at a dead end") with { About = ["n", "w"] }));

    [Fact]
    public void Judgements_of_other_parties_are_of_other_talks() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01")
        .Says("For Northland, the talks with Westmark were fruitful.", l => l.Claim(ClaimType.Assessment, "n", "fruitful") with { About = ["n", "w"] })
        .Says("The talks of Oxbow and Westmark have stalled.", l => l.Claim(ClaimType.Assessment, "narrator", "have stalled") with { About = ["o", "w"] })).Disputes);

    [Fact]
    public void A_denial_that_only_points_back_answers_the_sentence_before()
    {
        var dispute = Assert.Single(Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Northland accused Westmark of mining the pass.", l => l.Claim(ClaimType.Accusation, "n", "mining the pass") with { To = ["w"] })
            .Says("Westmark denied such allegations.", l => l.Claim(ClaimType.Denial, "w", "such allegations"))).Disputes);
        Assert.Equal(DisputeGround.Denial, dispute.Ground);
    }

    [Fact]
    public void It_answers_no_sentence_further_back() => Assert.Empty(Dispatch.Snapshot(new Dispatch("2031-03-01")
        .Says("Northland accused Westmark of mining the pass.", l => l.Claim(ClaimType.Accusation, "n", "mining the pass") with { To = ["w"] })
        .Says("The harvest was good.")
        .Says("Westmark denied such allegations.", l => l.Claim(ClaimType.Denial, "w", "such allegations"))).Disputes);
}
