using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DemandThreadTests
{
    [Fact]
    public void Two_reports_of_one_demand_are_one()
    {
        var demand = Assert.Single(Dispatch.Snapshot(Demand("2031-03-01", "Northland demanded that Westmark clear the mines."), Demand("2031-03-04", "Northland again called on Westmark to clear the mines at once.")).Demands);
        Assert.Equal(2, demand.Claims.Length);
        Assert.Equal(DemandState.Open, demand.State);
    }

    [Fact]
    public void One_demand_of_two_sides_is_two_demands()
    {
        var other = new Dispatch("2031-03-02").Says("Northland demanded that Oxbow clear the mines.", l => l.Claim(ClaimType.Demand, "n", "clear the mines") with { To = ["o"] });
        Assert.Equal(2, Dispatch.Snapshot(Demand(), other).Demands.Length);
    }

    [Theory]
    [InlineData(ClaimType.Acceptance, "w", "Westmark agreed to clear the mines.", DemandState.Met)]
    [InlineData(ClaimType.Rejection, "w", "Westmark refused to clear the mines.", DemandState.Refused)]
    [InlineData(ClaimType.Rejection, "o", "Oxbow refused to clear the mines.", DemandState.Open)]
    [InlineData(ClaimType.Demand, "n", "Northland no longer demands to clear the mines.", DemandState.Dropped)]
    public void The_last_answer_tells_the_state(ClaimType type, string by, string sentence, DemandState state)
    {
        var answer = new Dispatch("2031-03-08").Says(sentence, l => l.Claim(type, by, "clear the mines") with { Confidence = 0.9 });
        Assert.Equal(state, Assert.Single(Dispatch.Snapshot(Demand(), answer).Demands).State);
    }

    [Fact]
    public void A_part_is_no_more_than_a_part()
    {
        var answer = new Dispatch("2031-03-08").Says("Westmark agreed to clear some of the mines.", l => l.Claim(ClaimType.Acceptance, "w", "clear some of the mines"));
        var demand = Assert.Single(Dispatch.Snapshot(Demand(), answer).Demands);
        Assert.Equal(DemandState.PartlyMet, demand.State);
        Assert.Equal(ClaimType.Acceptance, Assert.Single(demand.Answers).Claim.Type);
    }

    [Fact]
    public void An_answer_of_before_answers_nothing()
    {
        var answer = new Dispatch("2031-02-08").Says("Westmark refused to clear the mines.", l => l.Claim(ClaimType.Rejection, "w", "clear the mines"));
        Assert.Equal(DemandState.Open, Assert.Single(Dispatch.Snapshot(answer, Demand()).Demands).State);
    }

    [Fact]
    public void What_is_refused_without_something_is_no_refusal_of_the_thing()
    {
        var answer = new Dispatch("2031-03-08").Says("Westmark refused to clear the mines without help.", l => l.Claim(ClaimType.Rejection, "w", "clear the mines without help"));
        Assert.Equal(DemandState.Open, Assert.Single(Dispatch.Snapshot(Demand(), answer).Demands).State);
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        Dispatch[] all = [Demand(), Demand("2031-03-04", "Northland again called on Westmark to clear the mines at once."), Refused, Guaranteed("2031-03-05", "w"), Guaranteed("2031-03-06", "o")];
        var expected = SnapshotState.Of(Dispatch.Snapshot(all));
        for (var i = 0; i < all.Length; i++)
        {
            all = [.. all[1..], all[0]];
            Assert.Equal(expected, SnapshotState.Of(Dispatch.Snapshot(all)));
        }
    }

    [Fact]
    public void A_person_can_set_the_state_of_a_demand()
    {
        var claim = Assert.Single(Dispatch.Snapshot(Demand()).Demands).Claims[0];
        Assert.Contains("dropped", OutcomeRulings.States(Assert.Single(Dispatch.Snapshot(Demand()).Demands)));
        Assert.Equal(ClaimType.Demand, claim.Claim.Type);
    }

    [Fact]
    public void Guarantees_are_one_scheme_for_each_side()
    {
        var snapshot = Dispatch.Snapshot(Guaranteed("2031-03-05", "w"), Guaranteed("2031-03-06", "w"), Guaranteed("2031-03-07", "o"));
        Assert.Equal(["Guarantees for Oxbow", "Guarantees for Westmark"], snapshot.Guarantees.Select(g => g.Name));
        Assert.Equal(2, snapshot.Guarantees[1].Claims.Length);
        Assert.Equal(GuaranteeState.Offered, snapshot.Guarantees[1].State);
    }

    [Theory]
    [InlineData("Oxbow demanded security guarantees for Westmark.")]
    [InlineData("Oxbow demanded that Westmark's security guarantees be kept.")]
    public void Who_asks_for_another_is_not_the_one_to_be_guaranteed(string sentence)
    {
        var asked = new Dispatch("2031-03-08").Says(sentence, l => l.Claim(ClaimType.Demand, "o", sentence.Contains("for Westmark", StringComparison.Ordinal) ? "security guarantees for Westmark" : "Westmark's security guarantees be kept"));
        Assert.Equal("Guarantees for Westmark", Assert.Single(Dispatch.Snapshot(asked).Guarantees).Name);
    }

    [Fact]
    public void A_refusal_stays_in_the_lane_of_who_refuses()
    {
        var refused = new Dispatch("2031-03-08").Says("Westmark rejected the guarantees.", l => l.Claim(ClaimType.Rejection, "w", "the guarantees"));
        var scheme = Assert.Single(Dispatch.Snapshot(Guaranteed("2031-03-05", "w"), refused).Guarantees);
        Assert.Equal(GuaranteeState.Offered, scheme.State);
        Assert.Equal([GuaranteeState.Offered, GuaranteeState.Refused], scheme.Lanes.Select(l => l.State));
    }

    private static Dispatch Refused => new Dispatch("2031-03-08").Says("Westmark refused to clear the mines.", l => l.Claim(ClaimType.Rejection, "w", "clear the mines"));

    private static Dispatch Demand(string day = "2031-03-01", string sentence = "Northland demanded that Westmark clear the mines.") =>
        new Dispatch(day).Says(sentence, l => l.Claim(ClaimType.Demand, "n", "clear the mines") with { To = ["w"] });

    private static Dispatch Guaranteed(string day, string to) => new Dispatch(day, day + to)
        .Says($"On the {day} Northland offered security guarantees to {(to == "w" ? "Westmark" : "Oxbow")}.", l => l.Claim(ClaimType.Offer, "n", "security guarantees") with { To = [to] });
}
