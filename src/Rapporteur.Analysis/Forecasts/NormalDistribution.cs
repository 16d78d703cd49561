namespace Rapporteur.Analysis;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    /// <summary>Density.</summary>
    /// <param name="z">Where.</param>
    public static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Share below a value, to about 1e-15 (series near the middle, Lentz's continued fraction of the tail; Abramowitz and Stegun 26.2.11 and 26.2.14).</summary>
    /// <param name="z">The value.</param>
    public static double Below(double z)
    {
        if (double.IsNaN(z)) throw new ArgumentOutOfRangeException(nameof(z), z, "It is not a number.");
        var far = Math.Abs(z);
        if (far > 38) return z < 0 ? 0 : 1;
        if (far < 3)
        {
            var (term, sum) = (z, z);
            for (var n = 3; Math.Abs(term) > 1e-17; n += 2) sum += term *= z * z / n;
            return .5 + (Density(z) * sum);
        }

        var fraction = 0.0;
        for (var n = 60; n > 0; n--) fraction = n / (far + fraction);
        var tail = Density(far) / (far + fraction);
        return z < 0 ? tail : 1 - tail;
    }

    /// <summary>The value below which a share lies: a rational start (Abramowitz and Stegun 26.2.23) and two steps of Halley's.</summary>
    /// <param name="share">The share, in (0, 1).</param>
    public static double Quantile(double share)
    {
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        if (share > .5) return -Quantile(1 - share);
        var t = Math.Sqrt(-2 * Math.Log(share));
        var z = ((2.515517 + (t * (.802853 + (t * .010328)))) / (1 + (t * (1.432788 + (t * (.189269 + (t * .001308))))))) - t;
        for (var step = 0; step < 2; step++)
        {
            var off = (Below(z) - share) / Density(z);
            z -= off / (1 + (z * off / 2));
        }

        return z;
    }
}
