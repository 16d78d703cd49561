using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Shortest ways through requirements, breadth first; of equal ones the first in the order of edges, stated before inferred.</summary>
internal static class CirclePath
{
    // In a larger tangle the circle through its first node is drawn, which is as good to look at.
    private const int MostStarts = 64;

    /// <summary>A shortest circle within a component, beginning at its smallest node.</summary>
    internal static List<int> Shortest(RequirementGraph graph, List<int> component)
    {
        var inside = component.ToHashSet();
        List<int>? best = null;
        foreach (var start in component.Take(MostStarts))
        {
            if (Between(graph, start, start, inside.Contains) is { } circle && (best is null || circle.Count < best.Count)) best = circle;
            if (best?.Count <= 2) break;
        }

        var edges = best!;
        var first = edges.FindIndex(e => graph.Before[e] == edges.Min(x => graph.Before[x]));
        return [.. edges[first..], .. edges[..first]];
    }

    /// <summary>A shortest way from one node to another over nodes taken, as edges; empty for a node to itself only when that is asked for by different numbers, null where there is none.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends; the same as <paramref name="from"/> for a circle.</param>
    /// <param name="taken">Nodes that it may pass.</param>
    internal static List<int>? Between(RequirementGraph graph, int from, int to, Func<int, bool> taken)
    {
        var came = new int[graph.Nodes.Length];
        Array.Fill(came, -1);
        var queue = new Queue<int>();
        queue.Enqueue(from);
        while (queue.TryDequeue(out var node))
        {
            foreach (var inferred in (ReadOnlySpan<bool>)[false, true])
            {
                foreach (var edge in graph.OutOf(node))
                {
                    var after = graph.After[edge];
                    if (graph.Edges[edge].IsInferred != inferred || came[after] >= 0 || !graph.IsRequirement(edge) || !taken(after)) continue;
                    came[after] = edge;
                    if (after == to) return Way(graph, came, from, to);
                    queue.Enqueue(after);
                }
            }
        }

        return null;
    }

    private static List<int> Way(RequirementGraph graph, int[] came, int from, int to)
    {
        var way = new List<int>();
        for (var node = to; way.Count == 0 || node != from; node = graph.Before[way[^1]]) way.Add(came[node]);
        way.Reverse();
        return way;
    }

    /// <summary>Of several edges that join the same two nodes the one of a party not yet told, a stated one first, then the first reported.</summary>
    internal static List<Condition> Told(RequirementGraph graph, IEnumerable<int> way)
    {
        var told = new List<Condition>();
        foreach (var edge in way)
        {
            var parallel = graph.OutOf(graph.Before[edge]).ToArray().Where(e => graph.After[e] == graph.After[edge] && graph.IsRequirement(e) == graph.IsRequirement(edge)).Select(e => graph.Edges[e]);
            told.Add(parallel.OrderBy(e => e.IsInferred).ThenBy(e => told.Exists(t => t.Party == e.Party))
                .ThenBy(e => e.Claim.Document.Published.Anchor ?? DateOnly.MaxValue).ThenBy(e => e.Claim.Claim.Id, StringComparer.Ordinal).First());
        }

        return told;
    }
}
