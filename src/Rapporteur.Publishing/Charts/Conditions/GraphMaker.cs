using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes the chart of a condition graph. What rests on a claim that may not be told is left out.</summary>
internal static class GraphMaker
{
    /// <summary>The chart; null where there is no condition.</summary>
    /// <param name="desk">Where it is made.</param>
    /// <param name="id">Anchor.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="withPairs">Whether conditions whose two things hang together with nothing else are drawn; else they are counted.</param>
    public static ConditionChart? Of(ChartDesk desk, string id, ConditionGraph graph, bool withPairs = true)
    {
        var told = graph.Edges.Where(e => e.Claims.All(desk.Brief.IsTold)).ToImmutableArray();
        var near = told.SelectMany(e => new[] { (Thing: e.Before, Other: e.After), (Thing: e.After, Other: e.Before) }).Distinct().CountBy(n => n.Thing, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var edges = withPairs ? told : told.RemoveAll(e => near[e.Before] == 1 && near[e.After] == 1);
        if (edges.IsEmpty) return null;
        var words = new DeadlockWords(desk.Brief.Names, graph.Nodes);
        var stuck = desk.Brief.Deadlocks.SelectMany(d => d.Cycle).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var ends = edges.Where(e => stuck.Contains(e.Key)).SelectMany(e => new[] { e.Before, e.After }).ToHashSet(StringComparer.Ordinal);
        var known = graph.Nodes.DistinctBy(n => n.Key).ToDictionary(n => n.Key, StringComparer.Ordinal);
        var first = new Dictionary<string, Condition>(StringComparer.Ordinal);
        foreach (var edge in edges)
            foreach (var end in (string[])[edge.Before, edge.After]) first.TryAdd(end, edge);
        return new(id, [.. first.Select(f => Thing(words.Box(f.Key, f.Value), f.Key, known.GetValueOrDefault(f.Key), ends.Contains(f.Key)))], [.. edges.Select(e => Edge(desk, words, e, stuck.Contains(e.Key)))], told.Length - edges.Length);
    }

    private static GraphThing Thing(DeadlockBox box, string key, ConditionNode? node, bool isStuck) =>
        new(key, box.Label, box.Owner, isStuck, node is not { Kind: ConditionNodeKind.Assent or ConditionNodeKind.Issue or ConditionNodeKind.Stance or ConditionNodeKind.Choice });

    private static GraphCondition Edge(ChartDesk desk, DeadlockWords words, Condition edge, bool isStuck)
    {
        string Name(string node) => string.Concat(words.Node(node, edge).Select(p => p.Text));
        var party = edge.Party is { } key ? desk.Brief.Names.Of(key).Text : "";
        var line = $"{(party.Length > 0 ? party + ": " : "")}{Name(edge.Before)} {Words.Of(edge.Kind == ConditionKind.Excludes ? "chart.excludes" : "chart.before-then")} {Name(edge.After)} ({Words.Of(edge.IsInferred ? "chart.inferred" : "chart.stated")})";
        return new(edge.Before, edge.After, party, edge.IsInferred, edge.Kind == ConditionKind.Excludes, isStuck, desk.Mark(line, edge.Claim));
    }
}
