namespace Rapporteur.Analysis;

/// <summary>Which point of a distribution stands for it.</summary>
public enum DistributionPoint
{
    /// <summary>The mean.</summary>
    Mean,
    /// <summary>The first place at or below which half of the distribution lies.</summary>
    Median,
    /// <summary>The likeliest place, the lowest of equals.</summary>
    Mode,
}

/// <summary>Points of distributions.</summary>
public static class DistributionPoints
{
    /// <summary>The point of a distribution over places.</summary>
    /// <param name="point">Which.</param>
    /// <param name="places">The places, from the lowest to the highest; at least one.</param>
    /// <param name="chances">Their probabilities.</param>
    public static double Of(this DistributionPoint point, ReadOnlySpan<double> places, ReadOnlySpan<double> chances)
    {
        var (mean, below, likeliest) = (0.0, 0.0, 0);
        for (var i = 0; i < places.Length; i++)
        {
            mean += places[i] * chances[i];
            below += chances[i];
            if (point == DistributionPoint.Median && below >= 0.5) return places[i];
            if (chances[i] > chances[likeliest]) likeliest = i;
        }

        return point == DistributionPoint.Mean ? mean : point == DistributionPoint.Mode ? places[likeliest] : places[^1];
    }
}
