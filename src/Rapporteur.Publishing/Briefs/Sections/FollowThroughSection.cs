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
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        parts.Add(desk.Names.Of(follow.Issuer));
        if (follow.Target is { } target && target != follow.Issuer)
        {
            parts.Add(Parts.Plain(" → "));
            parts.Add(desk.Names.Of(target));
        }

        var outcomes = Enum.GetValues<AnnouncementOutcome>().Where(o => follow.Count(o) > 0).Select(o => $"{Words.Of("outcome", o)} {Words.Number(follow.Count(o))}");
        parts.Add(Parts.Plain($": {Words.Of("announcement", follow.Kind)}, {Words.Fill("tally.n", ("n", Words.Number(follow.N)))}: {string.Join(", ", outcomes)}"));
        return desk.Line(Id, $"{follow.Issuer}/{follow.Target}/{Words.Code(follow.Kind)}", parts.ToImmutable(), [], [.. follow.Threads.SelectMany(t => t.Thread.Claims).Distinct()]);
    }
}
