using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A condition graph under the facts of a scenario.</summary>
internal sealed class ScenarioGraph
{
    private readonly ConditionGraph _graph;
    private readonly HashSet<string> _holds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fails = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);

    internal ScenarioGraph(ConditionGraph graph, ImmutableArray<Fact> facts, RecordSnapshot snapshot)
    {
        _graph = graph;
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case ThingHolds thing: _holds.Add(thing.Node); break;
                case ThingFails thing: _fails.Add(thing.Node); break;
                case StanceDropped stance: _dropped.Add(stance.Stance); break;
                case MeetingBecomes { Status: ClaimStatus.Held } meeting: _holds.UnionWith(NodesOf(snapshot.Meetings.First(m => m.Key == meeting.Meeting))); break;
                case MeetingBecomes { Status: ClaimStatus.Cancelled } meeting: _fails.UnionWith(NodesOf(snapshot.Meetings.First(m => m.Key == meeting.Meeting))); break;
                case RiskComesTrue risk: _holds.UnionWith(_graph.Edges.Where(e => e.Claims.Any(c => risk.Claims.Any(r => Same(c, r))) && e.Kind == ConditionKind.Requires && !e.IsInferred).Select(e => e.Before)); break;
            }
        }

        // A choice holds with one of its ways, and what is but the choice with it.
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var edge in graph.Edges)
                if (edge.Stance is null && !edge.IsInferred && _holds.Contains(edge.Before) && !_fails.Contains(edge.After)) grew |= _holds.Add(edge.After);
        }
    }

    /// <summary>The graph as it would be: met conditions and dropped stances fall, what holds waits for nothing, what fails never comes.</summary>
    internal ConditionGraph Changed()
    {
        var ruledOut = _graph.Edges.Where(IsRuledOut).Select(e => e.After).ToHashSet(StringComparer.Ordinal);
        var issues = _graph.Issues.Select(i => i with { Options = [.. i.Options.Select(o => o with { Exclusions = [.. o.Exclusions.Where(e => !_dropped.Contains(e.Stance))] })] });
        return _graph with
        {
            Nodes = [.. _graph.Nodes.Select(n => _fails.Contains(n.Key) || ruledOut.Contains(n.Key) ? n with { IsBarred = true } : _holds.Contains(n.Key) ? n with { IsBarred = false } : n)],
            Edges = [.. _graph.Edges.Where(e => !IsDropped(e) && !IsMet(e) && !(_holds.Contains(e.After) && e.Kind == ConditionKind.Requires) && !(e.Kind == ConditionKind.Excludes && _fails.Contains(e.Before)))],
            Issues = [.. issues],
            Pledges = [.. _graph.Pledges.Where(p => !_holds.Contains(p.Trigger) && !_holds.Contains(p.Node))],
        };
    }

    internal IEnumerable<ScenarioEffect> Effects()
    {
        var names = _graph.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        foreach (var edge in _graph.Edges.Where(e => IsMet(e) && !IsDropped(e) && e.Stance is not null && !_holds.Contains(e.After)))
            yield return new(EffectKind.ConditionMet, edge.Party, names[edge.Before].Name, edge.Claims);
        var into = _graph.Edges.Where(e => e.Kind == ConditionKind.Requires && !(e.IsInferred && e.Inference!.Rule == "assent")).ToLookup(e => e.After, StringComparer.Ordinal);
        var due = Due();
        var falling = due.Select(p => p.Node).ToHashSet(StringComparer.Ordinal);
        foreach (var node in _graph.Nodes.Where(n => n.Kind == ConditionNodeKind.Thing && !_holds.Contains(n.Key) && !_fails.Contains(n.Key)))
        {
            var waits = into[node.Key].ToList();
            if (waits.Count > 0 && waits.Exists(e => IsMet(e) || IsDropped(e)) && waits.TrueForAll(e => IsMet(e) || IsDropped(e)) && !falling.Contains(node.Key))
                yield return new(EffectKind.MayFollow, null, node.Name, [.. waits.SelectMany(e => e.Claims).Distinct()]);
        }

        foreach (var pledge in due) yield return new(EffectKind.CommitmentDue, pledge.Party, names[pledge.Node].Name, pledge.Claims);
        foreach (var edge in _graph.Edges.Where(IsRuledOut)) yield return new(EffectKind.AssentRuledOut, edge.Party, names[edge.Before].Name, edge.Claims);
    }

    /// <summary>Promises that fall due.</summary>
    internal ImmutableArray<DormantPledge> Due() => [.. _graph.Pledges.Where(p => (_holds.Contains(p.Trigger) || IsFree(p)) && !_fails.Contains(p.Node) && !_holds.Contains(p.Node))];

    // The condition itself was dropped, so that the promise stands without it.
    private bool IsFree(DormantPledge pledge) => _graph.Edges.Any(e => e.Before == pledge.Trigger && e.After == pledge.Node && e.Party == pledge.Party && IsDropped(e));

    private bool IsMet(Condition edge) => edge.Kind == ConditionKind.Requires && _holds.Contains(edge.Before);

    private bool IsDropped(Condition edge) => edge.Stance is { } stance && _dropped.Contains(stance);

    private bool IsRuledOut(Condition edge) => edge.Kind == ConditionKind.Excludes && _holds.Contains(edge.Before) && !IsDropped(edge);

    // Things in whose conditions the meeting's own claims or what is said around it name a meeting.
    private IEnumerable<string> NodesOf(Meeting meeting)
    {
        var around = meeting.Claims.Concat(meeting.Companions).ToList();
        var names = _graph.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        return _graph.Edges.Where(e => e.Stance is not null && e.Claims.Any(c => around.Exists(a => Same(a, c)))).SelectMany(e => new[] { e.Before, e.After })
            .Where(k => names[k].Kind == ConditionNodeKind.Thing && names[k].Wordings.Any(ContentWords.NameMeeting));
    }

    private static bool Same(RecordedClaim one, RecordedClaim other) => one.Claim.Id == other.Claim.Id && one.Document.TextId == other.Document.TextId;
}
