namespace Rapporteur.Analysis;

/// <summary>What a rule of fair division makes as great as it can, and a bound on it from weighted sums of utilities.</summary>
/// <param name="Kind">The rule; null for the utility of one party.</param>
/// <param name="Reservations">Reservation values.</param>
/// <param name="Ranges">What each could gain at best, for shares of it; ones where gains count as they are.</param>
/// <param name="Party">The party, where it is the utility of one.</param>
internal sealed record RuleValue(Domain.SolutionKind? Kind, double[] Reservations, double[] Ranges, int Party = -1)
{
    /// <summary>The value of a package.</summary>
    /// <param name="utilities">Its utilities.</param>
    internal double Of(ReadOnlySpan<double> utilities)
    {
        if (Kind is null) return utilities[Party];
        var (product, least, sum) = (1.0, double.PositiveInfinity, 0.0);
        for (var p = 0; p < utilities.Length; p++)
        {
            product *= Math.Max(0, utilities[p] - Reservations[p]);
            least = Math.Min(least, Ranges[p] > 0 ? (utilities[p] - Reservations[p]) / Ranges[p] : 1);
            sum += utilities[p];
        }

        return Kind switch { Domain.SolutionKind.Nash => product, Domain.SolutionKind.Welfare => sum, _ => least };
    }

    /// <summary>The greatest value that packages can have whose weighted sum of utilities is no greater than this: for the product by the inequality of the means, for the least share because it is no greater than any mean of shares.</summary>
    /// <param name="sum">The greatest weighted sum.</param>
    /// <param name="weights">The weights, not negative.</param>
    internal double Bound(double sum, ReadOnlySpan<double> weights)
    {
        var (left, product, scale, isEven) = (sum, 1.0, 0.0, true);
        for (var p = 0; p < weights.Length; p++)
        {
            left -= weights[p] * Reservations[p];
            product *= weights[p];
            scale += weights[p] * Ranges[p];
            isEven &= weights[p] == 1;
        }

        return Kind switch
        {
            null => weights[Party] == 1 && weights.IndexOfAnyExcept(0) == Party && weights[(Party + 1)..].IndexOfAnyExcept(0) < 0 ? sum : double.PositiveInfinity,
            Domain.SolutionKind.Nash => product > 0 ? Math.Pow(Math.Max(0, left) / weights.Length, weights.Length) / product : double.PositiveInfinity,
            Domain.SolutionKind.Welfare => isEven ? sum : double.PositiveInfinity,
            _ => scale > 0 ? left / scale : double.PositiveInfinity,
        };
    }
}
