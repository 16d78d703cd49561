using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Puts a deadlock into words: its heading, its conditions, what would break it.</summary>
internal sealed class DeadlockWords(BriefDesk desk, Deadlock deadlock)
{
    private readonly Dictionary<string, ConditionNode> _nodes = deadlock.Nodes.DistinctBy(n => n.Key, StringComparer.Ordinal).ToDictionary(n => n.Key, StringComparer.Ordinal);

    /// <summary>What it is called.</summary>
    public ImmutableArray<TextPart> Heading
    {
        get
        {
            var key = "thread.deadlock-" + Words.Code(deadlock.Kind);
            return deadlock.Kind == DeadlockKind.Circle ? [Parts.Plain(Words.Count(key, deadlock.Cycle.Length))]
                : Template.Fill(Words.Of(key), _ => [Parts.Plain(deadlock.Issue is { } issue ? Quoting.Clean(issue.Name) : "")]);
        }
    }

    /// <summary>Words for one end of a condition.</summary>
    public TextPart Name(string node, Condition condition)
    {
        if (_nodes.TryGetValue(node, out var known)) return Parts.Quote(known.Name);
        var claim = condition.Claim;
        var span = node == condition.Before ? claim.Claim.If : claim.Claim.Then ?? claim.Claim.What;
        return Parts.Quote(claim.Words(span) ?? claim.Evidence.Quote);
    }

    /// <summary>A node in words: a thing by its name, an assent as such.</summary>
    public ImmutableArray<TextPart> Node(string node, Condition condition)
    {
        var name = Name(node, condition);
        if (!_nodes.TryGetValue(node, out var known) || Words.Find("thread.node-" + Words.Code(known.Kind)) is not { } template) return [name];
        ImmutableArray<TextPart> told = Template.Fill(template, _ => [known.Kind == ConditionNodeKind.Issue ? Parts.Plain(name.Text) : name]);
        return known.Party is { } party ? [desk.Names.Of(party), Parts.Plain(": "), .. told] : told;
    }

    /// <summary>A condition as a numbered line: a stated one in the words of its claim, an inferred one with its reason.</summary>
    public ImmutableArray<TextPart> Edge(Condition condition, int number)
    {
        var template = condition.Inference is null ? "thread.edge" : condition.Kind == ConditionKind.Excludes ? "thread.edge-excludes" : "thread.edge-requires";
        return Template.Fill(Words.Of(template), field => field switch
        {
            "number" => [Parts.Plain(Words.Number(number))],
            "claim" => ClaimPhrase.Of(condition.Claim, Phrasing.Full, desk.Names),
            "after" => Node(condition.After, condition),
            "before" => Node(condition.Before, condition),
            _ => [Parts.Plain(Quoting.Clean(condition.Inference!.Reason).TrimEnd('.'))],
        });
    }

    /// <summary>A set of concessions as one line.</summary>
    public ImmutableArray<TextPart> Break(ImmutableArray<Concession> set)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        for (var i = 0; i < set.Length; i++)
        {
            if (i > 0) parts.Add(Parts.Plain(i == set.Length - 1 ? " and " : ", "));
            parts.AddRange(Concede(set[i]));
        }

        return parts.ToImmutable();
    }

    private ImmutableArray<TextPart> Concede(Concession concession)
    {
        var edge = concession.Conditions[0];
        var claim = edge.Claim;
        var promise = edge.Kind == ConditionKind.Requires && claim.Claim.Type is ClaimType.Commitment or ClaimType.Offer;
        var template = concession.IsForgone ? "thread.concession-forgo" : promise ? "thread.concession-promise" : claim.Claim.If is not null ? "thread.concession-if" : "thread.concession-drop";
        return Template.Fill(Words.Of(template), field => field switch
        {
            "party" => [desk.Names.By(concession.Party ?? claim.Claim.By)],
            "before" => [Name(edge.Before, edge)],
            "after" => [Name(edge.After, edge)],
            "words" => [Parts.Quote(claim.Words(claim.Claim.If ?? claim.Claim.What) ?? claim.Evidence.Quote)],
            _ => [Parts.Plain(Verb(field, concession.Party))],
        });
    }

    /// <summary>The form of a verb for one actor or for several.</summary>
    public string Verb(string forms, string? party) => forms.Split('|') is [var one, var several] && desk.Names.IsSeveral(party) ? several : forms.Split('|')[0];
}
