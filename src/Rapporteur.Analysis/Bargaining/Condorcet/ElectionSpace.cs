using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>Room that elections compute in, for those who hold many: it grows to the largest and is used again. Not safe for threads.</summary>
public sealed class ElectionSpace
{
    internal double[] Utilities { get; private set; } = [];

    internal double[] Strengths { get; private set; } = [];

    internal double[] Odds { get; private set; } = [];

    internal double[] Rates { get; private set; } = [];

    internal double[] Opposed { get; private set; } = [];

    internal int Stride { get; private set; }

    /// <summary>Makes room; what it held before is void.</summary>
    internal void Fit(int voters, int options)
    {
        Stride = (options + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        var square = options * Stride;
        if (Utilities.Length < voters * Stride) Utilities = new double[voters * Stride];
        if (Strengths.Length >= square && Opposed.Length >= Stride) return;
        Strengths = new double[square];
        Odds = new double[square];
        Rates = new double[square];
        Opposed = new double[Stride];
    }
}
