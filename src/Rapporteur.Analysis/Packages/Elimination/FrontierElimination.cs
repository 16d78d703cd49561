namespace Rapporteur.Analysis;

/// <summary>The unbeaten packages of issues that hang together, by elimination of one issue after the other (Rollón and Larrosa 2006, "Bucket elimination for multiobjective optimization problems"):
/// for every way to settle the neighbours of an issue the unbeaten ways to settle it and all that was eliminated before are kept.</summary>
internal sealed class FrontierElimination
{
    private readonly EliminationTables _tables;
    private readonly SearchLimits _limits;
    private readonly int _width;
    private readonly int _issues;
    private readonly CancellationToken _cancel;
    private long _work;

    /// <summary>A search.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="tables">The tables of the plan.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="cancel">Stops the search.</param>
    internal FrontierElimination(PackageProblem problem, EliminationTables tables, SearchLimits limits, CancellationToken cancel)
    {
        (_tables, _limits, _width, _issues, _cancel) = (tables, limits, problem.Parties.Length, problem.Space.Issues.Length, cancel);
    }

    /// <summary>How many partial packages were looked at.</summary>
    internal long Looked { get; private set; }

    /// <summary>Whether a grid was needed.</summary>
    internal bool IsOnGrid { get; private set; }

    /// <summary>The unbeaten packages; where too many are, one for each cell of a grid, within a distance of every one that is left out; null where even these are too many.</summary>
    /// <param name="distance">The distance.</param>
    internal PartialPackages? Run(double distance)
    {
        if (Eliminated(0.0) is { } exact) return exact;
        (IsOnGrid, _work) = (true, 0);
        // What is lost where a grid is laid is carried on. It is laid once a step and once for each child beyond the first: fewer than twice as often as there are steps.
        return Eliminated(distance / (2 * _tables.Plan.Steps.Count));
    }

    private PartialPackages? Eliminated(double cell)
    {
        var found = new PartialPackages[_tables.Plan.Steps.Count][];
        for (var step = 0; step < found.Length; step++)
        {
            _cancel.ThrowIfCancellationRequested();
            if (Table(step, found, cell) is not { } table) return null;
            found[step] = table;
        }

        return found[^1][0];
    }

    // The table of a step; null where it takes too much work or, without a grid, grows too large.
    private PartialPackages[]? Table(int step, PartialPackages[][] found, double cell)
    {
        var plan = _tables.Plan.Steps[step];
        var table = new PartialPackages[_tables.Rows(step)];
        var (whole, points, kept) = (new int[_issues], new double[_width], 0L);
        for (var row = 0; row < table.Length; row++)
        {
            _tables.Settle(step, row, whole);
            var ways = new List<PartialPackages>();
            foreach (var option in _tables.OptionsOf(step))
            {
                whole[plan.Issue] = option;
                for (var party = 0; party < _width; party++) points[party] = _tables.Worth(step, party, whole);
                var way = PartialPackages.Leaf([plan.Issue], [.. points], [option], 1);
                foreach (var child in plan.Children)
                {
                    var before = found[child][_tables.RowOf(child, whole)];
                    Looked += (long)way.Length * before.Length;
                    _work += (long)way.Length * before.Length;
                    if (_work > _limits.Steps / 4) return null;
                    way = way.Length == 1 ? PartialPackages.Moved(way, before, _width) : cell > 0 ? PartialPackages.OnGrid(way, before, _width, cell) : PartialPackages.Sum(way, before, _width, int.MaxValue, out _);
                }

                ways.Add(way);
            }

            table[row] = PartialPackages.Either(ways, _width);
            if (cell > 0 && table[row].Length > 1) table[row] = PartialPackages.OnGrid(table[row], PartialPackages.Nothing(_width), _width, cell);
            kept += table[row].Length;
            // Among more than three parties each package is compared with a good part of those that stay.
            if (_width > 3) _work += ways.Sum(way => (long)way.Length) * table[row].Length / 64;
            if (cell == 0 && kept > _limits.Points) return null;
        }

        return table;
    }
}
