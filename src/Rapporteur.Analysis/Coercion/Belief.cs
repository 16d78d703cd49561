namespace Rapporteur.Analysis;

/// <summary>What is believed of a side that is either strong or weak, after what was seen (Bayes).</summary>
public static class Belief
{
    /// <summary>Belief that it is strong after it won some battles and lost others: q p_s/(q p_s + (1−q) p_w), battle by battle.</summary>
    /// <param name="strong">Belief before, in [0, 1].</param>
    /// <param name="ifStrong">Probability that a strong side does what counts as winning.</param>
    /// <param name="ifWeak">Probability that a weak one does.</param>
    /// <param name="won">How often it did.</param>
    /// <param name="lost">How often it did not.</param>
    public static double After(double strong, double ifStrong, double ifWeak, double won, double lost)
    {
        var yes = strong * Math.Pow(ifStrong, won) * Math.Pow(1 - ifStrong, lost);
        var no = (1 - strong) * Math.Pow(ifWeak, won) * Math.Pow(1 - ifWeak, lost);
        return yes + no > 0 ? yes / (yes + no) : strong;
    }

    /// <summary>Logarithm of the odds.</summary>
    /// <param name="belief">The belief, in (0, 1).</param>
    public static double LogOdds(double belief) => Math.Log(belief / (1 - belief));
}
