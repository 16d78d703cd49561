using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>A condition graph in a few lines: <c>talks &lt;- leaders @Northland</c> (talks wait for leaders, by Northland's word), <c>deal &lt;~ assent</c> (inferred), <c>assent x- troops @Westmark</c>
/// (excluded), <c>truce &lt;| north south</c> (one of them is enough), <c>barred visa</c>, <c>pledge troops when deal @Oxbow</c>.</summary>
internal sealed class GraphSketch
{
    private readonly SortedDictionary<string, ConditionNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<Condition> _edges = [];
    private readonly List<DormantPledge> _pledges = [];

    public static ConditionGraph Of(IEnumerable<string> lines)
    {
        var sketch = new GraphSketch();
        foreach (var line in lines) sketch.Read(line);
        return new([.. sketch._nodes.Values], [.. sketch._edges.OrderBy(e => e.Before, StringComparer.Ordinal).ThenBy(e => e.After, StringComparer.Ordinal).ThenBy(e => e.Party, StringComparer.Ordinal)])
        {
            Pledges = [.. sketch._pledges],
        };
    }

    /// <summary>What a stance is called in a sketch: <c>talks&lt;-leaders@Northland</c>.</summary>
    public static string Stance(string after, string before, string? party) => $"{after}<-{before}@{party}";

    private void Read(string line)
    {
        var (words, party) = line.Split('@') is [var left, var right] ? (left.Split(' ', StringSplitOptions.RemoveEmptyEntries), right.Trim()) : (line.Split(' ', StringSplitOptions.RemoveEmptyEntries), null);
        switch (words)
        {
            case ["barred", var node]:
                _nodes[node] = Node(node) with { IsBarred = true };
                break;
            case ["pledge", var node, "when", var trigger]:
                Add(trigger, node, party, ConditionKind.Requires, false);
                _pledges.Add(new(node, trigger, party, _edges[^1].Claims));
                break;
            case [var after, "<|", .. var ways]:
                _nodes[after] = Node(after) with { IsAny = true };
                foreach (var way in ways) Add(way, after, null, ConditionKind.Requires, false);
                break;
            case [var after, var arrow, var before]:
                Add(before, after, party, arrow == "x-" ? ConditionKind.Excludes : ConditionKind.Requires, arrow == "<~");
                break;
            default:
                throw new FormatException(line);
        }
    }

    private void Add(string before, string after, string? party, ConditionKind kind, bool inferred)
    {
        _nodes[before] = Node(before);
        _nodes[after] = Node(after);
        _edges.Add(new(party, before, after, Claim($"{after} {kind} {before} {party}")) { Kind = kind, Stance = party is null || inferred ? null : Stance(after, before, party), Inference = inferred ? new("test", "It follows.") : null });
    }

    private ConditionNode Node(string name) => _nodes.TryGetValue(name, out var node) ? node : new(name, name);

    private static RecordedClaim Claim(string says)
    {
        var text = $"A sentence says: {says}.";
        var document = new SourceDocument { Id = ContentHash.Of(text), TextId = ContentHash.Of(text), Source = $"{says}.txt", Text = text, Published = new(Edtf.Parse("2031-03-01"), DateBasis.Given), Language = "en" };
        var span = new TextSpan(0, text.Length);
        return new() { Document = document, Evidence = new(document.TextId, span, text), Claim = new() { Id = says, Type = ClaimType.Condition, Trigger = span, Evidence = span, If = span, Then = span, Rule = "test" } };
    }
}
