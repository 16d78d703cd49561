using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What sort of thing a handle stands for.</summary>
public enum HandleKind
{
    /// <summary>M1, M2 …: a meeting.</summary>
    Meeting,
    /// <summary>D1, D2 …: a deadline.</summary>
    Deadline,
    /// <summary>K1, K2 …: a commitment.</summary>
    Commitment,
    /// <summary>C1, C2 …: a condition or position that a party could drop.</summary>
    Stance,
    /// <summary>N1, N2 …: a thing that something waits for.</summary>
    Thing,
}

/// <summary>A short name by which a scenario calls a thing of a snapshot.</summary>
/// <param name="Label">Letter and number, such as <c>C3</c>.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Key">Its key.</param>
/// <param name="Party">Key of whose it is; null where there is none.</param>
/// <param name="Name">Words that name it.</param>
/// <param name="Claims">The claims that it rests on.</param>
public sealed record Handle(string Label, HandleKind Kind, string Key, string? Party, string Name, ImmutableArray<RecordedClaim> Claims);

/// <summary>The handles of a snapshot and its condition graph: the same for the same snapshot.</summary>
public sealed class Handles
{
    private readonly FrozenDictionary<string, Handle> _byLabel;
    private readonly FrozenDictionary<string, string> _stances;

    private Handles(ImmutableArray<Handle> all)
    {
        All = all;
        _byLabel = all.ToFrozenDictionary(h => h.Label, StringComparer.OrdinalIgnoreCase);
        _stances = all.Where(h => h.Kind == HandleKind.Stance).ToFrozenDictionary(h => h.Key, h => h.Label, StringComparer.Ordinal);
    }

    /// <summary>Every handle: meetings, deadlines, commitments, stances, things, each in order.</summary>
    public ImmutableArray<Handle> All { get; }

    /// <summary>Names what a snapshot and its graph hold.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    /// <param name="graph">Its condition graph.</param>
    public static Handles Of(RecordSnapshot snapshot, ConditionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(graph);
        var names = graph.Nodes.ToDictionary(n => n.Key, n => n.Name, StringComparer.Ordinal);
        var edges = graph.Edges.SelectMany(e => e.Before == e.After ? [(Node: e.Before, Edge: e)] : new[] { (Node: e.Before, Edge: e), (Node: e.After, Edge: e) }).ToLookup(e => e.Node, e => e.Edge, StringComparer.Ordinal);
        var stances = graph.Edges.Where(e => e.Stance is not null).GroupBy(e => e.Stance!, StringComparer.Ordinal)
            .Select(g => g.OrderBy(e => e.IsInferred).First()).OrderBy(e => e.Party, StringComparer.Ordinal).ThenBy(e => e.Claim.Document.Published.Anchor ?? DateOnly.MaxValue).ThenBy(e => e.Stance, StringComparer.Ordinal);
        var things = graph.Nodes.Where(n => n.Kind is ConditionNodeKind.Thing or ConditionNodeKind.Part).OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Key, StringComparer.Ordinal);
        return new(
        [
            .. snapshot.Meetings.Select((m, i) => new Handle(Label('M', i), HandleKind.Meeting, m.Key, null, m.Name, m.Claims)),
            .. snapshot.Deadlines.Select((d, i) => new Handle(Label('D', i), HandleKind.Deadline, d.Key, d.SetBy, d.Name, d.Claims)),
            .. snapshot.Commitments.Select((c, i) => new Handle(Label('K', i), HandleKind.Commitment, c.Key, c.By, c.Name, c.Claims)),
            .. stances.Select((e, i) => new Handle(Label('C', i), HandleKind.Stance, e.Stance!, e.Party, StanceName(e, names), e.Claims)),
            .. things.Select((n, i) => new Handle(Label('N', i), HandleKind.Thing, n.Key, n.Party, n.Name, [.. edges[n.Key].SelectMany(e => e.Claims).Distinct()])),
        ]);
    }

    /// <summary>The handle with a label, in any case; null where there is none.</summary>
    /// <param name="label">Such as <c>C3</c>.</param>
    public Handle? Find(string label) => _byLabel.GetValueOrDefault(label);

    /// <summary>The label of a stance; null where there is none.</summary>
    /// <param name="stance">Its key.</param>
    public string? LabelOf(string? stance) => stance is null ? null : _stances.GetValueOrDefault(stance);

    private static string Label(char letter, int place) => string.Create(CultureInfo.InvariantCulture, $"{letter}{place + 1}");

    private static string StanceName(Condition edge, Dictionary<string, string> names)
    {
        var claim = edge.Claim;
        return claim.Claim.If is not null && edge.Kind == ConditionKind.Requires && names.TryGetValue(edge.After, out var after) && claim.Claim.Type != ClaimType.Rejection
            ? $"{claim.Words(claim.Claim.If)} before {claim.Words(claim.Claim.Then ?? claim.Claim.What) ?? after}"
            : claim.Words(claim.Claim.What ?? claim.Claim.Then) ?? claim.Evidence.Quote;
    }
}
