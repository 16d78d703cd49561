using System.Text.Json;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>Findings of reasoning as JSON, one a line (<c>docs/reasoning.md</c> lists the fields).</summary>
internal sealed class JsonFindings(RecordSnapshot snapshot, ConditionGraph graph, Handles handles)
{
    private readonly FindingWords _words = new(snapshot, graph);
    private readonly Dictionary<string, ConditionNode> _nodes = graph.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);

    /// <summary>A deadlock as one line.</summary>
    public string Line(Deadlock deadlock) => JsonText.Of(json => Write(json, deadlock));

    /// <summary>The outcome of a scenario as one line, with the lines of the brief that would change.</summary>
    public string Line(ScenarioOutcome outcome, IReadOnlyList<BriefChange> changes) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        Head(json, outcome);
        json.WriteStartArray("effects");
        foreach (var effect in outcome.Effects)
        {
            json.WriteStartObject();
            json.WriteString("kind", EnumSpelling.Of(effect.Kind));
            Party(json, effect.Party);
            json.WriteString("name", effect.Name);
            if (effect.Deadlock is { } deadlock) json.WriteString("deadlock", deadlock.Key);
            Citations(json, effect.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("deadlocks");
        foreach (var deadlock in outcome.Deadlocks) json.WriteStringValue(deadlock.Key);
        json.WriteEndArray();
        json.WriteStartArray("brief");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("section", change.Section);
            json.WriteString("change", change.IsNew ? "added" : "removed");
            json.WriteString("text", change.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A handle as one line.</summary>
    public string Line(Handle handle) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("label", handle.Label);
        json.WriteString("kind", EnumSpelling.Of(handle.Kind));
        json.WriteString("key", handle.Key);
        Party(json, handle.Party);
        json.WriteString("name", handle.Name);
        Citations(json, handle.Claims);
        json.WriteEndObject();
    });

    /// <summary>A risk that a text names, as one line.</summary>
    public static string Line(RiskPreset risk) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("label", risk.Label);
        json.WriteString("kind", "risk");
        json.WriteString("if", risk.If);
        json.WriteString("then", risk.Then);
        Citations(json, risk.Claims);
        json.WriteEndObject();
    });

    private void Write(Utf8JsonWriter json, Deadlock deadlock)
    {
        json.WriteStartObject();
        json.WriteString("kind", EnumSpelling.Of(deadlock.Kind));
        Head(json, deadlock);
        json.WriteBoolean("inferred", deadlock.IsInferred);
        if (deadlock.Issue is { } issue) Issue(json, issue);
        json.WriteStartArray("conditions");
        foreach (var edge in deadlock.Cycle) Edge(json, edge);
        json.WriteEndArray();
        json.WriteStartArray("waiting");
        foreach (var pledge in deadlock.Pledges)
        {
            json.WriteStartObject();
            Party(json, pledge.Party);
            json.WriteString("what", _nodes.TryGetValue(pledge.Node, out var node) ? node.Name : pledge.Node);
            Citations(json, pledge.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("causes");
        foreach (var cause in deadlock.Causes) json.WriteStringValue(cause);
        json.WriteEndArray();
        json.WriteStartArray("breaks");
        foreach (var set in deadlock.Breaks)
        {
            json.WriteStartArray();
            foreach (var concession in set)
            {
                json.WriteStartObject();
                json.WriteString("label", handles.LabelOf(concession.Stance));
                Party(json, concession.Party);
                json.WriteBoolean("forgone", concession.IsForgone);
                json.WriteString("concession", _words.Concession(concession));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteBoolean("allBreaks", deadlock.AllBreaks);
        json.WriteEndObject();
    }

    private void Issue(Utf8JsonWriter json, Issue issue)
    {
        json.WriteStartObject("issue");
        json.WriteString("key", issue.Key);
        json.WriteString("name", issue.Name);
        json.WriteStartArray("options");
        foreach (var option in issue.Options)
        {
            json.WriteStartObject();
            json.WriteString("key", option.Key);
            json.WriteString("name", option.Name);
            json.WriteStartArray("wantedBy");
            foreach (var actor in option.Positions.Select(p => p.Actor).Distinct(StringComparer.Ordinal)) json.WriteStringValue(snapshot.NameOf(actor));
            json.WriteEndArray();
            json.WriteStartArray("excludedBy");
            foreach (var party in option.Exclusions.Select(e => e.Party).Distinct(StringComparer.Ordinal)) json.WriteStringValue(snapshot.NameOf(party));
            json.WriteEndArray();
            Citations(json, [.. option.Positions.Select(p => p.Claim)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Edge(Utf8JsonWriter json, Condition edge)
    {
        json.WriteStartObject();
        json.WriteString("label", handles.LabelOf(edge.Stance));
        Party(json, edge.Party);
        json.WriteString("relation", edge.Kind == ConditionKind.Excludes ? "excludes" : "before");
        Node(json, "first", edge.Before);
        Node(json, "then", edge.After);
        json.WriteBoolean("stated", !edge.IsInferred);
        if (edge.Inference is { } inference)
        {
            json.WriteString("rule", inference.Rule);
            json.WriteString("reason", inference.Reason);
        }

        Citations(json, edge.Claims);
        json.WriteEndObject();
    }

    private void Node(Utf8JsonWriter json, string field, string key)
    {
        json.WriteStartObject(field);
        json.WriteString("key", key);
        if (_nodes.TryGetValue(key, out var node))
        {
            json.WriteString("kind", EnumSpelling.Of(node.Kind));
            json.WriteString("name", node.Name);
        }

        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("key", finding.Key);
        json.WriteString("model", finding.Model);
        json.WriteStartObject("inputs");
        foreach (var input in finding.Inputs) json.WriteString(input.Name, input.Value);
        json.WriteEndObject();
        if (finding.Coverage is { } coverage) json.WriteString("coverage", coverage.InWords);
    }

    private void Party(Utf8JsonWriter json, string? party)
    {
        if (party is null) json.WriteNull("party");
        else json.WriteString("party", snapshot.NameOf(party));
    }

    private static void Citations(Utf8JsonWriter json, IReadOnlyList<RecordedClaim> claims)
    {
        json.WriteStartArray("citations");
        foreach (var claim in claims.DistinctBy(c => (c.Evidence.TextId, c.Evidence.Span)))
        {
            json.WriteStartObject();
            json.WriteString("claim", claim.Claim.Id);
            json.WriteString("source", claim.Document.Source);
            json.WriteString("textId", claim.Evidence.TextId);
            json.WriteNumber("start", claim.Evidence.Span.Start);
            json.WriteNumber("end", claim.Evidence.Span.End);
            json.WriteString("quote", claim.Evidence.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
