using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>How likely each position that is held is to win where any two of them are put against each other: the probabilistic Condorcet election of KTAB (Wise, Lester and Efird 2015).</summary>
public static class PositionElection
{
    // Support that everybody has, so that nothing is divided by nothing.
    private const double Floor = 1e-8;

    private const double Settled = 1e-12;
    private const int Rounds = 2000;

    /// <summary>Probability of each position.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="weight">Weight of an actor in a vote; not negative. Its vote grows in proportion with what it gains in distance.</param>
    /// <param name="rule">How wins become probabilities.</param>
    public static ImmutableArray<double> Probabilities(DisputedIssue issue, Func<IssueActor, double> weight, ElectionRule rule = ElectionRule.MarkovUniform)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(weight);
        var (positions, count) = (issue.Positions, issue.Positions.Length);
        var support = new double[count, count];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
            {
                var sum = Floor;
                foreach (var actor in issue.Actors) sum += weight(actor) * Math.Max(0, Math.Abs(actor.Position - positions[j]) - Math.Abs(actor.Position - positions[i])) / 100;
                support[i, j] = sum;
            }

        double Win(int i, int j) => support[i, j] / (support[i, j] + support[j, i]);
        return rule switch
        {
            ElectionRule.Conditional => Conditional(count, Win),
            ElectionRule.MarkovUniform => Markov(count, Win, (_, _) => 1.0 / count),
            _ => Markov(count, Win, (challenger, holder) => Challenge(challenger, holder, count, (i, j) => support[i, j] * Win(i, j))),
        };
    }

    private static ImmutableArray<double> Conditional(int count, Func<int, int, double> win)
    {
        var (probabilities, all) = (new double[count], 0.0);
        for (var i = 0; i < count; i++)
        {
            probabilities[i] = 1;
            for (var j = 0; j < count; j++)
                if (j != i) probabilities[i] *= win(i, j);
            all += probabilities[i];
        }

        return [.. probabilities.Select(each => each / all)];
    }

    private static double Challenge(int challenger, int holder, int count, Func<int, int, double> drive)
    {
        var all = 0.0;
        for (var i = 0; i < count; i++)
            if (i != holder) all += drive(i, holder);
        return drive(challenger, holder) / all;
    }

    // The holder of the place meets a challenger and stays or yields; halfway steps until nothing moves.
    private static ImmutableArray<double> Markov(int count, Func<int, int, double> win, Func<int, int, double> challenge)
    {
        var moves = new double[count, count];
        for (var holder = 0; holder < count; holder++)
            for (var challenger = 0; challenger < count; challenger++)
                if (challenger != holder) moves[holder, challenger] = challenge(challenger, holder) * win(challenger, holder);
        var now = Enumerable.Repeat(1.0 / count, count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = now.ToArray();
            for (var holder = 0; holder < count; holder++)
                for (var challenger = 0; challenger < count; challenger++)
                {
                    var moved = .5 * now[holder] * moves[holder, challenger];
                    next[challenger] += moved;
                    next[holder] -= moved;
                }

            var step = 0.0;
            for (var i = 0; i < count; i++) step = Math.Max(step, Math.Abs(next[i] - now[i]));
            now = next;
            if (step < Settled) break;
        }

        return [.. now];
    }
}
