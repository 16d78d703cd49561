using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>States that people set on threads, by one of their claims.</summary>
internal static class OutcomeRulings
{
    /// <summary>The snapshot with the states, and the rulings as they stand.</summary>
    internal static RecordSnapshot Apply(RecordSnapshot snapshot, RulingBook book, List<AppliedRuling> report)
    {
        var decisions = book.All("outcome").ToDictionary(d => d.Key, StringComparer.Ordinal);
        if (decisions.Count == 0) return snapshot;
        var ruled = new Dictionary<string, Domain.Thread>(StringComparer.Ordinal);
        foreach (var thread in snapshot.Threads())
            foreach (var claim in thread.Claims)
                if (decisions.ContainsKey(claim.Claim.Id)) ruled.TryAdd(claim.Claim.Id, thread);
        var changed = new Dictionary<Domain.Thread, Domain.Thread>(ReferenceEqualityComparer.Instance);
        foreach (var (key, decision) in decisions)
        {
            var thread = ruled.GetValueOrDefault(key);
            var set = thread is not null && decision.Effective is { } ruling ? Set(thread, ruling) : null;
            if (set is not null) changed[thread!] = set;
            var there = thread is not null && (decision.Effective is null || set is not null);
            report.AddRange(decision.Applied(there ? RulingStanding.Stands : RulingStanding.Absent, thread?.Name ?? key));
        }

        ImmutableArray<T> Changed<T>(ImmutableArray<T> threads) where T : Domain.Thread => [.. threads.Select(t => changed.TryGetValue(t, out var set) ? (T)set : t)];
        return changed.Count == 0 ? snapshot : snapshot with
        {
            Meetings = Changed(snapshot.Meetings),
            Deadlines = Changed(snapshot.Deadlines),
            Measures = Changed(snapshot.Measures),
            Commitments = Changed(snapshot.Commitments),
            Demands = Changed(snapshot.Demands),
            Guarantees = Changed(snapshot.Guarantees),
        };
    }

    /// <summary>Every state that a thread of this kind can be given, as files spell it.</summary>
    internal static IReadOnlyList<string> States(Domain.Thread thread) => thread switch
    {
        Deadline => EnumSpelling.All<DeadlineState>(),
        Commitment => EnumSpelling.All<CommitmentState>(),
        Demand => EnumSpelling.All<DemandState>(),
        GuaranteeScheme => EnumSpelling.All<GuaranteeState>(),
        Meeting => [.. Enum.GetValues<ClaimStatus>().Where(s => s < ClaimStatus.Urged).Select(EnumSpelling.Of)],
        _ => [.. Enum.GetValues<ClaimStatus>().Where(s => s >= ClaimStatus.Urged).Select(EnumSpelling.Of)],
    };

    // The thread with the state; null where it cannot have it.
    private static Domain.Thread? Set(Domain.Thread thread, Ruling ruling)
    {
        var state = RulingPayload.Parse(ruling.Payload)?.Value;
        if (state is null || !States(thread).Contains(state)) return null;
        return thread switch
        {
            Deadline d => d with { State = Parsed<DeadlineState>(state), Ruling = ruling },
            Commitment c => c with { State = Parsed<CommitmentState>(state), Ruling = ruling },
            Demand d => d with { State = Parsed<DemandState>(state), Ruling = ruling },
            GuaranteeScheme g => g with { State = Parsed<GuaranteeState>(state), Ruling = ruling },
            Meeting m => m with { State = Parsed<ClaimStatus>(state), Ruling = ruling },
            Measure m => m with { State = Parsed<ClaimStatus>(state), Ruling = ruling },
            _ => null,
        };
    }

    private static T Parsed<T>(string state) where T : struct, Enum => EnumSpelling.TryParse<T>(state, out var value) ? value : throw new ArgumentOutOfRangeException(nameof(state), state, "No state.");
}
