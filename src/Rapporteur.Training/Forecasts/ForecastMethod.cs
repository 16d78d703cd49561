using System.Collections.Immutable;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>A way of forecasting that is measured.</summary>
/// <param name="Id">Id.</param>
/// <param name="Learns">Whether it learns from other issues, so that it is measured by cross-validation.</param>
/// <param name="PublishedError">Mean absolute error that was published for all 351 issues.</param>
/// <param name="PublishedCrps">CRPS that was published for all 351 issues.</param>
/// <param name="Learn">Makes a forecaster of issues whose outcome is known.</param>
internal sealed record ForecastMethod(string Id, bool Learns, double? PublishedError, double? PublishedCrps, Func<IReadOnlyList<MixedIssue>, Forecaster> Learn)
{
    private static readonly ImmutableArray<double> Bandwidths = [0, 2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 22.5, 25, 27.5, 30];

    /// <summary>Kernels around positions, by the chances of the election.</summary>
    public static ForecastMethod KernelPce { get; } = Kernel("kernel-pce-markov-uniform", Election(ElectionOutcome.MarkovUniform));

    /// <summary>What <c>rapporteur forecast deu</c> does.</summary>
    public static ForecastMethod Ours { get; } = new(OutcomeForecaster.Id, true, null, null, seen => new OutcomeForecaster(OutcomeLearning.Learn(seen)));

    /// <summary>Every way, the plain ones first.</summary>
    public static ImmutableArray<ForecastMethod> All { get; } =
    [
        Point("compromise", 23.09, 23.09, issue => issue.Compromise),
        Point("salience-mean", 23.64, null, issue => DisputedIssue.Mean(issue.Actors, actor => actor.Salience)),
        Point("mean", null, null, issue => DisputedIssue.Mean(issue.Actors, _ => 1)),
        Point("median", 28.38, null, PointForecaster.Median),
        Model(new NashBargaining()),
        Model(new NashBargaining().With(KeyValuePair.Create("cost", "0.5"))),
        Model(new NashBargaining().With(KeyValuePair.Create("loss", "quadratic"))),
        Model(new ScholzCode()),
        LastMean(new ScholzCode()),
        Model(new ScholzPaper()),
        LastMean(new ScholzPaper()),
        Model(new CorrectedExpectedUtility()),
        LastMean(new CorrectedExpectedUtility()),
        Point("constant-50", 27.96, null, _ => 50),
        new("climatology", true, null, 19.24, seen => new ClimatologyForecaster(seen.Select(issue => issue.Issue.Outcome!.Value))),
        Fixed("empirical", null, 18.20, Empirical),
        Fixed("pce-conditional", 23.50, null, Election(ElectionOutcome.Conditional)),
        Fixed("pce-markov-uniform", 22.67, 16.78, Election(ElectionOutcome.MarkovUniform)),
        Fixed("pce-markov-incentive", null, null, Election(ElectionOutcome.MarkovIncentive)),
        Kernel("kernel-empirical", Empirical),
        Kernel("kernel-pce-conditional", Election(ElectionOutcome.Conditional)),
        KernelPce,
        Kernel("kernel-pce-markov-incentive", Election(ElectionOutcome.MarkovIncentive)),
        Ours,
    ];

    private static ForecastMethod Point(string id, double? error, double? crps, Func<DisputedIssue, double> point) => new(id, false, error, crps, _ => new PointForecaster(point));

    private static ForecastMethod Model(BargainingModel model) => Point(model.Label, null, null, issue => IssueModel.Outcome(model, issue));

    private static ForecastMethod LastMean(BargainingModel model) => Point($"{model.Label}, mean", null, null, issue => IssueModel.LastMean(model, issue));

    private static ForecastMethod Fixed(string id, double? error, double? crps, Func<DisputedIssue, IReadOnlyList<double>> weights) => new(id, false, error, crps, _ => new KernelForecaster(weights, 0));

    private static ForecastMethod Kernel(string id, Func<DisputedIssue, IReadOnlyList<double>> weights) => new(id, true, null, null, seen =>
        new KernelForecaster(weights, Bandwidths.MinBy(width => seen.Sum(issue => new KernelForecaster(weights, width).Forecast(issue.Issue).Crps(issue.Issue.Outcome!.Value)))));

    private static IReadOnlyList<double> Empirical(DisputedIssue issue) => KernelForecaster.Shares(issue, actor => actor.Weight);

    private static Func<DisputedIssue, IReadOnlyList<double>> Election(ElectionOutcome rule) => issue => PositionElection.Probabilities(issue, actor => actor.Weight, rule);
}
