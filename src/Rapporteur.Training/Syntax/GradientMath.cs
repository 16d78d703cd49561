using System.Runtime.Intrinsics;

namespace Rapporteur.Training;

/// <summary>Sums over vectors, and the loss of a choice with its gradient.</summary>
internal static class GradientMath
{
    private const int Lanes = 16;

    /// <summary>Adds a multiple of a vector.</summary>
    public static void Add(Span<float> into, ReadOnlySpan<float> from, float factor)
    {
        var i = 0;
        var times = Vector512.Create(factor);
        for (; i <= into.Length - Lanes; i += Lanes)
            Vector512.FusedMultiplyAdd(Vector512.Create(from.Slice(i, Lanes)), times, Vector512.Create(into.Slice(i, Lanes))).CopyTo(into.Slice(i, Lanes));
        for (; i < into.Length; i++) into[i] += from[i] * factor;
    }

    /// <summary>Replaces scores by the gradient of the cross-entropy; returns the loss.</summary>
    public static double Softmax(Span<float> scores, int right)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - most);
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
        var loss = -Math.Log(Math.Max(scores[right], 1e-12f));
        scores[right] -= 1;
        return loss;
    }
}
