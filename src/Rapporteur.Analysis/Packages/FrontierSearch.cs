using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Limits of a search for packages. They count steps, never time, so that the answer is the same on every machine.</summary>
/// <param name="Points">Most partial packages kept after an issue is taken in; beyond it the search goes over to a grid.</param>
/// <param name="Block">Most combinations of issues that interact which are listed; beyond it the search is guided.</param>
/// <param name="Distance">Within which distance of every unbeaten package one is found, where a grid is needed; above 0.</param>
/// <param name="Steps">Most steps of a guided search.</param>
/// <param name="Table">Most combinations that a step of an elimination looks at; beyond it issues are listed or the search is guided.</param>
public sealed record SearchLimits(int Points = 200_000, int Block = 4_000_000, double Distance = 0.01, long Steps = 40_000_000, int Table = 200_000)
{
    /// <summary>The limits that commands take.</summary>
    public static SearchLimits Default { get; } = new();
}

/// <summary>Finds the packages that no other beats. Issues that do not interact are taken in one after the other: a partial package that another beats can never belong to an unbeaten one,
/// for what the rest adds is the same for both (dynamic programming over a separable sum; Ehrgott 2005, "Multicriteria Optimization", chapter 9). Issues that interact are eliminated one by one (<see cref="FrontierElimination"/>)
/// as long as few of them hang on each other at a time, as in a chain or a tree. So spaces far too large to list are searched exactly.</summary>
public sealed class FrontierSearch
{
    // Combinations of issues that hang together which are listed without more ado.
    private const double Listed = 4096;

    private readonly PackageProblem _problem;
    private readonly SearchLimits _limits;
    private readonly bool[][] _allowed;
    private readonly CancellationToken _cancel;

    private FrontierSearch(PackageProblem problem, bool[][] allowed, SearchLimits limits, CancellationToken cancel)
    {
        (_problem, _allowed, _limits, _cancel) = (problem, allowed, limits, cancel);
    }

    private int Width => _problem.Parties.Length;

    /// <summary>The frontier of all packages.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="limits">Limits; null for the default.</param>
    /// <param name="cancel">Stops the search.</param>
    public static Frontier Of(PackageProblem problem, SearchLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Among(problem, problem.Allowed(_ => true), limits ?? SearchLimits.Default, cancel);
    }

    /// <summary>The frontier of the packages that have allowed options only.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="allowed">For each issue and option, whether it is allowed.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="cancel">Stops the search.</param>
    internal static Frontier Among(PackageProblem problem, bool[][] allowed, SearchLimits limits, CancellationToken cancel)
    {
        if (allowed.Any(a => !a.Contains(true))) return new([], SearchGuarantee.Exact, 0, 0);
        var blocks = InteractingIssues.Of(problem);
        int[][] options = [.. allowed.Select(a => Enumerable.Range(0, a.Length).Where(o => a[o]).ToArray())];
        int[] counts = [.. options.Select(o => o.Length)];
        // Few combinations are listed; of more, issues are eliminated one by one; where that needs too large tables, more are listed; else the search is guided.
        var plans = blocks.ConvertAll(block => Combinations(block, allowed) <= Math.Min(Listed, limits.Block) ? null : EliminationPlan.Of(problem, block, counts));
        if (blocks.Where((block, b) => plans[b] is { } plan && plan.Rows > limits.Table && Combinations(block, allowed) > limits.Block).Any()) return new GuidedSearch(problem, allowed, limits, cancel).Run();
        return new FrontierSearch(problem, allowed, limits, cancel).Run(blocks, plans.ConvertAll(plan => plan is null || plan.Rows > limits.Table ? null : new EliminationTables(problem, plan, options)));
    }

    private static double Combinations(int[] block, bool[][] allowed) => block.Aggregate(1.0, (size, issue) => size * allowed[issue].Count(a => a));

