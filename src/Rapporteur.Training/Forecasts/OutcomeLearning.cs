using System.Collections.Immutable;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>Learns weights, and chooses how strongly they are held and how much of the ends is trimmed by cross-validation on the same issues.</summary>
internal static class OutcomeLearning
{
    private const int Parts = 5;
    private const double Interval = .8;

    private static readonly ImmutableArray<ulong> Deals = [11, 12];
    private static readonly ImmutableArray<double> Ridges = [2.5, 5, 10, 20];
    private static readonly ImmutableArray<double> Trims = [0, .01, .02, .03, .04, .05, .06];

    /// <summary>The weights, with what was chosen.</summary>
    /// <param name="issues">Issues whose outcome is known.</param>
    public static OutcomeWeights Learn(IReadOnlyList<MixedIssue> issues)
    {
        var (best, least, unseen) = (Ridges[0], double.PositiveInfinity, new List<(ScaleDistribution, double)>());
        foreach (var ridge in Ridges)
        {
            var forecasts = Unseen(issues, ridge);
            var crps = forecasts.Average(each => each.Forecast.Crps(each.Outcome));
            if (crps < least) (best, least, unseen) = (ridge, crps, forecasts);
        }

        var trim = Trims.MinBy(share => Math.Abs(unseen.Average(each => each.Item1.Trimmed(share).Covers(each.Item2, Interval) ? 1.0 : 0) - Interval));
        return new(OutcomeTrainer.Fit(issues, best), trim, best);
    }

    private static List<(ScaleDistribution Forecast, double Outcome)> Unseen(IReadOnlyList<MixedIssue> issues, double ridge)
    {
        var forecasts = new List<(ScaleDistribution, double)>();
        foreach (var deal in Deals)
        {
            var parts = GroupedFolds.Of([.. issues.Select(issue => issue.Issue)], Parts, deal);
            for (var part = 0; part < Parts; part++)
            {
                var weights = OutcomeTrainer.Fit([.. issues.Where((_, i) => parts[i] != part)], ridge);
                foreach (var issue in issues.Where((_, i) => parts[i] == part))
                    forecasts.Add((ScaleDistribution.Mixture([.. issue.Parts.Select(each => each.Shape)], OutcomeForecaster.Chances(issue.Parts, weights)), issue.Issue.Outcome!.Value));
            }
        }

        return forecasts;
    }
}
