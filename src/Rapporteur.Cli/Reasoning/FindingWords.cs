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
        var edge = concession.Conditions[0];
        var claim = edge.Claim;
        var party = Party(concession.Party);
        if (concession.IsForgone) return $"{party}: give up {Node(edge.After)}";
        if (edge.Kind == ConditionKind.Requires && claim.Claim.Type is ClaimType.Commitment or ClaimType.Offer) return $"{party}: no longer make {Node(edge.After)} wait for {Node(edge.Before)}";
        return claim.Claim.If is { } first
            ? $"{party}: no longer ask for “{Tidy(claim.Words(first)!)}” first"
            : $"{party}: drop “{Tidy(claim.Words(claim.Claim.What) ?? claim.Evidence.Quote)}”";
    }

    public static string Source(RecordedClaim claim) =>
        $"{claim.Document.Publisher ?? Path.GetFileName(claim.Document.Source)}, {claim.Document.Published.Value?.ToString() ?? "undated"}, {claim.Evidence.Span.Start}–{claim.Evidence.Span.End}";

    public static string Tidy(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
