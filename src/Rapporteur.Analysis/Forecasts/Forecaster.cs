namespace Rapporteur.Analysis;

/// <summary>Says what may come of an issue. It holds what it learned and nothing else: the same issue gives the same forecast.</summary>
public abstract class Forecaster
{
    /// <summary>How likely each outcome is.</summary>
    /// <param name="issue">The issue; its outcome is never looked at.</param>
    public abstract ScaleDistribution Forecast(DisputedIssue issue);

    /// <summary>One number, where one is asked for: the mean, unless the model names another.</summary>
    /// <param name="issue">The issue.</param>
    public virtual double Point(DisputedIssue issue) => Forecast(issue).Mean;
}

/// <summary>A model that gives one number and takes it for certain.</summary>
/// <param name="point">The number, in [0, 100].</param>
public sealed class PointForecaster(Func<DisputedIssue, double> point) : Forecaster
{
    /// <inheritdoc/>
    public override ScaleDistribution Forecast(DisputedIssue issue) => ScaleDistribution.At(Math.Clamp(point(issue), 0, 100));

    /// <inheritdoc/>
    public override double Point(DisputedIssue issue) => point(issue);

    /// <summary>The least position at which half of the weight is reached.</summary>
    /// <param name="issue">The issue.</param>
    public static double Median(DisputedIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var (all, sum) = (issue.Actors.Sum(actor => actor.Weight), 0.0);
        foreach (var position in issue.Positions)
        {
            sum += issue.Actors.Where(actor => actor.Position == position).Sum(actor => actor.Weight);
            if (sum >= all / 2) return position;
        }

        return issue.Positions[^1];
    }
}

/// <summary>Kernels around the positions that are held, each as likely as a model of weights says.</summary>
/// <param name="weights">A weight for each of <see cref="DisputedIssue.Positions"/>.</param>
/// <param name="bandwidth">Standard deviation of a kernel; 0 for the positions themselves.</param>
public sealed class KernelForecaster(Func<DisputedIssue, IReadOnlyList<double>> weights, double bandwidth) : Forecaster
{
    /// <inheritdoc/>
    public override ScaleDistribution Forecast(DisputedIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return ScaleDistribution.Mixture([.. issue.Positions.Select(position => ScaleDistribution.Around(position, bandwidth))], weights(issue).ToArray());
    }

    /// <inheritdoc/>
    public override double Point(DisputedIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var (sum, all, each) = (0.0, 0.0, weights(issue));
        for (var i = 0; i < each.Count; i++)
        {
            sum += each[i] * issue.Positions[i];
            all += each[i];
        }

        return sum / all;
    }

    /// <summary>Share of the actors' weight that stands at each position.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="weight">Weight of an actor.</param>
    public static IReadOnlyList<double> Shares(DisputedIssue issue, Func<IssueActor, double> weight)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var all = issue.Actors.Sum(weight);
        return [.. issue.Positions.Select(position => issue.Actors.Where(actor => actor.Position == position).Sum(actor => all > 0 ? weight(actor) / all : 1.0 / issue.Actors.Length))];
    }
}

/// <summary>What came of other issues, whatever this one is about.</summary>
/// <param name="outcomes">The other outcomes; at least one.</param>
public sealed class ClimatologyForecaster(IEnumerable<double> outcomes) : Forecaster
{
    private readonly ScaleDistribution _all = Of([.. outcomes]);

    /// <inheritdoc/>
    public override ScaleDistribution Forecast(DisputedIssue issue) => _all;

    private static ScaleDistribution Of(double[] outcomes) => ScaleDistribution.Mixture([.. outcomes.Select(ScaleDistribution.At)], Enumerable.Repeat(1.0, outcomes.Length).ToArray());
}
