using Rapporteur.Domain;

namespace Rapporteur.Benchmarks;

/// <summary>The first version of the finder: elementary circles by Johnson (1975), at most eight long, at most 64, without alternatives, exclusions or concessions.</summary>
internal static class ElementaryCircles
{
    private const int LongestCycle = 8;
    private const int MostCycles = 64;

    public static int Count(ConditionGraph graph)
    {
        var edges = graph.Edges.GroupBy(e => e.Before, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(e => e.After).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        var found = 0;
        foreach (var start in edges.Keys.Order(StringComparer.Ordinal)) Visit(start, start, [start], 0, edges, ref found);
        return found;
    }

    private static void Visit(string start, string node, HashSet<string> path, int length, Dictionary<string, List<string>> edges, ref int found)
    {
        if (length >= LongestCycle || found >= MostCycles || !edges.TryGetValue(node, out var targets)) return;
        foreach (var target in targets)
        {
            if (target == start) found++;
            if (string.CompareOrdinal(target, start) <= 0 || !path.Add(target)) continue;
            Visit(start, target, path, length + 1, edges, ref found);
            path.Remove(target);
        }
    }
}
