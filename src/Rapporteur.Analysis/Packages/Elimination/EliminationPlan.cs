namespace Rapporteur.Analysis;

/// <summary>The order in which issues that hang together are eliminated, each time the one whose table is smallest (Bertelè and Brioschi 1972; Dechter 1999, "Bucket elimination").
/// Along a chain a table has as many rows as a neighbour has options, however long the chain is.</summary>
internal sealed class EliminationPlan
{
    private EliminationPlan(List<EliminationStep> steps, double rows) => (Steps, Rows) = (steps, rows);

    /// <summary>The steps, in order; the last has no others.</summary>
    internal List<EliminationStep> Steps { get; }

    /// <summary>Combinations that the largest step looks at: the options of its issue and of the others.</summary>
    internal double Rows { get; }

    /// <summary>A plan for some issues.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="block">The issues, which hang together by what options are worth together.</param>
    /// <param name="counts">For each issue of the problem, how many options are allowed.</param>
    internal static EliminationPlan Of(PackageProblem problem, int[] block, int[] counts)
    {
        var near = block.ToDictionary(issue => issue, _ => new SortedSet<int>());
        foreach (var interaction in problem.Parties.SelectMany(p => p.Interactions))
            foreach (var one in interaction.Where)
                foreach (var other in interaction.Where)
                    if (one.Issue != other.Issue && near.TryGetValue(one.Issue, out var others)) others.Add(other.Issue);
        var (steps, most, stepOf) = (new List<EliminationStep>(), 0.0, new Dictionary<int, int>());
        while (near.Count > 0)
        {
            var (next, rows) = (-1, double.PositiveInfinity);
            // The lowest of several, for the same plan everywhere.
            foreach (var issue in block)
                if (near.TryGetValue(issue, out var others) && others.Aggregate((double)counts[issue], (product, o) => product * counts[o]) is var size && size < rows) (next, rows) = (issue, size);
            most = Math.Max(most, rows);
            steps.Add(new(next, [.. near[next]], []));
            stepOf[next] = steps.Count - 1;
            foreach (var other in near[next])
            {
                near[other].UnionWith(near[next]);
                near[other].Remove(other);
                near[other].Remove(next);
            }

            near.Remove(next);
        }

        // A table is looked up where the first of the issues that it hangs on is eliminated.
        for (var s = 0; s < steps.Count; s++)
            if (steps[s].Others.Length > 0) steps[steps[s].Others.Min(other => stepOf[other])].Children.Add(s);

        return new(steps, most);
    }
}
