using System.Numerics;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Stochastic optimisation by moments (Kingma and Ba 2015) with the gradient's length cut, and a running mean of the numbers.</summary>
/// <param name="parameters">What is optimised.</param>
internal sealed class Adam(ParameterSet parameters)
{
    private readonly float[] first = new float[parameters.Count];
    private readonly float[] second = new float[parameters.Count];
    private double power1 = 1;
    private double power2 = 1;
    private long steps;

    /// <summary>Decay of the mean gradient.</summary>
    public double Decay1 { get; init; } = 0.9;

    /// <summary>Decay of the mean squared gradient.</summary>
    public double Decay2 { get; init; } = 0.98;

    /// <summary>Longest gradient; longer ones are cut to it.</summary>
    public double Longest { get; init; } = 2;

    /// <summary>Decay of the running mean of the numbers.</summary>
    public double Keep { get; init; } = 0.999;

    /// <summary>Running mean of the numbers, nearer to plain at the beginning.</summary>
    public float[] Mean { get; } = new float[parameters.Count];

    /// <summary>Takes a step and clears the gradient.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="rate">Length of the step.</param>
    public void Step(float[] gradient, double rate)
    {
        const int Stripes = 8;
        Span<double> squares = stackalloc double[Stripes];
        for (var i = 0; i < gradient.Length; i++) squares[i & (Stripes - 1)] += (double)gradient[i] * gradient[i];
        var length = 0.0;
        foreach (var square in squares) length += square;
        length = Math.Sqrt(length);
        var cut = (float)(length > Longest ? Longest / length : 1);
        power1 *= Decay1;
        power2 *= Decay2;
        steps++;
        var keep = (float)Math.Min(Keep, (1.0 + steps) / (10.0 + steps));
        var (d1, d2) = ((float)Decay1, (float)Decay2);
        var size = (float)(rate / (1 - power1));
        var scale = (float)(1 / (1 - power2));
        var values = parameters.Values;
        var width = Vector<float>.Count;
        var at = 0;
        var epsilon = new Vector<float>(1e-8f);
        for (; at + width <= gradient.Length; at += width)
        {
            var g = new Vector<float>(gradient, at) * cut;
            var m = (new Vector<float>(first, at) * d1) + (g * (1 - d1));
            var v = (new Vector<float>(second, at) * d2) + (g * g * (1 - d2));
            m.CopyTo(first, at);
            v.CopyTo(second, at);
            var value = new Vector<float>(values, at) - (m * size / (Vector.SquareRoot(v * scale) + epsilon));
            value.CopyTo(values, at);
            ((new Vector<float>(Mean, at) * keep) + (value * (1 - keep))).CopyTo(Mean, at);
            Vector<float>.Zero.CopyTo(gradient, at);
        }

        for (; at < gradient.Length; at++)
        {
            var g = gradient[at] * cut;
            first[at] = (first[at] * d1) + (g * (1 - d1));
            second[at] = (second[at] * d2) + (g * g * (1 - d2));
            values[at] -= first[at] * size / (MathF.Sqrt(second[at] * scale) + 1e-8f);
            Mean[at] = (Mean[at] * keep) + (values[at] * (1 - keep));
            gradient[at] = 0;
        }
    }
}
