using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A condition graph in the making. Rules look at what is there and add nodes and edges. Not thread-safe.</summary>
internal sealed class GraphDraft(RecordSnapshot snapshot, NodeBook book, ImmutableArray<Proposal> proposals, ImmutableArray<Issue> issues)
{
    private readonly Dictionary<string, ConditionNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<Condition> _edges = [];

    internal RecordSnapshot Snapshot { get; } = snapshot;

    /// <summary>Positions and conditions under the vocabulary.</summary>
    internal ImmutableArray<Proposal> Proposals { get; } = proposals;

    internal ImmutableArray<Issue> Issues { get; } = issues;

    internal IEnumerable<ConditionNode> Nodes => _nodes.Values;

    internal IReadOnlyList<Condition> Edges => _edges;

    internal Subject About(ConditionNode node) => book.About(node);

    internal void Add(ConditionNode node) => _nodes.TryAdd(node.Key, node);

    internal void Add(Condition edge)
    {
        if (edge.Before != edge.After) _edges.Add(edge);
    }

    /// <summary>Things that texts name, by key.</summary>
    internal List<ConditionNode> Things => [.. _nodes.Values.Where(n => n.Kind == ConditionNodeKind.Thing).OrderBy(n => n.Key, StringComparer.Ordinal)];

    /// <summary>Things that take the assent of parties, by key.</summary>
    internal List<ConditionNode> Agreements => [.. Things.Where(n => About(n) is { IsNegated: false, NamesAlternatives: false, Main.Matter.IsAgreement: true })];

    /// <summary>The graph, sorted, edges that say the same joined.</summary>
    internal ConditionGraph Graph(ImmutableArray<DormantPledge> pledges)
    {
        ImmutableArray<Condition> edges =
        [
            .. _edges.GroupBy(e => (e.Kind, e.Party, e.Before, e.After, e.IsInferred))
                .Select(g => g.First() with { Claims = [.. g.SelectMany(e => e.Claims).DistinctBy(c => (c.Document.TextId, c.Claim.Id)).InOrder(c => c)] })
                .OrderBy(e => e.Before, StringComparer.Ordinal).ThenBy(e => e.After, StringComparer.Ordinal).ThenBy(e => e.Party, StringComparer.Ordinal).ThenBy(e => e.Key, StringComparer.Ordinal),
        ];
        var used = edges.SelectMany(e => new[] { e.Before, e.After }).ToHashSet(StringComparer.Ordinal);
        return new([.. _nodes.Values.Where(n => used.Contains(n.Key)).OrderBy(n => n.Key, StringComparer.Ordinal)], edges) { Issues = Issues, Pledges = pledges };
    }
}
