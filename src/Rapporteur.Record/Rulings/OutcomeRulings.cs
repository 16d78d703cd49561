using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>States that people set on threads, by one of their claims.</summary>
internal static class OutcomeRulings
{
    /// <summary>The snapshot with the states, and the rulings as they stand.</summary>
    internal static RecordSnapshot Apply(RecordSnapshot snapshot, RulingBook book, List<AppliedRuling> report)
    {
        foreach (var decision in book.All("outcome"))
        {
            var value = decision.Effective is { } ruling ? RulingPayload.Parse(ruling.Payload)?.Value : null;
            var (changed, name) = Set(snapshot, decision, value);
            report.AddRange(decision.Applied(changed is null ? RulingStanding.Absent : RulingStanding.Stands, name ?? decision.Key));
            if (decision.Effective is not null && changed is not null) snapshot = changed;
        }

        return snapshot;
    }

    /// <summary>Every state that a thread of this kind can be given, as files spell it.</summary>
    internal static IReadOnlyList<string> States(Domain.Thread thread) => thread switch
    {
        Deadline => EnumSpelling.All<DeadlineState>(),
        Commitment => EnumSpelling.All<CommitmentState>(),
        Meeting => [.. EnumSpelling.All<ClaimStatus>().Where(s => s is "floated" or "proposed" or "called-for" or "agreed" or "scheduled" or "ongoing" or "held" or "postponed" or "cancelled" or "denied")],
        _ => [.. EnumSpelling.All<ClaimStatus>().Where(s => s is "urged" or "threatened" or "planned" or "imposed" or "given" or "lifted" or "ended")],
    };

    private static (RecordSnapshot? Changed, string? Name) Set(RecordSnapshot snapshot, RulingBook.Decision decision, string? value)
    {
        var ruling = decision.Effective;
        bool Holds(Domain.Thread thread) => thread.Claims.Any(c => c.Claim.Id == decision.Key);
        for (var i = 0; i < snapshot.Deadlines.Length; i++)
            if (snapshot.Deadlines[i] is var d && Holds(d)) return (EnumSpelling.TryParse<DeadlineState>(value, out var s) ? snapshot with { Deadlines = snapshot.Deadlines.SetItem(i, d with { State = s, Ruling = ruling }) } : null, d.Name);
        for (var i = 0; i < snapshot.Commitments.Length; i++)
            if (snapshot.Commitments[i] is var c && Holds(c)) return (EnumSpelling.TryParse<CommitmentState>(value, out var s) ? snapshot with { Commitments = snapshot.Commitments.SetItem(i, c with { State = s, Ruling = ruling }) } : null, c.Name);
        for (var i = 0; i < snapshot.Meetings.Length; i++)
            if (snapshot.Meetings[i] is var m && Holds(m)) return (EnumSpelling.TryParse<ClaimStatus>(value, out var s) && States(m).Contains(value!) ? snapshot with { Meetings = snapshot.Meetings.SetItem(i, m with { State = s, Ruling = ruling }) } : null, m.Name);
        for (var i = 0; i < snapshot.Measures.Length; i++)
            if (snapshot.Measures[i] is var x && Holds(x)) return (EnumSpelling.TryParse<ClaimStatus>(value, out var s) && States(x).Contains(value!) ? snapshot with { Measures = snapshot.Measures.SetItem(i, x with { State = s, Ruling = ruling }) } : null, x.Name);
        return (null, null);
    }
}
