using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>One thing that has to come before another, by one party's word.</summary>
/// <param name="Party">Key of whose condition it is; null where no text says.</param>
/// <param name="Before">Key of the node that has to come first.</param>
/// <param name="After">Key of the node that may follow.</param>
/// <param name="Claim">The claim that says so.</param>
public sealed record Condition(string? Party, string Before, string After, RecordedClaim Claim);

/// <summary>A node of the condition graph: a thing that is demanded, awaited or waited for.</summary>
/// <param name="Key">Key.</param>
/// <param name="Name">Words of the texts that name it.</param>
public sealed record ConditionNode(string Key, string Name);

/// <summary>What waits for what.</summary>
/// <param name="Nodes">Nodes by key.</param>
/// <param name="Edges">Conditions, sorted.</param>
public sealed record ConditionGraph(ImmutableArray<ConditionNode> Nodes, ImmutableArray<Condition> Edges);

/// <summary>A circle of conditions: each waits for the next, the last for the first.</summary>
/// <param name="Key">Key.</param>
/// <param name="Cycle">The conditions around the circle, beginning with the smallest node key.</param>
public sealed record Deadlock(string Key, ImmutableArray<Condition> Cycle);
