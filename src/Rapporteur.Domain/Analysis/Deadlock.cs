using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>In what way things are stuck.</summary>
public enum DeadlockKind
{
    /// <summary>Conditions wait for each other in a circle.</summary>
    Circle,
    /// <summary>One thing needs two that exclude each other.</summary>
    Conflict,
    /// <summary>No option on an issue is left to all: a firm position excludes each.</summary>
    EmptyOptions,
    /// <summary>A promise waits for something that is itself stuck.</summary>
    BlockedTrigger,
}

/// <summary>Something one party could drop.</summary>
/// <param name="Stance">Key of the stance (<see cref="Condition.Stance"/>).</param>
/// <param name="Party">Key of whose it is; null where no text says.</param>
/// <param name="Conditions">The edges that fall with it.</param>
public sealed record Concession(string Stance, string? Party, ImmutableArray<Condition> Conditions)
{
    /// <summary>Whether it is not a condition but the thing itself that is given up: a promise that its own maker could withdraw.</summary>
    public bool IsForgone { get; init; }
}

/// <summary>A set of conditions and positions that keep something stuck. Nobody's fault is found: each could be dropped.</summary>
public sealed record Deadlock : Finding
{
    /// <summary>Makes a circle of stated conditions.</summary>
    /// <param name="key">Key.</param>
    /// <param name="cycle">The conditions around the circle.</param>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public Deadlock(string key, ImmutableArray<Condition> cycle) => (Key, Cycle) = (key, cycle);

    /// <inheritdoc/>
    public override string Model => "deadlocks/1";

    /// <summary>In what way things are stuck.</summary>
    public DeadlockKind Kind { get; init; }

    /// <summary>The conditions that show it, in order: around the circle, beginning with the smallest node key; of a conflict the ways to both sides and what sets them against
    /// each other; of an empty set of options what excludes each; of a blocked trigger the way from what is stuck to the promise.</summary>
    public ImmutableArray<Condition> Cycle { get; init; }

    /// <summary>The nodes that these conditions join, in order.</summary>
    public ImmutableArray<ConditionNode> Nodes { get; init; } = [];

    /// <summary>The issue, for an empty set of options; null otherwise.</summary>
    public Issue? Issue { get; init; }

    /// <summary>Promises that wait because of it.</summary>
    public ImmutableArray<DormantPledge> Pledges { get; init; } = [];

    /// <summary>Keys of the deadlocks that a blocked trigger hangs on; empty for others.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>The smallest sets of concessions that would break it, fewest first: no part of a set is enough.</summary>
    public ImmutableArray<ImmutableArray<Concession>> Breaks { get; init; } = [];

    /// <summary>Whether every such set is listed; false where the search reached its limit.</summary>
    public bool AllBreaks { get; init; } = true;

    /// <summary>Every claim that went in, those of options and promises too: what a marking withholds of them withholds the finding.</summary>
    public IEnumerable<RecordedClaim> Grounds => Cycle.SelectMany(c => c.Claims).Concat(Breaks.SelectMany(b => b).SelectMany(c => c.Conditions).SelectMany(c => c.Claims))
        .Concat(Pledges.SelectMany(p => p.Claims)).Concat(Issue is null ? [] : Issue.Options.SelectMany(o => o.Positions.Select(p => p.Claim).Concat(o.Exclusions.SelectMany(e => e.Claims))));

    /// <summary>Whether it exists only by an inferred condition.</summary>
    public bool IsInferred => Cycle.Any(c => c.IsInferred);

    /// <inheritdoc/>
    public override ImmutableArray<RecordedClaim> Claims =>
        [.. Cycle.SelectMany(c => c.Claims).DistinctBy(c => (c.Document.TextId, c.Claim.Id)).OrderBy(c => c.Document.Published.Anchor ?? DateOnly.MaxValue).ThenBy(c => c.Document.TextId, StringComparer.Ordinal).ThenBy(c => c.Claim.Evidence).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)];
}
