using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What changed between two snapshots of a record: as of two days, or as known on two days.</summary>
public static class SnapshotDiff
{
    /// <summary>Every change: documents, meetings, deadlines, measures, commitments, positions, disputes, each in the order of the later snapshot, then what is gone.
    /// Two equal snapshots give none.</summary>
    /// <param name="before">The earlier snapshot.</param>
    /// <param name="after">The later one.</param>
    public static ImmutableArray<Change> Between(RecordSnapshot before, RecordSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = before.Claims.Select(c => c.Claim.Id).ToHashSet(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<Change>();
        Documents(before, after, changes);
        changes.AddRange(new ThreadDiff<Meeting>(ChangeSubject.Meeting, known, MeetingDiff.Compare).Between(before.Meetings, after.Meetings));
        changes.AddRange(new ThreadDiff<Deadline>(ChangeSubject.Deadline, known, Compare).Between(before.Deadlines, after.Deadlines));
        changes.AddRange(new ThreadDiff<Measure>(ChangeSubject.Measure, known, (was, now) => [State<ClaimStatus>(was.State, now.State)]).Between(before.Measures, after.Measures));
        changes.AddRange(new ThreadDiff<Commitment>(ChangeSubject.Commitment, known, (was, now) => [State<CommitmentState>(was.State, now.State)]).Between(before.Commitments, after.Commitments));
        Positions(before, after, changes);
        Disputes(before, after, changes);
        return changes.ToImmutable();
    }

    internal static Difference State<T>(T? was, T? now) where T : struct, Enum =>
        new(ChangeKind.State, was is { } old ? EnumSpelling.Of(old) : null, now is { } next ? EnumSpelling.Of(next) : null);

    private static ImmutableArray<Difference> Compare(Deadline was, Deadline now) =>
        [State<DeadlineState>(was.State, now.State), new(ChangeKind.Date, was.Due?.Value, now.Due?.Value)];

    private static void Documents(RecordSnapshot before, RecordSnapshot after, ImmutableArray<Change>.Builder changes)
    {
        var had = before.Documents.Select(d => d.Document).ToDictionary(Id, StringComparer.Ordinal);
        var has = after.Documents.Select(d => d.Document).ToDictionary(Id, StringComparer.Ordinal);
        foreach (var reading in after.Documents)
        {
            var document = reading.Document;
            if (!had.TryGetValue(Id(document), out var old)) changes.Add(new(ChangeSubject.Document, ChangeKind.New, Id(document), Name(document), null, document.Published.Value?.Value, []));
            else if (old.Published.Value?.Value != document.Published.Value?.Value)
                changes.Add(new(ChangeSubject.Document, ChangeKind.Date, Id(document), Name(document), old.Published.Value?.Value, document.Published.Value?.Value, []));
        }

        foreach (var reading in before.Documents)
            if (!has.ContainsKey(Id(reading.Document))) changes.Add(new(ChangeSubject.Document, ChangeKind.Gone, Id(reading.Document), Name(reading.Document), reading.Document.Published.Value?.Value, null, []));
    }

    private static void Positions(RecordSnapshot before, RecordSnapshot after, ImmutableArray<Change>.Builder changes)
    {
        var had = before.Positions.Select(p => (p.Actor, p.Claim.Claim.Id)).ToHashSet();
        var has = after.Positions.Select(p => (p.Actor, p.Claim.Claim.Id)).ToHashSet();
        foreach (var position in after.Positions)
            if (!had.Contains((position.Actor, position.Claim.Claim.Id)))
                changes.Add(new(ChangeSubject.Position, ChangeKind.New, position.Claim.Claim.Id, after.NameOf(position.Actor), null, EnumSpelling.Of(position.Firmness), [position.Claim]) { Party = position.Actor });
        foreach (var position in before.Positions)
            if (!has.Contains((position.Actor, position.Claim.Claim.Id)))
                changes.Add(new(ChangeSubject.Position, ChangeKind.Gone, position.Claim.Claim.Id, before.NameOf(position.Actor), EnumSpelling.Of(position.Firmness), null, [position.Claim]) { Party = position.Actor });
    }

    private static void Disputes(RecordSnapshot before, RecordSnapshot after, ImmutableArray<Change>.Builder changes)
    {
        var had = before.Disputes.ToDictionary(d => d.Key, StringComparer.Ordinal);
        var has = after.Disputes.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var dispute in after.Disputes)
        {
            if (!had.TryGetValue(dispute.Key, out var old)) changes.Add(new(ChangeSubject.Dispute, ChangeKind.New, dispute.Key, dispute.Subject, null, EnumSpelling.Of(dispute.Kind), [.. dispute.One, .. dispute.Other]));
            else if (old.Kind != dispute.Kind) changes.Add(new(ChangeSubject.Dispute, ChangeKind.State, dispute.Key, dispute.Subject, EnumSpelling.Of(old.Kind), EnumSpelling.Of(dispute.Kind), [.. dispute.One, .. dispute.Other]));
        }

        foreach (var dispute in before.Disputes)
            if (!has.Contains(dispute.Key)) changes.Add(new(ChangeSubject.Dispute, ChangeKind.Gone, dispute.Key, dispute.Subject, EnumSpelling.Of(dispute.Kind), null, [.. dispute.One, .. dispute.Other]));
    }

    private static string Id(SourceDocument document) => document.Id.Length > 0 ? document.Id : document.Source;

    private static string Name(SourceDocument document) => string.IsNullOrWhiteSpace(document.Title) ? document.Source : document.Title;

    /// <summary>One field of a thread, before and after.</summary>
    /// <param name="Kind">Which field.</param>
    /// <param name="Before">What it was.</param>
    /// <param name="After">What it is.</param>
    /// <param name="Party">Whose account it is, for <see cref="ChangeKind.Account"/>.</param>
    internal readonly record struct Difference(ChangeKind Kind, string? Before, string? After, string? Party = null);
}
