using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>How a way of forecasting did on an issue that it had not seen.</summary>
/// <param name="Error">Distance of its one number to the outcome.</param>
/// <param name="MedianError">Distance of its median.</param>
/// <param name="Crps">CRPS.</param>
/// <param name="Half">Share of dealings in which its interval of 50 % held the outcome.</param>
/// <param name="Most">The same of 80 %.</param>
/// <param name="Nearly">The same of 90 %.</param>
internal sealed record MethodScore(double Error, double MedianError, double Crps, double Half, double Most, double Nearly)
{
    public static MethodScore Of(Forecaster forecaster, DisputedIssue issue)
    {
        var (forecast, outcome) = (forecaster.Forecast(issue), issue.Outcome!.Value);
        double In(double share) => forecast.Covers(outcome, share) ? 1 : 0;
        return new(Math.Abs(forecaster.Point(issue) - outcome), Math.Abs(forecast.Quantile(.5) - outcome), forecast.Crps(outcome), In(.5), In(.8), In(.9));
    }

    public static MethodScore Mean(IReadOnlyCollection<MethodScore> scores) => new(
        scores.Average(s => s.Error), scores.Average(s => s.MedianError), scores.Average(s => s.Crps), scores.Average(s => s.Half), scores.Average(s => s.Most), scores.Average(s => s.Nearly));
}
