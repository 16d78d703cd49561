using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>An election over options among voters of different weight, whose outcome is a distribution: the probabilistic Condorcet election.</summary>
/// <remarks>
/// Each pair of options is voted on; the strength of the coalition for the one is c<sub>ij</sub> = 10⁻⁸ + Σ<sub>k</sub> max(0, w<sub>k</sub> f(u<sub>ki</sub> − u<sub>kj</sub>)),
/// the odds of victory P<sub>ij</sub> follow from c<sub>ij</sub> and c<sub>ji</sub>, and the odds of all pairs make one distribution. B. P. Wise, L. Lester and B. Efird, “An Introduction to the KAPSARC Toolkit for Behavioral Analysis”, KAPSARC 2015.
/// Sums run over voters in their order, so that results are the same on every processor.
/// </remarks>
/// <param name="Votes">How strongly a voter votes by difference of utility; proportional by default.</param>
/// <param name="Victory">How likely a coalition is to win; linear by default.</param>
/// <param name="Outcome">How contests make a distribution; conditional by default.</param>
public sealed record CondorcetElection(VoteRule Votes = VoteRule.Proportional, VictoryRule Victory = VictoryRule.Linear, ElectionOutcome Outcome = ElectionOutcome.Conditional)
{
    private const double LeastCoalition = 1e-8;
    private const double OwnIncentive = 1e-10;

