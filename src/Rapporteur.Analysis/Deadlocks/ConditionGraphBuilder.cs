using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Builds the graph of what waits for what out of condition claims. An edge is always a claim of a text; none is inferred.</summary>
public static class ConditionGraphBuilder
{
    // Share of common stems from which two phrases name one thing.
    private const double SameThing = 0.6;

    /// <summary>The graph of the conditions that hold in a snapshot: affirmed, and neither history nor imagined.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    public static ConditionGraph Of(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var stated = snapshot.Claims.Where(c => c.Claim is { Type: ClaimType.Condition, Polarity: Polarity.Positive, If: not null, Then: not null }
            && c.Claim.Modality is not (Modality.Historical or Modality.Hypothetical)).ToList();
        var phrases = stated.SelectMany(c => new[] { c.Words(c.Claim.If)!, c.Words(c.Claim.Then)! }).Select(p => new Phrase(p)).Where(p => p.Stems.Length > 0)
            .DistinctBy(p => p.Key, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        var nodes = Join(phrases);
        ImmutableArray<Condition> edges = [.. stated
            .Select(c => (Claim: c, Before: nodes.GetValueOrDefault(new Phrase(c.Words(c.Claim.If)!).Key), After: nodes.GetValueOrDefault(new Phrase(c.Words(c.Claim.Then)!).Key)))
            .Where(e => e.Before is not null && e.After is not null && e.Before.Key != e.After.Key)
            .Select(e => new Condition(Party(e.Claim.Claim, snapshot), e.Before!.Key, e.After!.Key, e.Claim))
            .OrderBy(e => e.Before, StringComparer.Ordinal).ThenBy(e => e.After, StringComparer.Ordinal).ThenBy(e => e.Party, StringComparer.Ordinal).ThenBy(e => e.Claim.Claim.Id, StringComparer.Ordinal)];
        var used = edges.SelectMany(e => new[] { e.Before, e.After }).ToHashSet(StringComparer.Ordinal);
        return new([.. nodes.Values.DistinctBy(n => n.Key, StringComparer.Ordinal).Where(n => used.Contains(n.Key)).OrderBy(n => n.Key, StringComparer.Ordinal)], edges);
    }

    private static string? Party(Claim claim, RecordSnapshot snapshot)
    {
        if (claim.By is null or Actor.Narrator) return null;
        return snapshot.Actors.TryGetValue(claim.By, out var actor) ? actor.Party ?? actor.Key : claim.By;
    }

    // Phrases in the order of their keys; each joins the first node whose own phrase it resembles, so that order of arrival changes nothing
    // and a node never drifts. The node shows the shortest of its phrases.
    private static Dictionary<string, ConditionNode> Join(List<Phrase> phrases)
    {
        var groups = new List<List<Phrase>>();
        foreach (var phrase in phrases)
        {
            if (groups.Find(g => SameNode(g[0], phrase)) is { } group) group.Add(phrase);
            else groups.Add([phrase]);
        }

        var nodes = new Dictionary<string, ConditionNode>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var name = group.OrderBy(p => p.Words.Length).ThenBy(p => p.Words, StringComparer.Ordinal).First().Words;
            var node = new ConditionNode(ContentHash.Key("node", group[0].Key), name);
            foreach (var phrase in group) nodes[phrase.Key] = node;
        }

        return nodes;
    }

    private static bool SameNode(Phrase one, Phrase other) =>
        one.Stems.Contains(ContentWords.Negation) == other.Stems.Contains(ContentWords.Negation) && ContentWords.Similarity(one.Stems, other.Stems) >= SameThing;

    private sealed class Phrase(string words)
    {
        public string Words { get; } = words;

        public ImmutableArray<string> Stems { get; } = ContentWords.Of(words);

        public string Key => string.Join(' ', Stems.Order(StringComparer.Ordinal));
    }
}
