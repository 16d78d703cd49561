namespace Rapporteur.Analysis;

/// <summary>Walks the rows of the tables of a plan: every way to settle the issues of a step, what each party has by what is decided there, and where the row stands in the tables of earlier steps.</summary>
internal sealed class EliminationTables
{
    private readonly PackageProblem _problem;
    private readonly int[][] _options;
    private readonly Interaction[][][] _here;

    /// <summary>The tables.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="options">For each issue of the problem, the options that are allowed.</param>
    internal EliminationTables(PackageProblem problem, EliminationPlan plan, int[][] options)
    {
        (_problem, Plan, _options) = (problem, plan, options);
        // An interaction is counted at the first of its issues that is eliminated: all its others are still there.
        var stepOf = plan.Steps.Select((step, s) => (step.Issue, s)).ToDictionary(each => each.Issue, each => each.s);
        _here = [.. plan.Steps.Select((_, s) => problem.Parties.Select(p => p.Interactions.Where(i => i.Where.All(set => stepOf.ContainsKey(set.Issue)) && i.Where.Min(set => stepOf[set.Issue]) == s).ToArray()).ToArray())];
    }

    /// <summary>The plan.</summary>
    internal EliminationPlan Plan { get; }

    /// <summary>Rows of the table of a step: ways to settle its others.</summary>
    internal int Rows(int step) => Plan.Steps[step].Others.Aggregate(1, (rows, other) => rows * _options[other].Length);

    /// <summary>Settles the others of a step as its row says.</summary>
    internal void Settle(int step, int row, int[] whole)
    {
        var others = Plan.Steps[step].Others;
        for (var o = others.Length - 1; o >= 0; o--)
        {
            (row, var at) = Math.DivRem(row, _options[others[o]].Length);
            whole[others[o]] = _options[others[o]][at];
        }
    }

    /// <summary>The row of a step's table for a package of which its others are settled.</summary>
    internal int RowOf(int step, int[] whole)
    {
        var row = 0;
        foreach (var other in Plan.Steps[step].Others) row = (row * _options[other].Length) + Array.IndexOf(_options[other], whole[other]);
        return row;
    }

    /// <summary>The options of the issue of a step.</summary>
    internal int[] OptionsOf(int step) => _options[Plan.Steps[step].Issue];

    /// <summary>What a party has by the option that is settled at a step.</summary>
    internal double Worth(int step, int party, int[] whole)
    {
        var issue = Plan.Steps[step].Issue;
        var worth = _problem.Parties[party].Terms(issue)[whole[issue]];
        foreach (var interaction in _here[step][party])
            if (interaction.Holds(whole)) worth += interaction.Utility;
        return worth;
    }
}
