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
        power1 *= AdamSteps.FirstDecay;
        power2 *= AdamSteps.SecondDecay;
        steps++;
        var keep = (float)Math.Min(Keep, (1.0 + steps) / (10.0 + steps));
        var size = (float)(rate / (1 - power1));
        var scale = (float)(1 / (1 - power2));
        AdamSteps.Update(parameters.Values, gradient, first, second, cut, size, scale);
        var values = parameters.Values;
        var at = 0;
        for (var width = Vector<float>.Count; at + width <= values.Length; at += width)
            ((new Vector<float>(Mean, at) * keep) + (new Vector<float>(values, at) * (1 - keep))).CopyTo(Mean, at);
        for (; at < values.Length; at++) Mean[at] = (Mean[at] * keep) + (values[at] * (1 - keep));
    }
}
