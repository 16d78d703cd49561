using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What rules of fair division pick among packages. Each rule picks an unbeaten package, so that a frontier is enough to ask.</summary>
public static class SolutionPoints
{
    /// <summary>What each rule picks, rule by rule: a point for each of the packages that it holds equal, in their order, so that no party is favoured by where it stands.</summary>
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
            .. Best(SolutionKind.Nash, agreeable, p => [Product(p, reservations), Sum(p)]),
            .. Best(SolutionKind.KalaiSmorodinsky, agreeable, p => Ascending(p, (u, party) => ideal[party] > reservations[party] ? (u - reservations[party]) / (ideal[party] - reservations[party]) : 1)),
            .. Best(SolutionKind.Egalitarian, agreeable, p => Ascending(p, (u, party) => u - reservations[party])),
            .. Best(SolutionKind.Welfare, agreeable, p => [Sum(p), p.Utilities.Min()]),
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

    private static IEnumerable<SolutionPoint> Best(SolutionKind rule, ImmutableArray<Package> packages, Func<Package, double[]> key)
    {
        double[][] keys = [.. packages.Select(key)];
        var best = keys[0];
        foreach (var other in keys)
            if (Compare(other, best) > 0) best = other;
        return packages.Where((_, i) => Compare(keys[i], best) == 0).Select(p => new SolutionPoint(rule, p));
    }

    private static int Compare(double[] one, double[] other)
    {
        for (var i = 0; i < one.Length; i++)
            if (Math.Abs(one[i] - other[i]) > 1e-12) return one[i].CompareTo(other[i]);
        return 0;
    }
}
