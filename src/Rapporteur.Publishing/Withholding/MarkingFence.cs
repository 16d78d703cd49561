using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Keeps documents above a marking out of a brief, and everything that was derived from them. A host folds the record without
/// them in the first place; this fence holds where it did not.</summary>
public static class MarkingFence
{
    /// <summary>The record without what lies above the limit.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    /// <param name="limit">The strictest marking that may stay.</param>
    public static RecordSnapshot Apply(RecordSnapshot snapshot, Marking limit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ImmutableArray<Deadlock> none = [];
        return Apply(snapshot, limit, ref none);
    }

    internal static RecordSnapshot Apply(RecordSnapshot snapshot, Marking limit, ref ImmutableArray<Deadlock> deadlocks)
    {
        var withheld = snapshot.Documents.Select(d => d.Document).Where(d => !d.Marking.IsWithin(limit)).Select(d => d.Id).ToFrozenSet(StringComparer.Ordinal);
        if (withheld.Count == 0) return snapshot;
        bool Allowed(RecordedClaim claim) => !withheld.Contains(claim.Document.Id);
        deadlocks = [.. deadlocks.Where(d => d.Grounds.All(Allowed))];
        var claims = snapshot.Claims.Where(Allowed).ToImmutableArray();
        var documents = snapshot.Documents.Where(d => !withheld.Contains(d.Document.Id)).ToImmutableArray();
        var shown = claims.Select(c => c.Claim.Id).Concat(documents.Select(d => d.Document.Id)).ToFrozenSet(StringComparer.Ordinal);
        return snapshot with
        {
            Documents = documents,
            Duplicates = [.. snapshot.Duplicates.Where(d => !withheld.Contains(d.Document.Id) && !withheld.Contains(d.Of.Id))],
            Claims = claims,
            Facets = [.. snapshot.Facets.Where(f => !withheld.Contains(f.Document.Id))],
            SecondReading = [.. snapshot.SecondReading.Where(Allowed)],
            Meetings = [.. snapshot.Meetings.Select(m => ThreadFence.Meeting(m, Allowed)).OfType<Meeting>()],
            Deadlines = [.. snapshot.Deadlines.Select(d => ThreadFence.Deadline(d, Allowed)).OfType<Deadline>()],
            Measures = [.. snapshot.Measures.Select(m => ThreadFence.Measure(m, Allowed)).OfType<Measure>()],
            Commitments = [.. snapshot.Commitments.Select(c => ThreadFence.Commitment(c, Allowed)).OfType<Commitment>()],
            Demands = [.. snapshot.Demands.Select(d => ThreadFence.Demand(d, Allowed)).OfType<Demand>()],
            Guarantees = [.. snapshot.Guarantees.Select(g => ThreadFence.Guarantee(g, Allowed)).OfType<GuaranteeScheme>()],
            Positions = [.. snapshot.Positions.Where(p => Allowed(p.Claim))],
            Issues = [.. snapshot.Issues.Select(i => i with { Options = [.. i.Options.Where(o => o.Positions.All(p => Allowed(p.Claim)))] })],
            PositionLines = [.. snapshot.PositionLines.Where(l => l.Positions.All(p => Allowed(p.Claim)))],
            Disputes = [.. snapshot.Disputes.Where(d => d.One.All(Allowed) && d.Other.All(Allowed))],
            Rulings = [.. snapshot.Rulings.Where(r => Shown(r, shown, withheld))],
            Actors = snapshot.Actors.Values.Select(a => a with { Role = null, SurfaceForms = [] }).ToFrozenDictionary(a => a.Key, StringComparer.Ordinal),
        };
    }

    // A ruling may tell of what it rules on: only those stay whose claims or document may all be shown.
    private static bool Shown(AppliedRuling ruling, FrozenSet<string> shown, FrozenSet<string> withheld) => ruling.Claim is { } claim
        ? !withheld.Contains(claim.Document.Id)
        : Verdict.SortOf(ruling.Ruling.Verdict) is "date" or "grade" or "thread" or "outcome" or "note" && ruling.Ruling.Key.Split(' ').All(shown.Contains);

    /// <summary>The strictest marking; <see cref="Marking.Unmarked"/> only where no document of that rank bears a label.</summary>
    internal static Marking Strictest(IEnumerable<Marking> markings) =>
        markings.OrderByDescending(m => m.Rank()).ThenByDescending(m => m != Marking.Unmarked).FirstOrDefault(Marking.Unmarked);
}
