namespace Rapporteur.Analysis;

/// <summary>The options of models that hold elections.</summary>
internal static class ElectionOptions
{
    public static EnumOption<VoteRule> Voting { get; } = new("voting", "How strongly a stakeholder votes by the difference that it sees between two options.",
    [
        ("prop", VoteRule.Proportional), ("binary", VoteRule.Binary), ("prop-bin", VoteRule.ProportionalBinary),
        ("prop-cbc", VoteRule.ProportionalCubic), ("cubic", VoteRule.Cubic), ("asym-prosp", VoteRule.AsymmetricProspect),
    ]);

    public static EnumOption<VictoryRule> Victory { get; } = new("victory", "How likely the stronger of two coalitions is to win.",
    [
        ("linear", VictoryRule.Linear), ("square", VictoryRule.Square), ("quartic", VictoryRule.Quartic), ("octic", VictoryRule.Octic), ("binary", VictoryRule.Binary),
    ]);

    public static EnumOption<ElectionOutcome> Distribution { get; } = new("pce", "How the contests of all pairs make one distribution.",
    [
        ("conditional", ElectionOutcome.Conditional), ("markov-uniform", ElectionOutcome.MarkovUniform), ("markov-incentive", ElectionOutcome.MarkovIncentive),
    ]);

    public static EnumOption<DistributionPoint> Point { get; } = new("point", "Which point of the distribution is the forecast.",
    [
        ("mean", DistributionPoint.Mean), ("median", DistributionPoint.Median), ("mode", DistributionPoint.Mode),
    ]);

    /// <summary>The election that was chosen.</summary>
    public static CondorcetElection Of(ModelChoices choices, EnumOption<ElectionOutcome> distribution) => new(Voting.Of(choices), Victory.Of(choices), distribution.Of(choices));
}
