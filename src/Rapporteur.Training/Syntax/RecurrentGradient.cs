using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Gradient of <see cref="RecurrentUnits"/>.</summary>
internal static class RecurrentGradient
{
    private const int Lanes = 8;

    /// <summary>Goes back over one sentence.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="layer">Number of the layer, from zero.</param>
    /// <param name="gates">As in <see cref="RecurrentUnits.Run"/>.</param>
    /// <param name="start">First word.</param>
    /// <param name="end">Behind the last word.</param>
    /// <param name="sums">As in the way forward; replaced by their gradient.</param>
    /// <param name="input">What goes around the layer, from the second layer on.</param>
    /// <param name="states">Inner states.</param>
    /// <param name="outer">Gradient of the output; from the second layer on replaced by that of what goes around.</param>
    /// <param name="gatesGradient">Added to.</param>
    public static void Run(NetworkShape shape, int layer, float[] gates, int start, int end, float[] sums, float[] input, float[] states, float[] outer, Span<float> gatesGradient)
    {
        var width = shape.Width;
        var columns = shape.LayerOutput(layer);
        ref var g = ref MemoryMarshal.GetArrayDataReference(gates);
        ref var dg = ref MemoryMarshal.GetReference(gatesGradient);
        ref var from = ref MemoryMarshal.GetArrayDataReference(input);
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var inner = ref MemoryMarshal.GetArrayDataReference(states);
        ref var above = ref MemoryMarshal.GetArrayDataReference(outer);
        for (var unit = 0; unit < width; unit += Lanes)
        {
            var forgetState = Vector256.LoadUnsafe(ref g, (nuint)unit);
            var resetState = Vector256.LoadUnsafe(ref g, (nuint)(width + unit));
            var forgetBias = Vector256.LoadUnsafe(ref g, (nuint)((2 * width) + unit));
            var resetBias = Vector256.LoadUnsafe(ref g, (nuint)((3 * width) + unit));
            Vector256<float> dForgetState = default, dResetState = default, dForgetBias = default, dResetBias = default, carried = default;
            var forwards = unit * 2 < width;
            for (var step = end - start - 1; step >= 0; step--)
            {
                var i = forwards ? start + step : end - 1 - step;
                var at = (nuint)((i * columns) + unit);
                var here = (nuint)((i * width) + unit);
                var before = step == 0 ? Vector256<float>.Zero : Vector256.LoadUnsafe(ref inner, (nuint)(((forwards ? i - 1 : i + 1) * width) + unit));
                var state = Vector256.LoadUnsafe(ref inner, here);
                var candidate = Vector256.LoadUnsafe(ref sum, at);
                var forgetSum = Vector256.LoadUnsafe(ref sum, at + (nuint)width) + (forgetState * before) + forgetBias;
                var resetSum = Vector256.LoadUnsafe(ref sum, at + (nuint)(2 * width)) + (resetState * before) + resetBias;
                var forget = RecurrentUnits.Sigmoid(forgetSum);
                var reset = RecurrentUnits.Sigmoid(resetSum);
                var around = layer == 0 ? Vector256.LoadUnsafe(ref sum, at + (nuint)(3 * width)) : Vector256.LoadUnsafe(ref from, here);
                var dOut = Vector256.LoadUnsafe(ref above, here);
                var dReset = dOut * (state - around) * Slope(resetSum);
                var dAround = dOut * (Vector256<float>.One - reset);
                carried += dOut * reset;
                var dForget = carried * (before - candidate) * Slope(forgetSum);
                var dCandidate = carried * (Vector256<float>.One - forget);
                carried = (carried * forget) + (dForget * forgetState) + (dReset * resetState);
                dForgetState += dForget * before;
                dResetState += dReset * before;
                dForgetBias += dForget;
                dResetBias += dReset;
                dCandidate.StoreUnsafe(ref sum, at);
                dForget.StoreUnsafe(ref sum, at + (nuint)width);
                dReset.StoreUnsafe(ref sum, at + (nuint)(2 * width));
                dAround.StoreUnsafe(ref layer == 0 ? ref sum : ref above, layer == 0 ? at + (nuint)(3 * width) : here);
            }

            (Vector256.LoadUnsafe(ref dg, (nuint)unit) + dForgetState).StoreUnsafe(ref dg, (nuint)unit);
            (Vector256.LoadUnsafe(ref dg, (nuint)(width + unit)) + dResetState).StoreUnsafe(ref dg, (nuint)(width + unit));
            (Vector256.LoadUnsafe(ref dg, (nuint)((2 * width) + unit)) + dForgetBias).StoreUnsafe(ref dg, (nuint)((2 * width) + unit));
            (Vector256.LoadUnsafe(ref dg, (nuint)((3 * width) + unit)) + dResetBias).StoreUnsafe(ref dg, (nuint)((3 * width) + unit));
        }
    }

    private static Vector256<float> Slope(Vector256<float> x) =>
        Vector256.Max(Vector256<float>.Zero, Vector256.Create(0.25f) - (Vector256.Abs(x) * 0.0625f));
}
