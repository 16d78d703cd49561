using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lines on measures and commitments.</summary>
internal static class ThreadLines
{
    /// <summary>Measures, the latest told first.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="role">In a brief on an actor: whether it takes them, or they are aimed at it.</param>
    public static IEnumerable<Candidate> Measures(TemplateDesk desk, ClaimRole role) => desk.Desk.Snapshot.Measures.Where(m => m.Claims.Any(BriefDesk.IsLive) && !ClaimLines.IsThin(desk, Told(m)) && role switch { ClaimRole.By => desk.IsOwn(m.By), ClaimRole.To or ClaimRole.About => !desk.IsOwn(m.By), _ => true })
        .OrderByDescending(Latest).ThenBy(m => m.Key, StringComparer.Ordinal).Select(m => Measure(desk, m));

    /// <summary>Commitments, those that wait or are open first, the latest told first.</summary>
    public static IEnumerable<Candidate> Commitments(TemplateDesk desk) => desk.Desk.Snapshot.Commitments.Where(c => c.Claims.Any(BriefDesk.IsLive) && desk.IsOwn(c.By))
        .OrderByDescending(Latest).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => Commitment(desk, c));

    /// <summary>A measure in a line.</summary>
    public static Candidate Measure(TemplateDesk desk, Measure measure)
    {
        var told = Told(measure);
        return new(measure.Key, ClaimSentence.Of(told, desk.Desk.Names), ClaimPhrase.Badges(told), [told, .. measure.Claims.Where(c => BriefDesk.IsLive(c) && c != told)]);
    }

    /// <summary>A commitment in a line.</summary>
    public static Candidate Commitment(TemplateDesk desk, Commitment commitment)
    {
        var live = commitment.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var told = live.LastOrDefault(c => c.Claim.If is not null) ?? live[^1];
        return new(commitment.Key, ClaimPhrase.Of(told, Phrasing.Full, desk.Desk.Names), [ClaimPhrase.Badge(BadgeKind.State, "commitment", commitment.State), .. ClaimPhrase.Badges(told)],
            [told, .. live.Where(c => c != told), .. commitment.Condition is { } condition && !live.Contains(condition) ? [condition] : Array.Empty<RecordedClaim>()]);
    }

    /// <summary>The claim by which a measure is told: the last that gives its state.</summary>
    public static RecordedClaim Told(Measure measure) => measure.Claims.LastOrDefault(c => BriefDesk.IsLive(c) && c.Claim.Status == measure.State) ?? measure.Claims.Last(BriefDesk.IsLive);

    private static DateOnly Latest(Domain.Thread thread) => thread.Claims.Max(c => c.Document.Published.Anchor) ?? DateOnly.MinValue;
}
