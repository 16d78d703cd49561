namespace Rapporteur.Analysis;

/// <summary>Proper scores of forecasts: lower is better in all of them, and nobody gains by saying what he does not believe (Gneiting and Raftery 2007).</summary>
public static class Scores
{
    /// <summary>Brier score of a forecast of yes or no (Brier 1950): 0 is perfect, .25 is what "one half" always gets.</summary>
    /// <param name="probability">Probability that was given to yes, in [0, 1].</param>
    /// <param name="happened">Whether it was yes.</param>
    public static double Brier(double probability, bool happened)
    {
        var miss = Checked(probability) - (happened ? 1 : 0);
        return miss * miss;
    }

    /// <summary>Logarithmic score (Good 1952), in nats: minus the logarithm of the probability that was given to what came; infinite where that was 0.</summary>
    /// <param name="probability">Probability that was given to yes, in [0, 1].</param>
    /// <param name="happened">Whether it was yes.</param>
    public static double Log(double probability, bool happened) => -Math.Log(happened ? Checked(probability) : 1 - Checked(probability));

    /// <summary>Continuous ranked probability score of draws that are equally likely, in their unit: mean distance to the outcome less half the mean distance among themselves.</summary>
    /// <param name="sorted">The draws from least to greatest; at least one.</param>
    /// <param name="outcome">The outcome.</param>
    public static double Crps(ReadOnlySpan<double> sorted, double outcome)
    {
        if (sorted.IsEmpty) throw new ArgumentException("A score needs at least one draw.", nameof(sorted));
        var (distance, spread, n) = (0.0, 0.0, sorted.Length);
        for (var i = 0; i < n; i++)
        {
            if (i > 0 && sorted[i] < sorted[i - 1]) throw new ArgumentException("The draws have to go from least to greatest.", nameof(sorted));
            distance += Math.Abs(sorted[i] - outcome);
            spread += sorted[i] * ((2 * i) + 1 - n);
        }

        return (distance / n) - (spread / ((double)n * n));
    }

    /// <summary>Continuous ranked probability score of a normal distribution (Gneiting et al. 2005).</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation, above 0.</param>
    /// <param name="outcome">The outcome.</param>
    public static double CrpsOfNormal(double mean, double deviation, double outcome)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        var z = (outcome - mean) / deviation;
        return deviation * ((z * ((2 * NormalDistribution.Below(z)) - 1)) + (2 * NormalDistribution.Density(z)) - (1 / Math.Sqrt(Math.PI)));
    }

    private static double Checked(double probability) => probability is >= 0 and <= 1
        ? probability : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
}
