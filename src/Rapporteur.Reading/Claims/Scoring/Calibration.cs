using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Turns a score into a confidence that says how many of its like are right: a straight line over log-odds, with a shift for each type (Platt 1999).</summary>
/// <param name="Slope">How much of the log-odds counts.</param>
/// <param name="Shifts">What is added, by type.</param>
public sealed record Calibration(double Slope, ImmutableArray<double> Shifts)
{
    /// <summary>Leaves scores as they are.</summary>
    public static Calibration None { get; } = new(1, [.. Enumerable.Repeat(0.0, Enum.GetValues<ClaimType>().Length)]);

    /// <summary>Confidence in (0, 1), rounded to two digits.</summary>
    /// <param name="type">Type of the claim.</param>
    /// <param name="score">Its score, in (0, 1).</param>
    public double Confidence(ClaimType type, double score) =>
        Math.Clamp(Math.Round(1 / (1 + Math.Exp(-((Slope * Odds(score)) + Shifts[(int)type]))), 2), 0.01, 0.99);

    /// <summary>Log-odds of a score.</summary>
    /// <param name="score">In [0, 1]; kept away from both ends.</param>
    public static double Odds(double score) => Math.Log(Math.Clamp(score, 0.001, 0.999) / (1 - Math.Clamp(score, 0.001, 0.999)));
}
