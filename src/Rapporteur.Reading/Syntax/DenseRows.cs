using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>Sums over rows of numbers, in one order on every machine.</summary>
internal static class DenseRows
{
    // Registers of 256 bits: those of 512 are made up of slow calls where the processor has none.
    private const int Lanes = 8;

    /// <summary>Scalar product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i <= a.Length - (2 * Lanes); i += 2 * Lanes)
        {
            low = Vector256.FusedMultiplyAdd(Vector256.Create(a[i..]), Vector256.Create(b[i..]), low);
            high = Vector256.FusedMultiplyAdd(Vector256.Create(a[(i + Lanes)..]), Vector256.Create(b[(i + Lanes)..]), high);
        }

        var sum = 0f;
        for (var lane = 0; lane < Lanes; lane++) sum += low[lane];
        for (var lane = 0; lane < Lanes; lane++) sum += high[lane];
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Adds the bias to every row; the first columns are cut off below zero.</summary>
    /// <param name="rows">Row by row.</param>
    /// <param name="stride">Distance of rows.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="bias">One number a column.</param>
    /// <param name="rectified">How many columns are cut off; a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddBias(Span<float> rows, int stride, int count, ReadOnlySpan<float> bias, int rectified)
    {
        for (var i = 0; i < count; i++)
        {
            var row = rows.Slice(i * stride, bias.Length);
            var k = 0;
            for (; k < rectified; k += Lanes) Vector256.Max(Vector256<float>.Zero, Vector256.Create<float>(row[k..]) + Vector256.Create(bias[k..])).CopyTo(row[k..]);
            for (; k <= row.Length - Lanes; k += Lanes) (Vector256.Create<float>(row[k..]) + Vector256.Create(bias[k..])).CopyTo(row[k..]);
            for (; k < row.Length; k++) row[k] += bias[k];
        }
    }

    /// <summary>The sum of three rows, cut off below zero; their length is a multiple of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRectified(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, Span<float> into)
    {
        for (var k = 0; k < into.Length; k += Lanes) Vector256.Max(Vector256<float>.Zero, Vector256.Create(a[k..]) + Vector256.Create(b[k..]) + Vector256.Create(c[k..])).CopyTo(into[k..]);
    }

    /// <summary>Adds a row to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> row, Span<float> into)
    {
        var k = 0;
        for (; k <= into.Length - Lanes; k += Lanes) (Vector256.Create<float>(into[k..]) + Vector256.Create(row[k..])).CopyTo(into[k..]);
        for (; k < into.Length; k++) into[k] += row[k];
    }

    /// <summary>A row and rows of a table, added up one after the other.</summary>
    /// <param name="row">The first; as long as <paramref name="into"/>, a multiple of 32.</param>
    /// <param name="table">Where the others lie.</param>
    /// <param name="starts">Their places in it.</param>
    /// <param name="into">Receives the sum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row does not lie within the table, or lengths do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ReadOnlySpan<float> row, float[] table, ReadOnlySpan<int> starts, Span<float> into)
    {
        if (row.Length != into.Length || into.Length % (4 * Lanes) != 0) throw new ArgumentOutOfRangeException(nameof(into));
        foreach (var start in starts)
            if (start < 0 || start + into.Length > table.Length) throw new ArgumentOutOfRangeException(nameof(starts));
        ref var first = ref MemoryMarshal.GetReference(row);
        ref var others = ref MemoryMarshal.GetArrayDataReference(table);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (var k = 0; k < into.Length; k += 4 * Lanes)
        {
            ref var from = ref Unsafe.Add(ref first, k);
            var (a, b, c, d) = (Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref from, Lanes), Vector256.LoadUnsafe(ref from, 2 * Lanes), Vector256.LoadUnsafe(ref from, 3 * Lanes));
            for (var i = 0; i < starts.Length; i++)
            {
                from = ref Unsafe.Add(ref others, starts[i] + k);
                a += Vector256.LoadUnsafe(ref from);
                b += Vector256.LoadUnsafe(ref from, Lanes);
                c += Vector256.LoadUnsafe(ref from, 2 * Lanes);
                d += Vector256.LoadUnsafe(ref from, 3 * Lanes);
            }

            ref var there = ref Unsafe.Add(ref to, k);
            a.StoreUnsafe(ref there);
            b.StoreUnsafe(ref there, Lanes);
            c.StoreUnsafe(ref there, 2 * Lanes);
            d.StoreUnsafe(ref there, 3 * Lanes);
        }
    }

    /// <summary>Adds a row so many times to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTimes(ReadOnlySpan<float> row, float factor, Span<float> into)
    {
        var (k, times) = (0, Vector256.Create(factor));
        for (; k <= into.Length - Lanes; k += Lanes) Vector256.FusedMultiplyAdd(Vector256.Create(row[k..]), times, Vector256.Create<float>(into[k..])).CopyTo(into[k..]);
        for (; k < into.Length; k++) into[k] = MathF.FusedMultiplyAdd(row[k], factor, into[k]);
    }

    /// <summary>Multiplies a row by a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<float> row, float factor)
    {
        var k = 0;
        for (; k <= row.Length - Lanes; k += Lanes) (Vector256.Create<float>(row[k..]) * factor).CopyTo(row[k..]);
        for (; k < row.Length; k++) row[k] *= factor;
    }

    /// <summary>Cuts a row off below zero; its length is a multiple of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> row)
    {
        for (var k = 0; k < row.Length; k += Lanes) Vector256.Max(Vector256<float>.Zero, Vector256.Create<float>(row[k..])).CopyTo(row[k..]);
    }

    /// <summary>Place of the first highest number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Best(ReadOnlySpan<float> scores)
    {
        var i = 0;
        var most = float.NegativeInfinity;
        if (scores.Length >= Lanes)
        {
            var mosts = Vector256.Create(scores);
            for (i = Lanes; i <= scores.Length - Lanes; i += Lanes) mosts = Vector256.Max(mosts, Vector256.Create(scores[i..]));
            for (var lane = 0; lane < Lanes; lane++) most = Math.Max(most, mosts[lane]);
        }

        for (; i < scores.Length; i++) most = Math.Max(most, scores[i]);
        return Math.Max(0, scores.IndexOf(most));
    }
}
