namespace Rapporteur.Training;

/// <summary>One expression on which reader and annotation differ, or agree.</summary>
/// <param name="Document">Name of the document.</param>
/// <param name="Gold">Words and value of the annotation; null where the reader alone has it.</param>
/// <param name="Read">Words, value and rule of the reader; null where the annotation alone has it.</param>
/// <param name="Context">Some words around it.</param>
/// <param name="Right">Whether the values agree.</param>
/// <param name="Kind">What went wrong and where: <c>value</c> or <c>surplus</c> with the rule, <c>missed</c> with the type; empty where the values agree.</param>
public sealed record TimeDifference(string Document, string? Gold, string? Read, string Context, bool Right, string Kind);

/// <summary>Figures of time reading over one collection.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="Strict">Spans that are equal to the letter.</param>
/// <param name="Overlap">Spans paired one to one by overlap.</param>
/// <param name="Value">Of those pairs, the ones with the right value.</param>
/// <param name="Type">Of those pairs, the ones with the right type.</param>
/// <param name="Details">Every pair, miss and surplus, in document and text order.</param>
public sealed record TimeScores(int Documents, Tally Strict, Tally Overlap, Tally Value, Tally Type, IReadOnlyList<TimeDifference> Details)
{
    /// <summary>Kinds of errors with their counts, the commonest first.</summary>
    public IEnumerable<(string Kind, int Count)> Errors => Details.Where(each => !each.Right).GroupBy(each => each.Kind, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count())).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Figures of two collections together.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    public static TimeScores operator +(TimeScores left, TimeScores right) => new(left.Documents + right.Documents, left.Strict + right.Strict,
        left.Overlap + right.Overlap, left.Value + right.Value, left.Type + right.Type, [.. left.Details, .. right.Details]);
}
