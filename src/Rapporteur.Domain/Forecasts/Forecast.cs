using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>What may come of something that is a number: a distribution, kept as draws that are equally likely.</summary>
public sealed record Forecast
{
    /// <summary>Makes a forecast.</summary>
    /// <param name="subject">What is forecast: an issue, a question.</param>
    /// <param name="model">Id of the model that made it.</param>
    /// <param name="draws">Draws, in any order; at least one, all finite.</param>
    /// <exception cref="ArgumentException">There is no draw, or one is not finite.</exception>
    public Forecast(string subject, string model, ImmutableArray<double> draws)
    {
        if (draws.IsDefaultOrEmpty) throw new ArgumentException("A forecast has at least one draw.", nameof(draws));
        if (draws.Any(draw => !double.IsFinite(draw))) throw new ArgumentException("A draw of a forecast is a finite number.", nameof(draws));
        (Subject, Model, Draws, Sorted) = (subject, model, draws, draws.Sort());
        var sum = 0.0;
        foreach (var draw in Sorted) sum += draw;
        Mean = sum / Sorted.Length;
    }

    /// <summary>What is forecast.</summary>
    public string Subject { get; }

    /// <summary>Id of the model that made it.</summary>
    public string Model { get; }

    /// <summary>The draws, as they were made.</summary>
    public ImmutableArray<double> Draws { get; }

    /// <summary>The draws from least to greatest.</summary>
    public ImmutableArray<double> Sorted { get; }

    /// <summary>Mean of the draws.</summary>
    public double Mean { get; }

    /// <summary>The least draw that has at least a share of all draws at or below it.</summary>
    /// <param name="share">The share, in [0, 1].</param>
    public double Quantile(double share) => Sorted[Math.Clamp((int)Math.Ceiling((share * Sorted.Length) - 1e-9) - 1, 0, Sorted.Length - 1)];
}
