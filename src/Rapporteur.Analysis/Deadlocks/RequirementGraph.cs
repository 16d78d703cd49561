using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A condition graph, or a part of it, with numbers for keys: what can come about is worked out here (AND/OR reachability as in Horn formulas,
/// Dowling &amp; Gallier 1984). Immutable; safe for many threads.</summary>
internal sealed class RequirementGraph
{
    private readonly int[] _firstIn;
    private readonly int[] _inEdges;
    private readonly int[] _firstOut;
    private readonly int[] _outEdges;

    private RequirementGraph(ImmutableArray<ConditionNode> nodes, ImmutableArray<Condition> edges, int[] before, int[] after)
    {
        (Nodes, Edges, Before, After) = (nodes, edges, before, after);
        Stances = [.. edges.Select(e => e.Stance).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = Stances.Select((s, i) => (s, i)).ToDictionary(s => s.s, s => s.i, StringComparer.Ordinal);
        // An alternative that fell away would close a way, not open one: what leads into an OR node cannot be dropped.
        Stance = [.. edges.Select((e, i) => e.Stance is { } stance && !nodes[after[i]].IsAny ? numbers[stance] : -1)];
        (_firstIn, _inEdges) = Index(after);
        (_firstOut, _outEdges) = Index(before);
        Exclusions = [.. Enumerable.Range(0, edges.Length).Where(i => edges[i].Kind == ConditionKind.Excludes)];
    }

    internal ImmutableArray<ConditionNode> Nodes { get; }

    internal ImmutableArray<Condition> Edges { get; }

    internal int[] Before { get; }

    internal int[] After { get; }

    /// <summary>Number of the stance with which an edge falls; -1 where it cannot be dropped.</summary>
    internal int[] Stance { get; }

    internal ImmutableArray<string> Stances { get; }

    /// <summary>Edges by which one thing excludes another.</summary>
    internal ImmutableArray<int> Exclusions { get; }

    /// <summary>Steps that one evaluation takes at least.</summary>
    internal int Size => Nodes.Length + Edges.Length;

    /// <summary>The whole graph.</summary>
    internal static RequirementGraph Of(ConditionGraph graph) => Of(graph.Nodes, graph.Edges);

    /// <summary>The graph between some nodes; edges from elsewhere are left out, so that what they ask for is granted.</summary>
    internal static RequirementGraph Of(IEnumerable<ConditionNode> nodes, IEnumerable<Condition> edges)
    {
        ImmutableArray<ConditionNode> all = [.. nodes];
        var numbers = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        foreach (var node in all) numbers.TryAdd(node.Key, numbers.Count);
        ImmutableArray<Condition> inside = [.. edges.Where(e => numbers.ContainsKey(e.Before) && numbers.ContainsKey(e.After))];
        return new(all, inside, [.. inside.Select(e => numbers[e.Before])], [.. inside.Select(e => numbers[e.After])]);
    }

    internal ReadOnlySpan<int> Into(int node) => _inEdges.AsSpan(_firstIn[node].._firstIn[node + 1]);

    internal ReadOnlySpan<int> OutOf(int node) => _outEdges.AsSpan(_firstOut[node].._firstOut[node + 1]);

    internal bool IsRequirement(int edge) => Edges[edge].Kind == ConditionKind.Requires;

    /// <summary>What can come about while some stances are dropped. A node without requirements can, unless it is barred. Where one thing excludes another, nothing
    /// that needs both in every way can.</summary>
    /// <param name="dropped">Stances by number; null for none.</param>
    internal bool[] Attainable(bool[]? dropped = null)
    {
        var barred = new bool[Nodes.Length];
        for (var i = 0; i < barred.Length; i++) barred[i] = Nodes[i].IsBarred;
        while (true)
        {
            var can = LeastFixpoint(barred, dropped);
            var changed = false;
            foreach (var edge in Exclusions)
            {
                if (!IsActive(edge, dropped) || !can[Before[edge]] || !can[After[edge]]) continue;
                var (one, other) = (NeedOf(Before[edge], can, dropped), NeedOf(After[edge], can, dropped));
                for (var i = 0; i < barred.Length; i++)
                    if (one[i] && other[i] && !barred[i]) barred[i] = changed = true;
            }

            if (!changed) return can;
        }
    }

    /// <summary>The nodes that need a node in every way in which they can come about, itself included.</summary>
    internal bool[] NeedOf(int node, bool[] can, bool[]? dropped = null)
    {
        var needs = new bool[Nodes.Length];
        var open = new int[Nodes.Length];
        var work = new Stack<int>();
        needs[node] = true;
        work.Push(node);
        while (work.TryPop(out var current))
        {
            foreach (var edge in OutOf(current))
            {
                var after = After[edge];
                if (!IsRequirement(edge) || !IsActive(edge, dropped) || needs[after] || !can[after]) continue;
                if (Nodes[after].IsAny)
                {
                    if (open[after] == 0) open[after] = Alternatives(after, can);
                    if (--open[after] > 0) continue;
                }

                needs[after] = true;
                work.Push(after);
            }
        }

        return needs;
    }

    internal bool IsActive(int edge, bool[]? dropped) => dropped is null || Stance[edge] < 0 || !dropped[Stance[edge]];

    private int Alternatives(int node, bool[] can)
    {
        var count = 0;
        foreach (var edge in Into(node))
            if (IsRequirement(edge) && can[Before[edge]]) count++;
        return count;
    }

    private bool[] LeastFixpoint(bool[] barred, bool[]? dropped)
    {
        var can = new bool[Nodes.Length];
        var waiting = new int[Nodes.Length];
        var work = new Stack<int>();
        for (var node = 0; node < waiting.Length; node++)
        {
            foreach (var edge in Into(node))
                if (IsRequirement(edge) && IsActive(edge, dropped)) waiting[node]++;
            if (waiting[node] > 0 && Nodes[node].IsAny) waiting[node] = 1;
            if (waiting[node] == 0 && !barred[node]) Reach(node);
        }

        while (work.TryPop(out var current))
            foreach (var edge in OutOf(current))
                if (IsRequirement(edge) && IsActive(edge, dropped) && !can[After[edge]] && --waiting[After[edge]] == 0 && !barred[After[edge]]) Reach(After[edge]);
        return can;

        void Reach(int node)
        {
            can[node] = true;
            work.Push(node);
        }
    }

    private (int[] First, int[] Edges) Index(int[] owner)
    {
        var first = new int[Nodes.Length + 1];
        foreach (var node in owner) first[node + 1]++;
        for (var i = 0; i < Nodes.Length; i++) first[i + 1] += first[i];
        var (next, sorted) = (first.ToArray(), new int[owner.Length]);
        for (var edge = 0; edge < owner.Length; edge++) sorted[next[owner[edge]]++] = edge;
        return (first, sorted);
    }
}
