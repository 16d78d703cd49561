using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What a claim says of the state of a meeting, and how such claims fold into one state.</summary>
internal static class MeetingStates
{
    /// <summary>The state by one claim; null where it says none.</summary>
    internal static ClaimStatus? Of(Claim claim) => claim switch
    {
        { Type: ClaimType.Meeting, Polarity: Polarity.Positive } => claim.Status,
        { Type: ClaimType.Meeting, By: not null and not Actor.Narrator, Status: ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.Agreed or ClaimStatus.Scheduled } => ClaimStatus.Denied,
        { Type: ClaimType.Meeting, Confidence: < 1, Holder: not null, Status: ClaimStatus.Proposed or ClaimStatus.Agreed or ClaimStatus.Scheduled } => ClaimStatus.Denied,
        { Type: ClaimType.Acceptance, Polarity: Polarity.Negative, Modality: Modality.Certain or Modality.Probable } => ClaimStatus.Denied,
        { Type: ClaimType.Meeting } or { Polarity: Polarity.Negative } or { Modality: Modality.Possible or Modality.Hypothetical } => null,
        { Type: ClaimType.Rejection or ClaimType.Denial } => ClaimStatus.Denied,
        { Type: ClaimType.Acceptance } => ClaimStatus.Agreed,
        { Type: ClaimType.Offer } => ClaimStatus.Proposed,
        { Type: ClaimType.Demand } => ClaimStatus.CalledFor,
        _ => null,
    };

    /// <summary>The overall state: of each text the furthest state, the last text in time wins; what was held stays held. A denial counts only where nothing else is said.</summary>
    internal static ClaimStatus? Fold(IEnumerable<RecordedClaim> claims) => FoldTexts(claims, s => s == ClaimStatus.Denied ? -1 : Rank(s));

    /// <summary>The state by one party's account; its own denial outweighs in the same text what else it says.</summary>
    internal static ClaimStatus? FoldLane(IEnumerable<RecordedClaim> claims) => FoldTexts(claims, s => s == ClaimStatus.Denied ? 9 : Rank(s));

    private static ClaimStatus? FoldTexts(IEnumerable<RecordedClaim> claims, Func<ClaimStatus, int> rank)
    {
        ClaimStatus? state = null;
        var texts = claims.GroupBy(c => (Day: c.Document.Published.Anchor ?? DateOnly.MinValue, c.Document.TextId))
            .OrderBy(g => g.Key.Day).ThenBy(g => g.Key.TextId, StringComparer.Ordinal);
        foreach (var text in texts)
        {
            ClaimStatus? said = null;
            foreach (var claim in text)
                if (Of(claim.Claim) is { } status && !(state is not null && IsOpen(claim.Claim)) && (said is not { } other || rank(status) > rank(other))) said = status;
            if (said is not { } now || state == ClaimStatus.Held) continue;
            if (state is not null && rank(now) < 0) continue;
            state = now;
        }

        return state;
    }

    // What may be does not undo what was said before.
    internal static bool IsOpen(Claim claim) => !Standing.IsCertain(claim) && claim.Modality is (Modality.Possible or Modality.Hypothetical);

    private static int Rank(ClaimStatus status) => status switch
    {
        ClaimStatus.Floated => 0,
        ClaimStatus.CalledFor => 1,
        ClaimStatus.Proposed => 2,
        ClaimStatus.Agreed => 3,
        ClaimStatus.Scheduled => 4,
        ClaimStatus.Ongoing => 5,
        ClaimStatus.Held => 6,
        ClaimStatus.Postponed => 7,
        ClaimStatus.Cancelled => 8,
        _ => -1,
    };
}
