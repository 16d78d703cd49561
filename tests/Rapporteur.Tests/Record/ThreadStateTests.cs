using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ThreadStateTests
{
    [Fact]
    public void A_commitment_with_a_condition_is_dormant()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Says(
            "Northland will reopen the bridge if the shelling stops.", l => l.Claim(ClaimType.Commitment, "n", "reopen the bridge") with { If = l.Words("the shelling stops") }));
        var commitment = Assert.Single(snapshot.Commitments);
        Assert.Equal(CommitmentState.Dormant, commitment.State);
        Assert.NotNull(commitment.Condition);
    }

    [Fact]
    public void A_commitment_is_kept_only_when_a_claim_says_so()
    {
        var promise = new Dispatch("2031-03-01").Says("Northland promised to release the prisoners.", l => l.Claim(ClaimType.Commitment, "n", "release the prisoners"));
        var done = new Dispatch("2031-03-09").Says("Northland released the prisoners.", l => l.Claim(ClaimType.Measure, "n", "released the prisoners") with { Kind = "release", Status = ClaimStatus.Given });
        Assert.Equal(CommitmentState.Open, Assert.Single(Dispatch.Snapshot(promise).Commitments).State);
        Assert.Equal(CommitmentState.Kept, Assert.Single(Dispatch.Snapshot(promise, done).Commitments).State);
    }

    [Fact]
    public void An_accusation_of_breach_breaks_no_commitment()
    {
        var promise = new Dispatch("2031-03-01").Says("Northland promised to release the prisoners.", l => l.Claim(ClaimType.Commitment, "n", "release the prisoners"));
        var blame = new Dispatch("2031-03-09").Says("Westmark says Northland failed to release the prisoners.", l => l.Claim(ClaimType.Accusation, "w", "failed to release the prisoners") with { To = ["n"] });
        Assert.Equal(CommitmentState.Open, Assert.Single(Dispatch.Snapshot(promise, blame).Commitments).State);
    }

    [Fact]
    public void A_measure_goes_from_threat_to_force()
    {
        var threat = new Dispatch("2031-03-01").Says("Northland threatened Westmark with tariffs.", l => Tariff(l, ClaimStatus.Threatened));
        var force = new Dispatch("2031-03-20").Says("Northland put tariffs on Westmark.", l => Tariff(l, ClaimStatus.Imposed));
        Assert.Equal(ClaimStatus.Threatened, Assert.Single(Dispatch.Snapshot(threat).Measures).State);
        Assert.Equal(ClaimStatus.Imposed, Assert.Single(Dispatch.Snapshot(threat, force).Measures).State);
    }

    [Fact]
    public void Measures_on_different_targets_are_different_measures()
    {
        var one = new Dispatch("2031-03-01").Says("Northland put tariffs on Westmark.", l => Tariff(l, ClaimStatus.Imposed));
        var other = new Dispatch("2031-03-02").Says("Northland put tariffs on Oxbow.", l => Tariff(l, ClaimStatus.Imposed) with { To = ["o"] });
        Assert.Equal(2, Dispatch.Snapshot(one, other).Measures.Length);
    }

    [Fact]
    public void A_threat_that_softens_is_movement()
    {
        var hard = new Dispatch("2031-03-01").Says("Northland threatened Westmark with tariffs.", l => Tariff(l, ClaimStatus.Threatened));
        var soft = new Dispatch("2031-03-20").Says("Northland might put tariffs on Westmark.", l => Tariff(l, ClaimStatus.Threatened) with { Modality = Modality.Possible });
        Assert.Equal(DisputeKind.Movement, Assert.Single(Dispatch.Snapshot(hard, soft).Disputes).Kind);
    }

    private static Claim Tariff(Dispatch.Line line, ClaimStatus status) => line.Claim(ClaimType.Measure, "n", "tariffs") with { To = ["w"], Kind = "tariff", Status = status };
}
