using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>How likely each position that is held is to win where any two of them are put against each other: <see cref="CondorcetElection"/> over the positions of one issue.</summary>
public static class PositionElection
{
    /// <summary>Probability of each of <see cref="DisputedIssue.Positions"/>.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="weight">Weight of an actor in a vote; not negative. Its vote grows in proportion with what it gains in distance.</param>
    /// <param name="outcome">How contests make a distribution.</param>
    public static ImmutableArray<double> Probabilities(DisputedIssue issue, Func<IssueActor, double> weight, ElectionOutcome outcome = ElectionOutcome.MarkovUniform)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(weight);
        var (actors, positions) = (issue.Actors, issue.Positions);
        var (weights, utilities) = (new double[actors.Length], new double[actors.Length * positions.Length]);
        for (var k = 0; k < actors.Length; k++)
        {
            weights[k] = weight(actors[k]);
            for (var i = 0; i < positions.Length; i++) utilities[(k * positions.Length) + i] = 1 - (Math.Abs(actors[k].Position - positions[i]) / 100);
        }

        return [.. new CondorcetElection(Outcome: outcome).Distribution(weights, utilities, positions.Length)];
    }
}
