using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>A bargain that two stakeholders may strike.</summary>
/// <param name="Initiator">Who proposes it.</param>
/// <param name="Receiver">Whom it is proposed to; the initiator itself where things stay as they are.</param>
/// <param name="Challenge">The challenge behind it.</param>
/// <param name="ToInitiator">Where the initiator would go.</param>
/// <param name="ToReceiver">Where the receiver would go.</param>
internal sealed record SpatialBargain(int Initiator, int Receiver, SpatialChallenge Challenge, double[] ToInitiator, double[] ToReceiver);

/// <summary>What bargains are made of a challenge.</summary>
internal static class SpatialBargains
{
    private const double LeastWeight = 1e-6;
    private const double Steps = 10_000;

    /// <summary>Adds the bargains that a challenge leads to.</summary>
    /// <param name="table">What does not change.</param>
    /// <param name="state">Where everybody stands.</param>
    /// <param name="options">Options.</param>
    /// <param name="challenger">Who challenges.</param>
    /// <param name="challenge">Whom, with which odds as the challenger sees them.</param>
    /// <param name="into">Where they go: for <see cref="BargainView.InitRcvr"/> the initiator's first.</param>
    public static void Add(SpatialTable table, SpatialState state, SpatialOptions options, int challenger, SpatialChallenge challenge, List<SpatialBargain> into)
    {
        var target = challenge.Target;
        var proposed = Between(table, state, options.Pull, challenger, challenge, challenge.Odds);
        if (options.View == BargainView.InitOnly)
        {
            into.Add(proposed);
            return;
        }

        var isCorrected = options.View is BargainView.InitRcvrCorrected or BargainView.PWCompCorrected;
        var seen = SpatialContest.Odds(table, state, options, target, challenger, target);
        var returned = Between(table, state, options.Pull, challenger, challenge, isCorrected ? seen.For : SpatialContest.Gain(table, state, target, challenger, challenger, target, seen));
        if (options.View is BargainView.InitRcvr or BargainView.InitRcvrCorrected)
        {
            into.Add(proposed);
            into.Add(returned);
            return;
        }

        var power = table.Capabilities[challenger] * table.Totals[challenger];
        var opposed = table.Capabilities[isCorrected ? target : challenger] * table.Totals[target];
        into.Add(proposed with { ToInitiator = Mix(power, proposed.ToInitiator, opposed, returned.ToInitiator), ToReceiver = Mix(power, proposed.ToReceiver, opposed, returned.ToReceiver) });
    }

    /// <summary>The bargain of two, as one sees the odds.</summary>
    public static SpatialBargain Between(SpatialTable table, SpatialState state, BargainPull pull, int initiator, SpatialChallenge challenge, double odds)
    {
        var (receiver, against) = (challenge.Target, 1 - odds);
        var (first, second) = (new double[table.Dimensions], new double[table.Dimensions]);
        for (var d = 0; d < table.Dimensions; d++)
        {
            var row = d * table.Stride;
            var (x, y) = (state.Positions[row + initiator], state.Positions[row + receiver]);
            var (s, t) = (table.Saliences[row + initiator], table.Saliences[row + receiver]);
            (first[d], second[d]) = pull switch
            {
                BargainPull.S1P1 => Meet(x, s * odds, y, t * against),
                BargainPull.S2PMax => Lead(x, s * s, odds, y, t * t, against),
                _ => Meet(x, s * s * (odds * odds), y, t * t * (against * against)),
            };
        }

        return new(initiator, receiver, challenge, first, second);
    }

    // A little weight on where each stands lets both stay where neither cares; ten thousandths of the dimension hide it otherwise.
    private static (double First, double Second) Meet(double x, double w, double y, double v) =>
        (Between(x, Round((((w + LeastWeight) * x) + (v * y)) / (w + LeastWeight + v)), y), Between(x, Round(((w * x) + ((LeastWeight + v) * y)) / (w + LeastWeight + v)), y));

    private static (double First, double Second) Lead(double x, double s, double odds, double y, double t, double against)
    {
        var (lead, lag) = (Math.Max(0, against - odds), Math.Max(0, odds - against));
        var moves = lead * t / ((lead * t) + LeastWeight + ((1 - lead) * s));
        var moved = lag * s / ((lag * s) + LeastWeight + ((1 - lag) * t));
        return (Between(x, x + (moves * (y - x)), y), Between(x, y + (moved * (x - y)), y));
    }

    // A gain that stands in the place of odds may be negative, and what is finer than a ten thousandth may be rounded past its place: nobody is pulled beyond the other.
    private static double Between(double one, double value, double other) => Math.Max(Math.Min(one, other), Math.Min(Math.Max(one, other), value));

    private static double Round(double value) => Math.Floor(0.5 + (value * Steps)) / Steps;

    private static double[] Mix(double w, double[] one, double v, double[] other)
    {
        if (w + v == 0) (w, v) = (1, 1);
        var mixed = new double[one.Length];
        for (var d = 0; d < mixed.Length; d++) mixed[d] = ((w * one[d]) + (v * other[d])) / (w + v);
        return mixed;
    }

    /// <summary>What everybody would have of a bargain: the mean utility of all positions after it.</summary>
    public static void Value(SpatialTable table, SpatialState state, SpatialBargain bargain, Span<double> into)
    {
        var isStatusQuo = bargain.Initiator == bargain.Receiver;
        for (var first = 0; first < table.Stride; first += Vector<double>.Count)
        {
            var sum = isStatusQuo ? Vector<double>.Zero : state.UtilityOfPlace(bargain.ToInitiator, first) + state.UtilityOfPlace(bargain.ToReceiver, first);
            for (var i = 0; i < table.Count; i++)
                if (isStatusQuo || (i != bargain.Initiator && i != bargain.Receiver)) sum += new Vector<double>(state.Own, (i * table.Stride) + first);
            (sum / new Vector<double>(table.Count)).CopyTo(into[first..]);
        }
    }
}
