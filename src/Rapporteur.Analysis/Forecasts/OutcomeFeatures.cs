using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>The ways in which an issue of the Union's may end, and what speaks for each.</summary>
public static class OutcomeFeatures
{
    private const string Commission = "com", Parliament = "ep";

    // Kernel around a position that is held; around the compromise; floors of logarithms; where caring more than others begins to be strong and where it is, what counts as a majority.
    private const double Smear = 2, Wide = 20, ElectionFloor = .01, ShareFloor = .02, Mild = 10, Strong = 30, Majority = .7, Half = 50, Least = 2;

    /// <summary>Names of the features, each with what it starts from before anything is learned.</summary>
    public static ImmutableArray<(string Name, double Start)> Names { get; } =
    [
        ("election", 1), ("share", 0), ("number", 0), ("end", 0), ("distance", 0), ("commission", 0), ("parliament", 0), ("both", 0), ("intensity", 0), ("strong", 0), ("intense-election", 0),
        ("place", 0), ("commission-cares", 0), ("council-majority", 0), ("between", -2), ("width", 0), ("anywhere", -3), ("compromise", -2), ("compromise-with-parliament", 0),
    ];

    /// <summary>The ways, with their features.</summary>
    /// <param name="issue">The issue.</param>
    public static ImmutableArray<OutcomePart> Of(DisputedIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var parts = ImmutableArray.CreateBuilder<OutcomePart>();
        var (positions, mean, caring) = (issue.Positions, issue.Compromise, issue.Actors.Average(actor => actor.Salience));
        double Beyond(IssueActor actor) => Math.Max(0, actor.Salience - caring);
        var election = PositionElection.Probabilities(issue, actor => actor.Weight);
        var intense = PositionElection.Probabilities(issue, actor => actor.Power * (Beyond(actor) + 2));
        var shares = KernelForecaster.Shares(issue, actor => actor.Weight);
        var numbers = KernelForecaster.Shares(issue, _ => 1);
        var intensity = Shares(issue, actor => Beyond(actor) * Beyond(actor));
        var strong = Shares(issue, actor => actor.Power * Math.Clamp((actor.Salience - caring - Mild) / (Strong - Mild), 0, 1));
        var council = Shares(issue, actor => actor.Name is Commission or Parliament ? 0 : actor.Power);
        var (commission, parliament) = (issue.Of(Commission), issue.Of(Parliament));
        for (var j = 0; j < positions.Length; j++)
        {
            var (by, also) = (commission?.Position == positions[j], parliament?.Position == positions[j]);
            parts.Add(new(ScaleDistribution.Around(positions[j], Smear),
            [
                Math.Log(election[j] + ElectionFloor), Math.Log(shares[j] + ShareFloor), Math.Log(numbers[j] + ShareFloor), One(j == 0 || j == positions.Length - 1), Math.Abs(positions[j] - mean) / 100,
                One(by), One(also), One(by && also), intensity[j], strong[j], Math.Log(intense[j] + ShareFloor),
                (positions[j] / 100) - .5, by ? commission!.Salience / 100 : 0, One(council[j] > Majority), 0, 0, 0, 0, 0,
            ]));
        }

        for (var j = 0; j + 1 < positions.Length; j++)
        {
            var width = positions[j + 1] - positions[j];
            if (width < Least) continue;
            var near = (Math.Log(election[j] + ElectionFloor) + Math.Log(election[j + 1] + ElectionFloor)) / 2;
            parts.Add(new(ScaleDistribution.Between(positions[j], positions[j + 1]), Only(("election", near), ("between", 1), ("width", Math.Log(width / Half)))));
        }

        parts.Add(new(ScaleDistribution.Uniform, Only(("anywhere", 1))));
        parts.Add(new(ScaleDistribution.Around(mean, Wide), Only(("compromise", 1), ("compromise-with-parliament", One(parliament is not null)))));
        return parts.ToImmutable();
    }

    // Unlike shares of a forecast: where nobody has weight, nobody has a share.
    private static double[] Shares(DisputedIssue issue, Func<IssueActor, double> weight) =>
        issue.Actors.Sum(weight) > 0 ? [.. KernelForecaster.Shares(issue, weight)] : new double[issue.Positions.Length];

    private static double One(bool holds) => holds ? 1 : 0;

    private static ImmutableArray<double> Only(params ReadOnlySpan<(string Name, double Value)> set)
    {
        var features = new double[Names.Length];
        foreach (var (name, value) in set)
            for (var i = 0; i < features.Length; i++)
                if (Names[i].Name == name) features[i] = value;
        return [.. features];
    }
}
