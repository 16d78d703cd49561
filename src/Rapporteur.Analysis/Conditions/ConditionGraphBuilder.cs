using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Builds the graph of what waits for what: conditions that claims state, joined where phrases name one thing, and what follows from several of them by
/// <see cref="IInferenceRule"/>. <c>docs/reasoning.md</c> says how.</summary>
public static class ConditionGraphBuilder
{
    private static readonly ImmutableArray<IInferenceRule> Rules = [new WholeNeedsPart(), new RefusalBlocksAssent(), new OpenOption()];

    /// <summary>The graph of the conditions that hold in a snapshot: affirmed, and neither history nor imagined.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    public static ConditionGraph Of(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var stated = StatedCondition.Of(snapshot);
        var proposals = Proposal.Of(snapshot, stated);
        var book = new NodeBook(stated.SelectMany(Phrases));
        var draft = new GraphDraft(snapshot, book, proposals, IssueFinder.Find(proposals));
        foreach (var node in book.All) draft.Add(node);
        foreach (var condition in stated) Add(draft, book, condition, snapshot);
        foreach (var rule in Rules) rule.Apply(draft);
        var graph = draft.Graph(Pledges(stated, book, snapshot));
        return graph with { Inputs = Inputs(snapshot, graph), Coverage = Read(snapshot) };
    }

    private static IEnumerable<(Subject, ConditionNodeKind)> Phrases(StatedCondition condition) =>
        [(condition.First, First(condition)), (condition.Then, ConditionNodeKind.Thing), .. Ways(condition).Select(a => (a, ConditionNodeKind.Thing))];

    private static ConditionNodeKind First(StatedCondition condition) => condition.IsPart ? ConditionNodeKind.Part : ConditionNodeKind.Thing;

    private static ImmutableArray<Subject> Ways(StatedCondition condition) =>
        condition.IsPart || Subject.Alternatives(condition.First) is not { Length: > 1 } ways ? [] : ways;

    private static void Add(GraphDraft draft, NodeBook book, StatedCondition condition, RecordSnapshot snapshot)
    {
        var (before, after) = (book.Of(condition.First, First(condition)), book.Of(condition.Then));
        var party = Party(condition.Claim.Claim, snapshot);
        draft.Add(new Condition(party, before.Key, after.Key, condition.Claim) { Stance = Stances.Condition(party, condition.First, condition.Then) });
        var ways = Ways(condition);
        if (ways.IsEmpty) return;
        var choice = new ConditionNode(ContentHash.Key("choice", before.Key), before.Name) { Kind = ConditionNodeKind.Choice, IsAny = true };
        draft.Add(choice);
        draft.Add(new Condition(null, choice.Key, before.Key, condition.Claim));
        foreach (var way in ways) draft.Add(new Condition(null, book.Of(way).Key, choice.Key, condition.Claim));
    }

    private static ImmutableArray<DormantPledge> Pledges(ImmutableArray<StatedCondition> stated, NodeBook book, RecordSnapshot snapshot) =>
    [
        .. stated.Where(c => c.IsPledge)
            .Select(c => (Node: book.Of(c.Then).Key, Trigger: book.Of(c.First, First(c)).Key, Party: Party(c.Claim.Claim, snapshot), c.Claim)).Where(p => p.Node != p.Trigger)
            .GroupBy(p => (p.Node, p.Trigger, p.Party))
            .Select(g => new DormantPledge(g.Key.Node, g.Key.Trigger, g.Key.Party, [.. g.Select(p => p.Claim).InOrder(c => c)]))
            .OrderBy(p => p.Node, StringComparer.Ordinal).ThenBy(p => p.Trigger, StringComparer.Ordinal).ThenBy(p => p.Party, StringComparer.Ordinal),
    ];

    private static string? Party(Claim claim, RecordSnapshot snapshot) => StatingParty.Of(claim.By, claim.Holder, snapshot);

    private static ImmutableArray<FindingInput> Inputs(RecordSnapshot snapshot, ConditionGraph graph) =>
    [
        new("as of", snapshot.AsOf is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no day known"),
        new("conditions stated", graph.Edges.Count(e => !e.IsInferred).ToString(CultureInfo.InvariantCulture)),
        new("conditions inferred", graph.Edges.Count(e => e.IsInferred).ToString(CultureInfo.InvariantCulture)),
    ];

    // From the first to the last day of publication.
    private static Coverage? Read(RecordSnapshot snapshot)
    {
        var aside = snapshot.Duplicates.Select(d => d.Document.Id).ToHashSet(StringComparer.Ordinal);
        var read = snapshot.Documents.Where(d => d.Error is null && !aside.Contains(d.Document.Id)).ToList();
        if (read.Min(d => d.Document.Published.Anchor) is not { } from || read.Max(d => d.Document.Published.Anchor) is not { } to) return null;
        return new(from, to, read.Count, read.Select(d => d.Document.Publisher).OfType<string>().Distinct(StringComparer.Ordinal).Count());
    }
}
