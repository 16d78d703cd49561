namespace Rapporteur.Domain;

/// <summary>How firmly a position is held.</summary>
public enum Firmness
{
    /// <summary>Offered, hoped for or accepted; also what is only possibly demanded or refused.</summary>
    Preference,
    /// <summary>Demanded.</summary>
    Demand,
    /// <summary>Refused, ruled out or called unacceptable.</summary>
    RedLine,
}

/// <summary>What one actor wants, offers, accepts or refuses by one claim. Never filled from another's reading of its mind:
/// the claim's <see cref="Domain.Claim.By"/> is the actor and the claim is no assessment.</summary>
/// <param name="Actor">Key of the actor.</param>
/// <param name="Firmness">How firmly.</param>
/// <param name="Claim">The claim that says so; its holder, when set, says that the actor holds it.</param>
public sealed record Position(string Actor, Firmness Firmness, RecordedClaim Claim)
{
    /// <summary>Key of the issue that it falls under; null where none was found or proposed.</summary>
    public string? Issue { get; init; }

    /// <summary>Key of the option within the issue; null where none was found.</summary>
    public string? Option { get; init; }
}
