using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A number that a model gives.</summary>
/// <param name="Name">Name.</param>
/// <param name="Meaning">What it is, with its unit.</param>
/// <param name="Value">Its value where every input is at its likeliest.</param>
/// <param name="Low">The value below which 5 % of the draws lie; the value itself where no input has a range.</param>
/// <param name="High">The value below which 95 % of the draws lie.</param>
public sealed record CoercionResult(string Name, string Meaning, double Value, double Low, double High);

/// <summary>What a model of war and coercion makes of its inputs.</summary>
/// <param name="Model">Id of the model.</param>
/// <param name="Inputs">The inputs with what they were set to, in the model's order.</param>
/// <param name="Results">The results.</param>
/// <param name="Statics">A series for each input and result.</param>
/// <param name="Draws">How often inputs with a range were drawn; 0 where none has one.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record CoercionRun(string Model, ImmutableArray<(CoercionInput Input, Estimate Value)> Inputs, ImmutableArray<CoercionResult> Results, ImmutableArray<ComparativeStatics> Statics, int Draws, ulong Seed)
{
    /// <summary>How what is modelled goes, over battles, forts or time, where every input is at its likeliest; empty where the model has no course.</summary>
    public ImmutableArray<ComparativeStatics> Courses { get; init; } = [];

    /// <summary>How results answer to inputs, where that was asked for.</summary>
    public ImmutableArray<CoercionSensitivity> Sensitivity { get; init; } = [];
}
