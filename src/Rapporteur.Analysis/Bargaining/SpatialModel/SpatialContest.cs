using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>Whom somebody would challenge, how likely it thinks it wins, and what it expects to gain.</summary>
/// <param name="Target">Whom; -1 for nobody.</param>
/// <param name="Odds">How likely the challenger thinks it wins.</param>
/// <param name="Gain">What it expects to gain in utility over how things are.</param>
internal readonly record struct SpatialChallenge(int Target, double Odds, double Gain);

/// <summary>Contests between two stakeholders in which the others take sides. Targets are taken many at a time; sums run over third parties in their order.</summary>
internal static class SpatialContest
{
    private const double LeastCoalition = 1e-10;
    private const double LeastGain = 1e-5;

    /// <summary>The challenge that promises most to a stakeholder, the first of equals.</summary>
    public static SpatialChallenge Best(SpatialTable table, SpatialState state, SpatialOptions options, int challenger)
    {
        var best = new SpatialChallenge(-1, 0, LeastGain);
        for (var first = 0; first < table.Count; first += Vector<double>.Count)
        {
            var (pro, contra) = Coalitions(table, state, options, challenger, challenger, first);
            var (odds, against) = (pro / (pro + contra), contra / (pro + contra));
            for (var lane = 0; lane < Vector<double>.Count && first + lane < table.Count; lane++)
            {
                if (first + lane == challenger) continue;
                var gain = Gain(table, state, challenger, challenger, challenger, first + lane, (odds[lane], against[lane]));
                if (gain > best.Gain) best = new(first + lane, odds[lane], gain);
            }
        }

        return best;
    }

    /// <summary>How likely a challenger wins against a target, and how likely it loses, as somebody sees it.</summary>
    public static (double For, double Against) Odds(SpatialTable table, SpatialState state, SpatialOptions options, int seer, int challenger, int target)
    {
        var first = target / Vector<double>.Count * Vector<double>.Count;
        var (pro, contra) = Coalitions(table, state, options, seer, challenger, first);
        var (a, b) = (pro[target - first], contra[target - first]);
        return (a / (a + b), b / (a + b));
    }

    /// <summary>What somebody gains by a challenge over how things are, as a seer sees it: as far as the target does not care, it gives in without a contest.</summary>
    public static double Gain(SpatialTable table, SpatialState state, int seer, int to, int challenger, int target, (double For, double Against) odds)
    {
        var (ofChallenger, ofTarget) = (state.Utility(seer, to, challenger), state.Utility(seer, to, target));
        var (victory, defeat) = (ofChallenger + ofChallenger, ofTarget + ofTarget);
        var (contest, salience) = ((odds.For * victory) + (odds.Against * defeat), table.Totals[target]);
        return ((1 - salience) * victory) + (salience * contest) - (ofChallenger + ofTarget);
    }

    private static (Vector<double> Pro, Vector<double> Contra) Coalitions(SpatialTable table, SpatialState state, SpatialOptions options, int seer, int challenger, int first) => options.Election.Votes switch
    {
        VoteRule.Binary => Coalitions<BinaryVote>(table, state, options, seer, challenger, first),
        VoteRule.ProportionalBinary => Coalitions<ProportionalBinaryVote>(table, state, options, seer, challenger, first),
        VoteRule.ProportionalCubic => Coalitions<ProportionalCubicVote>(table, state, options, seer, challenger, first),
        VoteRule.Cubic => Coalitions<CubicVote>(table, state, options, seer, challenger, first),
        VoteRule.AsymmetricProspect => Coalitions<AsymmetricProspectVote>(table, state, options, seer, challenger, first),
        _ => Coalitions<ProportionalVote>(table, state, options, seer, challenger, first),
    };

    /// <summary>Strength for a challenger and for each of some targets, as a seer sees it.</summary>
    private static (Vector<double> Pro, Vector<double> Contra) Coalitions<TVote>(SpatialTable table, SpatialState state, SpatialOptions options, int seer, int challenger, int first)
        where TVote : struct, IVote
    {
        var (stride, seen, zero) = (table.Stride, seer * table.Stride, Vector<double>.Zero);
        var own = state.Utility(seer, challenger, challenger);
        var other = SpatialState.Utility(new Vector<double>(state.Apart, (challenger * stride) + first), new Vector<double>(state.Seen[seen + challenger]));
        var risks = new Vector<double>(state.Seen, seen + first);
        var targets = SpatialState.Utility(new Vector<double>(state.ApartFromOwn, first), risks);
        var targetsOther = SpatialState.Utility(new Vector<double>(state.ApartBy, (challenger * stride) + first), risks);

        // The two principals: where ideals do not follow positions, either may like the other's better than its own.
        var byChallenger = TVote.Of(new(table.Influence[challenger]), new Vector<double>(own) - other);
        var byTarget = TVote.Of(new(table.Influence, first), targetsOther - targets);
        var pro = new Vector<double>(LeastCoalition) + Vector.Max(byChallenger, zero) + Vector.Max(byTarget, zero);
        var contra = new Vector<double>(LeastCoalition) + Vector.Max(-byChallenger, zero) + Vector.Max(-byTarget, zero);
        return options.ThirdParties == ThirdPartyCommitment.Semi ? WithThirdParties<TVote>(table, state, seer, challenger, first, pro, contra) : (pro, contra);
    }

    /// <summary>Adds third parties, each of which weighs the contest as if it alone joined the two.</summary>
    private static (Vector<double> Pro, Vector<double> Contra) WithThirdParties<TVote>(SpatialTable table, SpatialState state, int seer, int challenger, int first, Vector<double> principal, Vector<double> opponent)
        where TVote : struct, IVote
    {
        var (stride, zero, one) = (table.Stride, Vector<double>.Zero, Vector<double>.One);
        var (pro, contra, lanes) = (principal, opponent, new Vector<double>(first) + Vector.CreateSequence(0.0, 1.0));
        for (var third = 0; third < table.Count; third++)
        {
            if (third == challenger) continue;
            var (row, risk) = (third * stride, state.Seen[(seer * stride) + third]);
            var weight = new Vector<double>(table.Influence[third]);
            var ofChallenger = new Vector<double>(SpatialState.Utility(state.Apart[row + challenger], risk));
            var ofItself = new Vector<double>(SpatialState.Utility(state.Apart[row + third], risk));
            var ofTarget = SpatialState.Utility(new Vector<double>(state.Apart, row + first), new Vector<double>(risk));

            var leaning = TVote.Of(weight, ofChallenger - ofTarget);
            var (withOne, withOther) = (principal + Vector.Max(leaning, zero), opponent + Vector.Max(-leaning, zero));
            var wins = withOne / (withOne + withOther);
            var loses = one - wins;
            // What it has if it helps the challenger, less what it has if it helps the target: who helps the winner keeps its position, who helps the loser gives in with it.
            var helped = (wins * (ofChallenger + ofChallenger + ofItself)) + (loses * (ofTarget + ofTarget + ofTarget));
            var opposed = (wins * (ofChallenger + ofChallenger + ofChallenger)) + (loses * (ofTarget + ofTarget + ofItself));
            var vote = TVote.Of(weight, helped - opposed);
            vote = Vector.ConditionalSelect(Vector.Equals(lanes, new Vector<double>(third)), zero, vote);
            pro += Vector.Max(vote, zero);
            contra += Vector.Max(-vote, zero);
        }

        return (pro, contra);
    }
}
