namespace Rapporteur.Analysis;

/// <summary>Groups of issues that hang together by what their options are worth together, to any party.</summary>
internal static class InteractingIssues
{
    /// <summary>The groups, each sorted, in order of their first issue; an issue that nothing ties to another is alone.</summary>
    internal static List<int[]> Of(PackageProblem problem)
    {
        var group = Enumerable.Range(0, problem.Space.Issues.Length).ToArray();
        foreach (var interaction in problem.Parties.SelectMany(p => p.Interactions))
            for (var i = 1; i < interaction.Where.Length; i++)
            {
                var (one, other) = (group[interaction.Where[0].Issue], group[interaction.Where[i].Issue]);
                for (var j = 0; j < group.Length; j++)
                    if (group[j] == other) group[j] = one;
            }

        return [.. Enumerable.Range(0, group.Length).GroupBy(i => group[i]).Select(g => g.ToArray()).OrderBy(g => g[0])];
    }
}