    private Frontier Run(List<int[]> blocks, List<EliminationTables?> tables)
    {
        var (looked, isOnGrid, parts) = (0L, false, new List<PartialPackages>());
        var eliminated = tables.Count(t => t is not null);
        for (var b = 0; b < blocks.Count; b++)
        {
            if (tables[b] is { } table)
            {
                // Half of the distance for what is eliminated, half for what is put together from it.
                var elimination = new FrontierElimination(_problem, table, _limits, _cancel);
                if (elimination.Run(_limits.Distance / (2 * eliminated)) is not { } part) return new GuidedSearch(_problem, _allowed, _limits, _cancel).Run();
                parts.Add(part);
                (looked, isOnGrid) = (looked + elimination.Looked, isOnGrid || elimination.IsOnGrid);
                continue;
            }

            var listed = Part(blocks[b]);
            looked += listed.Length;
            parts.Add(listed.Unbeaten(Width));
        }

        var distance = isOnGrid ? _limits.Distance / 2 : _limits.Distance;

        // Small parts first: what is beaten early is never carried on. The sort is stable, so that the order is that of the issues otherwise.
        parts = [.. parts.OrderBy(p => p.Length)];
        var grid = 0.0;
        var whole = parts[0];
        for (var p = 1; p < parts.Count; p++)
        {
            _cancel.ThrowIfCancellationRequested();
            if (grid == 0 && (double)whole.Length * parts[p].Length > 64.0 * _limits.Points) grid = distance / (parts.Count - p);
            looked += (long)whole.Length * parts[p].Length;
            if (grid > 0)
            {
                whole = PartialPackages.OnGrid(whole, parts[p], Width, grid);
                continue;
            }

            whole = PartialPackages.Sum(whole, parts[p], Width, _limits.Points, out var overflow);
            if (!overflow) continue;
            // Too many are unbeaten: from here on one for each cell of a grid is kept.
            grid = distance / (parts.Count - p);
            whole = PartialPackages.OnGrid(whole, PartialPackages.Nothing(Width), Width, grid);
        }

        var packages = whole.Trace(_problem.Space.Issues.Length).Select(options => _problem.At(options));
        return new([.. Unbeaten([.. packages])], grid == 0 && !isOnGrid ? SearchGuarantee.Exact : SearchGuarantee.Within, grid == 0 && !isOnGrid ? 0 : _limits.Distance, looked);
    }

    /// <summary>Those of some packages that no other of them beats.</summary>
    internal static IEnumerable<Package> Unbeaten(List<Package> packages)
    {
        if (packages.Count == 0) return [];
        var width = packages[0].Utilities.Length;
        var points = new double[packages.Count * width];
        for (var i = 0; i < packages.Count; i++) packages[i].Utilities.CopyTo(points.AsSpan(i * width));
        return ParetoFrontier.Of(points, width).Select(i => packages[i]);
    }

    // Every combination of the allowed options of issues that interact, or of one issue alone.
    private PartialPackages Part(int[] block)
    {
        int[][] options = [.. block.Select(issue => Enumerable.Range(0, _allowed[issue].Length).Where(o => _allowed[issue][o]).ToArray())];
        var count = (int)options.Aggregate(1L, (size, o) => size * o.Length);
        var (points, choices) = (new double[count * Width], new int[count * block.Length]);
        var whole = new int[_problem.Space.Issues.Length];
        var within = _problem.Parties.Select(p => p.Interactions.Where(i => i.Where.All(s => block.Contains(s.Issue))).ToArray()).ToArray();
        for (var c = 0; c < count; c++)
        {
            for (var (i, rest) = (block.Length - 1, c); i >= 0; i--)
            {
                (rest, var at) = Math.DivRem(rest, options[i].Length);
                choices[(c * block.Length) + i] = whole[block[i]] = options[i][at];
            }

            for (var p = 0; p < Width; p++)
            {
                var sum = 0.0;
                foreach (var issue in block) sum += _problem.Parties[p].Terms(issue)[whole[issue]];
                foreach (var interaction in within[p])
                    if (interaction.Holds(whole)) sum += interaction.Utility;
                points[(c * Width) + p] = sum;
            }
        }

        return PartialPackages.Leaf(block, points, choices, count);
    }
}
