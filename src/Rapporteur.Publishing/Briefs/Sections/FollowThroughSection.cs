using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What became of deadlines, threatened measures and promises, a line for each issuer, target and kind, with how many it counts.</summary>
internal static class FollowThroughSection
{
    private const string Id = "follow-through";

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<FollowThrough> all)
    {
        var known = desk.Snapshot.Claims.Select(PassageMaker.Key).ToHashSet(StringComparer.Ordinal);
        // A count that rests on what may not be shown, or is older than the brief goes back, is left out whole.
        return desk.Fold(all.Where(f => f.Threads.All(t => t.Thread.Claims.All(c => known.Contains(PassageMaker.Key(c)))))
            .OrderBy(f => desk.Rank(f.Issuer)).ThenBy(f => desk.Rank(f.Target)).ThenBy(f => f.Kind).ThenBy(f => f.Issuer, StringComparer.Ordinal).ThenBy(f => f.Target, StringComparer.Ordinal)
            .Select(f => Line(desk, f)));
    }

    private static Line Line(BriefDesk desk, FollowThrough follow)
    {
        var parts = Template.Fill(Words.Of(follow.Target == follow.Issuer ? "tally.line-self" : "tally.line"), field => field switch
        {
            "issuer" => [desk.Names.Of(follow.Issuer)],
            "target" => follow.Target is { } target ? [desk.Names.Of(target)] : [],
            "announcements" => [Parts.Plain(Words.Of("announcement", follow.Kind))],
            "n" => [Parts.Plain(Words.Fill("tally.n", ("n", Words.Number(follow.N))))],
            _ => [Parts.Plain(string.Join(", ", Enum.GetValues<AnnouncementOutcome>().Where(o => follow.Count(o) > 0).Select(o => $"{Words.Of("outcome", o)} {Words.Number(follow.Count(o))}")))],
        });
        return desk.Line(Id, $"{follow.Issuer}/{follow.Target}/{Words.Code(follow.Kind)}", parts, [], [.. follow.Threads.SelectMany(t => t.Thread.Claims).Distinct()]);
    }
}
