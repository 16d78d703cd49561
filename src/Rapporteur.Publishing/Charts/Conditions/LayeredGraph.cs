using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A graph in layers. Places from 0 are its nodes; beyond them stand the passes of edges that run over layers between their ends.</summary>
internal sealed class LayeredGraph
{
    private const int Sweeps = 12;
    private readonly List<List<int>> _next;
    private readonly List<List<int>> _before;
    private readonly List<int> _layers;

    public LayeredGraph(int nodes, ImmutableArray<(int From, int To)> edges)
    {
        (Nodes, Edges) = (nodes, edges);
        _next = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        _before = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        Unroll();
        _layers = Layers();
        Passes = Through();
    }

    /// <summary>Number of nodes.</summary>
    public int Nodes { get; }

    /// <summary>Its edges as they were given.</summary>
    public ImmutableArray<(int From, int To)> Edges { get; }

    /// <summary>For each edge the places at which it passes the layers between its ends.</summary>
    public ImmutableArray<ImmutableArray<int>> Passes { get; }

    /// <summary>Places that hang together, with those of passes.</summary>
    public IEnumerable<List<int>> Parts()
    {
        var seen = new bool[_next.Count];
        for (var start = 0; start < Nodes; start++)
        {
            if (seen[start]) continue;
            var part = new List<int>();
            var queue = new Queue<int>([start]);
            seen[start] = true;
            while (queue.TryDequeue(out var place))
            {
                part.Add(place);
                foreach (var near in _next[place].Concat(_before[place]))
                    if (!seen[near])
                    {
                        seen[near] = true;
                        queue.Enqueue(near);
                    }
            }

            part.Sort();
            yield return part;
        }
    }

    /// <summary>The layers of a part, each ordered by the mean place of what stands before and after, so that few edges cross.</summary>
    public List<List<int>> Columns(List<int> part)
    {
        var columns = part.GroupBy(i => _layers[i]).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var at = new double[_next.Count];
        foreach (var column in columns) Number(column, at);
        for (var sweep = 0; sweep < Sweeps; sweep++)
            foreach (var column in sweep % 2 == 0 ? columns : Enumerable.Reverse(columns))
            {
                var near = sweep % 2 == 0 ? _before : _next;
                var mean = column.ToDictionary(p => p, p => near[p].Count == 0 ? at[p] : near[p].Average(n => at[n]));
                column.Sort((a, b) => mean[a].CompareTo(mean[b]) is var c and not 0 ? c : a.CompareTo(b));
                Number(column, at);
            }

        return columns;
    }

    private static void Number(List<int> column, double[] at)
    {
        for (var i = 0; i < column.Count; i++) at[column[i]] = i - ((column.Count - 1) / 2.0);
    }

    // Edges that lead back in a depth-first search are turned, so that none is left that closes a circle.
    private void Unroll()
    {
        var state = new byte[Nodes];
        var from = Edges.Where(e => e.From != e.To).Distinct().ToLookup(e => e.From, e => e.To);
        for (var start = 0; start < Nodes; start++)
        {
            if (state[start] != 0) continue;
            var stack = new Stack<(int Node, IEnumerator<int> Further)>();
            state[start] = 1;
            stack.Push((start, from[start].Order().GetEnumerator()));
            while (stack.TryPeek(out var top))
            {
                if (!top.Further.MoveNext())
                {
                    state[top.Node] = 2;
                    stack.Pop();
                    continue;
                }

                var to = top.Further.Current;
                if (state[to] == 1) Join(to, top.Node);
                else Join(top.Node, to);
                if (state[to] != 0) continue;
                state[to] = 1;
                stack.Push((to, from[to].Order().GetEnumerator()));
            }
        }
    }

    private void Join(int one, int other)
    {
        if (_next[one].Contains(other)) return;
        _next[one].Add(other);
        _before[other].Add(one);
    }

    // The layer of a node is the length of the longest way to it; a node with nothing before it stands next to its first successor.
    private List<int> Layers()
    {
        var layers = new int[Nodes];
        var waiting = _before.Select(b => b.Count).ToArray();
        var ready = new Queue<int>(Enumerable.Range(0, Nodes).Where(i => waiting[i] == 0));
        while (ready.TryDequeue(out var node))
            foreach (var to in _next[node])
            {
                layers[to] = Math.Max(layers[to], layers[node] + 1);
                if (--waiting[to] == 0) ready.Enqueue(to);
            }

        for (var i = 0; i < Nodes; i++)
            if (_before[i].Count == 0 && _next[i].Count > 0) layers[i] = _next[i].Min(n => layers[n]) - 1;
        return [.. layers];
    }

    private ImmutableArray<ImmutableArray<int>> Through()
    {
        var found = new Dictionary<(int, int), ImmutableArray<int>>();
        foreach (var (from, to) in Edges.Distinct())
        {
            var passes = ImmutableArray.CreateBuilder<int>();
            var last = from;
            for (var layer = _layers[from] + 1; layer < _layers[to]; layer++)
            {
                var pass = _next.Count;
                _next.Add([]);
                _before.Add([]);
                _layers.Add(layer);
                Join(last, pass);
                passes.Add(last = pass);
            }

            if (passes.Count > 0)
            {
                Join(last, to);
                _next[from].Remove(to);
                _before[to].Remove(from);
            }

            found[(from, to)] = passes.ToImmutable();
        }

        return [.. Edges.Select(e => found[e])];
    }
}
