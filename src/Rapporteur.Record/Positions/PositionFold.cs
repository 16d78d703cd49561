using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Reads positions off claims in which the actor itself demands, offers, accepts, refuses or commits itself. What others think that it
/// wants stays out: assessments, what a reporter or another party only holds possible, and what it is only asked or expected to do.</summary>
internal sealed class PositionFold(ClaimTable claims, Accounts accounts, Standing standing, Sentences sentences)
{
    // To tell nothing is no stance on the thing.
    private static readonly FrozenSet<string> Telling = FrozenSet.ToFrozenSet(["answer", "clarify", "comment", "disclose", "elaborate", "reveal", "say", "specify", "tell"], StringComparer.Ordinal);

    /// <summary>Positions by name of the actor, then reported date, in which order the claims come.</summary>
    internal ImmutableArray<Position> All() =>
        [.. claims.OfType(ClaimType.Demand, ClaimType.Rejection, ClaimType.Offer, ClaimType.Acceptance, ClaimType.Commitment).Select(c => (Claim: c, Firmness: FirmnessOf(c.Claim)))
            .Where(c => c.Firmness is not null && IsOwn(c.Claim))
            .Select(c => new Position(c.Claim.Claim.By!, c.Firmness!.Value, c.Claim))
            .OrderBy(p => accounts.Name(p.Actor), StringComparer.Ordinal).ThenBy(p => p.Actor, StringComparer.Ordinal)];

    // What is only possible is never firmer than a preference; the modality of the claim says so beside it.
    private static Firmness? FirmnessOf(Claim claim) => (claim.Type, claim.Polarity) switch
    {
        (ClaimType.Demand, Polarity.Positive) => IsOpen(claim) ? Firmness.Preference : Firmness.Demand,
        (ClaimType.Rejection, Polarity.Positive) or (ClaimType.Offer or ClaimType.Acceptance, Polarity.Negative) => IsOpen(claim) ? Firmness.Preference : Firmness.RedLine,
        (ClaimType.Offer or ClaimType.Acceptance or ClaimType.Commitment, Polarity.Positive) => Firmness.Preference,
        _ => null,
    };

    private static bool IsOpen(Claim claim) => claim.Modality is Modality.Possible or Modality.Probable;

    private bool IsOwn(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        if (claim.By is null or Actor.Narrator || accounts.IsMedium(claim.By) || claim.Modality == Modality.Hypothetical || !Standing.IsSure(claim)) return false;
        if (claim.Type == ClaimType.Rejection && IsSilence(recorded)) return false;
        if (claim.Type != ClaimType.Demand && standing.IsWished(recorded)) return false;
        return !IsOpen(claim) || IsToldByItself(recorded);
    }

    private static bool IsSilence(RecordedClaim claim) => (claim.Claim.HeadLemma is { } head && Telling.Contains(head))
        || (claim.Words(claim.Claim.What) is { } what && Telling.Contains(Folding.Normalise(what).Split(' ')[0]));

    // A possibility counts where the side itself speaks of it; else it is somebody's reading of its mind.
    private bool IsToldByItself(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        if (claim.Holder is { } holder) return accounts.SameSide(holder, claim.By);
        return claim.Voice is Voice.Party or Voice.Official or Voice.Document && (Standing.IsCertain(claim)
            || !sentences.Beside([recorded], (c, _) => c.Claim.By is not null && accounts.SameSide(c.Claim.By, claim.By), ClaimType.Statement).IsEmpty);
    }
}
