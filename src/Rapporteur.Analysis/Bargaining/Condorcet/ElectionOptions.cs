using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>The options of models that hold elections, under the names that KTAB gives their values.</summary>
internal static class ElectionOptions
{
    private static readonly ImmutableArray<(string Name, VoteRule Rule)> Votes =
    [
        ("Prop", VoteRule.Proportional), ("Binary", VoteRule.Binary), ("PropBin", VoteRule.ProportionalBinary),
        ("PropCbc", VoteRule.ProportionalCubic), ("Cubic", VoteRule.Cubic), ("ASymProsp", VoteRule.AsymmetricProspect),
    ];

    public static ModelOption Voting { get; } = new("voting", [.. Votes.Select(vote => vote.Name)], "How strongly a stakeholder votes by the difference that it sees between two options.");

    public static ModelOption Victory { get; } = new("victory", [.. Enum.GetNames<VictoryRule>()], "How likely the stronger of two coalitions is to win.");

    public static ModelOption Distribution(ElectionOutcome first) =>
        new("pce", [first.ToString(), .. Enum.GetNames<ElectionOutcome>().Where(name => name != first.ToString())], "How the contests of all pairs make one distribution.");

    public static CondorcetElection Set(CondorcetElection election, string option, string value) => option switch
    {
        "voting" => election with { Votes = Votes.First(vote => vote.Name == value).Rule },
        "victory" => election with { Victory = Enum.Parse<VictoryRule>(value) },
        _ => election with { Outcome = Enum.Parse<ElectionOutcome>(value) },
    };

    public static string Name(VoteRule rule) => Votes.First(vote => vote.Rule == rule).Name;
}
