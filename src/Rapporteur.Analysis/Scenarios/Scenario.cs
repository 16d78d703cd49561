using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Facts that are supposed, and what follows from them. Playing a scenario is pure: the snapshot and the graph that are handed in stay as they are.</summary>
/// <param name="Facts">What is supposed.</param>
public sealed record Scenario(ImmutableArray<Fact> Facts)
{
    /// <summary>Works out what would follow.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    /// <param name="graph">Its condition graph.</param>
    public ScenarioOutcome Play(RecordSnapshot snapshot, ConditionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(graph);
        var threads = new ScenarioThreads(snapshot);
        foreach (var fact in Facts) threads.Apply(fact);
        var world = new ScenarioGraph(graph, Facts, snapshot);
        var before = DeadlockFinder.Find(graph);
        var changed = world.Changed();
        var after = DeadlockFinder.Find(changed);
        var due = world.Due();
        return new()
        {
            Key = ContentHash.Key(["scenario", .. Facts.Select(f => f.ToString())]),
            Inputs = [.. graph.Inputs, .. Facts.Select((f, i) => new FindingInput(string.Create(CultureInfo.InvariantCulture, $"fact {i + 1}"), f.Text))],
            Facts = Facts,
            Effects = [.. world.Effects().Concat(threads.Effects()).Concat(Compare(before, after)).Concat(Risks()).OrderBy(e => e.Kind).ThenBy(e => e.Party, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal)],
            Snapshot = threads.Snapshot(due),
            Graph = changed,
            Deadlocks = after,
        };
    }

    private IEnumerable<ScenarioEffect> Risks() => Facts.OfType<RiskComesTrue>()
        .Select(r => new ScenarioEffect(EffectKind.MayFollow, null, r.Risk, r.Claims));

    // A deadlock goes on where one of its kind holds what it held, or part of it.
    private static IEnumerable<ScenarioEffect> Compare(ImmutableArray<Deadlock> before, ImmutableArray<Deadlock> after)
    {
        foreach (var deadlock in before)
            if (!after.Any(a => Continues(deadlock, a))) yield return Effect(EffectKind.DeadlockBroken, deadlock);
        foreach (var deadlock in after)
            if (!before.Any(b => Continues(b, deadlock))) yield return Effect(EffectKind.DeadlockFormed, deadlock);
    }

    private static bool Continues(Deadlock one, Deadlock other) => one.Kind == other.Kind
        && (one.Key == other.Key || (one.Issue is { } issue ? issue.Key == other.Issue?.Key : one.Kind == DeadlockKind.BlockedTrigger
            ? one.Pledges.Any(p => other.Pledges.Any(o => o.Node == p.Node))
            : one.Cycle.Select(c => (c.Before, c.After)).Intersect(other.Cycle.Select(c => (c.Before, c.After))).Any()));

    private static ScenarioEffect Effect(EffectKind kind, Deadlock deadlock) =>
        new(kind, null, deadlock.Issue?.Name ?? string.Join(" / ", deadlock.Nodes.Select(n => n.Name).Distinct(StringComparer.Ordinal)), deadlock.Claims) { Deadlock = deadlock };
}
