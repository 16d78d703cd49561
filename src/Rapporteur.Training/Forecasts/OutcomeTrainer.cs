using System.Collections.Immutable;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>Learns the weights of <see cref="OutcomeForecaster"/>: the least sum of CRPS over issues, with a penalty for weights far from where they start (ridge).</summary>
internal static class OutcomeTrainer
{
    private const int Steps = 60, Halvings = 25;
    private const double Enough = 1e-5, Armijo = 1e-4, FirstCurvature = 20;

    /// <summary>The weights that fit best.</summary>
    /// <param name="issues">What is learned from.</param>
    /// <param name="ridge">How strongly weights are held to where they start; above 0.</param>
    public static ImmutableArray<double> Fit(IReadOnlyList<MixedIssue> issues, double ridge)
    {
        var start = OutcomeFeatures.Names.Select(feature => feature.Start).ToArray();
        var (count, weights, slope) = (start.Length, start.ToArray(), new double[start.Length]);
        var value = Loss(issues, weights, start, ridge, slope);
        var inverse = new InverseCurvature(count, 1 / ((2 * ridge) + FirstCurvature));
        for (var step = 0; step < Steps; step++)
        {
            var direction = inverse.Direction(slope);
            var descent = Dot(direction, slope);
            if (descent > -1e-9) break;
            var (length, next, nextSlope, nextValue, found) = (1.0, new double[count], new double[count], 0.0, false);
            for (var halving = 0; halving < Halvings && !found; halving++, length /= 2)
            {
                for (var i = 0; i < count; i++) next[i] = weights[i] + (length * direction[i]);
                nextValue = Loss(issues, next, start, ridge, nextSlope);
                found = nextValue <= value + (Armijo * length * descent);
            }

            if (!found) break;
            inverse.Update(weights, next, slope, nextSlope);
            var gain = value - nextValue;
            (weights, slope, value) = (next, nextSlope, nextValue);
            if (gain < Enough) break;
        }

        return [.. weights];
    }

    private static double Loss(IReadOnlyList<MixedIssue> issues, double[] weights, double[] start, double ridge, double[] slope)
    {
        Array.Clear(slope);
        var sum = 0.0;
        foreach (var issue in issues) sum += issue.Crps(weights, slope);
        for (var i = 0; i < weights.Length; i++)
        {
            var off = weights[i] - start[i];
            sum += ridge * off * off;
            slope[i] += 2 * ridge * off;
        }

        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
