using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Leaves out of a brief what was reported before a day. Threads that have something newer stay whole, and so do pending deadlines.</summary>
internal static class SinceFilter
{
    public static RecordSnapshot Apply(RecordSnapshot snapshot, DateOnly? since)
    {
        if (since is not { } day) return snapshot;
        bool Recent(RecordedClaim claim) => claim.Document.Published.Anchor is not { } published || published >= day;
        bool Stays(Domain.Thread thread) => thread.Claims.Any(Recent);
        var meetings = snapshot.Meetings.Where(Stays).ToImmutableArray();
        var deadlines = snapshot.Deadlines.Where(d => d.State == DeadlineState.Pending || Stays(d)).ToImmutableArray();
        var measures = snapshot.Measures.Where(Stays).ToImmutableArray();
        var commitments = snapshot.Commitments.Where(Stays).ToImmutableArray();
        var disputes = snapshot.Disputes.Where(d => d.One.Any(Recent) || d.Other.Any(Recent)).ToImmutableArray();
        var kept = meetings.Cast<Domain.Thread>().Concat(deadlines).Concat(measures).Concat(commitments).SelectMany(t => t.Claims)
            .Concat(disputes.SelectMany(d => d.One.Concat(d.Other)))
            .Select(PassageMaker.Key).ToHashSet(StringComparer.Ordinal);
        return snapshot with
        {
            Claims = [.. snapshot.Claims.Where(c => Recent(c) || kept.Contains(PassageMaker.Key(c)))],
            Facets = [.. snapshot.Facets.Where(f => f.Document.Published.Anchor is not { } published || published >= day)],
            SecondReading = [.. snapshot.SecondReading.Where(Recent)],
            Meetings = meetings,
            Deadlines = deadlines,
            Measures = measures,
            Commitments = commitments,
            Demands = [.. snapshot.Demands.Where(Stays)],
            Guarantees = [.. snapshot.Guarantees.Where(Stays)],
            Positions = [.. snapshot.Positions.Where(p => Recent(p.Claim))],
            PositionLines = [.. snapshot.PositionLines.Where(l => l.Positions.Any(p => Recent(p.Claim)))],
            Disputes = disputes,
        };
    }
}
