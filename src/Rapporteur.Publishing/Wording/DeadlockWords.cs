using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Puts deadlocks into words: heading, conditions, options, what waits, what would break it.</summary>
internal sealed class DeadlockWords(ActorNames names, IEnumerable<ConditionNode> nodes)
{
    private readonly Dictionary<string, ConditionNode> _nodes = nodes.DistinctBy(n => n.Key, StringComparer.Ordinal).ToDictionary(n => n.Key, StringComparer.Ordinal);

    /// <summary>What a deadlock is called.</summary>
    public static ImmutableArray<TextPart> Heading(Deadlock deadlock)
    {
        var key = "thread.deadlock-" + Words.Code(deadlock.Kind);
        return deadlock.Kind == DeadlockKind.Circle ? [Parts.Plain(Words.Count(key, deadlock.Cycle.Length))]
            : Template.Fill(Words.Of(key), _ => [Parts.Plain(deadlock.Issue is { } issue ? Quoting.Clean(issue.Name) : "")]);
    }

    /// <summary>What stands over the concessions.</summary>
    public static string Breaks(Deadlock deadlock) =>
        deadlock.AllBreaks ? Words.Of("thread.breaks") : Words.Fill("thread.breaks-many", ("n", Words.Number(deadlock.Breaks.Length)));

    /// <summary>Words for one end of a condition.</summary>
    public TextPart Name(string node, Condition condition)
    {
        if (_nodes.TryGetValue(node, out var known)) return Parts.Quote(known.Name);
        var claim = condition.Claim;
        var span = node == condition.Before ? claim.Claim.If : claim.Claim.Then ?? claim.Claim.What;
        return Parts.Quote(claim.Words(span) ?? claim.Evidence.Quote);
    }

    /// <summary>A node in words: a thing by its name, an assent as such.</summary>
    public ImmutableArray<TextPart> Node(string node, Condition condition) => Node(node, condition, "thread.node-");

    /// <summary>A node as a box of a chart.</summary>
    public DeadlockBox Box(string node, Condition condition) =>
        new(string.Concat(Node(node, condition, "thread.box-").Select(p => p.Text)), _nodes.GetValueOrDefault(node)?.Party is { } party ? names.Of(party).Text : "");

    /// <summary>A condition as a numbered line: a stated one in the words of its claim, an inferred one with its reason.</summary>
    public ImmutableArray<TextPart> Edge(Condition condition, int number)
    {
        var template = condition.Inference is null ? "thread.edge" : condition.Kind == ConditionKind.Excludes ? "thread.edge-excludes" : "thread.edge-requires";
        return Template.Fill(Words.Of(template), field => field switch
        {
            "number" => [Parts.Plain(Words.Number(number))],
            "claim" => ClaimPhrase.Of(condition.Claim, Phrasing.Full, names),
            "after" => Node(condition.After, condition),
            "before" => Node(condition.Before, condition),
            _ => Reason(condition.Inference!),
        });
    }

    /// <summary>Who wants an option.</summary>
    public ImmutableArray<TextPart> Wanted(Option option)
    {
        var parties = option.Positions.Select(p => PartyOf(p.Actor)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return Template.Fill(Words.Of("thread.option-wanted"), field => field == "option" ? [Parts.Quote(option.Name)] : names.All(parties));
    }

    /// <summary>Who leaves no room for an option, and by which words.</summary>
    public ImmutableArray<TextPart> Bars(Exclusion exclusion, Option option)
    {
        var claim = exclusion.Claims[0];
        return Template.Fill(Words.Of(exclusion.Inference is null ? "thread.edge-bars" : "thread.edge-bars-inferred"), field => field switch
        {
            "party" => [names.Of(exclusion.Party)],
            "option" => [Parts.Quote(option.Name)],
            "words" => [Parts.Quote(claim.Words(claim.Claim.What ?? claim.Claim.If) ?? claim.Evidence.Quote)],
            "reason" => Reason(exclusion.Inference!),
            _ => [Parts.Plain(Verb(field, exclusion.Party))],
        });
    }

    /// <summary>A promise that waits.</summary>
    public ImmutableArray<TextPart> Pledge(DormantPledge pledge)
    {
        var claim = pledge.Claims[0];
        return Template.Fill(Words.Of("thread.pledge"), field => field == "party" ? [names.By(pledge.Party)] : [Parts.Quote(claim.Words(claim.Claim.What ?? claim.Claim.Then) ?? claim.Evidence.Quote)]);
    }

    /// <summary>A set of concessions as one line.</summary>
    public ImmutableArray<TextPart> Break(ImmutableArray<Concession> set)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        for (var i = 0; i < set.Length; i++)
        {
            if (i > 0) parts.Add(Parts.Plain(i == set.Length - 1 ? " and " : ", "));
            parts.AddRange(Concession(set[i]));
        }

        return parts.ToImmutable();
    }

    /// <summary>What one party would drop.</summary>
    public ImmutableArray<TextPart> Concession(Concession concession)
    {
        var edge = concession.Conditions[0];
        var claim = edge.Claim;
        var promise = edge.Kind == ConditionKind.Requires && claim.Claim.Type is ClaimType.Commitment or ClaimType.Offer;
        var template = concession.IsForgone ? "thread.concession-forgo" : promise ? "thread.concession-promise" : claim.Claim.If is not null ? "thread.concession-if" : "thread.concession-drop";
        return Template.Fill(Words.Of(template), field => field switch
        {
            "party" => [names.By(concession.Party ?? claim.Claim.By)],
            "before" => [Name(edge.Before, edge)],
            "after" => [Name(edge.After, edge)],
            "words" => [Parts.Quote(claim.Words(claim.Claim.If ?? claim.Claim.What) ?? claim.Evidence.Quote)],
            _ => [Parts.Plain(Verb(field, concession.Party))],
        });
    }

    /// <summary>The side on which an actor wants something: its party, or itself where none is known.</summary>
    public string PartyOf(string actor) => names.PartyOf(actor) ?? actor;

    private ImmutableArray<TextPart> Node(string node, Condition condition, string templates)
    {
        var name = Name(node, condition);
        if (!_nodes.TryGetValue(node, out var known) || Words.Find(templates + Words.Code(known.Kind)) is not { } template) return [name];
        return Template.Fill(template, field => field == "party" ? [names.By(known.Party)] : [known.Kind == ConditionNodeKind.Issue ? Parts.Plain(name.Text) : name]);
    }

    private static ImmutableArray<TextPart> Reason(Inference inference) => [Parts.Plain(Quoting.Clean(inference.Reason).TrimEnd('.'))];

    // The form of a verb for one actor or for several.
    private string Verb(string forms, string? party) => forms.Split('|') is [var one, var several] && names.IsSeveral(party) ? several : forms.Split('|')[0];
}
