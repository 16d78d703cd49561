using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>What a result does when one input goes from its 5 % to its 95 % quantile and the others stay at their likeliest.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Low">Its 5 % quantile.</param>
/// <param name="High">Its 95 % quantile.</param>
/// <param name="AtLow">The result there.</param>
/// <param name="AtHigh">The result at the high one.</param>
public sealed record CoercionSwing(string Input, double Low, double High, double AtLow, double AtHigh);

/// <summary>How much of the variance of a result an input brings, by itself and with others (Saltelli et al. 2010; Jansen 1999).</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="First">Its first index.</param>
/// <param name="Total">Its total index.</param>
public sealed record CoercionShare(string Input, double First, double Total);

/// <summary>The smallest change of one input that brings a result to the other side of a line.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="From">What it is.</param>
/// <param name="To">What it would have to be.</param>
/// <param name="Value">The result then.</param>
/// <param name="Share">The change as a share of all values of the input that make sense.</param>
public sealed record CoercionFlip(string Input, double From, double To, double Value, double Share);

/// <summary>How one result of a model of war and coercion answers to its inputs.</summary>
/// <param name="Result">Name of the result.</param>
public sealed record CoercionSensitivity(string Result)
{
    /// <summary>Swings, the greatest first; empty where none were asked for or no input has a range.</summary>
    public ImmutableArray<CoercionSwing> Swings { get; init; } = [];

    /// <summary>Shares of the variance, the greatest total first; empty likewise.</summary>
    public ImmutableArray<CoercionShare> Shares { get; init; } = [];

    /// <summary>The line of <see cref="Flips"/>; null where none was asked for.</summary>
    public double? Line { get; init; }

    /// <summary>Flips, the smallest change first; inputs that cannot flip the result alone are left out.</summary>
    public ImmutableArray<CoercionFlip> Flips { get; init; } = [];
}
