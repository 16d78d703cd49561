using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Orders of claims on the page.</summary>
internal static class Ordering
{
    /// <summary>What was reported last comes first; within a document the order of the text stays. Undated documents come last.</summary>
    public static IEnumerable<RecordedClaim> NewestFirst(this IEnumerable<RecordedClaim> claims) => claims
        .OrderByDescending(c => c.Document.Published.Anchor ?? DateOnly.MinValue)
        .ThenBy(c => c.Document.Source, StringComparer.Ordinal).ThenBy(c => c.Document.TextId, StringComparer.Ordinal)
        .ThenBy(c => c.Claim.Evidence).ThenBy(c => c.Claim.Trigger).ThenBy(c => c.Claim.Type).ThenBy(c => c.Claim.Id, StringComparer.Ordinal);

    /// <summary>Claims by actor, the one with most claims first; claims for which the key is null are left out.</summary>
    public static IEnumerable<IGrouping<string, RecordedClaim>> ByActor(this IEnumerable<RecordedClaim> claims, Func<RecordedClaim, string?> key) => claims
        .Where(c => key(c) is not null)
        .GroupBy(c => key(c)!, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
}
