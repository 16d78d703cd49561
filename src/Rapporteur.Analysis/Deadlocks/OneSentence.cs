using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Leaves out circles that a single sentence closes by itself: there somebody says the same thing twice, or was read twice.</summary>
internal static class OneSentence
{
    internal static ConditionGraph Without(ConditionGraph graph)
    {
        while (true)
        {
            var numbered = RequirementGraph.Of(graph);
            var fallen = new HashSet<Condition>(ReferenceEqualityComparer.Instance);
            foreach (var component in StrongComponents.Of(numbered, _ => true))
            {
                var inside = component.ToHashSet();
                var edges = Enumerable.Range(0, numbered.Edges.Length).Where(e => numbered.IsRequirement(e) && inside.Contains(numbered.Before[e]) && inside.Contains(numbered.After[e]))
                    .Select(e => numbered.Edges[e]).ToList();
                if (edges.SelectMany(e => e.Claims).Select(c => (c.Evidence.TextId, c.Evidence.Span)).Distinct().Skip(1).Any()) continue;
                fallen.UnionWith(edges);
            }

            if (fallen.Count == 0) return graph;
            graph = graph with { Edges = [.. graph.Edges.Where(e => !fallen.Contains(e))] };
        }
    }
}
