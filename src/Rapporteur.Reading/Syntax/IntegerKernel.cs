using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rapporteur.Reading;

/// <summary>Products of dense matrices in whole numbers of 16 bits, summed in 32 bits: exact, so the same on every machine. Columns come in panels,
/// two rows of the inner dimension side by side.</summary>
internal static class IntegerKernel
{
    /// <summary>What a one on the left side stands for is one part in so many; the side holds ±64.</summary>
    public const float LeftUnit = 512;

    /// <summary>What a one on the right side stands for is one part in so many; the side holds ±16.</summary>
    public const float RightUnit = 2048;

    // What rows of results are padded to a multiple of.
    private const int Padding = 64;
    private const int Lanes = 16;
    // Columns of a panel: as many as the loops over it take at a time.
    private static readonly int Panel = HalfKernel.IsUsed ? HalfKernel.Columns : 4 * Lanes;

    /// <summary>A row's length, rounded up to pairs and registers.</summary>
    public static int Padded(int inner) => (inner + 31) / 32 * 32;

    /// <summary>A number of columns of a result, rounded up to whole panels.</summary>
    public static int Columns(int columns) => (columns + Padding - 1) / Padding * Padding;

    /// <summary>Rounds rows to whole numbers.</summary>
    /// <param name="from">Row by row.</param>
    /// <param name="fromStride">Distance of its rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Their length, a multiple of 4.</param>
    /// <param name="unit">What one is multiplied by.</param>
    /// <param name="into">Row by row, at a distance of the padded length; filled up with zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Round(ReadOnlySpan<float> from, int fromStride, int rows, int columns, float unit, Span<short> into)
    {
        var padded = Padded(columns);
        for (var i = 0; i < rows; i++)
        {
            var row = from.Slice(i * fromStride, columns);
            var to = into.Slice(i * padded, padded);
            ref var x = ref MemoryMarshal.GetReference(row);
            ref var y = ref MemoryMarshal.GetReference(to);
            var k = 0;
            for (; k <= columns - Lanes; k += Lanes)
                Vector256.Narrow(Whole(Vector256.LoadUnsafe(ref x, (nuint)k), unit), Whole(Vector256.LoadUnsafe(ref x, (nuint)k + (Lanes / 2)), unit)).StoreUnsafe(ref y, (nuint)k);
            for (; k < columns; k++) to[k] = (short)Math.Clamp(MathF.Floor((row[k] * unit) + 0.5f), short.MinValue, short.MaxValue);
            to[k..].Clear();
        }
    }

    // The nearest whole number that 16 bits hold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Whole(Vector256<float> x, float unit) =>
        Vector256.ConvertToInt32Native(Vector256.Floor(Vector256.Min(Vector256.Max((x * unit) + Vector256.Create(0.5f), Vector256.Create((float)short.MinValue)), Vector256.Create((float)short.MaxValue))));

    /// <summary>Rounds a matrix and brings it into panels.</summary>
    /// <param name="matrix">Row by row, without padding.</param>
    /// <param name="rows">Inner dimension.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="unit">What one is multiplied by.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Pack(ReadOnlySpan<float> matrix, int rows, int columns, float unit = RightUnit)
    {
        var pairs = Padded(rows) / 2;
        var packed = new int[pairs * Columns(columns)];
        for (var first = 0; first < columns; first += Panel)
            for (var row = 0; row < rows; row++)
            {
                var from = matrix.Slice((row * columns) + first, Math.Min(Panel, columns - first));
                var into = packed.AsSpan((first * pairs) + (row / 2 * Panel), Panel);
                for (var column = 0; column < from.Length; column++)
                    into[column] |= ((int)Math.Clamp(MathF.Floor((from[column] * unit) + 0.5f), short.MinValue, short.MaxValue) & 0xFFFF) << (16 * (row & 1));
            }

        return packed;
    }

    /// <summary>Brings the transpose of rounded rows into panels.</summary>
    /// <param name="rows">Row by row, as <see cref="Round"/> writes them.</param>
    /// <param name="count">Number of rows, the columns of the transpose.</param>
    /// <param name="inner">Their length.</param>
    /// <param name="packed">At least half the padded length times the padded number of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposed(ReadOnlySpan<short> rows, int count, int inner, Span<int> packed)
    {
        var pairs = Padded(inner) / 2;
        var all = MemoryMarshal.Cast<short, int>(rows);
        for (var i = 0; i < count; i++)
        {
            var row = all.Slice(i * pairs, pairs);
            var into = packed.Slice(((i / Panel) * pairs * Panel) + (i % Panel));
            for (var k = 0; k < pairs; k++) into[k * Panel] = row[k];
        }
    }

