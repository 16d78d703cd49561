namespace Rapporteur.Analysis;

/// <summary>How chances of pairs become chances of all.</summary>
public enum ElectionRule
{
    /// <summary>In proportion to the chance of beating every other.</summary>
    Conditional,
    /// <summary>The long run of a holder who meets challengers, each as often as any other.</summary>
    MarkovUniform,
    /// <summary>The long run of a holder who meets challengers by what they can gain.</summary>
    MarkovIncentive,
}
