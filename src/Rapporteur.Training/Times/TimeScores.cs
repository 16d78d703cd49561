namespace Rapporteur.Training;

/// <summary>Counts behind a precision, recall and F1.</summary>
/// <param name="Right">Found and right.</param>
/// <param name="Gold">In the annotation.</param>
/// <param name="Found">Found by the reader.</param>
public readonly record struct TimeCounts(int Right, int Gold, int Found)
{
    /// <summary>Share of what was found that is right, in [0, 1]; 0 when nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Share of the annotation that was found, in [0, 1]; 0 when there is none.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of both, in [0, 1].</summary>
    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);

    /// <summary>Sum of the counts.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    public static TimeCounts operator +(TimeCounts left, TimeCounts right) => new(left.Right + right.Right, left.Gold + right.Gold, left.Found + right.Found);
}

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
public sealed record TimeScores(int Documents, TimeCounts Strict, TimeCounts Overlap, TimeCounts Value, TimeCounts Type, IReadOnlyList<TimeDifference> Details);
