using Rapporteur.Analysis;

namespace Rapporteur.Tests;

/// <summary>Slow answers that need no algorithm: every choice of alternatives, every subset of stances.</summary>
internal static class BruteForce
{
    public static bool[] Attainable(RequirementGraph graph, IReadOnlySet<int>? dropped)
    {
        var can = new bool[graph.Nodes.Length];
        foreach (var choice in Choices(graph, dropped))
            for (var node = 0; node < can.Length; node++) can[node] |= Holds(graph, node, choice, dropped);
        return can;
    }

    public static List<string> SmallestSets(RequirementGraph graph, int goal)
    {
        var found = new List<int[]>();
        foreach (var mask in Enumerable.Range(0, 1 << graph.Stances.Length).OrderBy(m => System.Numerics.BitOperations.PopCount((uint)m)))
        {
            int[] set = [.. Enumerable.Range(0, graph.Stances.Length).Where(i => (mask >> i & 1) == 1)];
            if (found.Exists(f => f.All(set.Contains))) continue;
            if (Attainable(graph, set.ToHashSet())[goal]) found.Add(set);
        }

        return found.ConvertAll(f => string.Join(' ', f));
    }

    // For each OR node one of its alternatives.
    private static IEnumerable<Dictionary<int, int>> Choices(RequirementGraph graph, IReadOnlySet<int>? dropped)
    {
        IEnumerable<Dictionary<int, int>> choices = [new()];
        for (var node = 0; node < graph.Nodes.Length; node++)
        {
            var at = node;
            var ways = Needs(graph, node, dropped).ToList();
            if (graph.Nodes[node].IsAny && ways.Count > 0) choices = choices.SelectMany(c => ways.Select(w => new Dictionary<int, int>(c) { [at] = w })).ToList();
        }

        return choices;
    }

    private static bool Holds(RequirementGraph graph, int node, Dictionary<int, int> choice, IReadOnlySet<int>? dropped)
    {
        var support = new HashSet<int>();
        return Walk(node, []) && !graph.Exclusions.Any(e => IsActive(graph, e, dropped) && support.Contains(graph.Before[e]) && support.Contains(graph.After[e]));

        bool Walk(int at, HashSet<int> above)
        {
            if (above.Contains(at) || graph.Nodes[at].IsBarred) return false;
            support.Add(at);
            IEnumerable<int> needs = choice.TryGetValue(at, out var way) ? [way] : Needs(graph, at, dropped);
            return needs.All(n => Walk(n, [.. above, at]));
        }
    }

    private static IEnumerable<int> Needs(RequirementGraph graph, int node, IReadOnlySet<int>? dropped) =>
        Enumerable.Range(0, graph.Edges.Length).Where(e => graph.After[e] == node && graph.IsRequirement(e) && IsActive(graph, e, dropped)).Select(e => graph.Before[e]).Distinct();

    private static bool IsActive(RequirementGraph graph, int edge, IReadOnlySet<int>? dropped) => graph.Stance[edge] < 0 || dropped?.Contains(graph.Stance[edge]) != true;
}
