using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>Products of dense matrices in single precision. Every element is one chain of fused multiply-adds over the inner dimension, in order, so that
/// the result is the same on every machine, whatever the width of its registers and the tiling.</summary>
internal static class DenseKernel
{
    /// <summary>Columns of a panel; the rows of every matrix are padded to a multiple of it.</summary>
    public const int Panel = 64;

    private const int Lanes = 16;

    /// <summary>A number of columns with its padding.</summary>
    public static int Padded(int columns) => (columns + Panel - 1) / Panel * Panel;

    /// <summary>Brings a matrix into panels: all rows of the first 64 columns, then of the next.</summary>
    /// <param name="matrix">Row by row, without padding.</param>
    /// <param name="rows">Inner dimension.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="packed">At least <paramref name="rows"/> times the padded columns.</param>
    public static void Pack(ReadOnlySpan<float> matrix, int rows, int columns, Span<float> packed)
    {
        for (var panel = 0; panel * Panel < columns; panel++)
        {
            var width = Math.Min(Panel, columns - (panel * Panel));
            for (var row = 0; row < rows; row++)
            {
                var into = packed.Slice(((panel * rows) + row) * Panel, Panel);
                matrix.Slice((row * columns) + (panel * Panel), width).CopyTo(into);
                into[width..].Clear();
            }
        }
    }

    /// <summary>Brings the transpose of a matrix into panels.</summary>
    /// <param name="matrix">Row by row.</param>
    /// <param name="stride">Distance of its rows.</param>
    /// <param name="rows">Its rows, the columns of the transpose.</param>
    /// <param name="columns">Its columns, the inner dimension.</param>
    /// <param name="packed">At least <paramref name="columns"/> times the padded rows.</param>
    public static void PackTransposed(ReadOnlySpan<float> matrix, int stride, int rows, int columns, Span<float> packed)
    {
        for (var panel = 0; panel * Panel < rows; panel++)
        {
            var width = Math.Min(Panel, rows - (panel * Panel));
            var into = packed.Slice(panel * columns * Panel, columns * Panel);
            if (width < Panel) into.Clear();
            for (var row = 0; row < width; row++)
            {
                var from = matrix.Slice(((panel * Panel) + row) * stride, columns);
                for (var column = 0; column < columns; column++) into[(column * Panel) + row] = from[column];
            }
        }
    }

    /// <summary>Sets <paramref name="result"/> to left times right.</summary>
    /// <param name="left">Row by row.</param>
    /// <param name="leftStride">Distance of its rows.</param>
    /// <param name="rows">Rows of left and result.</param>
    /// <param name="inner">Columns of left, rows of right.</param>
    /// <param name="right">In panels.</param>
    /// <param name="columns">Columns of right, rounded up to panels.</param>
    /// <param name="result">Row by row, all columns of all panels are written.</param>
    /// <param name="resultStride">Distance of its rows, at least the padded columns.</param>
    public static void Multiply(ReadOnlySpan<float> left, int leftStride, int rows, int inner, ReadOnlySpan<float> right, int columns, Span<float> result, int resultStride)
    {
        if (rows == 0) return;
        var panels = (columns + Panel - 1) / Panel;
        // The loops below do not check bounds; this does.
        _ = left[((rows - 1) * leftStride) + inner - 1];
        _ = right[(panels * inner * Panel) - 1];
        _ = result[((rows - 1) * resultStride) + (panels * Panel) - 1];
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(result);
        for (var panel = 0; panel < panels; panel++)
        {
            ref var block = ref Unsafe.Add(ref b, panel * inner * Panel);
            var row = 0;
            for (; row + 4 <= rows; row += 4)
                FourRows(ref Unsafe.Add(ref a, row * leftStride), leftStride, inner, ref block, ref Unsafe.Add(ref c, (row * resultStride) + (panel * Panel)), resultStride);
            for (; row < rows; row++)
                OneRow(ref Unsafe.Add(ref a, row * leftStride), inner, ref block, ref Unsafe.Add(ref c, (row * resultStride) + (panel * Panel)));
        }
    }

    private static void FourRows(ref float a, int aStride, int inner, ref float b, ref float c, int cStride)
    {
        Vector512<float> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        Vector512<float> c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        ref var a1 = ref Unsafe.Add(ref a, aStride);
        ref var a2 = ref Unsafe.Add(ref a, 2 * aStride);
        ref var a3 = ref Unsafe.Add(ref a, 3 * aStride);
        for (nint k = 0; k < inner; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, Lanes);
            var b2 = Vector512.LoadUnsafe(ref b, 2 * Lanes);
            var b3 = Vector512.LoadUnsafe(ref b, 3 * Lanes);
            b = ref Unsafe.Add(ref b, Panel);
            var x = Vector512.Create(Unsafe.Add(ref a, k));
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(x, b2, c02);
            c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
            x = Vector512.Create(Unsafe.Add(ref a1, k));
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(x, b2, c12);
            c13 = Vector512.FusedMultiplyAdd(x, b3, c13);
            x = Vector512.Create(Unsafe.Add(ref a2, k));
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(x, b2, c22);
            c23 = Vector512.FusedMultiplyAdd(x, b3, c23);
            x = Vector512.Create(Unsafe.Add(ref a3, k));
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(x, b2, c32);
            c33 = Vector512.FusedMultiplyAdd(x, b3, c33);
        }

        Store(ref c, c00, c01, c02, c03);
        Store(ref Unsafe.Add(ref c, cStride), c10, c11, c12, c13);
        Store(ref Unsafe.Add(ref c, 2 * cStride), c20, c21, c22, c23);
        Store(ref Unsafe.Add(ref c, 3 * cStride), c30, c31, c32, c33);
    }

    private static void OneRow(ref float a, int inner, ref float b, ref float c)
    {
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
        for (nint k = 0; k < inner; k++)
        {
            var x = Vector512.Create(Unsafe.Add(ref a, k));
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, Lanes), c1);
            c2 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 2 * Lanes), c2);
            c3 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 3 * Lanes), c3);
            b = ref Unsafe.Add(ref b, Panel);
        }

        Store(ref c, c0, c1, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector512<float> c0, Vector512<float> c1, Vector512<float> c2, Vector512<float> c3)
    {
        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, Lanes);
        c2.StoreUnsafe(ref c, 2 * Lanes);
        c3.StoreUnsafe(ref c, 3 * Lanes);
    }
}
