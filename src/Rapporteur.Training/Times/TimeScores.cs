namespace Rapporteur.Training;

/// <summary>One expression on which reader and annotation differ, or agree.</summary>
/// <param name="Document">Name of the document.</param>
/// <param name="Gold">Words and value of the annotation; null where the reader alone has it.</param>
/// <param name="Read">Words, value and rule of the reader; null where the annotation alone has it.</param>
/// <param name="Context">Some words around it.</param>
/// <param name="Right">Whether the values agree.</param>
public sealed record TimeDifference(string Document, string? Gold, string? Read, string Context, bool Right);

/// <summary>Figures of time reading over one collection.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="Strict">Spans that are equal to the letter.</param>
/// <param name="Overlap">Spans paired one to one by overlap.</param>
/// <param name="Value">Of those pairs, the ones with the right value.</param>
/// <param name="Type">Of those pairs, the ones with the right type.</param>
/// <param name="Details">Every pair, miss and surplus, in document and text order.</param>
public sealed record TimeScores(int Documents, Tally Strict, Tally Overlap, Tally Value, Tally Type, IReadOnlyList<TimeDifference> Details);
