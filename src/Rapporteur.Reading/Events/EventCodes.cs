using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Types of PLOVER that follow from the type, kind and status of a claim.</summary>
public static class EventCodes
{
    /// <summary>The type that a claim has by its form alone; null where its form tells none or several.</summary>
    /// <param name="claim">The claim.</param>
    public static string? Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Type switch
        {
            ClaimType.Demand => "DEMAND",
            ClaimType.Threat => "THREATEN",
            ClaimType.Rejection => "REJECT",
            ClaimType.Accusation => "DISAPPROVE",
            ClaimType.Offer or ClaimType.Commitment => "AGREE",
            ClaimType.Meeting => claim.Status is null or ClaimStatus.Held or ClaimStatus.Ongoing ? "CONSULT" : null,
            ClaimType.Measure => OfMeasure(claim),
            ClaimType.Incident => OfIncident(claim.Kind),
            _ => null,
        };
    }

    private static string? OfMeasure(Claim claim) => (claim.Status, claim.Kind) switch
    {
        (ClaimStatus.Urged, _) => "DEMAND",
        (ClaimStatus.Threatened, _) => "THREATEN",
        (ClaimStatus.Planned, "aid" or "arms delivery" or "release" or "guarantee" or "security guarantees") => "AGREE",
        (ClaimStatus.Planned, _) => null,
        (ClaimStatus.Lifted or ClaimStatus.Ended, "sanctions" or "embargo" or "blockade" or "tariff" or "ban" or "asset freeze") => "RETREAT",
        (_, "sanctions" or "embargo" or "tariff" or "boycott" or "expulsion" or "recall" or "asset freeze") => "SANCTION",
        (_, "aid" or "arms delivery") => "AID",
        (_, "troop deployment") => "MOBILIZE",
        (_, "troop withdrawal" or "release" or "prisoner exchange") => "RETREAT",
        (_, "ban" or "blockade") => "COERCE",
        _ => null,
    };

    private static string? OfIncident(string? kind) => kind switch
    {
        "shelling" or "fighting" or "clash" or "war" or "invasion" or "offensive" or "advance" or "siege" or "strike" or "launch" or "jamming" or "sinking" => "FIGHT",
        "killing" or "bombing" or "ambush" or "kidnapping" or "hijacking" or "explosion" or "injury" or "shooting" => "ASSAULT",
        "retreat" => "RETREAT",
        "protest" => "PROTEST",
        "detention" or "seizure" => "COERCE",
        "missile test" => "MOBILIZE",
        _ => null,
    };
}
