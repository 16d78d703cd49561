using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>A layer of simple recurrent units (Lei et al. 2018): gates depend on the word and, unit by unit, on the state before; what the reset gate keeps
/// out is taken from below. The first half of the units reads forwards, the second backwards. The sigmoid is made of two parabolas, so that no machine rounds it otherwise.</summary>
internal static class RecurrentUnits
{
    // Registers of 256 bits: those of 512 are made up of slow calls where the processor has none.
    private const int Lanes = 8;

    /// <summary>Runs a layer over one sentence.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="layer">Number of the layer, from zero.</param>
    /// <param name="gates">Four rows: weights of the state in the forget and the reset gate, and their biases.</param>
    /// <param name="start">First word.</param>
    /// <param name="end">Behind the last word.</param>
    /// <param name="sums">Product of input and matrix: candidate, forget, reset, and in the first layer the way around.</param>
    /// <param name="input">What the layer takes in; the way around from the second layer on.</param>
    /// <param name="states">Filled in: inner states.</param>
    /// <param name="output">Filled in.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(NetworkShape shape, int layer, float[] gates, int start, int end, float[] sums, ReadOnlySpan<float> input, float[] states, float[] output)
    {
        var width = shape.Width;
        var columns = shape.LayerOutput(layer);
        ref var g = ref MemoryMarshal.GetArrayDataReference(gates);
        ref var from = ref MemoryMarshal.GetReference(input);
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var inner = ref MemoryMarshal.GetArrayDataReference(states);
        ref var into = ref MemoryMarshal.GetArrayDataReference(output);
        for (var step = 0; step < end - start; step++)
        {
            for (var unit = 0; unit < width; unit += Lanes)
            {
                var forwards = unit * 2 < width;
                var i = forwards ? start + step : end - 1 - step;
                var at = (nuint)((i * columns) + unit);
                var here = (nuint)((i * width) + unit);
                var state = step == 0 ? Vector256<float>.Zero : Vector256.LoadUnsafe(ref inner, (nuint)(((forwards ? i - 1 : i + 1) * width) + unit));
                var candidate = Vector256.LoadUnsafe(ref sum, at);
                var forget = Sigmoid(Vector256.LoadUnsafe(ref sum, at + (nuint)width) + (Vector256.LoadUnsafe(ref g, (nuint)unit) * state) + Vector256.LoadUnsafe(ref g, (nuint)((2 * width) + unit)));
                var reset = Sigmoid(Vector256.LoadUnsafe(ref sum, at + (nuint)(2 * width)) + (Vector256.LoadUnsafe(ref g, (nuint)(width + unit)) * state) + Vector256.LoadUnsafe(ref g, (nuint)((3 * width) + unit)));
                var around = layer == 0 ? Vector256.LoadUnsafe(ref sum, at + (nuint)(3 * width)) : Vector256.LoadUnsafe(ref from, here);
                state = candidate + (forget * (state - candidate));
                state.StoreUnsafe(ref inner, here);
                (around + (reset * (state - around))).StoreUnsafe(ref into, here);
            }
        }
    }

    /// <summary>One half plus x/4 (1 − |x|/8), held where |x| reaches 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-4f)), Vector256.Create(4f));
        return Vector256.Create(0.5f) + (x * (Vector256.Create(0.25f) - (Vector256.Abs(x) * 0.03125f)));
    }
}
