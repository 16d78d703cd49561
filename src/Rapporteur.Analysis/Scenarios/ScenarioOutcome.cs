using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What sort of thing follows in a scenario.</summary>
public enum EffectKind
{
    /// <summary>A condition that somebody set would be met.</summary>
    ConditionMet,
    /// <summary>Nothing that was read would stand in the way of a thing any more.</summary>
    MayFollow,
    /// <summary>A promise that waited would fall due.</summary>
    CommitmentDue,
    /// <summary>What was announced for the case that a deadline is not met would fall due.</summary>
    ConsequenceDue,
    /// <summary>That consequence would fall away.</summary>
    ConsequenceLapses,
    /// <summary>A deadline would fall due by the day of the scenario.</summary>
    DeadlineDue,
    /// <summary>An assent would be ruled out by what the party refuses.</summary>
    AssentRuledOut,
    /// <summary>A deadlock would open up.</summary>
    DeadlockBroken,
    /// <summary>Something would be stuck that was not.</summary>
    DeadlockFormed,
}

/// <summary>One thing that follows in a scenario.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Party">Key of whose condition, promise or assent it is; null where there is none.</param>
/// <param name="Name">Words that name it.</param>
/// <param name="Claims">The claims that it rests on.</param>
public sealed record ScenarioEffect(EffectKind Kind, string? Party, string Name, ImmutableArray<RecordedClaim> Claims)
{
    /// <summary>The deadlock, for those of deadlocks; null otherwise.</summary>
    public Deadlock? Deadlock { get; init; }
}

/// <summary>What would follow if some facts held. It is a value of its own: nothing of it is in the record.</summary>
public sealed record ScenarioOutcome : Finding
{
    /// <inheritdoc/>
    public override string Model => "scenario/1";

    /// <summary>What was supposed.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>What follows, in the order of kinds.</summary>
    public required ImmutableArray<ScenarioEffect> Effects { get; init; }

    /// <summary>The record as it would read; never to be kept.</summary>
    public required RecordSnapshot Snapshot { get; init; }

    /// <summary>The condition graph as it would be.</summary>
    public required ConditionGraph Graph { get; init; }

    /// <summary>Deadlocks as they would be.</summary>
    public required ImmutableArray<Deadlock> Deadlocks { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<RecordedClaim> Claims => [.. Effects.SelectMany(e => e.Claims).Distinct().InOrder(c => c)];
}
