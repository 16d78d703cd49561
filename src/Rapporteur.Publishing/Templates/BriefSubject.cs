using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The actor or issue that a brief is about.</summary>
/// <param name="Key">Its key in the record.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">For an actor: its key and those of its own; null for an issue.</param>
internal sealed record BriefSubject(string Key, string Name, FrozenSet<string>? Members)
{
    /// <summary>The subject that options ask for; null where they ask for none. Throws <see cref="ArgumentException"/> where the record has no such thing.</summary>
    public static BriefSubject? Of(RecordSnapshot snapshot, BriefOptions options)
    {
        if (options.Actor is { } actor)
        {
            if (!snapshot.Actors.TryGetValue(actor, out var known)) throw new ArgumentException($"The record has no actor with the key '{actor}'.", nameof(options));
            return new(actor, Quoting.Clean(known.Name), snapshot.Actors.Values.Where(a => a.Key == actor || a.Party == actor || a.Of == actor).Select(a => a.Key).ToFrozenSet(StringComparer.Ordinal));
        }

        if (options.Issue is not { } issue) return null;
        var found = snapshot.Issues.FirstOrDefault(i => i.Key == issue) ?? throw new ArgumentException($"The record has no issue with the key '{issue}'.", nameof(options));
        return new(issue, Quoting.Clean(found.Name), null);
    }

    /// <summary>Whether a note is about it: by name, or by what it is on.</summary>
    public bool Concerns(string? about) => about is not null && (about.Equals(Name, StringComparison.OrdinalIgnoreCase) || about.Equals(Key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The record without what does not concern it.</summary>
    public RecordSnapshot Narrow(RecordSnapshot snapshot) => Members is { } members ? ByActor(snapshot, members) : ByIssue(snapshot);

    /// <summary>The deadlocks that concern it.</summary>
    public bool Concerns(Deadlock deadlock, RecordSnapshot narrowed)
    {
        if (Members is { } members) return deadlock.Cycle.Any(c => c.Party is { } party && members.Contains(party)) || deadlock.Claims.Any(c => Involves(c, members));
        return deadlock.Issue?.Key == Key || deadlock.Claims.Any(c => narrowed.Positions.Any(p => p.Claim == c));
    }

    private static bool Involves(RecordedClaim recorded, FrozenSet<string> members)
    {
        var claim = recorded.Claim;
        return (claim.By is { } by && members.Contains(by)) || (claim.Holder is { } holder && members.Contains(holder))
            || claim.To.Any(members.Contains) || claim.Participants.Any(members.Contains) || claim.About.Any(members.Contains);
    }

    private static RecordSnapshot ByActor(RecordSnapshot snapshot, FrozenSet<string> members) => Within(snapshot, c => Involves(c, members)) with
    {
        Positions = [.. snapshot.Positions.Where(p => members.Contains(p.Actor))],
        PositionLines = [.. snapshot.PositionLines.Where(l => members.Contains(l.Party))],
    };

    // What stands under the issue, what is said in the same sentence, and what names the issue.
    private RecordSnapshot ByIssue(RecordSnapshot snapshot)
    {
        var under = snapshot.Positions.Where(p => p.Issue == Key).Concat(snapshot.PositionLines.Where(l => l.Issue == Key).SelectMany(l => l.Positions)).Select(p => p.Claim).ToList();
        var sentences = under.Select(c => c.Evidence).ToHashSet();
        var name = ContentWords.Of(Name);
        bool Concerns(RecordedClaim claim) => sentences.Contains(claim.Evidence) || (!name.IsEmpty && ContentWords.Of(claim.Evidence.Quote) is var words && name.All(words.Contains));
        var claims = under.Select(PassageMaker.Key).ToFrozenSet(StringComparer.Ordinal);
        return Within(snapshot, Concerns) with
        {
            Positions = [.. snapshot.Positions.Where(p => claims.Contains(PassageMaker.Key(p.Claim)))],
            PositionLines = [.. snapshot.PositionLines.Where(l => l.Issue == Key)],
            Issues = [.. snapshot.Issues.Where(i => i.Key == Key)],
        };
    }

    private static RecordSnapshot Within(RecordSnapshot snapshot, Func<RecordedClaim, bool> concerns)
    {
        var own = snapshot.Claims.Where(concerns).Select(c => c.Claim.Id).ToFrozenSet(StringComparer.Ordinal);
        bool Stays(Domain.Thread thread) => thread.Claims.Any(concerns);
        var meetings = snapshot.Meetings.Where(Stays).ToImmutableArray();
        var deadlines = snapshot.Deadlines.Where(Stays).ToImmutableArray();
        var measures = snapshot.Measures.Where(Stays).ToImmutableArray();
        var commitments = snapshot.Commitments.Where(Stays).ToImmutableArray();
        var disputes = snapshot.Disputes.Where(d => d.One.Concat(d.Other).Any(concerns)).ToImmutableArray();
        return snapshot with
        {
            Claims = [.. snapshot.Claims.Where(c => own.Contains(c.Claim.Id))],
            Facets = [.. snapshot.Facets.Where(f => f.Facet.Claims.Any(own.Contains))],
            SecondReading = [],
            Meetings = meetings,
            Deadlines = deadlines,
            Measures = measures,
            Commitments = commitments,
            Demands = [.. snapshot.Demands.Where(Stays)],
            Guarantees = [.. snapshot.Guarantees.Where(Stays)],
            Disputes = disputes,
        };
    }
}
