using System.Numerics;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What does not change while stakeholders bargain. Arrays are laid out by dimension or row, padded to the width of a vector.</summary>
internal sealed class SpatialTable
{
    public SpatialTable(StakeholderTable table, Standpoints at)
    {
        (Count, Dimensions) = (at.Count, at.Dimensions);
        Stride = (Count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        Capabilities = new double[Stride];
        Saliences = new double[Dimensions * Stride];
        Attention = new double[Dimensions * Stride];
        Squares = new double[Stride];
        Totals = new double[Stride];
        Influence = new double[Stride];
        Array.Fill(Squares, 1);
        (Low, Width) = (new double[Dimensions], new double[Dimensions]);
        for (var d = 0; d < Dimensions; d++) (Low[d], Width[d]) = (table.Dimensions[d].Low, table.Dimensions[d].High - table.Dimensions[d].Low);
        SalienceScale = Math.Max(1, Enumerable.Range(0, Count).Max(i => Sum(at.Saliences.AsSpan(i * Dimensions, Dimensions))));
        CapabilityScale = Scale(at.Capabilities);
        for (var i = 0; i < Count; i++) Fill(at, i);
    }

    public int Count { get; }

    public int Dimensions { get; }

    /// <summary>Numbers from one row to the next.</summary>
    public int Stride { get; }

    public double[] Capabilities { get; }

    /// <summary>By dimension, then stakeholder.</summary>
    public double[] Saliences { get; }

    /// <summary>Saliences as distances weigh them: ones for who cares about nothing.</summary>
    public double[] Attention { get; }

    /// <summary>Sum of squares of attention, by stakeholder.</summary>
    public double[] Squares { get; }

    /// <summary>Sum of saliences, by stakeholder: at most 1.</summary>
    public double[] Totals { get; }

    /// <summary>Sum of saliences times capability.</summary>
    public double[] Influence { get; }

    /// <summary>By what capabilities were multiplied so that the greatest lies between 64 and 128, a power of two that changes no digit: coalitions have a least strength that is meant for such numbers.</summary>
    public double CapabilityScale { get; }

    /// <summary>By what saliences were divided so that nobody's sum is over 1.</summary>
    public double SalienceScale { get; }

    public double[] Low { get; }

    public double[] Width { get; }

    private void Fill(Standpoints at, int i)
    {
        var (total, squares) = (0.0, 0.0);
        for (var d = 0; d < Dimensions; d++)
        {
            var salience = at.Saliences[(i * Dimensions) + d] / SalienceScale;
            Saliences[(d * Stride) + i] = Attention[(d * Stride) + i] = salience;
            total += salience;
            squares += salience * salience;
        }

        if (squares == 0)
            for (var d = 0; d < Dimensions; d++, squares++) Attention[(d * Stride) + i] = 1;
        Capabilities[i] = at.Capabilities[i] * CapabilityScale;
        (Totals[i], Squares[i], Influence[i]) = (total, squares, total * Capabilities[i]);
    }

    private static double Scale(double[] capabilities)
    {
        var most = capabilities.Max();
        return most > 0 ? Math.ScaleB(1, 6 - Math.ILogB(most)) : 1;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