    /// <summary>Sets <paramref name="result"/> to left times right.</summary>
    /// <param name="left">As <see cref="Round"/> writes it.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="inner">Its columns, without padding.</param>
    /// <param name="right">In panels.</param>
    /// <param name="columns">Columns of right, without padding.</param>
    /// <param name="scale">What a one in the sums stands for.</param>
    /// <param name="result">Row by row; what is written behind the columns, up to the end of the panel, means nothing.</param>
    /// <param name="stride">Distance of its rows, at least the padded columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<short> left, int rows, int inner, ReadOnlySpan<int> right, int columns, float scale, Span<float> result, int stride)
    {
        if (rows == 0) return;
        var pairs = Padded(inner) / 2;
        var panels = (columns + Panel - 1) / Panel;
        // The loops below do not check bounds; this does.
        _ = left[(rows * pairs * 2) - 1];
        _ = right[(panels * pairs * Panel) - 1];
        _ = result[((rows - 1) * stride) + (panels * Panel) - 1];
        ref var a = ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(left));
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(result);
        for (var panel = 0; panel < panels; panel++)
        {
            ref var block = ref Unsafe.Add(ref b, panel * pairs * Panel);
            if (HalfKernel.IsUsed)
            {
                HalfKernel.Panel(ref a, rows, pairs, ref block, scale, ref Unsafe.Add(ref c, panel * Panel), stride);
                continue;
            }

            var row = 0;
            for (; row + 4 <= rows; row += 4) FourRows(ref Unsafe.Add(ref a, row * pairs), pairs, ref block, scale, ref Unsafe.Add(ref c, (row * stride) + (panel * Panel)), stride);
            for (; row < rows; row++) OneRow(ref Unsafe.Add(ref a, row * pairs), pairs, ref block, scale, ref Unsafe.Add(ref c, (row * stride) + (panel * Panel)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ref int a, int pairs, ref int b, float scale, ref float c, int stride)
    {
        Vector512<int> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        Vector512<int> c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        ref var a1 = ref Unsafe.Add(ref a, pairs);
        ref var a2 = ref Unsafe.Add(ref a, 2 * pairs);
        ref var a3 = ref Unsafe.Add(ref a, 3 * pairs);
        for (nint k = 0; k < pairs; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, Lanes);
            var b2 = Vector512.LoadUnsafe(ref b, 2 * Lanes);
            var b3 = Vector512.LoadUnsafe(ref b, 3 * Lanes);
            b = ref Unsafe.Add(ref b, Panel);
            var x = Vector512.Create(Unsafe.Add(ref a, k));
            c00 += Products(x, b0);
            c01 += Products(x, b1);
            c02 += Products(x, b2);
            c03 += Products(x, b3);
            x = Vector512.Create(Unsafe.Add(ref a1, k));
            c10 += Products(x, b0);
            c11 += Products(x, b1);
            c12 += Products(x, b2);
            c13 += Products(x, b3);
            x = Vector512.Create(Unsafe.Add(ref a2, k));
            c20 += Products(x, b0);
            c21 += Products(x, b1);
            c22 += Products(x, b2);
            c23 += Products(x, b3);
            x = Vector512.Create(Unsafe.Add(ref a3, k));
            c30 += Products(x, b0);
            c31 += Products(x, b1);
            c32 += Products(x, b2);
            c33 += Products(x, b3);
        }

        Store(ref c, scale, c00, c01, c02, c03);
        Store(ref Unsafe.Add(ref c, stride), scale, c10, c11, c12, c13);
        Store(ref Unsafe.Add(ref c, 2 * stride), scale, c20, c21, c22, c23);
        Store(ref Unsafe.Add(ref c, 3 * stride), scale, c30, c31, c32, c33);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(ref int a, int pairs, ref int b, float scale, ref float c)
    {
        Vector512<int> c0 = default, c1 = default, c2 = default, c3 = default;
        for (nint k = 0; k < pairs; k++)
        {
            var x = Vector512.Create(Unsafe.Add(ref a, k));
            c0 += Products(x, Vector512.LoadUnsafe(ref b));
            c1 += Products(x, Vector512.LoadUnsafe(ref b, Lanes));
            c2 += Products(x, Vector512.LoadUnsafe(ref b, 2 * Lanes));
            c3 += Products(x, Vector512.LoadUnsafe(ref b, 3 * Lanes));
            b = ref Unsafe.Add(ref b, Panel);
        }

        Store(ref c, scale, c0, c1, c2, c3);
    }

    /// <summary>Of every lane, the product of the low halves plus that of the high halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products(Vector512<int> a, Vector512<int> b)
    {
        if (Avx512BW.IsSupported) return Avx512BW.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16());
        return (((a << 16) >> 16) * ((b << 16) >> 16)) + ((a >> 16) * (b >> 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, float scale, Vector512<int> c0, Vector512<int> c1, Vector512<int> c2, Vector512<int> c3)
    {
        (Vector512.ConvertToSingle(c0) * scale).StoreUnsafe(ref c);
        (Vector512.ConvertToSingle(c1) * scale).StoreUnsafe(ref c, Lanes);
        (Vector512.ConvertToSingle(c2) * scale).StoreUnsafe(ref c, 2 * Lanes);
        (Vector512.ConvertToSingle(c3) * scale).StoreUnsafe(ref c, 3 * Lanes);
    }
}
