using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>Weighs the ways in which an issue may end by a conditional logit (McFadden 1974) whose weights were learned from what came of other issues, and mixes them.</summary>
/// <param name="weights">The weights.</param>
public sealed class OutcomeForecaster(OutcomeWeights weights) : Forecaster
{
    /// <summary>Id, as a command takes it.</summary>
    public const string Id = "outcome-logit";

    /// <inheritdoc/>
    public override ScaleDistribution Forecast(DisputedIssue issue)
    {
        var parts = OutcomeFeatures.Of(issue);
        return ScaleDistribution.Mixture([.. parts.Select(part => part.Shape)], Chances(parts, weights.Values)).Trimmed(weights.Trim);
    }

    /// <summary>Chance of each way.</summary>
    /// <param name="parts">The ways.</param>
    /// <param name="weights">A weight for each feature.</param>
    public static double[] Chances(ImmutableArray<OutcomePart> parts, ImmutableArray<double> weights)
    {
        var (chances, most, all) = (new double[parts.Length], double.NegativeInfinity, 0.0);
        for (var j = 0; j < parts.Length; j++)
        {
            var sum = 0.0;
            for (var f = 0; f < weights.Length; f++) sum += weights[f] * parts[j].Features[f];
            chances[j] = sum;
            most = Math.Max(most, sum);
        }

        for (var j = 0; j < chances.Length; j++) all += chances[j] = Math.Exp(chances[j] - most);
        for (var j = 0; j < chances.Length; j++) chances[j] /= all;
        return chances;
    }
}
