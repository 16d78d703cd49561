using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Scores of forecasts that are quantiles: between two of them the distribution rises evenly, what lies outside lies at the first and the last.</summary>
public static class QuantileScores
{
    /// <summary>Continuous ranked probability score, in the unit of the values.</summary>
    /// <param name="quantiles">The quantiles, from least to greatest.</param>
    /// <param name="outcome">What came.</param>
    public static double Crps(ImmutableArray<QuantilePoint> quantiles, double outcome)
    {
        // Outside the quantiles the distribution is 0 or 1, so that what lies between there and the outcome counts whole.
        var sum = Math.Max(0, quantiles[0].Value - outcome) + Math.Max(0, outcome - quantiles[^1].Value);
        for (var i = 1; i < quantiles.Length; i++)
        {
            var (from, to) = (quantiles[i - 1], quantiles[i]);
            var width = to.Value - from.Value;
            if (width <= 0) continue;
            var cut = Math.Clamp((outcome - from.Value) / width, 0, 1);
            var middle = from.Share + (cut * (to.Share - from.Share));
            sum += width * ((cut * Square(from.Share, middle)) + ((1 - cut) * Square(1 - middle, 1 - to.Share)));
        }

        return sum;
    }

    // Mean square of what goes evenly from one value to another.
    private static double Square(double from, double to) => ((from * from) + (from * to) + (to * to)) / 3;
}
