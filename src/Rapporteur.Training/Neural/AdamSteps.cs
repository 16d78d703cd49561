using System.Numerics;

namespace Rapporteur.Training;

/// <summary>Steps of Adam (Kingma and Ba 2015) over some of the parameters at a time.</summary>
internal sealed class AdamSteps
{
    /// <summary>Decay of the mean gradient.</summary>
    internal const double FirstDecay = 0.9;

    /// <summary>Decay of the mean squared gradient.</summary>
    internal const double SecondDecay = 0.98;

    private const float First = (float)FirstDecay;
    private const float Second = (float)SecondDecay;

    private float firstScale = 1;
    private float secondScale = 1;
    private double firstPower = 1;
    private double secondPower = 1;

    /// <summary>Size of a step.</summary>
    public float Rate { get; set; }

    /// <summary>Counts a step; call it before the parameters are changed.</summary>
    public void Next()
    {
        firstPower *= First;
        secondPower *= Second;
        firstScale = (float)(1 / (1 - firstPower));
        secondScale = (float)(1 / (1 - secondPower));
    }

    /// <summary>Changes parameters by their gradient, which is set to zero.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="gradient">Their gradient.</param>
    /// <param name="mean">Running mean of the gradient.</param>
    /// <param name="square">Running mean of its square.</param>
    /// <param name="factor">What the gradient is multiplied by.</param>
    public void Step(Span<float> values, Span<float> gradient, Span<float> mean, Span<float> square, float factor) =>
        Update(values, gradient, mean, square, factor, firstScale * Rate, secondScale);

    /// <summary>Changes parameters by their gradient, which is set to zero.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="gradient">Their gradient.</param>
    /// <param name="mean">Running mean of the gradient.</param>
    /// <param name="square">Running mean of its square.</param>
    /// <param name="factor">What the gradient is multiplied by.</param>
    /// <param name="size">Size of the step, made up for the beginning of the mean.</param>
    /// <param name="scale">What the mean square is multiplied by, to make up for its beginning.</param>
    public static void Update(Span<float> values, Span<float> gradient, Span<float> mean, Span<float> square, float factor, float size, float scale)
    {
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var g = new Vector<float>(gradient[i..]) * factor;
            var m = (new Vector<float>(mean[i..]) * First) + (g * (1 - First));
            var s = (new Vector<float>(square[i..]) * Second) + (g * g * (1 - Second));
            m.CopyTo(mean[i..]);
            s.CopyTo(square[i..]);
            (new Vector<float>(values[i..]) - (m * size / (Vector.SquareRoot(s * scale) + new Vector<float>(1e-8f)))).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            var g = gradient[i] * factor;
            mean[i] = (mean[i] * First) + (g * (1 - First));
            square[i] = (square[i] * Second) + (g * g * (1 - Second));
            values[i] -= mean[i] * size / (MathF.Sqrt(square[i] * scale) + 1e-8f);
        }

        gradient.Clear();
    }
}
