using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Finds promises that wait for something that is itself stuck, and what it hangs on.</summary>
internal static class BlockedTriggers
{
    internal static IEnumerable<Deadlock> Of(DeadlockDesk desk, IReadOnlyList<Deadlock> causes)
    {
        var graph = desk.Graph;
        var cores = causes.Select(c => (c.Key, Nodes: c.Nodes.Select(n => n.Key).ToHashSet(StringComparer.Ordinal))).ToList();
        foreach (var trigger in desk.Source.Pledges.GroupBy(p => p.Trigger, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (desk.Number(trigger.Key) is not { } node || desk.Can[node]) continue;
            // A promise that is part of a deadlock is told with it.
            var told = cores.Where(c => c.Nodes.Contains(trigger.Key)).SelectMany(c => c.Nodes).ToHashSet(StringComparer.Ordinal);
            var pledges = trigger.Where(p => !told.Contains(p.Node)).ToList();
            if (pledges.Count == 0) continue;
            var support = Support(graph, node, desk.Can);
            var hangs = cores.Where(c => support.Exists(n => c.Nodes.Contains(graph.Nodes[n].Key))).ToList();
            var starts = support.Where(n => graph.Nodes[n].IsBarred || hangs.Exists(c => c.Nodes.Contains(graph.Nodes[n].Key))).ToList();
            var goal = desk.Number(pledges[0].Node) ?? node;
            var way = starts.Select(s => s == node ? [] : CirclePath.Between(graph, s, node, n => !desk.Can[n])).OfType<List<int>>().OrderBy(w => w.Count).FirstOrDefault() ?? [];
            var last = graph.OutOf(node).ToArray().Where(e => graph.After[e] == goal && graph.IsRequirement(e)).Take(1);
            yield return desk.Blocked([.. way, .. last], [.. Closure(graph, node)], node, [.. pledges], [.. hangs.Select(h => h.Key).Order(StringComparer.Ordinal)]);
        }
    }

    // What is stuck among what a node needs, itself included.
    private static List<int> Support(RequirementGraph graph, int node, bool[] can) => Closure(graph, node).Where(n => !can[n]).ToList();

    private static IEnumerable<int> Closure(RequirementGraph graph, int node)
    {
        var seen = new SortedSet<int> { node };
        var work = new Stack<int>();
        work.Push(node);
        while (work.TryPop(out var current))
            foreach (var edge in graph.Into(current))
                if (seen.Add(graph.Before[edge])) work.Push(graph.Before[edge]);
        return seen;
    }
}
