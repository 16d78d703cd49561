namespace Rapporteur.Analysis;

/// <summary>How the contests of every pair of options make one distribution over options (KTAB's PCE models).</summary>
public enum ElectionOutcome
{
    /// <summary>p<sub>i</sub> ∝ Π<sub>j</sub> P<sub>ij</sub>: the probability that the option beats every other, given that one does.</summary>
    Conditional,
    /// <summary>p<sub>i</sub> = (1/N) Σ<sub>j</sub> P<sub>ij</sub> (p<sub>i</sub> + p<sub>j</sub>): the favourite is challenged again and again by options drawn at random, and stays so often at each.</summary>
    MarkovUniform,
    /// <summary>The same chain, where options challenge in proportion to c<sub>ij</sub> P<sub>ij</sub>: the stronger their coalition and the likelier it wins, the more often.</summary>
    MarkovIncentive,
}
