namespace Rapporteur.Publishing;

/// <summary>A thing of a condition graph.</summary>
/// <param name="Key">Key, to which conditions point.</param>
/// <param name="Label">Words for it.</param>
/// <param name="Owner">Small words above it, such as whose assent it is; empty for most.</param>
/// <param name="IsStuck">Whether it stands in a deadlock.</param>
/// <param name="IsNamed">False for what no text names; it has a dashed frame.</param>
public sealed record GraphThing(string Key, string Label, string Owner, bool IsStuck, bool IsNamed);

/// <summary>A condition of a condition graph, from what comes first to what waits for it or is excluded by it.</summary>
/// <param name="From">Key of the thing that comes first.</param>
/// <param name="To">Key of the thing that waits.</param>
/// <param name="Party">Whose condition it is; empty where nobody is named.</param>
/// <param name="IsInferred">Whether no text states it.</param>
/// <param name="IsExclusion">Whether the two exclude each other.</param>
/// <param name="IsStuck">Whether it belongs to a deadlock.</param>
/// <param name="Mark">What says so.</param>
public sealed record GraphCondition(string From, string To, string Party, bool IsInferred, bool IsExclusion, bool IsStuck, ChartMark Mark);
