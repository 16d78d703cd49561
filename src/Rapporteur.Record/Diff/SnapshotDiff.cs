using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What changed between two looks at a record: as of two days, as known on two days, or since somebody last looked.</summary>
public static class SnapshotDiff
{
    /// <summary>Every change: documents, meetings, deadlines, measures, commitments, positions, disputes, each in the order of the later snapshot, what is gone after the others of its kind.
    /// Two equal snapshots give none.</summary>
    /// <param name="before">The earlier snapshot.</param>
    /// <param name="after">The later one.</param>
    public static ImmutableArray<Change> Between(RecordSnapshot before, RecordSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Between(RecordSight.Of(before), after, new ClaimsById(before).Find);
    }

    /// <summary>Every change since a look. What is gone has no claims: the look kept none.</summary>
    /// <param name="before">What was seen.</param>
    /// <param name="after">The record now.</param>
    public static ImmutableArray<Change> Since(RecordSight before, RecordSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Between(before, after, _ => null);
    }

    private static ImmutableArray<Change> Between(RecordSight before, RecordSnapshot after, Func<string, RecordedClaim?> old)
    {
        ArgumentNullException.ThrowIfNull(after);
        var now = RecordSight.Of(after);
        var claims = new ClaimsById(after);
        ImmutableArray<RecordedClaim> Find(IEnumerable<string> ids) => [.. ids.Select(id => claims.Find(id) ?? old(id)).OfType<RecordedClaim>()];
        return
        [
            .. Documents(before, now),
            .. new[] { ChangeSubject.Meeting, ChangeSubject.Deadline, ChangeSubject.Measure, ChangeSubject.Commitment }.SelectMany(s => new ThreadDiff(s, Find).Between(before.Threads, now.Threads)),
            // That a demand is new or gone is told by the positions.
            .. new ThreadDiff(ChangeSubject.Demand, Find).Between(before.Threads, now.Threads).Where(c => c.Kind == ChangeKind.State),
            .. new ThreadDiff(ChangeSubject.Guarantee, Find).Between(before.Threads, now.Threads),
            .. Positions(before, now, Find),
            .. Disputes(before, now, after, old),
        ];
    }

    private static IEnumerable<Change> Documents(RecordSight before, RecordSight now)
    {
        foreach (var (id, (name, published)) in now.Documents.OrderBy(d => d.Value.Published, StringComparer.Ordinal))
        {
            if (!before.Documents.TryGetValue(id, out var was)) yield return new(ChangeSubject.Document, ChangeKind.New, id, name, null, published, []);
            else if (was.Published != published) yield return new(ChangeSubject.Document, ChangeKind.Date, id, name, was.Published, published, []);
        }

        foreach (var (id, (name, published)) in before.Documents)
            if (!now.Documents.ContainsKey(id)) yield return new(ChangeSubject.Document, ChangeKind.Gone, id, name, published, null, []);
    }

    private static IEnumerable<Change> Positions(RecordSight before, RecordSight now, Func<IEnumerable<string>, ImmutableArray<RecordedClaim>> find)
    {
        var had = before.Positions.Select(p => (p.Actor, p.Claim)).ToHashSet();
        var has = now.Positions.Select(p => (p.Actor, p.Claim)).ToHashSet();
        foreach (var (actor, claim, firmness, name) in now.Positions)
            if (!had.Contains((actor, claim))) yield return new(ChangeSubject.Position, ChangeKind.New, claim, name, null, firmness, find([claim])) { Party = actor };
        foreach (var (actor, claim, firmness, name) in before.Positions)
            if (!has.Contains((actor, claim))) yield return new(ChangeSubject.Position, ChangeKind.Gone, claim, name, firmness, null, find([claim])) { Party = actor };
    }

    private static IEnumerable<Change> Disputes(RecordSight before, RecordSight now, RecordSnapshot after, Func<string, RecordedClaim?> old)
    {
        foreach (var dispute in after.Disputes)
        {
            var kind = EnumSpelling.Of(dispute.Kind);
            if (!before.Disputes.TryGetValue(dispute.Key, out var was)) yield return new(ChangeSubject.Dispute, ChangeKind.New, dispute.Key, dispute.Subject, null, kind, [.. dispute.One, .. dispute.Other]);
            else if (was.Kind != kind) yield return new(ChangeSubject.Dispute, ChangeKind.State, dispute.Key, dispute.Subject, was.Kind, kind, [.. dispute.One, .. dispute.Other]);
        }

        foreach (var (key, (kind, subject)) in before.Disputes)
            if (!now.Disputes.ContainsKey(key)) yield return new(ChangeSubject.Dispute, ChangeKind.Gone, key, subject, kind, null, []);
    }
}
