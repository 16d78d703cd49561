using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What rules of fair division pick among packages. Each rule picks an unbeaten package, so that a frontier is enough to ask.</summary>
public static class SolutionPoints
{
    /// <summary>What each rule picks; of packages that a rule holds equal the one that is best for the first party, then the second.</summary>
    /// <param name="packages">The packages; at least one.</param>
    /// <param name="reservations">Reservation values by party: a package counts for a rule where nobody gets less. Where there is none such, all count.</param>
    public static ImmutableArray<SolutionPoint> Of(ImmutableArray<Package> packages, ImmutableArray<double> reservations)
    {
        if (packages.IsDefaultOrEmpty) return [];
        var agreeable = packages.Where(p => IsAgreeable(p, reservations)).ToImmutableArray();
        if (agreeable.IsEmpty) agreeable = packages;
        double[] ideal = [.. reservations.Select((_, party) => agreeable.Max(p => p.Utilities[party]))];
        return
        [
            new(SolutionKind.Nash, Best(agreeable, p => [Product(p, reservations), Sum(p)])),
            new(SolutionKind.KalaiSmorodinsky, Best(agreeable, p => Ascending(p, (u, party) => ideal[party] > reservations[party] ? (u - reservations[party]) / (ideal[party] - reservations[party]) : 1))),
            new(SolutionKind.Egalitarian, Best(agreeable, p => Ascending(p, (u, party) => u - reservations[party]))),
            new(SolutionKind.Welfare, Best(agreeable, p => [Sum(p), p.Utilities.Min()])),
        ];
    }

    /// <summary>Distance from a package to the point where everybody has the best it could get.</summary>
    /// <param name="package">The package.</param>
    public static double Opposition(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return Math.Sqrt(package.Utilities.Sum(u => (1 - u) * (1 - u)));
    }

    /// <summary>Whether every party gets at least its reservation value; up to a rounding error.</summary>
    internal static bool IsAgreeable(Package package, ImmutableArray<double> reservations)
    {
        for (var party = 0; party < reservations.Length; party++)
            if (package.Utilities[party] < reservations[party] - 1e-9) return false;
        return true;
    }

    private static double Product(Package package, ImmutableArray<double> reservations)
    {
        var product = 1.0;
        for (var party = 0; party < reservations.Length; party++) product *= Math.Max(0, package.Utilities[party] - reservations[party]);
        return product;
    }

    private static double Sum(Package package) => package.Utilities.Sum();

    // For leximin: the least first, then the next.
    private static double[] Ascending(Package package, Func<double, int, double> gain)
    {
        double[] gains = [.. package.Utilities.Select(gain)];
        Array.Sort(gains);
        return gains;
    }

    private static Package Best(ImmutableArray<Package> packages, Func<Package, double[]> key)
    {
        var (best, bestKey) = (packages[0], key(packages[0]));
        foreach (var package in packages.AsSpan()[1..])
        {
            var other = key(package);
            if (Compare(other, bestKey) > 0) (best, bestKey) = (package, other);
        }

        return best;
    }

    private static int Compare(double[] one, double[] other)
    {
        for (var i = 0; i < one.Length; i++)
            if (Math.Abs(one[i] - other[i]) > 1e-12) return one[i].CompareTo(other[i]);
        return 0;
    }
}
