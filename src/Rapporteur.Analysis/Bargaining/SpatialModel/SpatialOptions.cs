namespace Rapporteur.Analysis;

/// <summary>How a stakeholder chooses among the bargains that it is part of.</summary>
public enum BargainChoice
{
    /// <summary>The likeliest to come out, the first of equals; where it stands is the first.</summary>
    Deterministic,
    /// <summary>A draw, each as likely as it is to come out.</summary>
    Stochastic,
}

/// <summary>How much of the others' attitude to risk a stakeholder sees; for the rest it takes them to be like itself.</summary>
public enum RiskSight
{
    /// <summary>A third: (2 own + theirs) / 3.</summary>
    OneThird,
    /// <summary>Nothing.</summary>
    None,
    /// <summary>Half.</summary>
    Half,
    /// <summary>Two thirds.</summary>
    TwoThirds,
    /// <summary>All.</summary>
    Full,
}

/// <summary>How attitudes to risk follow from the probabilities p of positions, between the least lo and the greatest hi of them. Those whose position fares well can afford to hold on to it.</summary>
public enum RiskScale
{
    /// <summary>From −½ to 1: (3p − hi − 2lo) / 2(hi − lo).</summary>
    Mid,
    /// <summary>From 0 to 1: (p − lo) / (hi − lo).</summary>
    Min,
    /// <summary>From −1 to 1: (2p − hi − lo) / (hi − lo).</summary>
    Max,
}

/// <summary>What third parties commit to a contest between two others.</summary>
public enum ThirdPartyCommitment
{
    /// <summary>Who helps the loser gives in with it; who helps the winner keeps its own position.</summary>
    Semi,
    /// <summary>They give in to nobody. As KTAB computes it, helping then changes nothing for them, and they help nobody.</summary>
    None,
    /// <summary>They give in to whoever wins. As KTAB computes it, helping then changes nothing for them, and they help nobody.</summary>
    Full,
}

/// <summary>What pulls a bargain towards the one and towards the other, dimension by dimension: salience s and probability of victory P.</summary>
public enum BargainPull
{
    /// <summary>(sP)².</summary>
    S2P2,
    /// <summary>sP.</summary>
    S1P1,
    /// <summary>The likelier winner pulls with s² times its lead in P, the other with s² times the rest; the winner itself does not move.</summary>
    S2PMax,
}

/// <summary>Whose view of the odds makes a bargain.</summary>
public enum BargainView
{
    /// <summary>The initiator's.</summary>
    InitOnly,
    /// <summary>Both: two bargains. As KTAB computes it, the receiver's view takes the gain that it expects for the initiator in place of the odds.</summary>
    InitRcvr,
    /// <summary>One bargain between the two views, weighted by power. As KTAB computes it, with the gain in place of the odds, and with the initiator's capability in both weights.</summary>
    PWComp,
    /// <summary>Both, with the odds that each sees.</summary>
    InitRcvrCorrected,
    /// <summary>One bargain between the two views, with the odds that each sees and the power that each has.</summary>
    PWCompCorrected,
}

/// <summary>Options of the spatial model; as they stand they are KTAB's defaults.</summary>
public sealed record SpatialOptions
{
    /// <summary>How votes are taken and won, among positions and among bargains.</summary>
    public CondorcetElection Election { get; init; } = new();

    /// <summary>How bargains are chosen.</summary>
    public BargainChoice Choice { get; init; }

    /// <summary>How much of others' risk attitude is seen.</summary>
    public RiskSight Sight { get; init; }

    /// <summary>How risk attitudes are inferred.</summary>
    public RiskScale Scale { get; init; }

    /// <summary>What third parties commit.</summary>
    public ThirdPartyCommitment ThirdParties { get; init; }

    /// <summary>What pulls a bargain.</summary>
    public BargainPull Pull { get; init; }

    /// <summary>Whose view makes it.</summary>
    public BargainView View { get; init; }

    /// <summary>Fewest rounds; 2 by default.</summary>
    public int LeastRounds { get; init; } = 2;

    /// <summary>Most rounds; 100 by default.</summary>
    public int MostRounds { get; init; } = 100;

    /// <summary>The run ends after a round whose moves together are a smaller share than this of those of the first; .02 by default.</summary>
    public double QuietShare { get; init; } = 0.02;

    /// <summary>Which point of the last round's distribution is the forecast: the mean, or the likeliest position (mode).</summary>
    public DistributionPoint Point { get; init; }
}
