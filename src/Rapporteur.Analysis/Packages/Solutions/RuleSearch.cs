namespace Rapporteur.Analysis;

/// <summary>Finds what a rule of fair division picks where the frontier is too long to list: branch and bound over the issues, with bounds on what is left from the elimination of weighted sums (<see cref="SumElimination"/>).
/// Where it comes to its end within its steps, no package has a greater value.</summary>
internal sealed class RuleSearch
{
    private const double Same = 1e-12;
    private const double Slack = 1e-9;

    private readonly PackageProblem _problem;
    private readonly EliminationTables _tables;
    private readonly RuleValue _rule;
    private readonly double[][] _weights;
    private readonly SumElimination[] _sums;
    private readonly long _most;
    private readonly CancellationToken _cancel;
    private readonly int[] _whole;
    private readonly double[] _utilities;
    private readonly double[][] _bounds;
    private readonly double[][] _so;
    private long _steps;

    private RuleSearch(PackageProblem problem, EliminationTables tables, RuleValue rule, List<(double[] Weights, SumElimination Sum)> sums, long most, CancellationToken cancel)
    {
        (_problem, _tables, _rule, _most, _cancel) = (problem, tables, rule, most, cancel);
        (_weights, _sums) = ([.. sums.Select(s => s.Weights)], [.. sums.Select(s => s.Sum)]);
        (_whole, _utilities) = (new int[problem.Space.Issues.Length], new double[problem.Parties.Length]);
        var steps = tables.Plan.Steps.Count;
        // For each depth what weighted sums can reach, and what parties have so far.
        (_bounds, _so) = ([.. Enumerable.Range(0, steps + 1).Select(_ => new double[_sums.Length])], [.. Enumerable.Range(0, steps + 1).Select(_ => new double[_utilities.Length])]);
    }

    private double Best { get; set; } = double.NegativeInfinity;

    private int[]? Found { get; set; }

    /// <summary>The package with the greatest value among those that give everybody his reservation value, and whether that is certain.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="tables">Tables of a plan of all its issues.</param>
    /// <param name="rule">What is to be greatest.</param>
    /// <param name="known">A package to begin with that gives everybody his reservation value; null where none is known.</param>
    /// <param name="most">Most steps.</param>
    /// <param name="cancel">Stops the search.</param>
    internal static (int[]? Package, bool IsCertain) Of(PackageProblem problem, EliminationTables tables, RuleValue rule, int[]? known, long most, CancellationToken cancel)
    {
        var search = new RuleSearch(problem, tables, rule, Sums(problem, tables, rule, known), most, cancel);
        if (known is not null) search.Offer(known, problem.At(known).Utilities.AsSpan());
        for (var s = 0; s < search._sums.Length; s++) search._bounds[^1][s] = search._sums[s].Most;
        if (search.CanBeat(search._bounds[^1])) search.Branch(tables.Plan.Steps.Count - 1);
        return (search.Found, search._steps < most);
    }

    // One sum for each party alone, the plain sum, and weights that make the bound of the rule small: downhill from even weights, or from those at which the package that is known would be best.
    private static List<(double[] Weights, SumElimination Sum)> Sums(PackageProblem problem, EliminationTables tables, RuleValue rule, int[]? known)
    {
        var width = problem.Parties.Length;
        var sums = new List<(double[] Weights, SumElimination Sum)>();
        for (var p = 0; p <= width; p++) Add([.. Enumerable.Range(0, width).Select(q => p == width || p == q ? 1.0 : 0)]);
        if (rule.Kind is null or Domain.SolutionKind.Welfare || width == 1) return sums;
        var weights = new double[width];
        var start = known is null ? null : problem.At(known).Utilities.Select((u, p) => u - rule.Reservations[p]).ToArray();
        for (var p = 0; p < width; p++) weights[p] = 1 / Math.Max(.01, rule.Kind == Domain.SolutionKind.Nash ? start?[p] ?? 1 : rule.Ranges[p]);
        var (best, bestBound) = (weights, double.PositiveInfinity);
        for (var round = 0; round < 40; round++)
        {
            var sum = new SumElimination(problem, tables, weights);
            var bound = rule.Bound(sum.Most, weights);
            if (bound < bestBound) (best, bestBound) = ([.. weights], bound);
            // Who gains little by the package that is best for these weights weighs more in the next.
            var utilities = problem.At(sum.Package()).Utilities;
            var gains = utilities.Select((u, p) => (u - rule.Reservations[p]) * (rule.Kind == Domain.SolutionKind.Nash ? weights[p] : 1 / Math.Max(Slack, rule.Ranges[p]))).ToArray();
            var mean = gains.Average();
            for (var p = 0; p < width; p++) weights[p] *= Math.Exp(Math.Clamp((mean - gains[p]) / Math.Max(Slack, Math.Abs(mean)), -1, 1) / (round + 2));
        }

        Add(best);
        return sums;

        void Add(double[] each) => sums.Add((each, new SumElimination(problem, tables, each)));
    }

    // The steps from the last to the first: the others of each are settled by then.
    private void Branch(int step)
    {
        if (_steps >= _most) return;
        if (step < 0)
        {
            Offer(_whole, _so[0]);
            return;
        }

        _cancel.ThrowIfCancellationRequested();
        var (issue, options) = (_tables.Plan.Steps[step].Issue, _tables.OptionsOf(step));
        var order = new (double Promise, int Option)[options.Length];
        for (var o = 0; o < options.Length; o++)
        {
            _whole[issue] = options[o];
            order[o] = (-Reach(step), options[o]);
        }

        Array.Sort(order);
        foreach (var (promise, option) in order)
        {
            if (-promise <= Best + Same) return;
            _steps++;
            _whole[issue] = option;
            Reach(step);
            if (CanBeat(_bounds[step])) Branch(step - 1);
        }
    }

    // Settles an option: what the weighted sums can still reach, and the bound of the rule.
    private double Reach(int step)
    {
        var least = double.PositiveInfinity;
        for (var p = 0; p < _utilities.Length; p++) _utilities[p] = _tables.Worth(step, p, _whole);
        for (var p = 0; p < _utilities.Length; p++) _so[step][p] = _so[step + 1][p] + _utilities[p];
        for (var s = 0; s < _sums.Length; s++)
        {
            var sum = _bounds[step + 1][s] - _sums[s].From(step, _whole) + _sums[s].Rest(step, _whole);
            for (var p = 0; p < _utilities.Length; p++) sum += _weights[s][p] * _utilities[p];
            _bounds[step][s] = sum;
            least = Math.Min(least, _rule.Bound(sum, _weights[s]));
        }

        return least;
    }

    // Whether everybody can still have his reservation value, and the rule more than is found.
    private bool CanBeat(double[] bounds)
    {
        for (var p = 0; p < _utilities.Length; p++)
            if (bounds[p] < _rule.Reservations[p] - Slack) return false;
        if (_rule.Kind is not null)
        {
            // What each could have at best, all at once.
            if (_rule.Of(bounds.AsSpan(0, _utilities.Length)) <= Best + Same) return false;
        }

        for (var s = 0; s < _sums.Length; s++)
            if (_rule.Bound(bounds[s], _weights[s]) <= Best + Same) return false;
        return true;
    }

    private void Offer(int[] whole, ReadOnlySpan<double> utilities)
    {
        for (var p = 0; p < utilities.Length; p++)
            if (utilities[p] < _rule.Reservations[p] - Slack) return;
        if (_rule.Of(utilities) is var value && value > Best + Same) (Best, Found) = (value, (int[])whole.Clone());
    }
}
