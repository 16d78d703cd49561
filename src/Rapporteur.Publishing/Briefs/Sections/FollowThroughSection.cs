using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What became of deadlines, threatened measures and promises, a line for each issuer, target and kind, with how many it counts.</summary>
internal static class FollowThroughSection
{
    private const string Id = "follow-through";

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<FollowThrough> all)
    {
        var told = Told(desk, all).ToLookup(f => f.Count(AnnouncementOutcome.Open) < f.N);
        // What is all open yet stands below what came to something, folded where there is much of it.
        var (settled, open) = (Lines(desk, told[true]), Lines(desk, told[false]));
        if (settled.IsEmpty || settled.Length + open.Length <= desk.Options.Shown + 1) return desk.Fold(settled.AddRange(open));
        return open.IsEmpty ? desk.Fold(settled) : [.. desk.Fold(settled), new More(Words.Count("header.more-open", open.Length), [new LineList(open)])];
    }

    /// <summary>The counts that may be shown, by issuer, target and kind. One that rests on what may not be shown, or is older than the brief goes back, is left out whole.</summary>
    public static IEnumerable<FollowThrough> Told(BriefDesk desk, ImmutableArray<FollowThrough> all)
    {
        var known = desk.Snapshot.Threads().SelectMany(t => t.Claims).Concat(desk.Snapshot.Claims).Select(PassageMaker.Key).ToHashSet(StringComparer.Ordinal);
        return all.Where(f => f.Threads.All(t => t.Thread.Claims.All(c => known.Contains(PassageMaker.Key(c)))))
            .OrderBy(f => desk.Rank(f.Issuer)).ThenBy(f => desk.Rank(f.Target)).ThenBy(f => f.Kind).ThenBy(f => f.Issuer, StringComparer.Ordinal).ThenBy(f => f.Target, StringComparer.Ordinal);
    }

    private static ImmutableArray<Line> Lines(BriefDesk desk, IEnumerable<FollowThrough> all) => [.. all.Select(f => Line(desk, f))];

    private static Line Line(BriefDesk desk, FollowThrough follow) => desk.Line(Id, Key(follow), Phrase(desk, follow), [], [.. follow.Threads.SelectMany(t => t.Thread.Claims).Distinct()]);

    /// <summary>What a count is about.</summary>
    public static string Key(FollowThrough follow) => $"{follow.Issuer}/{follow.Target}/{Words.Code(follow.Kind)}";

    /// <summary>A count in words.</summary>
    public static ImmutableArray<TextPart> Phrase(BriefDesk desk, FollowThrough follow) => Template.Fill(Words.Of(follow.Target == follow.Issuer ? "tally.line-self" : "tally.line"), field => field switch
    {
        "issuer" => [desk.Names.Of(follow.Issuer)],
        "target" => follow.Target is { } target ? [desk.Names.Of(target)] : [],
        "announcements" => [Parts.Plain(Words.Of("announcement", follow.Kind))],
        "n" => [Parts.Plain(Words.Fill("tally.n", ("n", Words.Number(follow.N))))],
        _ => [Parts.Plain(string.Join(", ", Enum.GetValues<AnnouncementOutcome>().Where(o => follow.Count(o) > 0).Select(o => $"{Words.Number(follow.Count(o))} {Words.Of("outcome", o)}")))],
    });
}
