using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>Functions of single numbers, eight at a time, made of additions, products, fused multiply-adds and divisions only: the same bits on every machine.</summary>
internal static class VectorMath
{
    /// <summary>Numbers worked on together.</summary>
    public const int Lanes = 8;

    /// <summary>e to the power of x, to about 1 in 10⁷; x is cut to [-87, 88].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(88f));
        var magic = Vector256.Create(12582912f);
        var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), magic);
        var whole = shifted - magic;
        var rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(-0.693359375f), x);
        rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(2.12194440e-4f), rest);
        var y = Vector256.Create(1.9875691500e-4f);
        y = Vector256.FusedMultiplyAdd(y, rest, Vector256.Create(1.3981999507e-3f));
        y = Vector256.FusedMultiplyAdd(y, rest, Vector256.Create(8.3334519073e-3f));
        y = Vector256.FusedMultiplyAdd(y, rest, Vector256.Create(4.1665795894e-2f));
        y = Vector256.FusedMultiplyAdd(y, rest, Vector256.Create(1.6666665459e-1f));
        y = Vector256.FusedMultiplyAdd(y, rest, Vector256.Create(0.5f));
        y = Vector256.FusedMultiplyAdd(y, rest * rest, rest + Vector256<float>.One);
        var power = Vector256.ShiftLeft(shifted.AsInt32() - magic.AsInt32(), 23);
        return (y.AsInt32() + power).AsSingle();
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>Hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var two = Vector256.Create(2f);
        return (two / (Vector256<float>.One + Exp(x * -two))) - Vector256<float>.One;
    }

    /// <summary>Turns scores into probabilities in place and returns nothing that depends on vector width: the sum runs from first to last.</summary>
    public static void Softmax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        Span<float> part = stackalloc float[Lanes];
        for (var i = 0; i < scores.Length; i += Lanes)
        {
            var width = Math.Min(Lanes, scores.Length - i);
            part.Clear();
            for (var j = 0; j < width; j++) part[j] = scores[i + j] - most;
            Exp(Vector256.LoadUnsafe(ref part[0])).StoreUnsafe(ref part[0]);
            for (var j = 0; j < width; j++) sum += scores[i + j] = part[j];
        }

        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
    }

    /// <summary>x where it is positive, a tenth of it elsewhere.</summary>
    public static void LeakyRelu(Span<float> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = values[i] > 0 ? values[i] : values[i] * 0.1f;
    }

    /// <summary>Puts one row into every row of a matrix, for a product to be added to.</summary>
    public static void FillRows(ReadOnlySpan<float> row, Span<float> matrix)
    {
        for (var i = 0; i < matrix.Length; i += row.Length) row.CopyTo(matrix[i..]);
    }
}
