using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Deadlocks, then every condition by whose it is.</summary>
internal static class ConditionsSection
{
    private const string Id = "conditions";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        var deadlocks = DeadlockCards.Build(desk);
        var conditions = desk.Live.Where(c => c.Claim.Type == ClaimType.Condition);
        var groups = ActorGroups.Of(desk, Id, conditions, "header.more-actors");
        // What is no chain is told faster than drawn.
        var chart = GraphMaker.Of(ChartDesk.Of(desk), Id + "-graph", desk.Conditions, withPairs: false);
        return chart is null ? [.. deadlocks, .. groups] : [new Figure(chart, []), .. deadlocks, .. groups];
    }
}
