using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Puts deadlocks together: their conditions in order, the promises that wait for them and the concessions that would break them.
/// Not thread-safe; one for each run.</summary>
internal sealed class DeadlockDesk(ConditionGraph source, RequirementGraph graph, bool[] can)
{
    private readonly Dictionary<string, int> _numbers = graph.Nodes.Select((n, i) => (n.Key, i)).ToDictionary(n => n.Key, n => n.i, StringComparer.Ordinal);
    // To number a part of the graph takes about as long as to go through it this often.
    private const long StepsOfBuilding = 10;

    private long _left = DeadlockFinder.StepsOfAll;

    internal ConditionGraph Source { get; } = source;

    internal RequirementGraph Graph { get; } = graph;

    /// <summary>What can come about as things stand.</summary>
    internal bool[] Can { get; } = can;

    internal int? Number(string key) => _numbers.TryGetValue(key, out var number) ? number : null;

    /// <summary>A circle of requirements: the shortest through a strongly connected component.</summary>
    internal Deadlock Circle(List<int> component) =>
        Make(DeadlockKind.Circle, CirclePath.Shortest(Graph, component), component, component, []);

    /// <summary>An issue of which every option is excluded.</summary>
    internal Deadlock EmptyOptions(Issue issue, int node)
    {
        var inside = new SortedSet<int> { node };
        var order = new List<int>();
        foreach (var option in Graph.Into(node))
        {
            inside.Add(Graph.Before[option]);
            foreach (var stance in Graph.Into(Graph.Before[option]))
            {
                inside.Add(Graph.Before[stance]);
                order.Add(stance);
            }
        }

        return Make(DeadlockKind.EmptyOptions, order, [.. inside], [node], []) with { Issue = issue, Coverage = Source.Coverage };
    }

    internal Deadlock Blocked(List<int> order, List<int> inside, int trigger, ImmutableArray<DormantPledge> pledges, ImmutableArray<string> causes)
    {
        var made = Make(DeadlockKind.BlockedTrigger, order, inside, [trigger], Graph.Exclusions);
        return made with { Key = ContentHash.Key("blocked", Graph.Nodes[trigger].Key, made.Key), Pledges = pledges, Causes = causes };
    }

    /// <summary>A deadlock of edges in their order.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="order">Edges that show it.</param>
    /// <param name="inside">Nodes between which concessions are looked for; what comes from outside is granted.</param>
    /// <param name="goals">Nodes that are to come about.</param>
    /// <param name="exclusions">Exclusions that count.</param>
    internal Deadlock Make(DeadlockKind kind, List<int> order, List<int> inside, IEnumerable<int> goals, IEnumerable<int> exclusions)
    {
        var cycle = kind == DeadlockKind.EmptyOptions ? [.. order.Select(e => Graph.Edges[e])] : CirclePath.Told(Graph, order);
        var nodes = inside.ToHashSet();
        var (sets, all, looked) = Search(nodes, inside, goals, exclusions);
        var shown = cycle.SelectMany(c => new[] { c.Before, c.After }).Distinct(StringComparer.Ordinal).Select(k => Graph.Nodes[_numbers[k]]);
        var pledges = Source.Pledges.Where(p => _numbers.TryGetValue(p.Node, out var n) && nodes.Contains(n) && kind is DeadlockKind.Circle or DeadlockKind.Conflict).ToImmutableArray();
        return new(ContentHash.Key([kind.ToString(), .. cycle.Select(c => c.Key)]), [.. cycle])
        {
            Kind = kind,
            Nodes = [.. shown],
            Pledges = pledges,
            Inputs = [.. Source.Inputs, new("conditions looked at", looked.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            Breaks = [.. sets, .. Forgone(cycle, pledges)],
            AllBreaks = all,
        };
    }

    // When the steps for all are used up, no more sets are looked for.
    private (ImmutableArray<ImmutableArray<Concession>> Sets, bool All, int Looked) Search(HashSet<int> nodes, List<int> inside, IEnumerable<int> goals, IEnumerable<int> exclusions)
    {
        if (_left <= 0) return ([], false, 0);
        var counted = exclusions.ToHashSet();
        var part = RequirementGraph.Of(inside.Select(n => Graph.Nodes[n]), inside.SelectMany(n => Graph.Into(n).ToArray())
            .Where(e => nodes.Contains(Graph.Before[e]) && (Graph.IsRequirement(e) || counted.Contains(e))).Order().Select(e => Graph.Edges[e]));
        var places = part.Nodes.Select((n, i) => (n.Key, i)).ToDictionary(n => n.Key, n => n.i, StringComparer.Ordinal);
        var search = new ConcessionSearch(part, [.. goals.Select(g => places[Graph.Nodes[g].Key])]);
        var (sets, all) = search.Run(Math.Min(DeadlockFinder.StepsOfOne, _left));
        _left -= search.Steps + (StepsOfBuilding * part.Size);
        return ([.. sets.Select(s => Concessions(part, s))], all, part.Edges.Length);
    }

    private static ImmutableArray<Concession> Concessions(RequirementGraph part, ImmutableArray<int> set) =>
    [
        .. set.Select(s => (Stance: part.Stances[s], Edges: Enumerable.Range(0, part.Edges.Length).Where(e => part.Stance[e] == s).Select(e => part.Edges[e]).ToImmutableArray()))
            .Select(s => new Concession(s.Stance, s.Edges[0].Party, s.Edges)),
    ];

    // Where one thing prevents another, the promise of it may also be given up.
    private static IEnumerable<ImmutableArray<Concession>> Forgone(List<Condition> cycle, ImmutableArray<DormantPledge> pledges)
    {
        if (!cycle.Exists(c => c.Kind == ConditionKind.Excludes)) return [];
        return pledges.Select(p => ImmutableArray.Create(new Concession(ContentHash.Key("forgo", p.Party, p.Node), p.Party, [.. cycle.Where(c => c.After == p.Node).Take(1)]) { IsForgone = true }))
            .Where(s => !s[0].Conditions.IsEmpty).DistinctBy(s => s[0].Stance, StringComparer.Ordinal);
    }
}
