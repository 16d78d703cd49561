using System.Collections.Immutable;
using System.Numerics;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The zone of possible agreement (Raiffa 1982): packages that cross no red line and give every party at least its reservation value. Where it is empty, the smallest sets of red lines and
/// reservation values that would have to go, by the search that finds the smallest concessions of a deadlock.</summary>
public sealed class ZoneSearch
{
    private const long MostSteps = 400;
    private const double Counted = 2_000_000;

    private readonly PackageProblem _problem;
    private readonly SearchLimits _limits;
    private readonly CancellationToken _cancel;
    private readonly Dictionary<string, Frontier> _known = new(StringComparer.Ordinal);

    private ZoneSearch(PackageProblem problem, SearchLimits limits, CancellationToken cancel)
    {
        (_problem, _limits, _cancel) = (problem, limits, cancel);
    }

    /// <summary>The zone, and the unbeaten packages within it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="limits">Limits; null for the default.</param>
    /// <param name="whole">The frontier of all packages where it is known already; null where not.</param>
    /// <param name="cancel">Stops the search.</param>
    public static (AgreementZone Zone, Frontier Agreeable) Of(PackageProblem problem, SearchLimits? limits = null, Frontier? whole = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var search = new ZoneSearch(problem, limits ?? SearchLimits.Default, cancel);
        if (whole is not null) search._known.Add(Key(problem.Allowed(_ => true)), whole);
        return search.Run();
    }

    private int Lines => _problem.RedLines.Length;

    private (AgreementZone Zone, Frontier Agreeable) Run()
    {
        var none = new bool[Lines + _problem.Parties.Length];
        var within = Frontier(none);
        var agreeable = within with { Packages = [.. within.Packages.Where(p => Satisfies(p, none))] };
        if (!agreeable.Packages.IsEmpty)
            return (new(true, Count(), [], true, [.. _problem.Parties.Select(_ => (double?)0)]), agreeable);
        var (sets, all) = new ConcessionSearch(none.Length, dropped => Frontier(dropped).Packages.Any(p => Satisfies(p, dropped)), 1).Run(MostSteps);
        var openings = sets.Where(s => !s.IsEmpty).Select(set => set.Select(BarOf).ToImmutableArray()).ToImmutableArray();
        return (new(false, BigInteger.Zero, openings, all, [.. Enumerable.Range(0, _problem.Parties.Length).Select(Shortfall)]), agreeable);
    }

    private Bar BarOf(int index) => index < Lines ? new(_problem.RedLines[index].Party, _problem.RedLines[index]) : new(index - Lines, null);

    // Where everybody else has at least its reservation value, the most that this party could have.
    private double? Shortfall(int party)
    {
        var dropped = new bool[Lines + _problem.Parties.Length];
        dropped[Lines + party] = true;
        var most = Frontier(dropped).Packages.Where(p => Satisfies(p, dropped)).Select(p => (double?)p.Utilities[party]).Max();
        return most is { } best ? Math.Max(0, _problem.Parties[party].Reservation - best) : null;
    }

    private bool Satisfies(Package package, bool[] dropped)
    {
        for (var p = 0; p < _problem.Parties.Length; p++)
            if (!dropped[Lines + p] && package.Utilities[p] < _problem.Parties[p].Reservation - 1e-9) return false;
        return true;
    }

    private Frontier Frontier(bool[] dropped)
    {
        var allowed = _problem.Allowed(line => dropped[line]);
        // Red lines that rule out the same options leave the same packages.
        var key = Key(allowed);
        if (_known.TryGetValue(key, out var known)) return known;
        return _known[key] = FrontierSearch.Among(_problem, allowed, _limits, _cancel);
    }

    private static string Key(bool[][] allowed) => string.Concat(allowed.SelectMany(a => a.Select(o => o ? '1' : '0')));

    private BigInteger? Count()
    {
        var allowed = _problem.Allowed(_ => false);
        int[][] options = [.. allowed.Select(a => Enumerable.Range(0, a.Length).Where(o => a[o]).ToArray())];
        if (options.Aggregate(1.0, (size, o) => size * o.Length) > Counted) return null;
        var (at, whole, count) = (new int[options.Length], new int[options.Length], 0L);
        while (true)
        {
            for (var i = 0; i < at.Length; i++) whole[i] = options[i][at[i]];
            if (_problem.Parties.All(p => p.Of(whole) >= p.Reservation - 1e-9)) count++;
            var next = at.Length - 1;
            while (next >= 0 && ++at[next] == options[next].Length) at[next--] = 0;
            if (next < 0) return count;
        }
    }
}
