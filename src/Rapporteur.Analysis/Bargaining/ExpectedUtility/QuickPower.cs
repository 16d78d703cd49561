using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rapporteur.Analysis;

/// <summary>Logarithms of shares and exponentials of them, a vector at a time, right to some fifteen digits. Sums, products and fused ones are rounded alike everywhere: the same bits on every machine, however many numbers its vectors hold.</summary>
internal static class QuickPower
{
    // Logarithm from which on a power counts as nothing.
    private const double Nothing = -300;

    // 2⁵²: a whole number below it stands in the last bits of the sum.
    private const double Whole = 4503599627370496;
    private const double Bias = 1023;

    // The logarithm of 2 in two parts.
    private const double Ln2 = 0.693147180369123816490, Ln2Rest = 1.90821492927058770002e-10;
    private const double PerLn2 = 1.4426950408889634;

    /// <summary>The logarithm of each share; that of what is below e⁻³⁰⁰, and of 0, is −300.</summary>
    /// <param name="share">Shares in [0, 1].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log(Vector<double> share)
    {
        var bits = Vector.AsVectorInt64(share);
        var power = Vector.AsVectorDouble(Vector.ShiftRightLogical(bits, 52) | Vector.AsVectorInt64(new Vector<double>(Whole))) - new Vector<double>(Whole + Bias);
        var m = Vector.AsVectorDouble((bits & new Vector<long>((1L << 52) - 1)) | Vector.AsVectorInt64(Vector<double>.One));
        var high = Vector.GreaterThan(m, new Vector<double>(1.4142135623730951));
        m = Vector.ConditionalSelect(high, 0.5 * m, m);
        power = Vector.ConditionalSelect(high, power + Vector<double>.One, power);
        // ln m = 2 artanh s with s = (m − 1)/(m + 1), at most .172: 2(s + s³/3 + s⁵/5 + …), every other term apart.
        var s = (m - Vector<double>.One) / (m + Vector<double>.One);
        var (z, twice) = (s * s, s + s);
        var zz = z * z;
        var one = Plus(Plus(Plus(Plus(new(1.0 / 19), zz, 1.0 / 15), zz, 1.0 / 11), zz, 1.0 / 7), zz, 1.0 / 3);
        var other = Plus(Plus(Plus(Plus(new(1.0 / 21), zz, 1.0 / 17), zz, 1.0 / 13), zz, 1.0 / 9), zz, 1.0 / 5);
        var sum = Vector.FusedMultiplyAdd(other, z, one) * z;
        return Vector.Max(Vector.FusedMultiplyAdd(power, new(Ln2), twice + Vector.FusedMultiplyAdd(twice, sum, power * Ln2Rest)), new(Nothing));
    }

    /// <summary>The exponential of each number.</summary>
    /// <param name="x">Numbers in [−700, 0].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x)
    {
        var power = Vector.Floor(Vector.FusedMultiplyAdd(x, new(PerLn2), new(0.5)));
        var r = Vector.FusedMultiplyAdd(power, new(-Ln2Rest), Vector.FusedMultiplyAdd(power, new(-Ln2), x));
        // Taylor's series to the thirteenth term, |r| at most .347, every other term apart.
        var z = r * r;
        var odd = Plus(Plus(Plus(Plus(Plus(new(1.0 / 6227020800), z, 1.0 / 39916800), z, 1.0 / 362880), z, 1.0 / 5040), z, 1.0 / 120), z, 1.0 / 6);
        var even = Plus(Plus(Plus(Plus(Plus(new(1.0 / 479001600), z, 1.0 / 3628800), z, 1.0 / 40320), z, 1.0 / 720), z, 1.0 / 24), z, 0.5);
        var sum = Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(odd, r, even), z, r) + Vector<double>.One;
        return sum * Vector.AsVectorDouble(Vector.ShiftLeft(Vector.AsVectorInt64(power + new Vector<double>(Whole + Bias)), 52));
    }

    private static Vector<double> Plus(Vector<double> sum, Vector<double> factor, double term) => Vector.FusedMultiplyAdd(sum, factor, new(term));
}
