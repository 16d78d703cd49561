using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Analysis;

/// <summary>The options of the spatial model as commands name them.</summary>
internal static class SpatialModelOptions
{
    public static EnumOption<BargainChoice> Transitions { get; } = new("transitions", "Whether the likeliest bargain is taken or one is drawn.",
        [("deterministic", BargainChoice.Deterministic), ("stochastic", BargainChoice.Stochastic)]);

    public static EnumOption<RiskSight> Sight { get; } = new("risk-seen", "How much of the others' attitude to risk a stakeholder sees.",
        [("one-third", RiskSight.OneThird), ("none", RiskSight.None), ("half", RiskSight.Half), ("two-thirds", RiskSight.TwoThirds), ("full", RiskSight.Full)]);

    public static EnumOption<RiskScale> Scale { get; } = new("risk-range", "The range of attitudes to risk: mid from -1/2 to 1, min from 0 to 1, max from -1 to 1.",
        [("mid", RiskScale.Mid), ("min", RiskScale.Min), ("max", RiskScale.Max)]);

    public static EnumOption<ThirdPartyCommitment> ThirdParties { get; } = new("third-parties", "What third parties commit to contests of others.",
        [("semi", ThirdPartyCommitment.Semi), ("none", ThirdPartyCommitment.None), ("full", ThirdPartyCommitment.Full)]);

    public static EnumOption<BargainPull> Pull { get; } = new("pull", "How salience and odds pull a bargain to either side.",
        [("s2p2", BargainPull.S2P2), ("s1p1", BargainPull.S1P1), ("s2pmax", BargainPull.S2PMax)]);

    public static EnumOption<BargainView> View { get; } = new("bargain", "Whose view of the odds makes a bargain.",
    [
        ("init-only", BargainView.InitOnly), ("init-rcvr", BargainView.InitRcvr), ("pw-comp", BargainView.PWComp),
        ("init-rcvr-corrected", BargainView.InitRcvrCorrected), ("pw-comp-corrected", BargainView.PWCompCorrected),
    ]);

    private static readonly SpatialOptions Usual = new();
    private static readonly ModelOption LeastRounds = ModelOption.Count("least-rounds", Usual.LeastRounds, 1, 1_000, "Fewest rounds.");
    private static readonly ModelOption MostRounds = ModelOption.Count("rounds", Usual.MostRounds, 1, 10_000, "Most rounds.");
    private static readonly ModelOption Quiet = ModelOption.Number("quiet", Usual.QuietShare, 0, 1, "The run ends after a round whose moves together are a smaller share than this of those of the first.");

    public static ImmutableArray<ModelOption> All { get; } =
    [
        ElectionOptions.Victory.Option, ElectionOptions.Distribution.Option, Transitions.Option, ElectionOptions.Voting.Option, Sight.Option, Scale.Option,
        ThirdParties.Option, Pull.Option, View.Option, LeastRounds, MostRounds, Quiet, ElectionOptions.Point.Option with { Values = ["mean", "mode"] },
    ];

    public static SpatialOptions Of(ModelChoices choices) => new()
    {
        Election = ElectionOptions.Of(choices, ElectionOptions.Distribution),
        Choice = Transitions.Of(choices),
        Sight = Sight.Of(choices),
        Scale = Scale.Of(choices),
        ThirdParties = ThirdParties.Of(choices),
        Pull = Pull.Of(choices),
        View = View.Of(choices),
        LeastRounds = choices.Count(LeastRounds.Name),
        MostRounds = choices.Count(MostRounds.Name),
        QuietShare = choices.Number(Quiet.Name),
        Point = ElectionOptions.Point.Of(choices),
    };

    public static ModelChoices Choices(SpatialOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ModelChoices.Usual(All).With("spatial",
        [
            ElectionOptions.Victory.Choice(options.Election.Victory), ElectionOptions.Distribution.Choice(options.Election.Outcome), ElectionOptions.Voting.Choice(options.Election.Votes),
            Transitions.Choice(options.Choice), Sight.Choice(options.Sight), Scale.Choice(options.Scale), ThirdParties.Choice(options.ThirdParties), Pull.Choice(options.Pull), View.Choice(options.View),
            Text(LeastRounds, options.LeastRounds), Text(MostRounds, options.MostRounds), Text(Quiet, options.QuietShare), ElectionOptions.Point.Choice(options.Point),
        ]);
    }

    private static KeyValuePair<string, string> Text(ModelOption option, double value) => new(option.Name, value.ToString(CultureInfo.InvariantCulture));
}
