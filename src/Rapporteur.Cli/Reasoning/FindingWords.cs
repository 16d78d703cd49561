using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary>Puts conditions and concessions into plain words for a terminal.</summary>
internal sealed class FindingWords(RecordSnapshot snapshot, ConditionGraph graph)
{
    private readonly Dictionary<string, ConditionNode> _nodes = graph.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);

    public static string Heading(Deadlock deadlock) => deadlock.Kind switch
    {
        DeadlockKind.Circle => deadlock.Cycle.Length == 1 ? "a condition waits for itself" : $"{deadlock.Cycle.Length} conditions wait for each other in a circle",
        DeadlockKind.Conflict => "one thing waits for two that exclude each other",
        DeadlockKind.EmptyOptions => $"{deadlock.Issue!.Name}: no option is left to all",
        _ => "a promise waits for something that is itself stuck",
    };

    public string Party(string? party) => party is null ? "nobody named" : snapshot.NameOf(party);

    public string Node(string key)
    {
        if (!_nodes.TryGetValue(key, out var node)) return key;
        return node.Kind switch
        {
            ConditionNodeKind.Assent => $"{Party(node.Party)}’s assent to “{node.Name}”",
            ConditionNodeKind.Part => $"“{node.Name}” as a part of it",
            ConditionNodeKind.Issue => $"an option on {node.Name} open to all",
            _ => $"“{node.Name}”",
        };
    }

    public string Edge(Condition edge) => edge.Kind == ConditionKind.Excludes
        ? $"{Node(edge.After)} is excluded by {Node(edge.Before)}"
        : $"{(edge.Party is { } party && _nodes.GetValueOrDefault(edge.Before)?.Kind != ConditionNodeKind.Assent ? Party(party) + ": " : "")}{Node(edge.After)} waits for {Node(edge.Before)}";

    public string Concession(Concession concession)
    {
        var claim = concession.Conditions[0].Claim;
        if (concession.IsForgone) return $"{Party(concession.Party)} gives up “{Tidy(claim.Words(claim.Claim.What ?? claim.Claim.Then) ?? claim.Evidence.Quote)}”";
        return claim.Claim.If is { } first
            ? $"{Party(concession.Party)} no longer asks for “{Tidy(claim.Words(first)!)}” first"
            : $"{Party(concession.Party)} drops “{Tidy(claim.Words(claim.Claim.What) ?? claim.Evidence.Quote)}”";
    }

    public static string Source(RecordedClaim claim) =>
        $"{claim.Document.Publisher ?? Path.GetFileName(claim.Document.Source)}, {claim.Document.Published.Value?.ToString() ?? "undated"}, {claim.Evidence.Span.Start}–{claim.Evidence.Span.End}";

    public static string Tidy(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
