namespace Rapporteur.Analysis;

/// <summary>The package with the greatest weighted sum of utilities, exactly, and for a package of which some issues are settled the most that the rest can add: dynamic programming over the interaction graph.</summary>
internal sealed class SumElimination
{
    private readonly EliminationTables _tables;
    private readonly double[][] _best;
    private readonly int[][] _choice;
    private readonly int _issues;

    /// <summary>Works the tables out.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="tables">Tables of a plan of all its issues.</param>
    /// <param name="weights">A weight for each party.</param>
    internal SumElimination(PackageProblem problem, EliminationTables tables, ReadOnlySpan<double> weights)
    {
        (_tables, _issues) = (tables, problem.Space.Issues.Length);
        var (steps, whole) = (tables.Plan.Steps, new int[_issues]);
        (_best, _choice) = (new double[steps.Count][], new int[steps.Count][]);
        for (var step = 0; step < steps.Count; step++)
        {
            var rows = tables.Rows(step);
            (_best[step], _choice[step]) = (new double[rows], new int[rows]);
            for (var row = 0; row < rows; row++)
            {
                tables.Settle(step, row, whole);
                _best[step][row] = double.NegativeInfinity;
                foreach (var option in tables.OptionsOf(step))
                {
                    whole[steps[step].Issue] = option;
                    var sum = Rest(step, whole);
                    for (var party = 0; party < weights.Length; party++) sum += weights[party] * tables.Worth(step, party, whole);
                    if (sum > _best[step][row]) (_best[step][row], _choice[step][row]) = (sum, option);
                }
            }

            if (steps[step].Others.Length == 0) Most += _best[step][0];
        }
    }

    /// <summary>The greatest sum.</summary>
    internal double Most { get; }

    /// <summary>A package that has it.</summary>
    internal int[] Package()
    {
        var whole = new int[_issues];
        for (var step = _best.Length - 1; step >= 0; step--) whole[_tables.Plan.Steps[step].Issue] = _choice[step][_tables.RowOf(step, whole)];
        return whole;
    }

    /// <summary>The most that the issues eliminated before a step and hanging on it add, where its issue and its others are settled.</summary>
    internal double Rest(int step, int[] whole)
    {
        var sum = 0.0;
        foreach (var child in _tables.Plan.Steps[step].Children) sum += _best[child][_tables.RowOf(child, whole)];
        return sum;
    }

    /// <summary>The most that a step and all that hangs on it add, where its others are settled.</summary>
    internal double From(int step, int[] whole) => _best[step][_tables.RowOf(step, whole)];
}
