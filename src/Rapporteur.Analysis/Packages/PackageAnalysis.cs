using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Says of a problem what can be said: frontier, what rules of fair division pick, the zone of agreement or what would open one, exchanges, and how packages stand where weights are not known exactly.</summary>
public static class PackageAnalysis
{
    /// <summary>Most packages of a frontier that are compared under drawn weights.</summary>
    public const int MostCompared = 60;

    /// <summary>The findings.</summary>
    /// <param name="table">What the analyst put in.</param>
    /// <param name="limits">Limits of searches; null for the default.</param>
    /// <param name="draws">How often weights are drawn where they are ranges or orders.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="threads">How many threads may draw; the findings do not depend on it.</param>
    /// <param name="cancel">Stops the analysis.</param>
    public static PackageFindings Of(PackageTable table, SearchLimits? limits = null, int draws = 10_000, ulong seed = 1, int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(table.Likeliest(), limits, table.From, frontier => table.Parties.All(p => p.IsExact) ? [] : AcceptabilityAnalysis.Of(table, frontier.Spread(MostCompared), draws, seed, threads, cancel), cancel);
    }

    /// <summary>The findings of a problem whose numbers are exact.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="limits">Limits of searches; null for the default.</param>
    /// <param name="from">Where exchanges start, issue by issue; empty for a split issue by issue.</param>
    /// <param name="cancel">Stops the analysis.</param>
    public static PackageFindings Of(PackageProblem problem, SearchLimits? limits = null, ImmutableArray<int> from = default, CancellationToken cancel = default) => Of(problem, limits, from, _ => [], cancel);

    private static PackageFindings Of(PackageProblem problem, SearchLimits? limits, ImmutableArray<int> from, Func<Frontier, ImmutableArray<Acceptability>> acceptabilities, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var frontier = FrontierSearch.Of(problem, limits, cancel);
        var (zone, agreeable) = ZoneSearch.Of(problem, limits, frontier, cancel);
        // Rules pick from what all may agree to; where there is no such package, from all, so that a reader sees what red lines cost.
        var solutions = SolutionPoints.Of(zone.IsOpen ? agreeable.Packages : frontier.Packages, [.. problem.Parties.Select(p => p.Reservation)]);
        var promise = (zone.IsOpen ? agreeable : frontier).Guarantee;
        if (zone.IsOpen && promise != SearchGuarantee.Exact)
        {
            (solutions, var certain) = SolutionSearch.Of(problem, solutions, limits, cancel);
            if (certain == SearchGuarantee.Exact) promise = certain;
        }

        var start = from.IsDefaultOrEmpty ? LogrollSearch.IssueByIssue(problem) : problem.At(from.AsSpan());
        return new(problem.Space, [.. problem.Parties.Select(p => p.Party)], [.. problem.Parties.Select(p => p.Reservation)], problem.RedLines, frontier, solutions, solutions.Where(s => s.Kind == SolutionKind.KalaiSmorodinsky).Min(s => SolutionPoints.Opposition(s.Package)), zone, agreeable,
            start, LogrollSearch.Of(problem, start, cancel: cancel), acceptabilities(agreeable.Packages.IsEmpty ? frontier : agreeable))
        { SolutionGuarantee = promise };
    }
}
