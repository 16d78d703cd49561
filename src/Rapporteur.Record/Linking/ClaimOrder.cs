using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Orders claims by reported date (unknown last), then document, then span, then type.</summary>
internal sealed class ClaimOrder : IComparer<RecordedClaim>
{
    internal static ClaimOrder Instance { get; } = new();

    /// <summary>Claims in order, each id once.</summary>
    internal static ImmutableArray<RecordedClaim> Once(IEnumerable<RecordedClaim> claims)
    {
        var all = new List<RecordedClaim>(claims);
        all.Sort(Instance);
        var once = ImmutableArray.CreateBuilder<RecordedClaim>(all.Count);
        foreach (var claim in all)
            if (once.Count == 0 || once[^1].Claim.Id != claim.Claim.Id) once.Add(claim);
        return once.DrainToImmutable();
    }

    public int Compare(RecordedClaim? x, RecordedClaim? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var day = (x.Document.Published.Anchor ?? DateOnly.MaxValue).CompareTo(y.Document.Published.Anchor ?? DateOnly.MaxValue);
        if (day != 0) return day;
        var source = string.CompareOrdinal(x.Document.Source, y.Document.Source);
        if (source == 0) source = string.CompareOrdinal(x.Document.Id, y.Document.Id);
        if (source != 0) return source;
        var span = x.Claim.Evidence.CompareTo(y.Claim.Evidence);
        if (span == 0) span = x.Claim.Trigger.CompareTo(y.Claim.Trigger);
        if (span == 0) span = x.Claim.Type.CompareTo(y.Claim.Type);
        return span != 0 ? span : string.CompareOrdinal(x.Claim.Id, y.Claim.Id);
    }
}
