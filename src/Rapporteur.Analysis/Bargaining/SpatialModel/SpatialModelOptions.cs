using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Analysis;

/// <summary>The options of the spatial model as commands and KTAB's files name them.</summary>
internal static class SpatialModelOptions
{
    public static ImmutableArray<ModelOption> All { get; } =
    [
        ElectionOptions.Victory,
        ElectionOptions.Distribution(ElectionOutcome.Conditional),
        new("transitions", Enum.GetNames<BargainChoice>().ToImmutableArray(), "Whether the likeliest bargain is taken or one is drawn."),
        ElectionOptions.Voting,
        new("risk-seen", Enum.GetNames<RiskSight>().ToImmutableArray(), "How much of the others' attitude to risk a stakeholder sees."),
        new("risk-range", Enum.GetNames<RiskScale>().ToImmutableArray(), "The range of attitudes to risk: Mid from -1/2 to 1, Min from 0 to 1, Max from -1 to 1."),
        new("third-parties", Enum.GetNames<ThirdPartyCommitment>().ToImmutableArray(), "What third parties commit to contests of others."),
        new("pull", Enum.GetNames<BargainPull>().ToImmutableArray(), "How salience and odds pull a bargain to either side."),
        new("bargain", Enum.GetNames<BargainView>().ToImmutableArray(), "Whose view of the odds makes a bargain."),
        new("rounds", ["100", "10", "20", "50", "200", "500", "1000"], "Most rounds."),
        new("point", [nameof(DistributionPoint.Mean), nameof(DistributionPoint.Mode)], "Whether the forecast is the mean of the last round's distribution or its likeliest position."),
    ];

    public static SpatialOptions Set(SpatialOptions options, string option, string value) => option switch
    {
        "transitions" => options with { Choice = Enum.Parse<BargainChoice>(value) },
        "risk-seen" => options with { Sight = Enum.Parse<RiskSight>(value) },
        "risk-range" => options with { Scale = Enum.Parse<RiskScale>(value) },
        "third-parties" => options with { ThirdParties = Enum.Parse<ThirdPartyCommitment>(value) },
        "pull" => options with { Pull = Enum.Parse<BargainPull>(value) },
        "bargain" => options with { View = Enum.Parse<BargainView>(value) },
        "rounds" => options with { MostRounds = int.Parse(value, CultureInfo.InvariantCulture) },
        "point" => options with { Point = Enum.Parse<DistributionPoint>(value) },
        _ => options with { Election = ElectionOptions.Set(options.Election, option, value) },
    };
}
