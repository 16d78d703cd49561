using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Rapporteur.Analysis;

/// <summary>Means and medians of positions, weighted by capability and salience. Sums run in the order of the stakeholders.</summary>
internal static class Weights
{
    /// <summary>The compromise: the mean of the positions by capability × salience, by dimension; where nobody has a weight, the plain mean.</summary>
    public static ImmutableArray<double> Compromise(Standpoints at)
    {
        var sorted = at.Canonical(out _);
        var means = new double[at.Dimensions];
        for (var d = 0; d < means.Length; d++) means[d] = Mean(sorted, sorted.Positions, d);
        return [.. means];
    }

    /// <summary>Mean of positions on one dimension by capability × salience, as the numbers stand in their order.</summary>
    /// <param name="at">Weights.</param>
    /// <param name="positions">Positions, laid out like those of the standpoints.</param>
    /// <param name="dimension">The dimension.</param>
    public static double Mean(Standpoints at, ReadOnlySpan<double> positions, int dimension)
    {
        var (sum, weights, plain) = (0.0, 0.0, 0.0);
        for (var i = 0; i < at.Count; i++)
        {
            var cell = (i * at.Dimensions) + dimension;
            var weight = at.Capabilities[i] * at.Saliences[cell];
            sum += weight * positions[cell];
            weights += weight;
            plain += positions[cell];
        }

        return weights > 0 ? sum / weights : plain / at.Count;
    }

    /// <summary>The position that beats or ties every other when all vote with a weight and by distance: the weighted median. Of equals the one nearer to the mean, then the lower.</summary>
    /// <param name="weights">Weights, by stakeholder; not negative.</param>
    /// <param name="positions">Positions, by stakeholder.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Median(ReadOnlySpan<double> weights, ReadOnlySpan<double> positions)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < positions.Length; i++)
        {
            sum += weights[i] * positions[i];
            total += weights[i];
        }

        var mean = total > 0 ? sum / total : positions[0];
        var (best, least, reach) = (double.NaN, double.PositiveInfinity, 0.0);
        for (var i = 0; i < positions.Length; i++) reach = Math.Max(reach, Math.Abs(positions[i] - positions[0]));
        var slack = 1e-12 * Math.Max(total, double.Epsilon) * reach;
        for (var i = 0; i < positions.Length; i++)
        {
            var place = positions[i];
            if (place == best) continue;
            var cost = 0.0;
            for (var k = 0; k < positions.Length; k++) cost += weights[k] * Math.Abs(positions[k] - place);
            if (cost < least - slack || (cost <= least + slack && Closer(place, best, mean))) (best, least) = (place, Math.Min(cost, least));
        }

        return best;
    }

    private static bool Closer(double one, double other, double mean)
    {
        var (near, far) = (Math.Abs(one - mean), Math.Abs(other - mean));
        return near < far || (near == far && one < other);
    }
}
