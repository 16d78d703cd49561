using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A meeting that a speaker planned by an earlier word which the text recalls, and from which the same speaker now takes distance.</summary>
internal sealed class RetreatDisputes(ClaimTable claims, Accounts accounts, Sayings sayings)
{
    private const int Reach = 1200;
    private static readonly PhraseTable Earlier = PhraseTable.Load("earlier-phrases.txt");
    private static readonly PhraseTable Unwilling = PhraseTable.Load("unwilling-phrases.txt");

    /// <summary>Whether words put what they tell before the time of the text.</summary>
    internal static bool IsEarlier(string words) => Earlier.IsIn(words);

    /// <summary>Whether words take distance from a meeting.</summary>
    internal static bool IsUnwilling(string words) => ContentWords.NameMeeting(words) && Unwilling.IsIn(words);

    internal IEnumerable<Dispute> All()
    {
        var plans = claims.With(ClaimMark.PlannedBefore).ToLookup(c => c.Document.TextId, StringComparer.Ordinal);
        foreach (var turn in claims.With(ClaimMark.TurnsAway).GroupBy(c => (c.Document.TextId, c.Claim.Evidence)))
        {
            if (sayings.Speaker(turn.First()) is not { } speaker || turn.Any(c => sayings.Speaker(c) != speaker)) continue;
            var others = turn.SelectMany(sayings.Parties).Where(p => p != accounts.Party(speaker)).ToHashSet(StringComparer.Ordinal);
            var before = plans[turn.Key.TextId].Where(p => sayings.Speaker(p) == speaker && Follows(p, turn.First())
                && (others.Count == 0 || sayings.Parties(p).Overlaps(others))).ToList();
            if (before.Count > 0)
                yield return DisputePair.Of(DisputeGround.Retreat, $"{accounts.Name(speaker)}: {before[0].Words(before[0].Claim.What) ?? Sayings.Own(before[0])}", before, turn, DisputeKind.Movement);
        }
    }

    private static bool IsPlan(Claim claim) => claim.Type is ClaimType.Commitment or ClaimType.Offer or ClaimType.Acceptance
        || claim is { Type: ClaimType.Meeting, Status: ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.Agreed or ClaimStatus.Scheduled };

    /// <summary>Whether a claim tells of a meeting that was planned before.</summary>
    internal static bool IsPlannedBefore(RecordedClaim claim) => Sayings.Stands(claim) && IsPlan(claim.Claim) && ContentWords.NameMeeting(Sayings.Own(claim)) && Earlier.IsIn(claim.Evidence.Quote);

    /// <summary>Whether a claim takes distance from a meeting.</summary>
    internal static bool IsTurn(RecordedClaim claim) => claim.Claim.Type is ClaimType.Statement or ClaimType.Rejection
        && claim.Claim.Modality != Modality.Hypothetical && Standing.IsSure(claim.Claim) && !Earlier.IsIn(claim.Evidence.Quote)
        && (IsUnwilling(Sayings.Own(claim)) || (claim.Claim.Type == ClaimType.Rejection && IsUnwilling(claim.Evidence.Quote)));

    private static bool Follows(RecordedClaim plan, RecordedClaim turn) =>
        turn.Claim.Evidence.Start > plan.Claim.Evidence.Start && turn.Claim.Evidence.Start - plan.Claim.Evidence.End <= Reach;
}
