using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rapporteur.Analysis;

/// <summary>Shares of the range by place and place, and powers of them a row at a time.</summary>
/// <remarks>Exact powers are those of the C library, on which the published digits rest. Quick ones are <see cref="QuickPower"/>.</remarks>
/// <param name="count">Most places that there can be.</param>
/// <param name="quick">Whether powers are quick.</param>
internal sealed class PowerTable(int count, bool quick)
{
    private readonly double[] _values = new double[count * Width(count)];
    private readonly double[] _logarithms = new double[quick ? count * Width(count) : 0];

    /// <summary>How long a row is: whole vectors.</summary>
    /// <param name="count">How many places there are.</param>
    public static int Width(int count) => (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>A row of shares.</summary>
    /// <param name="row">Which row.</param>
    public Span<double> Row(int row) => _values.AsSpan(row * Width(count), Width(count));

    /// <summary>To be called when rows have been filled.</summary>
    /// <param name="rows">How many rows were.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(int rows)
    {
        if (!quick) return;
        for (var i = 0; i < rows * Width(count); i += Vector<double>.Count) QuickPower.Log(new Vector<double>(_values, i)).CopyTo(_logarithms, i);
    }

    /// <summary>Raises a row.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="exponent">The exponent, in [0.5, 2].</param>
    /// <param name="places">How many of its cells.</param>
    /// <param name="into">Where the powers go; as long as a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Raise(int row, double exponent, int places, Span<double> into)
    {
        var start = row * Width(count);
        if (exponent == 1) Row(row).CopyTo(into);
        else if (quick)
            for (var i = 0; i < places; i += Vector<double>.Count) QuickPower.Exp(exponent * new Vector<double>(_logarithms, start + i)).CopyTo(into[i..]);
        else
            for (var i = 0; i < places; i++) into[i] = _values[start + i] == 0 ? 0 : Math.Pow(_values[start + i], exponent);
    }
}
