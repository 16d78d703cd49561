using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Finds circles in a condition graph: elementary cycles by Johnson (1975, "Finding all the elementary circuits of a directed graph"),
/// in the order of node keys. A circle that one sentence closes by itself is left out.</summary>
public static class DeadlockFinder
{
    /// <summary>Longest circle looked for, in conditions.</summary>
    public const int LongestCycle = 8;

    /// <summary>Most circles reported; a tangle of more says no more.</summary>
    public const int MostCycles = 64;

    /// <summary>The circles, shortest first, then by key.</summary>
    /// <param name="graph">The graph.</param>
    public static ImmutableArray<Deadlock> Find(ConditionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var edges = graph.Edges.GroupBy(e => e.Before, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.GroupBy(e => e.After, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.ToList()).ToList(), StringComparer.Ordinal);
        var found = new List<Deadlock>();
        foreach (var start in edges.Keys.Order(StringComparer.Ordinal)) new Search(start, edges, found).Run();
        return [.. found.OrderBy(d => d.Cycle.Length).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    // Cycles through the start over nodes with greater keys, so that each is met once, at its smallest node.
    private sealed class Search(string start, Dictionary<string, List<List<Condition>>> edges, List<Deadlock> found)
    {
        private readonly List<Condition> _path = [];
        private readonly HashSet<string> _onPath = new(StringComparer.Ordinal);

        public void Run() => Visit(start);

        private void Visit(string node)
        {
            if (_path.Count >= LongestCycle || found.Count >= MostCycles || !edges.TryGetValue(node, out var targets)) return;
            _onPath.Add(node);
            foreach (var parallel in targets)
            {
                var target = parallel[0].After;
                if (string.CompareOrdinal(target, start) < 0 || (target != start && _onPath.Contains(target))) continue;
                _path.Add(Choose(parallel));
                if (target == start) Close();
                else Visit(target);
                _path.RemoveAt(_path.Count - 1);
            }

            _onPath.Remove(node);
        }

        // Of several claims of one edge the one of a party that is not yet in the circle, else the first reported.
        private Condition Choose(List<Condition> parallel) => parallel
            .OrderBy(e => _path.Exists(p => p.Party == e.Party))
            .ThenBy(e => e.Claim.Document.Published.Anchor ?? DateOnly.MaxValue)
            .ThenBy(e => e.Claim.Claim.Id, StringComparer.Ordinal).First();

        private void Close()
        {
            if (_path.Select(e => (e.Claim.Evidence.TextId, e.Claim.Evidence.Span)).Distinct().Count() < 2) return;
            found.Add(new(ContentHash.Key([.. _path.SelectMany(e => new[] { e.Before, e.After, e.Claim.Claim.Id })]), [.. _path]));
        }
    }
}
