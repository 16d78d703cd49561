using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Counts behind a precision, a recall and an F1.</summary>
/// <param name="Right">How many of both agree.</param>
/// <param name="Gold">How many the annotation has.</param>
/// <param name="Read">How many were read.</param>
public readonly record struct Tally(int Right, int Gold, int Read)
{
    /// <summary>Share of what was read that is right, in [0, 1]; 0 when nothing was read.</summary>
    public double Precision => Read == 0 ? 0 : (double)Right / Read;

    /// <summary>Share of the annotation that was read, in [0, 1]; 0 when there is none.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of both, in [0, 1].</summary>
    public double F1 => Gold + Read == 0 ? 0 : 2.0 * Right / (Gold + Read);

    /// <summary>The tally with another document's spans counted in: equal spans agree.</summary>
    /// <param name="gold">Spans of the annotation.</param>
    /// <param name="read">Spans that were read.</param>
    public Tally Add(IEnumerable<TextSpan> gold, IEnumerable<TextSpan> read)
    {
        var right = gold.ToHashSet();
        var found = read.ToHashSet();
        return this + new Tally(found.Count(right.Contains), right.Count, found.Count);
    }

    /// <summary>Sum of the counts.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Gold + right.Gold, left.Read + right.Read);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"gold {Gold,5} read {Read,5}   P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}");
}
