using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>How forecasts did on questions that are resolved; void ones do not count.</summary>
public static class QuestionScores
{
    private const int Rows = 10;

    /// <summary>The scores, question by question, author by author.</summary>
    /// <param name="questions">The questions.</param>
    public static ImmutableArray<ScoredForecast> Of(IEnumerable<QuestionRecord> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return [.. from question in questions where question.Resolution?.Outcome is not null from given in question.Last select Scored(question, given, question.Resolution!.Outcome!.Value)];
    }

    /// <summary>Forecasts of yes or no by tenths of probability, beside what came.</summary>
    /// <param name="scores">The scored forecasts.</param>
    public static ImmutableArray<CalibrationRow> Calibration(IReadOnlyList<ScoredForecast> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (count, sum, yes) = (new int[Rows], new double[Rows], new int[Rows]);
        foreach (var score in scores)
        {
            if (score.Given.Forecast.Probability is not { } probability) continue;
            var row = Math.Min(Rows - 1, (int)((probability * Rows) + 1e-9));
            count[row]++;
            sum[row] += probability;
            if (score.Question.Resolution!.Outcome > 0) yes[row]++;
        }

        return [.. Enumerable.Range(0, Rows).Select(row => new CalibrationRow((double)row / Rows, (row + 1.0) / Rows, count[row], count[row] > 0 ? sum[row] / count[row] : null, count[row] > 0 ? (double)yes[row] / count[row] : null))];
    }

    private static ScoredForecast Scored(QuestionRecord question, ForecastGiven given, double outcome) => given.Forecast.Probability is { } probability
        ? new(question, given, Scores.Brier(probability, outcome > 0), Scores.Log(probability, outcome > 0), null)
        : new(question, given, null, null, QuantileScores.Crps(given.Forecast.Quantiles, outcome));
}
