using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlocks, then every condition by whose it is.</summary>
internal static class ConditionsSection
{
    private const string Id = "conditions";

    // Fewer conditions are told faster than drawn.
    private const int LeastDrawn = 4;

    public static ImmutableArray<Block> Build(BriefDesk desk, ConditionGraph graph)
    {
        var deadlocks = DeadlockCards.Build(desk);
        var conditions = desk.Live.Where(c => c.Claim.Type == ClaimType.Condition);
        var groups = ActorGroups.Of(desk, Id, conditions, "header.more-actors");
        var chart = graph.Edges.Length < LeastDrawn ? null : GraphMaker.Of(ChartDesk.Of(desk), Id + "-graph", graph);
        return chart is null ? [.. deadlocks, .. groups] : [new Figure(chart, []), .. deadlocks, .. groups];
    }
}
