using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Measures by who takes them.</summary>
internal static class MeasuresSection
{
    private const string Id = "measures";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var groups = desk.Snapshot.Measures
            .Where(m => m.Claims.Any(BriefDesk.IsLive))
            .GroupBy(m => m.By ?? "", StringComparer.Ordinal)
            .OrderBy(g => g.Key.Length == 0).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ActorGroups.Of(desk, Id, g.Key.Length == 0 ? null : g.Key, g.OrderByDescending(m => m.Claims.Max(x => x.Document.Published.Anchor) ?? DateOnly.MinValue).Select(m => Line(desk, m))));
        return desk.Fold(groups, "header.more-actors");
    }

    private static Line Line(BriefDesk desk, Measure measure)
    {
        var live = measure.Claims.Where(BriefDesk.IsLive).ToImmutableArray();
        var told = live.LastOrDefault(c => c.Claim.Status == measure.State) ?? live[^1];
        return desk.Line(
            Id,
            measure.Key,
            ClaimPhrase.Of(told, told.Claim.By == measure.By && told.Claim.Type == ClaimType.Measure ? Phrasing.UnderActor : Phrasing.Full, desk.Names),
            ClaimPhrase.Badges(told),
            [told, .. live.Where(c => c != told)]);
    }
}
