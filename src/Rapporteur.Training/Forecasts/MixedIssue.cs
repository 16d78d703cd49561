using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>An issue made ready for learning: the CRPS of a mixture is a quadratic form of its chances, p′Ap − 2b′p + c.</summary>
internal sealed class MixedIssue
{
    private readonly double[,] _between;
    private readonly double[] _toOutcome;
    private readonly double _constant;

    public MixedIssue(DisputedIssue issue)
    {
        Issue = issue;
        Parts = OutcomeFeatures.Of(issue);
        var (count, outcome) = (Parts.Length, issue.Outcome ?? throw new ArgumentException($"The outcome of {issue.Id} is not known.", nameof(issue)));
        (_between, _toOutcome) = (new double[count, count], new double[count]);
        var step = ScaleDistribution.At(outcome);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++) _between[i, j] = _between[j, i] = Product(Parts[i].Shape, Parts[j].Shape);
            _toOutcome[i] = Product(Parts[i].Shape, step);
        }

        _constant = Product(step, step);
    }

    public DisputedIssue Issue { get; }

    public ImmutableArray<OutcomePart> Parts { get; }

    /// <summary>CRPS of the mixture that the weights give; adds its slope to <paramref name="slope"/>.</summary>
    public double Crps(double[] weights, double[] slope)
    {
        var chances = OutcomeForecaster.Chances(Parts, ImmutableCollectionsMarshal.AsImmutableArray(weights));
        var (sum, mean, pull) = (_constant, 0.0, new double[chances.Length]);
        for (var i = 0; i < chances.Length; i++)
        {
            var near = 0.0;
            for (var j = 0; j < chances.Length; j++) near += _between[i, j] * chances[j];
            sum += chances[i] * (near - (2 * _toOutcome[i]));
            pull[i] = 2 * (near - _toOutcome[i]);
            mean += chances[i] * pull[i];
        }

        for (var i = 0; i < chances.Length; i++)
        {
            var by = chances[i] * (pull[i] - mean);
            var features = Parts[i].Features;
            for (var f = 0; f < slope.Length; f++) slope[f] += by * features[f];
        }

        return sum;
    }

    private static double Product(ScaleDistribution one, ScaleDistribution other)
    {
        var a = one.UpTo;
        var b = other.UpTo;
        var sum = 0.0;
        for (var k = 0; k < ScaleDistribution.Points - 1; k++) sum += a[k] * b[k];
        return sum * ScaleDistribution.Step;
    }
}