    /// <summary>How likely each option is to come out.</summary>
    /// <param name="weights">Voters' weights; finite, not negative.</param>
    /// <param name="utilities">Utility of every option to every voter, voter by voter; finite.</param>
    /// <param name="options">How many options there are; at least one.</param>
    /// <exception cref="ArgumentException">A weight is negative or not a number, a utility is not a number, or their count is not voters times options.</exception>
    public double[] Distribution(ReadOnlySpan<double> weights, ReadOnlySpan<double> utilities, int options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options);
        var into = new double[options];
        Distribute(weights, utilities, into, new());
        return into;
    }

    /// <summary>The same, into a place of the caller's and without allocating.</summary>
    /// <param name="weights">Voters' weights; finite, not negative.</param>
    /// <param name="utilities">Utility of every option to every voter, voter by voter; finite.</param>
    /// <param name="into">Probability of each option; as long as there are options.</param>
    /// <param name="space">Room to compute in.</param>
    /// <exception cref="ArgumentException">A weight is negative or not a number, a utility is not a number, or their count is not voters times options.</exception>
    public void Distribute(ReadOnlySpan<double> weights, ReadOnlySpan<double> utilities, Span<double> into, ElectionSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var (voters, options) = (weights.Length, into.Length);
        if (options == 0) throw new ArgumentException("An election has at least one option.", nameof(into));
        if (utilities.Length != voters * options) throw new ArgumentException($"{voters} voters have {voters * options} utilities of {options} options, and {utilities.Length} were given.", nameof(utilities));
        foreach (var weight in weights)
            if (!(double.IsFinite(weight) && weight >= 0)) throw new ArgumentException($"A voter's weight is {weight}; it is finite and not negative.", nameof(weights));
        foreach (var utility in utilities)
            if (!double.IsFinite(utility)) throw new ArgumentException($"A utility is {utility}; it is a finite number.", nameof(utilities));
        space.Fit(voters, options);
        for (var voter = 0; voter < voters; voter++) utilities.Slice(voter * options, options).CopyTo(space.Utilities.AsSpan(voter * space.Stride));
        Distribute(weights, into, space);
    }

    /// <summary>Coalitions, odds and the distribution of utilities that lie in the space already, rows padded to its stride.</summary>
    internal void Distribute(ReadOnlySpan<double> weights, Span<double> into, ElectionSpace space)
    {
        switch (Votes)
        {
            case VoteRule.Binary: Coalitions<BinaryVote>(weights, into.Length, space); break;
            case VoteRule.ProportionalBinary: Coalitions<ProportionalBinaryVote>(weights, into.Length, space); break;
            case VoteRule.ProportionalCubic: Coalitions<ProportionalCubicVote>(weights, into.Length, space); break;
            case VoteRule.Cubic: Coalitions<CubicVote>(weights, into.Length, space); break;
            case VoteRule.AsymmetricProspect: Coalitions<AsymmetricProspectVote>(weights, into.Length, space); break;
            default: Coalitions<ProportionalVote>(weights, into.Length, space); break;
        }

        Contests(into.Length, space);
        if (Outcome == ElectionOutcome.Conditional) Condition(into, space);
        else if (Outcome == ElectionOutcome.MarkovUniform) Uniform(into, space);
        else Incentive(into, space);
    }

    /// <summary>Strength of the coalition for each option (row) against each other (column). A vote is taken once, by who prefers the later option to the earlier, as KTAB takes it.</summary>
    private static void Coalitions<TVote>(ReadOnlySpan<double> weights, int options, ElectionSpace space)
        where TVote : struct, IVote
    {
        var (stride, utilities, strengths, opposed) = (space.Stride, space.Utilities, space.Strengths, space.Opposed);
        for (var i = 0; i < options; i++)
        {
            for (var j = 0; j < i; j += Vector<double>.Count)
            {
                var (pro, contra) = (new Vector<double>(LeastCoalition), new Vector<double>(LeastCoalition));
                for (var voter = 0; voter < weights.Length; voter++)
                {
                    var row = voter * stride;
                    var vote = TVote.Of(new(weights[voter]), new Vector<double>(utilities[row + i]) - new Vector<double>(utilities, row + j));
                    pro += Vector.Max(vote, Vector<double>.Zero);
                    contra += Vector.Max(-vote, Vector<double>.Zero);
                }

                pro.CopyTo(strengths, (i * stride) + j);
                contra.CopyTo(opposed, j);
            }

            for (var j = 0; j < i; j++) strengths[(j * stride) + i] = opposed[j];
            strengths[(i * stride) + i] = LeastCoalition;
        }
    }

    private void Contests(int options, ElectionSpace space)
    {
        var (stride, strengths, odds) = (space.Stride, space.Strengths, space.Odds);
        for (var i = 0; i < options; i++)
        {
            for (var j = 0; j < i; j++)
                (odds[(i * stride) + j], odds[(j * stride) + i]) = Victory.Odds(strengths[(i * stride) + j], strengths[(j * stride) + i]);
            odds[(i * stride) + i] = 0.5;
        }
    }

    private static void Condition(Span<double> into, ElectionSpace space)
    {
        var (stride, odds, total) = (space.Stride, space.Odds, 0.0);
        for (var i = 0; i < into.Length; i++)
        {
            var all = 1.0;
            for (var j = 0; j < into.Length; j++) all *= odds[(i * stride) + j];
            into[i] = all;
            total += all;
        }

        if (total < 1e-280) total = ConditionByLogarithms(into, space);
        for (var i = 0; i < into.Length; i++) into[i] /= total;
    }

    // Among very many options no product may be left above zero: then relative to the greatest.
    private static double ConditionByLogarithms(Span<double> into, ElectionSpace space)
    {
        var (greatest, total) = (double.NegativeInfinity, 0.0);
        for (var i = 0; i < into.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < into.Length; j++) sum += Math.Log(space.Odds[(i * space.Stride) + j]);
            into[i] = sum;
            greatest = Math.Max(greatest, sum);
        }

        for (var i = 0; i < into.Length; i++) total += into[i] = Math.Exp(into[i] - greatest);
        return total;
    }

    private static void Uniform(Span<double> into, ElectionSpace space)
    {
        var (stride, odds, rates) = (space.Stride, space.Odds, space.Rates);
        for (var favourite = 0; favourite < into.Length; favourite++)
            for (var challenger = 0; challenger < into.Length; challenger++)
                rates[(favourite * stride) + challenger] = odds[(challenger * stride) + favourite];
        StationaryDistribution.Solve(rates, stride, into);
    }

    private static void Incentive(Span<double> into, ElectionSpace space)
    {
        var (stride, odds, strengths, rates) = (space.Stride, space.Odds, space.Strengths, space.Rates);
        for (var favourite = 0; favourite < into.Length; favourite++)
        {
            // What nobody would change keeps a little incentive to stay, so that no favourite is without a challenger.
            var total = OwnIncentive;
            for (var challenger = 0; challenger < into.Length; challenger++)
                total += strengths[(challenger * stride) + favourite] * odds[(challenger * stride) + favourite];
            for (var challenger = 0; challenger < into.Length; challenger++)
            {
                var won = odds[(challenger * stride) + favourite];
                rates[(favourite * stride) + challenger] = won * (strengths[(challenger * stride) + favourite] * won / total);
            }
        }

        StationaryDistribution.Solve(rates, stride, into);
    }
}
