using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>Products of matrices of 32-bit floating numbers. Every element of the result is one chain of fused multiply-adds in the order of the inner index, whatever
/// the width of the machine's vectors and however many rows are worked on together: the same factors give the same bits on every machine.</summary>
internal static class Gemm
{
    private const int Panel = PackedMatrix.Panel;

    /// <summary>C = A · B, or C += A · B. Element (i, k) of A lies at <c>aStart + i * aRow + k * aColumn</c>, element (i, j) of C at <c>cStart + i * cRow + j</c>.</summary>
    public static void Multiply(float[] a, int aStart, int aRow, int aColumn, int rows, PackedMatrix b, float[] c, int cStart, int cRow, bool add)
    {
        if (rows == 0 || b.Columns == 0) return;
        var inner = b.Rows;
        if (inner > 0 && aStart + ((rows - 1) * aRow) + ((inner - 1) * aColumn) >= a.Length) throw new ArgumentOutOfRangeException(nameof(a));
        if (cStart + ((rows - 1) * cRow) + b.Columns > c.Length) throw new ArgumentOutOfRangeException(nameof(c));
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(a), aStart);
        ref var result = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(c), cStart);
        ref var right = ref MemoryMarshal.GetArrayDataReference(b.Values);
        Span<float> edge = stackalloc float[8 * Panel];
        for (var column = 0; column < b.Columns; column += Panel)
        {
            var width = Math.Min(Panel, b.Columns - column);
            ref var panel = ref Unsafe.Add(ref right, column * inner);
            for (var row = 0; row < rows;)
            {
                var height = rows - row >= 8 ? 8 : rows - row >= 4 ? 4 : rows - row >= 2 ? 2 : 1;
                ref var from = ref Unsafe.Add(ref left, row * aRow);
                ref var to = ref Unsafe.Add(ref result, (row * cRow) + column);
                if (width == Panel) Tile(height, inner, ref from, aRow, aColumn, ref panel, ref to, cRow, add);
                else
                {
                    for (var i = 0; add && i < height; i++)
                        for (var j = 0; j < width; j++) edge[(i * Panel) + j] = Unsafe.Add(ref to, (i * cRow) + j);
                    Tile(height, inner, ref from, aRow, aColumn, ref panel, ref edge[0], Panel, add);
                    for (var i = 0; i < height; i++)
                        for (var j = 0; j < width; j++) Unsafe.Add(ref to, (i * cRow) + j) = edge[(i * Panel) + j];
                }

                row += height;
            }
        }
    }

    private static void Tile(int height, int inner, ref float a, int aRow, int aColumn, ref float b, ref float c, int cRow, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            if (height == 8) Tile8(inner, ref a, aRow, aColumn, ref b, ref c, cRow, add);
            else if (height == 4) Tile4(inner, ref a, aRow, aColumn, ref b, ref c, cRow, add);
            else
                for (var i = 0; i < height; i++) Tile1(inner, ref Unsafe.Add(ref a, i * aRow), aColumn, ref b, ref Unsafe.Add(ref c, i * cRow), add);
            return;
        }

        for (var half = 0; half < Panel; half += 16)
        {
            var i = 0;
            for (; i + 4 <= height; i += 4) Half4(inner, ref Unsafe.Add(ref a, i * aRow), aRow, aColumn, ref Unsafe.Add(ref b, half), ref Unsafe.Add(ref c, (i * cRow) + half), cRow, add);
            for (; i < height; i++) Half1(inner, ref Unsafe.Add(ref a, i * aRow), aColumn, ref Unsafe.Add(ref b, half), ref Unsafe.Add(ref c, (i * cRow) + half), add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(int inner, ref float a, nint row, nint column, ref float b, ref float c, nint cRow, bool add)
    {
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51, c60, c61, c70, c71;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = c60 = c61 = c70 = c71 = Vector512<float>.Zero;
        if (add)
        {
            c00 = Load(ref c, 0); c01 = Load(ref c, 16);
            c10 = Load(ref c, cRow); c11 = Load(ref c, cRow + 16);
            c20 = Load(ref c, 2 * cRow); c21 = Load(ref c, (2 * cRow) + 16);
            c30 = Load(ref c, 3 * cRow); c31 = Load(ref c, (3 * cRow) + 16);
            c40 = Load(ref c, 4 * cRow); c41 = Load(ref c, (4 * cRow) + 16);
            c50 = Load(ref c, 5 * cRow); c51 = Load(ref c, (5 * cRow) + 16);
            c60 = Load(ref c, 6 * cRow); c61 = Load(ref c, (6 * cRow) + 16);
            c70 = Load(ref c, 7 * cRow); c71 = Load(ref c, (7 * cRow) + 16);
        }

        nint row2 = 2 * row, row3 = 3 * row, row4 = 4 * row, row5 = 5 * row, row6 = 6 * row, row7 = 7 * row;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, 16);
            var v = Vector512.Create(a);
            c00 = Vector512.FusedMultiplyAdd(v, b0, c00); c01 = Vector512.FusedMultiplyAdd(v, b1, c01);
            v = Vector512.Create(Unsafe.Add(ref a, row));
            c10 = Vector512.FusedMultiplyAdd(v, b0, c10); c11 = Vector512.FusedMultiplyAdd(v, b1, c11);
            v = Vector512.Create(Unsafe.Add(ref a, row2));
            c20 = Vector512.FusedMultiplyAdd(v, b0, c20); c21 = Vector512.FusedMultiplyAdd(v, b1, c21);
            v = Vector512.Create(Unsafe.Add(ref a, row3));
            c30 = Vector512.FusedMultiplyAdd(v, b0, c30); c31 = Vector512.FusedMultiplyAdd(v, b1, c31);
            v = Vector512.Create(Unsafe.Add(ref a, row4));
            c40 = Vector512.FusedMultiplyAdd(v, b0, c40); c41 = Vector512.FusedMultiplyAdd(v, b1, c41);
            v = Vector512.Create(Unsafe.Add(ref a, row5));
            c50 = Vector512.FusedMultiplyAdd(v, b0, c50); c51 = Vector512.FusedMultiplyAdd(v, b1, c51);
            v = Vector512.Create(Unsafe.Add(ref a, row6));
            c60 = Vector512.FusedMultiplyAdd(v, b0, c60); c61 = Vector512.FusedMultiplyAdd(v, b1, c61);
            v = Vector512.Create(Unsafe.Add(ref a, row7));
            c70 = Vector512.FusedMultiplyAdd(v, b0, c70); c71 = Vector512.FusedMultiplyAdd(v, b1, c71);
            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, Panel);
        }

        Store(c00, c01, ref c, 0);
        Store(c10, c11, ref c, cRow);
        Store(c20, c21, ref c, 2 * cRow);
        Store(c30, c31, ref c, 3 * cRow);
        Store(c40, c41, ref c, 4 * cRow);
        Store(c50, c51, ref c, 5 * cRow);
        Store(c60, c61, ref c, 6 * cRow);
        Store(c70, c71, ref c, 7 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4(int inner, ref float a, nint row, nint column, ref float b, ref float c, nint cRow, bool add)
    {
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector512<float>.Zero;
        if (add)
        {
            c00 = Load(ref c, 0); c01 = Load(ref c, 16);
            c10 = Load(ref c, cRow); c11 = Load(ref c, cRow + 16);
            c20 = Load(ref c, 2 * cRow); c21 = Load(ref c, (2 * cRow) + 16);
            c30 = Load(ref c, 3 * cRow); c31 = Load(ref c, (3 * cRow) + 16);
        }

        nint row2 = 2 * row, row3 = 3 * row;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, 16);
            var v = Vector512.Create(a);
            c00 = Vector512.FusedMultiplyAdd(v, b0, c00); c01 = Vector512.FusedMultiplyAdd(v, b1, c01);
            v = Vector512.Create(Unsafe.Add(ref a, row));
            c10 = Vector512.FusedMultiplyAdd(v, b0, c10); c11 = Vector512.FusedMultiplyAdd(v, b1, c11);
            v = Vector512.Create(Unsafe.Add(ref a, row2));
            c20 = Vector512.FusedMultiplyAdd(v, b0, c20); c21 = Vector512.FusedMultiplyAdd(v, b1, c21);
            v = Vector512.Create(Unsafe.Add(ref a, row3));
            c30 = Vector512.FusedMultiplyAdd(v, b0, c30); c31 = Vector512.FusedMultiplyAdd(v, b1, c31);
            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, Panel);
        }

        Store(c00, c01, ref c, 0);
        Store(c10, c11, ref c, cRow);
        Store(c20, c21, ref c, 2 * cRow);
        Store(c30, c31, ref c, 3 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1(int inner, ref float a, nint column, ref float b, ref float c, bool add)
    {
        var (c0, c1) = add ? (Load(ref c, 0), Load(ref c, 16)) : (Vector512<float>.Zero, Vector512<float>.Zero);
        for (var k = 0; k < inner; k++)
        {
            var v = Vector512.Create(a);
            c0 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref b), c0);
            c1 = Vector512.FusedMultiplyAdd(v, Vector512.LoadUnsafe(ref b, 16), c1);
            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, Panel);
        }

        Store(c0, c1, ref c, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half4(int inner, ref float a, nint row, nint column, ref float b, ref float c, nint cRow, bool add)
    {
        Vector256<float> c00, c01, c10, c11, c20, c21, c30, c31;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector256<float>.Zero;
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c); c01 = Vector256.LoadUnsafe(ref c, 8);
            c10 = Vector256.LoadUnsafe(ref c, (nuint)cRow); c11 = Vector256.LoadUnsafe(ref c, (nuint)cRow + 8);
            c20 = Vector256.LoadUnsafe(ref c, (nuint)(2 * cRow)); c21 = Vector256.LoadUnsafe(ref c, (nuint)(2 * cRow) + 8);
            c30 = Vector256.LoadUnsafe(ref c, (nuint)(3 * cRow)); c31 = Vector256.LoadUnsafe(ref c, (nuint)(3 * cRow) + 8);
        }

        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 8);
            var v = Vector256.Create(a);
            c00 = Vector256.FusedMultiplyAdd(v, b0, c00); c01 = Vector256.FusedMultiplyAdd(v, b1, c01);
            v = Vector256.Create(Unsafe.Add(ref a, row));
            c10 = Vector256.FusedMultiplyAdd(v, b0, c10); c11 = Vector256.FusedMultiplyAdd(v, b1, c11);
            v = Vector256.Create(Unsafe.Add(ref a, 2 * row));
            c20 = Vector256.FusedMultiplyAdd(v, b0, c20); c21 = Vector256.FusedMultiplyAdd(v, b1, c21);
            v = Vector256.Create(Unsafe.Add(ref a, 3 * row));
            c30 = Vector256.FusedMultiplyAdd(v, b0, c30); c31 = Vector256.FusedMultiplyAdd(v, b1, c31);
            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, Panel);
        }

        c00.StoreUnsafe(ref c); c01.StoreUnsafe(ref c, 8);
        c10.StoreUnsafe(ref c, (nuint)cRow); c11.StoreUnsafe(ref c, (nuint)cRow + 8);
        c20.StoreUnsafe(ref c, (nuint)(2 * cRow)); c21.StoreUnsafe(ref c, (nuint)(2 * cRow) + 8);
        c30.StoreUnsafe(ref c, (nuint)(3 * cRow)); c31.StoreUnsafe(ref c, (nuint)(3 * cRow) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half1(int inner, ref float a, nint column, ref float b, ref float c, bool add)
    {
        var (c0, c1) = add ? (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8)) : (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var k = 0; k < inner; k++)
        {
            var v = Vector256.Create(a);
            c0 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref b), c0);
            c1 = Vector256.FusedMultiplyAdd(v, Vector256.LoadUnsafe(ref b, 8), c1);
            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, Panel);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(ref float c, nint at) => Vector512.LoadUnsafe(ref Unsafe.Add(ref c, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> first, Vector512<float> second, ref float c, nint at)
    {
        first.StoreUnsafe(ref Unsafe.Add(ref c, at));
        second.StoreUnsafe(ref Unsafe.Add(ref c, at + 16));
    }
}
