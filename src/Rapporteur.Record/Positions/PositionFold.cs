using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Reads positions off claims in which the actor itself demands, offers, accepts, refuses or commits itself. What others think that it
/// wants stays out: assessments, and what a reporter or another party only holds possible.</summary>
internal static class PositionFold
{
    /// <summary>Positions by name of the actor, then reported date.</summary>
    internal static ImmutableArray<Position> Of(ImmutableArray<RecordedClaim> claims, Accounts accounts) =>
        [.. claims.Select(c => (Claim: c, Firmness: FirmnessOf(c.Claim)))
            .Where(c => c.Firmness is not null && IsOwn(c.Claim.Claim, accounts))
            .Select(c => new Position(c.Claim.Claim.By!, c.Firmness!.Value, c.Claim))
            .OrderBy(p => accounts.Name(p.Actor), StringComparer.Ordinal).ThenBy(p => p.Actor, StringComparer.Ordinal).ThenBy(p => p.Claim, ClaimOrder.Instance)];

    private static Firmness? FirmnessOf(Claim claim) => (claim.Type, claim.Polarity) switch
    {
        (ClaimType.Demand, Polarity.Positive) => Firmness.Demand,
        (ClaimType.Rejection, Polarity.Positive) => Firmness.RedLine,
        (ClaimType.Offer or ClaimType.Acceptance or ClaimType.Commitment, Polarity.Positive) => Firmness.Preference,
        (ClaimType.Offer or ClaimType.Acceptance, Polarity.Negative) => Firmness.RedLine,
        _ => null,
    };

    private static bool IsOwn(Claim claim, Accounts accounts)
    {
        if (claim.By is null or Actor.Narrator || claim.Modality == Modality.Hypothetical) return false;
        var told = claim.Holder is { } holder ? accounts.SameSide(holder, claim.By) : claim.Voice is Voice.Party or Voice.Official or Voice.Document;
        return told || claim.Modality is not Modality.Possible;
    }
}
