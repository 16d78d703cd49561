using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What a party is only asked to do, what may be, and what the reader is not sure of.</summary>
public sealed class StandingTests
{
    [Fact]
    public void What_one_wants_another_to_accept_was_not_accepted()
    {
        var snapshot = Read(d => d.Says(
            "Northland wants Westmark to accept a truce.",
            l => Found(l.Claim(ClaimType.Demand, "n", "accept a truce")) with { To = ["w"], Trigger = l.Words("wants") },
            l => Found(l.Claim(ClaimType.Acceptance, "w", "a truce")) with { Trigger = l.Words("accept") }));
        Assert.Equal("n", snapshot.Positions.Single().Claim.Claim.By is { } by && snapshot.NameOf(by) == "Northland" ? "n" : "");
    }

    [Theory]
    [InlineData("Jo Verhey will not come unless Westmark accepts a truce.")]
    [InlineData("There is no sign that Westmark accepts a truce.")]
    [InlineData("Nobody knows whether Westmark accepts a truce.")]
    public void A_condition_or_a_question_is_no_acceptance(string sentence) => Assert.Empty(Read(d => d
        .Says(sentence, l => Found(l.Claim(ClaimType.Acceptance, "w", "a truce")) with { Trigger = l.Words("accepts") })).Positions);

    [Fact]
    public void An_acceptance_told_as_such_is_one() => Assert.Single(Read(d => d
        .Says("After long talks, Westmark accepts a truce.", l => Found(l.Claim(ClaimType.Acceptance, "w", "a truce")) with { Trigger = l.Words("accepts") })).Positions);

    [Fact]
    public void A_possible_refusal_is_no_red_line()
    {
        var own = Assert.Single(Read(d => d.Says("Westmark might reject a truce.", l => l.Claim(ClaimType.Rejection, "w", "a truce") with { Modality = Modality.Possible })).Positions);
        Assert.Equal(Firmness.Preference, own.Firmness);
        Assert.Empty(Read(d => d.Says("Westmark might reject a truce.", l => Found(l.Claim(ClaimType.Rejection, "w", "a truce")) with { Modality = Modality.Possible })).Positions);
    }

    [Fact]
    public void A_refusal_to_tell_is_no_red_line() => Assert.Empty(Read(d => d
        .Says("Westmark declined to specify the place.", l => Found(l.Claim(ClaimType.Rejection, "w", "specify the place")) with { Trigger = l.Words("declined") })).Positions);

    [Fact]
    public void What_the_reader_is_not_sure_of_is_no_position() => Assert.Empty(Read(d => d
        .Says("Westmark rejects a truce.", l => l.Claim(ClaimType.Rejection, "w", "a truce") with { Confidence = 0.2 })).Positions);

    [Fact]
    public void A_measure_needs_who_takes_it_and_on_whom() => Assert.Empty(Read(d => d
        .Says("New tolls came.", l => Found(l.Claim(ClaimType.Measure, "narrator", "tolls")) with { Kind = "tolls", Status = ClaimStatus.Imposed })
        .Says("Northland has tolls.", l => Found(l.Claim(ClaimType.Measure, "n", "tolls")) with { Kind = "tolls", Status = ClaimStatus.Imposed })).Measures);

    [Fact]
    public void A_newspaper_is_no_party()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Knows(Dispatch.Actor("bbc", "BBC", ActorKind.Organisation, null) with { World = "bbc", IsMedium = true })
            .Says("Northland told the BBC of a truce.", l => l.Claim(ClaimType.Offer, "n", "a truce") with { To = ["bbc"] }));
        Assert.Null(snapshot.Actors["bbc"].Party);
    }

    [Theory]
    [InlineData("Northland's allies", "Northland's allies")]
    [InlineData("Westmarkian leaders", "Westmarkian leaders")]
    [InlineData("Northland officials", "Northland")]
    public void Allies_and_those_who_bear_another_name_are_not_of_the_party(string name, string party)
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Knows(Dispatch.Actor("g", name, ActorKind.Group, "n")).Says($"{name} want a truce.", l => l.Claim(ClaimType.Demand, "g", "a truce")));
        var actor = snapshot.Actors.Values.Single(a => a.Name == name);
        Assert.Equal(party, snapshot.NameOf(actor.Party!));
    }

    private static RecordSnapshot Read(Func<Dispatch, Dispatch> says) => Dispatch.Snapshot(says(new Dispatch("2031-03-01")));

    private static Claim Found(Claim claim) => claim with { Confidence = 0.7 };
}
