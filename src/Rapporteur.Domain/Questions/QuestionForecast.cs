using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A value with the share of the forecast that lies at it or below.</summary>
/// <param name="Share">The share, between 0 and 1.</param>
/// <param name="Value">The value; of a day its number of days since 0001-01-01.</param>
public readonly record struct QuantilePoint(double Share, double Value);

/// <summary>What somebody forecasts of a question: the probability of yes, or quantiles of a number or day.</summary>
public sealed record QuestionForecast
{
    private QuestionForecast(double? probability, ImmutableArray<QuantilePoint> quantiles) => (Probability, Quantiles) = (probability, quantiles);

    /// <summary>Probability of yes; null for a number or day.</summary>
    public double? Probability { get; }

    /// <summary>Quantiles from least to greatest share; empty for yes or no. What lies outside them is taken to lie at the first and the last.</summary>
    public ImmutableArray<QuantilePoint> Quantiles { get; }

    /// <summary>A forecast of yes or no.</summary>
    /// <param name="probability">Probability of yes, in [0, 1].</param>
    public static QuestionForecast Of(double probability) => probability is >= 0 and <= 1
        ? new(probability, []) : throw new ArgumentException($"A probability lies between 0 and 1, and is not {probability}.");

    /// <summary>A forecast of a number or day.</summary>
    /// <param name="quantiles">At least two, shares between 0 and 1 and rising, values not falling.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static QuestionForecast Of(ImmutableArray<QuantilePoint> quantiles)
    {
        if (quantiles.IsDefault || quantiles.Length < 2) throw new ArgumentException("A forecast of a number or day has at least two quantiles.");
        for (var i = 0; i < quantiles.Length; i++)
        {
            if (!(quantiles[i].Share is > 0 and < 1)) throw new ArgumentException($"The share of a quantile lies between 0 and 1, and is not {quantiles[i].Share}.");
            if (!double.IsFinite(quantiles[i].Value)) throw new ArgumentException($"The value of a quantile is a finite number, not {quantiles[i].Value}.");
            if (i > 0 && (quantiles[i].Share <= quantiles[i - 1].Share || quantiles[i].Value < quantiles[i - 1].Value)) throw new ArgumentException("Quantiles go from the least share to the greatest, and their values never fall.");
        }

        return new(null, quantiles);
    }

    /// <inheritdoc/>
    public bool Equals(QuestionForecast? other) => other is not null && Probability == other.Probability && Quantiles.AsSpan().SequenceEqual(other.Quantiles.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Probability, Quantiles.Length);
}
