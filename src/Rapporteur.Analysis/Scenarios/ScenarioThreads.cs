using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Threads of a snapshot under the facts of a scenario.</summary>
internal sealed class ScenarioThreads(RecordSnapshot snapshot)
{
    private readonly List<ScenarioEffect> _effects = [];
    private ImmutableArray<Meeting> _meetings = snapshot.Meetings;
    private ImmutableArray<Deadline> _deadlines = snapshot.Deadlines;
    private ImmutableArray<Commitment> _commitments = snapshot.Commitments;
    private DateOnly? _day = snapshot.AsOf;

    internal void Apply(Fact fact)
    {
        if (fact.On is { } on && (_day is null || on > _day)) _day = on;
        switch (fact)
        {
            case MeetingBecomes meeting:
                _meetings = [.. _meetings.Select(m => m.Key == meeting.Meeting ? m with { State = meeting.Status, When = fact.On is { } day ? Edtf.Day(day) : m.When } : m)];
                break;
            case DeadlineBecomes deadline:
                _deadlines = [.. _deadlines.Select(d => d.Key == deadline.Deadline ? Change(d, deadline) : d)];
                break;
            case CommitmentBecomes commitment:
                _commitments = [.. _commitments.Select(c => c.Key == commitment.Commitment ? c with { State = commitment.State } : c)];
                break;
        }
    }

    /// <summary>What follows for deadlines and their consequences.</summary>
    internal IEnumerable<ScenarioEffect> Effects()
    {
        foreach (var deadline in _deadlines.Where(d => d.State == DeadlineState.Pending && d.Due?.Latest is { } due && due <= _day && due > snapshot.AsOf))
            _effects.Add(new(EffectKind.DeadlineDue, deadline.SetBy, deadline.Name, deadline.Claims));
        return _effects;
    }

    /// <summary>The snapshot as it would read, with promises that have fallen due open.</summary>
    internal RecordSnapshot Snapshot(ImmutableArray<DormantPledge> due)
    {
        var claims = due.SelectMany(p => p.Claims).Select(c => (c.Document.TextId, c.Claim.Id)).ToHashSet();
        return snapshot with
        {
            AsOf = _day,
            Meetings = _meetings,
            Deadlines = _deadlines,
            Commitments = [.. _commitments.Select(c => c.State == CommitmentState.Dormant && c.Claims.Concat(c.Companions).Any(x => claims.Contains((x.Document.TextId, x.Claim.Id))) ? c with { State = CommitmentState.Open } : c)],
        };
    }

    private Deadline Change(Deadline deadline, DeadlineBecomes fact)
    {
        var ends = fact.State is DeadlineState.Lapsed ? EffectKind.ConsequenceDue : EffectKind.ConsequenceLapses;
        if (fact.State != DeadlineState.Extended)
            foreach (var (words, claim) in Consequences(deadline)) _effects.Add(new(ends, deadline.SetBy, words, [claim]));
        return deadline with { State = fact.State, Coverage = null, Due = fact is { State: DeadlineState.Extended, On: { } on } ? Edtf.Day(on) : deadline.Due };
    }

    // The consequence that the deadline names, and threats of the setter in the same sentences.
    private static IEnumerable<(string Words, RecordedClaim Claim)> Consequences(Deadline deadline)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in deadline.Claims.Concat(deadline.Companions))
        {
            var words = claim.Claim.Type switch
            {
                ClaimType.Deadline => claim.Words(claim.Claim.Consequence),
                ClaimType.Threat => claim.Words(claim.Claim.What),
                _ => null,
            };
            if (words is not null && told.Add(string.Join(' ', ContentWords.Of(words)))) yield return (words, claim);
        }
    }
}
