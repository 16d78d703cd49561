using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rapporteur.Reading;

/// <summary>The loops of <see cref="IntegerKernel"/> for processors whose registers hold 256 bits: four rows by two registers at a time, which the sixteen registers there are can hold.</summary>
internal static class HalfKernel
{
    /// <summary>Columns of a panel: one line of the processor's memory for each pair of rows, so that a panel stays in its nearest memory.</summary>
    public const int Columns = 2 * Lanes;

    private const int Lanes = 8;

    /// <summary>Whether this processor calls for these loops.</summary>
    public static bool IsUsed => Avx2.IsSupported && !Avx512BW.IsSupported;

    /// <summary>Multiplies all rows by one panel.</summary>
    /// <param name="a">The left side, row by row.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="pairs">Pairs of numbers in a row.</param>
    /// <param name="b">The panel.</param>
    /// <param name="scale">What a one in the sums stands for.</param>
    /// <param name="c">The first column of the result.</param>
    /// <param name="stride">Distance of its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Panel(ref int a, int rows, int pairs, ref int b, float scale, ref float c, int stride)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4) FourRows(ref Unsafe.Add(ref a, row * pairs), pairs, ref b, scale, ref Unsafe.Add(ref c, row * stride), stride);
        for (; row < rows; row++) OneRow(ref Unsafe.Add(ref a, row * pairs), pairs, ref b, scale, ref Unsafe.Add(ref c, row * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ref int a, int pairs, ref int b, float scale, ref float c, int stride)
    {
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        ref var a1 = ref Unsafe.Add(ref a, pairs);
        ref var a2 = ref Unsafe.Add(ref a, 2 * pairs);
        ref var a3 = ref Unsafe.Add(ref a, 3 * pairs);
        for (nint k = 0; k < pairs; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b).AsInt16();
            var b1 = Vector256.LoadUnsafe(ref b, Lanes).AsInt16();
            b = ref Unsafe.Add(ref b, Columns);
            var x = Vector256.Create(Unsafe.Add(ref a, k)).AsInt16();
            c00 += Avx2.MultiplyAddAdjacent(x, b0);
            c01 += Avx2.MultiplyAddAdjacent(x, b1);
            x = Vector256.Create(Unsafe.Add(ref a1, k)).AsInt16();
            c10 += Avx2.MultiplyAddAdjacent(x, b0);
            c11 += Avx2.MultiplyAddAdjacent(x, b1);
            x = Vector256.Create(Unsafe.Add(ref a2, k)).AsInt16();
            c20 += Avx2.MultiplyAddAdjacent(x, b0);
            c21 += Avx2.MultiplyAddAdjacent(x, b1);
            x = Vector256.Create(Unsafe.Add(ref a3, k)).AsInt16();
            c30 += Avx2.MultiplyAddAdjacent(x, b0);
            c31 += Avx2.MultiplyAddAdjacent(x, b1);
        }

        Store(ref c, scale, c00, c01);
        Store(ref Unsafe.Add(ref c, stride), scale, c10, c11);
        Store(ref Unsafe.Add(ref c, 2 * stride), scale, c20, c21);
        Store(ref Unsafe.Add(ref c, 3 * stride), scale, c30, c31);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(ref int a, int pairs, ref int b, float scale, ref float c)
    {
        Vector256<int> c0 = default, c1 = default;
        for (nint k = 0; k < pairs; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, k)).AsInt16();
            c0 += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref b).AsInt16());
            c1 += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref b, Lanes).AsInt16());
            b = ref Unsafe.Add(ref b, Columns);
        }

        Store(ref c, scale, c0, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, float scale, Vector256<int> c0, Vector256<int> c1)
    {
        (Vector256.ConvertToSingle(c0) * scale).StoreUnsafe(ref c);
        (Vector256.ConvertToSingle(c1) * scale).StoreUnsafe(ref c, Lanes);
    }
}
