using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What of a record goes out: the record as of a day, and for a feed what changed.</summary>
/// <param name="Snapshot">The record as of a day.</param>
public sealed record RecordExport(RecordSnapshot Snapshot)
{
    /// <summary>What tells this record from others for those who subscribe to its changes: the id of its ledger.</summary>
    public string Identity { get; init; } = "";

    /// <summary>The day since when changes are told; null where none are asked for.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Changes since that day; both snapshots are to be folded within the same marking.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>The day that the export speaks from: that of the snapshot, else the last day that a document may have been published, else 1970-01-01. Never that of the clock.</summary>
    internal DateOnly Day => Snapshot.AsOf
        ?? Snapshot.Documents.Max(d => d.Document.Published.Value is { } date ? date.Latest ?? date.Earliest : null)
        ?? DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>The same without what lies above a marking.</summary>
    internal RecordExport Within(Marking limit)
    {
        var withheld = Snapshot.Documents.Select(d => d.Document).Where(d => !d.Marking.IsWithin(limit)).Select(d => d.Id).ToFrozenSet(StringComparer.Ordinal);
        return this with
        {
            Snapshot = MarkingFence.Apply(Snapshot, limit),
            Changes = [.. Changes.Where(c => !withheld.Contains(c.Key) && c.Claims.All(k => k.Document.Marking.IsWithin(limit)))],
        };
    }
}
