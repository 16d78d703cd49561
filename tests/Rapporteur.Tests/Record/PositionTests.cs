using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class PositionTests
{
    [Fact]
    public void Demands_offers_and_refusals_are_positions_of_who_makes_them()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Northland demands tolls.", l => l.Claim(ClaimType.Demand, "n", "tolls"))
            .Says("Westmark offers a ferry.", l => l.Claim(ClaimType.Offer, "w", "a ferry"))
            .Says("Westmark rules out tolls.", l => l.Claim(ClaimType.Rejection, "w", "tolls")));
        Assert.Equal(["Northland Demand", "Westmark Preference", "Westmark RedLine"], snapshot.Positions.Select(p => $"{snapshot.NameOf(p.Actor)} {p.Firmness}"));
    }

    [Fact]
    public void What_another_reads_in_its_mind_is_no_position()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01")
            .Says("Westmark only wants to win time, Ada Lind thinks.", l => l.Claim(ClaimType.Assessment, "lind", "wants to win time") with { About = ["w"] })
            .Says("Westmark may be willing to give up the pass, Ada Lind said.", l => l.Claim(ClaimType.Offer, "w", "give up the pass") with { Holder = "lind", Modality = Modality.Possible })
            .Says("Westmark might reject a deal.", l => l.Claim(ClaimType.Rejection, "w", "a deal") with { Voice = Voice.Reporter, Modality = Modality.Possible })
            .Says("If Westmark accepted tolls, Northland would rejoice.", l => l.Claim(ClaimType.Acceptance, "w", "accepted tolls") with { Modality = Modality.Hypothetical }));
        Assert.Empty(snapshot.Positions);
    }

    [Fact]
    public void A_demand_reported_by_another_keeps_its_holder()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Westmark demands tolls, Ada Lind said.", l => l.Claim(ClaimType.Demand, "w", "tolls") with { Holder = "lind" }));
        var position = Assert.Single(snapshot.Positions);
        Assert.Equal("Westmark", snapshot.NameOf(position.Actor));
        Assert.Equal("Ada Lind", snapshot.NameOf(position.Claim.Claim.Holder!));
    }
}
