using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Finds what needs two things that exclude each other. Where one of the two needs the other, that is a circle: it can come only through what it prevents.</summary>
internal static class Conflicts
{
    internal static IEnumerable<Deadlock> Of(DeadlockDesk desk)
    {
        var graph = desk.Graph;
        // Each is looked at for itself, whatever else is stuck.
        var can = new bool[graph.Nodes.Length];
        Array.Fill(can, true);
        foreach (var edge in graph.Exclusions)
        {
            var (x, a) = (graph.Before[edge], graph.After[edge]);
            var (needX, needA) = (graph.NeedOf(x, can), graph.NeedOf(a, can));
            for (var node = 0; node < needX.Length; node++)
            {
                if (!needX[node] || !needA[node] || Hangs(graph, node, n => needX[n] && needA[n])) continue;
                yield return Make(desk, edge, node, needX, needA);
            }
        }
    }

    // Whether something that the node needs needs both already.
    private static bool Hangs(RequirementGraph graph, int node, Func<int, bool> both)
    {
        foreach (var edge in graph.Into(node))
            if (graph.IsRequirement(edge) && both(graph.Before[edge])) return true;
        return false;
    }

    private static Deadlock Make(DeadlockDesk desk, int edge, int node, bool[] needX, bool[] needA)
    {
        var graph = desk.Graph;
        var (x, a) = (graph.Before[edge], graph.After[edge]);
        var toX = node == x ? [] : CirclePath.Between(graph, x, node, n => needX[n]) ?? [];
        var toA = node == a ? [] : CirclePath.Between(graph, a, node, n => needA[n]) ?? [];
        var circle = node == x || node == a;
        // Around the circle: what is excluded, the assent that excludes it, and the way back. Of a conflict both ways, then what sets them against each other.
        List<int> order = circle ? [edge, .. node == x ? toA : toX] : [.. toX, .. toA, edge];
        var inside = Before(graph, node, n => needX[n] || needA[n]);
        return desk.Make(circle ? DeadlockKind.Circle : DeadlockKind.Conflict, order, inside, [node], [edge]);
    }

    // The nodes from which a way leads to one, itself included, in order.
    private static List<int> Before(RequirementGraph graph, int node, Func<int, bool> taken)
    {
        var seen = new bool[graph.Nodes.Length];
        var (found, work) = (new List<int> { node }, new Stack<int>());
        seen[node] = true;
        work.Push(node);
        while (work.TryPop(out var current))
        {
            foreach (var edge in graph.Into(current))
            {
                var before = graph.Before[edge];
                if (seen[before] || !graph.IsRequirement(edge) || !taken(before)) continue;
                seen[before] = true;
                found.Add(before);
                work.Push(before);
            }
        }

        found.Sort();
        return found;
    }
}
