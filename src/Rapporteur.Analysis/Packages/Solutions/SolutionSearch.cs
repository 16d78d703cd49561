using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What rules of fair division pick where a frontier is known within a distance only: each rule is searched for by itself, from what it picks among the packages that are known.</summary>
public static class SolutionSearch
{
    /// <summary>The points, and how much they can promise: exact where no package has a greater value by any rule; of leximin rules, no greater least share.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="known">What the rules pick among the packages that are known, all of which satisfy everybody.</param>
    /// <param name="limits">Limits of searches; null for the default.</param>
    /// <param name="cancel">Stops the search.</param>
    public static (ImmutableArray<SolutionPoint> Points, SearchGuarantee Guarantee) Of(PackageProblem problem, ImmutableArray<SolutionPoint> known, SearchLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        limits ??= SearchLimits.Default;
        int[][] options = [.. problem.Allowed(_ => false).Select(a => Enumerable.Range(0, a.Length).Where(o => a[o]).ToArray())];
        var plan = EliminationPlan.Of(problem, [.. Enumerable.Range(0, options.Length)], [.. options.Select(o => o.Length)]);
        if (plan.Rows > limits.Table) return (known, SearchGuarantee.None);
        var (tables, reservations, isCertain) = (new EliminationTables(problem, plan, options), problem.Parties.Select(p => p.Reservation).ToArray(), true);
        double[] ones = [.. reservations.Select(_ => 1.0)];
        var most = limits.Steps / 100;
        // What each could have at best, where everybody else has his reservation value.
        var ranges = new double[reservations.Length];
        for (var p = 0; p < ranges.Length; p++)
        {
            var start = known.MaxBy(point => point.Package.Utilities[p])!.Package;
            ranges[p] = Best(new(null, reservations, ones, p), start).Utilities[p] - reservations[p];
        }

        var points = ImmutableArray.CreateBuilder<SolutionPoint>();
        foreach (var group in known.GroupBy(point => point.Kind))
        {
            var rule = new RuleValue(group.Key, reservations, group.Key == SolutionKind.KalaiSmorodinsky ? ranges : ones);
            var start = group.MaxBy(point => rule.Of(point.Package.Utilities.AsSpan()))!.Package;
            var best = Best(rule, start);
            if (ReferenceEquals(best, start)) points.AddRange(group);
            else points.Add(new(group.Key, best));
        }

        return (points.ToImmutable(), isCertain ? SearchGuarantee.Exact : SearchGuarantee.None);

        Package Best(RuleValue rule, Package start)
        {
            var (found, certain) = RuleSearch.Of(problem, tables, rule, [.. start.Options], most, cancel);
            isCertain &= certain;
            return found is null || rule.Of(problem.At(found).Utilities.AsSpan()) <= rule.Of(start.Utilities.AsSpan()) + 1e-12 ? start : problem.At(found);
        }
    }
}
