using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lines on what was found over the record: deadlocks, what would break them, disputes, what became of announcements. Each cites the claims of its finding.</summary>
internal static class FindingLines
{
    /// <summary>Deadlocks, the one with the newest claim first; a promise that is stuck because of another comes after them.</summary>
    public static IEnumerable<Candidate> Deadlocks(TemplateDesk desk) => Sorted(desk).Where(d => d.Kind != DeadlockKind.BlockedTrigger)
        .Select(d => new Candidate(d.Key, StandingSection.DeadlockPhrase(desk.Desk, d, ClaimSentence.Of), d.IsInferred ? [Inferred] : [], d.Claims) { IsThread = true, TellsAll = false });

    /// <summary>The smallest sets of concessions that would break each deadlock.</summary>
    public static IEnumerable<Candidate> Breaks(TemplateDesk desk) =>
        from deadlock in Sorted(desk)
        let words = new DeadlockWords(desk.Desk.Names, deadlock.Nodes)
        from set in deadlock.Breaks.Select((b, i) => (Break: b, Number: i))
        let claims = set.Break.SelectMany(c => c.Conditions).SelectMany(c => c.Claims).Distinct().ToImmutableArray()
        where !claims.IsEmpty
        select new Candidate($"{deadlock.Key}/break/{Words.Number(set.Number)}", words.Break(set.Break), [Inferred], claims) { IsThread = true, TellsAll = false };

    /// <summary>Promises that wait because of a deadlock.</summary>
    public static IEnumerable<Candidate> Waiting(TemplateDesk desk) =>
        from deadlock in Sorted(desk)
        let words = new DeadlockWords(desk.Desk.Names, deadlock.Nodes)
        from pledge in deadlock.Pledges.DistinctBy(p => p.Claims[0].Evidence).Select((p, i) => (Pledge: p, Number: i))
        select new Candidate($"{deadlock.Key}/waits/{Words.Number(pledge.Number)}", words.Pledge(pledge.Pledge), [], pledge.Pledge.Claims) { IsThread = true };

    /// <summary>Disputes, the most open class first, then the newest; what moved over time is none.</summary>
    public static IEnumerable<Candidate> Disputes(TemplateDesk desk) => desk.Desk.Snapshot.Disputes.Where(d => DisputesSection.IsShown(d) && d.Kind is not (DisputeKind.Movement or DisputeKind.Unclear))
        .OrderBy(d => StandingSection.Openness(d.Kind)).ThenByDescending(d => d.One.Concat(d.Other).Max(c => c.Document.Published.Anchor) ?? DateOnly.MinValue)
        .Select(d => (Dispute: d, One: d.One.First(BriefDesk.IsLive), Other: d.Other.First(BriefDesk.IsLive)))
        .Where(Fresh()).Select(d => Dispute(desk, d.Dispute, d.One, d.Other));

    // One account is set against another once.
    private static Func<(Dispute Dispute, RecordedClaim One, RecordedClaim Other), bool> Fresh()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        return d => !told.Contains(PassageMaker.Key(d.One)) && !told.Contains(PassageMaker.Key(d.Other)) && told.Add(PassageMaker.Key(d.One)) | told.Add(PassageMaker.Key(d.Other));
    }

    /// <summary>A dispute in a line: both accounts and in what way they differ.</summary>
    public static Candidate Dispute(TemplateDesk desk, Dispute dispute, RecordedClaim one, RecordedClaim other) => new(dispute.Key, Template.Fill(Words.Of(one.Evidence == other.Evidence ? "sentence.dispute-one" : "sentence.dispute"), field => field switch
    {
        "class" => [Parts.Plain(Words.Of("dispute", dispute.Kind))],
        "sentence" => [Parts.Quote(one.Evidence.Quote)],
        "one" => ClaimSentence.Of(one, desk.Desk.Names),
        _ => ClaimSentence.Of(other, desk.Desk.Names),
    }), [], [one, other])
    { IsThread = true };

    /// <summary>What became of what was announced, where something did; in a brief on an actor of what it announced. A count that rests on what may not be shown is left out whole.</summary>
    public static IEnumerable<Candidate> FollowThrough(TemplateDesk desk) => FollowThroughSection.Told(desk.Desk, desk.Tallies.FollowThrough).Where(f => desk.IsOwn(f.Issuer) && f.Count(AnnouncementOutcome.Open) < f.N)
        .Select(f => new Candidate(FollowThroughSection.Key(f), FollowThroughSection.Phrase(desk.Desk, f), [], [.. f.Threads.SelectMany(t => t.Thread.Claims).Distinct()]) { IsThread = true, TellsAll = false });

    private static Badge Inferred => new(BadgeKind.Inferred, "inferred", Words.Of("badge.inferred"));

    private static IEnumerable<Deadlock> Sorted(TemplateDesk desk) => desk.Desk.Deadlocks.Where(d => !d.Cycle.IsEmpty)
        .OrderByDescending(d => d.Cycle.Max(c => c.Claim.Document.Published.Anchor) ?? DateOnly.MinValue).ThenBy(d => d.Key, StringComparer.Ordinal);
}
