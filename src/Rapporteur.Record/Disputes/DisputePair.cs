using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes a dispute of two accounts: orders them in time and classes them.</summary>
internal static class DisputePair
{
    /// <summary>The dispute of two lists of claims, neither of them empty.</summary>
    /// <param name="ground">What sets them against each other.</param>
    /// <param name="subject">What they are about, in words of the claims.</param>
    /// <param name="a">One account.</param>
    /// <param name="b">The other account.</param>
    /// <param name="accounts">Parties.</param>
    /// <param name="exclusive">Whether they cannot both be so, whoever says them.</param>
    internal static Dispute Of(DisputeGround ground, string subject, IEnumerable<RecordedClaim> a, IEnumerable<RecordedClaim> b, Accounts accounts, bool exclusive = false) =>
        Of(ground, subject, a, b, (one, other) => Class(one, other, accounts, exclusive));

    /// <summary>The same with a class that follows from what the accounts say and not from who says them.</summary>
    internal static Dispute Of(DisputeGround ground, string subject, IEnumerable<RecordedClaim> a, IEnumerable<RecordedClaim> b, DisputeKind kind) => Of(ground, subject, a, b, (_, _) => kind);

    private static Dispute Of(DisputeGround ground, string subject, IEnumerable<RecordedClaim> a, IEnumerable<RecordedClaim> b, Func<ImmutableArray<RecordedClaim>, ImmutableArray<RecordedClaim>, DisputeKind> kind)
    {
        ImmutableArray<RecordedClaim> one = [.. a.Order(ClaimOrder.Instance)];
        ImmutableArray<RecordedClaim> other = [.. b.Order(ClaimOrder.Instance)];
        if (ClaimOrder.Instance.Compare(one[0], other[0]) > 0) (one, other) = (other, one);
        return new(ContentHash.Key("dispute", one[0].Claim.Id, other[0].Claim.Id), kind(one, other), subject, one, other) { Ground = ground };
    }

    private static DisputeKind Class(ImmutableArray<RecordedClaim> one, ImmutableArray<RecordedClaim> other, Accounts accounts, bool exclusive)
    {
        if (exclusive) return DisputeKind.Contradiction;
        var sides = one.Select(c => accounts.Of(c.Claim)).ToHashSet(StringComparer.Ordinal);
        if (!other.Any(c => sides.Contains(accounts.Of(c.Claim)))) return DisputeKind.DifferentHolders;
        if (one.Any(c => other.Any(o => o.Document.TextId == c.Document.TextId))) return DisputeKind.WithinDocument;
        if (Last(one) is not { } before || First(other) is not { } after || before >= after) return DisputeKind.Unclear;
        // One person who says another thing later has moved; two persons of one side may mean different things.
        var speakers = one.Select(c => Speaker(c.Claim)).ToHashSet(StringComparer.Ordinal);
        return other.Any(c => speakers.Contains(Speaker(c.Claim))) ? DisputeKind.Movement : DisputeKind.Unclear;
    }

    private static string Speaker(Claim claim) => claim.Holder ?? claim.By ?? Actor.Narrator;

    private static DateOnly? Last(ImmutableArray<RecordedClaim> claims) => claims.Any(c => c.Document.Published.Anchor is null) ? null : claims.Max(c => c.Document.Published.Anchor);

    private static DateOnly? First(ImmutableArray<RecordedClaim> claims) => claims.Any(c => c.Document.Published.Anchor is null) ? null : claims.Min(c => c.Document.Published.Anchor);
}
