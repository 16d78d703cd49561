namespace Rapporteur.Reading;

/// <summary>The best tree in which exactly one word hangs on the root (Chu and Liu 1965, Edmonds 1967), crossing arcs allowed.</summary>
internal static class SpanningTree
{
    private const float Forbidden = -1e9f;

    /// <summary>Finds the tree.</summary>
    /// <param name="scores">Scores, a row a dependent, a column a head; node 0 is the root.</param>
    /// <param name="heads">Receives the head of every node; that of the root is -1. Its length, at least two, is the number of nodes.</param>
    public static void Find(ReadOnlySpan<float> scores, Span<int> heads)
    {
        var nodes = heads.Length;
        var free = Best(scores, nodes);
        if (free.Count(head => head == 0) == 1 && Cycle(free).Count == 0)
        {
            free.CopyTo(heads);
            return;
        }

        var weights = new float[nodes * nodes];
        var bounds = new float[nodes];
        var all = 0f;
        for (var d = 1; d < nodes; d++)
        {
            var best = Forbidden;
            for (var h = 1; h < nodes; h++)
                if (h != d) best = Math.Max(best, scores[(d * nodes) + h]);
            all += best;
            bounds[d] = scores[d * nodes] - best;
        }

        var highest = float.NegativeInfinity;
        foreach (var root in Enumerable.Range(1, nodes - 1).OrderByDescending(node => bounds[node]))
        {
            if (all + bounds[root] < highest) break;
            scores[..weights.Length].CopyTo(weights);
            for (var d = 1; d < nodes; d++)
                if (d != root) weights[d * nodes] = Forbidden;
            weights.AsSpan((root * nodes) + 1, nodes - 1).Fill(Forbidden);
            var tree = Solve(weights, nodes);
            var sum = 0f;
            for (var d = 1; d < nodes; d++) sum += scores[(d * nodes) + tree[d]];
            if (sum <= highest) continue;
            highest = sum;
            tree.CopyTo(heads);
        }
    }

    /// <summary>The best tree, whatever hangs on node 0: picks the best head of every node; where that makes a cycle, joins it into one node, solves the rest, and breaks
    /// the cycle where it is entered.</summary>
    private static int[] Solve(ReadOnlySpan<float> weights, int nodes)
    {
        var heads = Best(weights, nodes);
        var cycle = Cycle(heads);
        if (cycle.Count == 0) return heads;
        var kept = Enumerable.Range(0, nodes).Except(cycle).ToArray();
        var joined = kept.Length;
        var size = joined + 1;
        var smaller = new float[size * size];
        var exits = new int[joined];
        var entries = new int[joined];
        for (var i = 0; i < joined; i++)
        {
            for (var j = 0; j < joined; j++) smaller[(i * size) + j] = weights[(kept[i] * nodes) + kept[j]];
            var (away, gain) = (float.NegativeInfinity, float.NegativeInfinity);
            foreach (var node in cycle)
            {
                var leaves = weights[(kept[i] * nodes) + node];
                if (leaves > away) (away, exits[i]) = (leaves, node);
                var enters = weights[(node * nodes) + kept[i]] - weights[(node * nodes) + heads[node]];
                if (enters > gain) (gain, entries[i]) = (enters, node);
            }

            smaller[(i * size) + joined] = away;
            smaller[(joined * size) + i] = gain;
        }

        var tree = Solve(smaller, size);
        for (var i = 1; i < joined; i++) heads[kept[i]] = tree[i] == joined ? exits[i] : kept[tree[i]];
        heads[entries[tree[joined]]] = kept[tree[joined]];
        return heads;
    }

    private static int[] Best(ReadOnlySpan<float> weights, int nodes)
    {
        var heads = new int[nodes];
        heads[0] = -1;
        for (var d = 1; d < nodes; d++)
            for (var h = 1; h < nodes; h++)
                if (h != d && weights[(d * nodes) + h] > weights[(d * nodes) + heads[d]]) heads[d] = h;
        return heads;
    }

    private static List<int> Cycle(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var start = 1; start < heads.Length; start++)
        {
            var at = start;
            while (at > 0 && seen[at] == 0)
            {
                seen[at] = start;
                at = heads[at];
            }

            if (at <= 0 || seen[at] != start) continue;
            var cycle = new List<int> { at };
            for (var next = heads[at]; next != at; next = heads[next]) cycle.Add(next);
            return cycle;
        }

        return [];
    }
}
