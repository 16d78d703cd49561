namespace Rapporteur.Analysis;

/// <summary>Strongly connected components by Tarjan (1972, "Depth-first search and linear graph algorithms"), without recursion.</summary>
internal static class StrongComponents
{
    /// <summary>The components among the nodes taken, each sorted, in order of their smallest node; single nodes only where an edge leads to themselves.</summary>
    /// <param name="graph">The graph; only requirements count.</param>
    /// <param name="taken">The nodes to look at.</param>
    internal static List<List<int>> Of(RequirementGraph graph, Func<int, bool> taken)
    {
        var count = graph.Nodes.Length;
        var (index, low, at, onStack) = (new int[count], new int[count], new int[count], new bool[count]);
        var (path, stack, found) = (new Stack<int>(), new Stack<int>(), new List<List<int>>());
        var next = 0;
        for (var root = 0; root < count; root++)
        {
            if (index[root] != 0 || !taken(root)) continue;
            Enter(root);
            while (path.TryPeek(out var node))
            {
                var edges = graph.OutOf(node);
                if (at[node] < edges.Length)
                {
                    var edge = edges[at[node]++];
                    var after = graph.After[edge];
                    if (!graph.IsRequirement(edge) || !taken(after)) continue;
                    if (index[after] == 0) Enter(after);
                    else if (onStack[after]) low[node] = Math.Min(low[node], index[after]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var parent)) low[parent] = Math.Min(low[parent], low[node]);
                if (low[node] == index[node]) Leave(node);
            }
        }

        found.Sort((a, b) => a[0].CompareTo(b[0]));
        return found;

        void Enter(int node)
        {
            index[node] = low[node] = ++next;
            onStack[node] = true;
            stack.Push(node);
            path.Push(node);
        }

        void Leave(int root)
        {
            var component = new List<int>();
            int node;
            do
            {
                node = stack.Pop();
                onStack[node] = false;
                component.Add(node);
            }
            while (node != root);
            component.Sort();
            if (component.Count > 1 || LeadsToItself(graph, root)) found.Add(component);
        }
    }

    private static bool LeadsToItself(RequirementGraph graph, int node)
    {
        foreach (var edge in graph.OutOf(node))
            if (graph.After[edge] == node && graph.IsRequirement(edge)) return true;
        return false;
    }
}
