using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Finds what is stuck in a condition graph and what would free it. <c>docs/reasoning.md</c> defines each kind. The same graph gives the same answer.</summary>
public static class DeadlockFinder
{
    /// <summary>Steps (nodes and edges looked at) that the search for concessions may take for one deadlock.</summary>
    public const long StepsOfOne = 200_000;

    /// <summary>Steps for all deadlocks of a graph; those found after they are used up are told without concessions.</summary>
    public const long StepsOfAll = 2_000_000;

    /// <summary>The deadlocks: circles, conflicts, empty sets of options, blocked triggers; within a kind the shortest first, then by key.</summary>
    /// <param name="graph">The graph.</param>
    public static ImmutableArray<Deadlock> Find(ConditionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var whole = RequirementGraph.Of(OneSentence.Without(graph));
        var can = whole.Attainable();
        var desk = new DeadlockDesk(graph, whole, can);
        var found = new List<Deadlock>();
        foreach (var component in StrongComponents.Of(whole, n => !can[n])) found.Add(desk.Circle(component));
        foreach (var issue in graph.Issues)
            if (desk.Number(issue.Key) is { } node && !can[node]) found.Add(desk.EmptyOptions(issue, node));
        found.AddRange([.. Conflicts.Of(desk).Where(c => !found.Exists(f => Says(f, c)))]);
        found = [.. found.DistinctBy(d => d.Key, StringComparer.Ordinal)];
        found.AddRange(BlockedTriggers.Of(desk, found));
        return [.. found.OrderBy(d => d.Kind).ThenBy(d => d.Cycle.Length).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    // An empty set of options tells what a conflict between the same positions tells.
    private static bool Says(Deadlock found, Deadlock conflict) => found.Kind == DeadlockKind.EmptyOptions && conflict.Kind == DeadlockKind.Conflict
        && conflict.Cycle.Where(c => c.Stance is not null).SelectMany(c => c.Claims).All(found.Claims.Contains);
}
