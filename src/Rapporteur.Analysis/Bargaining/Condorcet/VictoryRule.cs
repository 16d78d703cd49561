namespace Rapporteur.Analysis;

/// <summary>How likely a coalition is to beat another, as a function of their strengths (KTAB's victory probability models).</summary>
public enum VictoryRule
{
    /// <summary>a / (a + b).</summary>
    Linear,
    /// <summary>a² / (a² + b²).</summary>
    Square,
    /// <summary>a⁴ / (a⁴ + b⁴).</summary>
    Quartic,
    /// <summary>a⁸ / (a⁸ + b⁸).</summary>
    Octic,
    /// <summary>Certain, but for one in a million, with a tenth more than the other; linear between.</summary>
    Binary,
}

/// <summary>Probabilities of victory.</summary>
public static class VictoryRules
{
    private const double Threshold = 1.10;
    private const double Upset = 1e-6;

    /// <summary>How likely each of two coalitions is to win; the two sum to 1.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="first">Strength of the one; not negative.</param>
    /// <param name="second">Strength of the other; not negative, and not both zero.</param>
    public static (double First, double Second) Odds(this VictoryRule rule, double first, double second)
    {
        var (a, b) = rule switch
        {
            VictoryRule.Square => (first * first, second * second),
            VictoryRule.Quartic => (Fourth(first), Fourth(second)),
            VictoryRule.Octic => (Fourth(first) * Fourth(first), Fourth(second) * Fourth(second)),
            VictoryRule.Binary => Certain(first, second),
            _ => (first, second),
        };
        return (a / (a + b), b / (a + b));
    }

    private static double Fourth(double value) => value * value * value * value;

    private static (double A, double B) Certain(double first, double second)
    {
        if (first >= Threshold * second) return (1, Upset);
        if (second >= Threshold * first) return (Upset, 1);
        var share = ((first / (first + second) * (Threshold + 1)) - 1) / (Threshold - 1);
        return (share, 1 - share);
    }
}
