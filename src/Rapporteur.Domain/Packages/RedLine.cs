using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Options that a party rules out, whatever else a package holds.</summary>
/// <param name="Party">Index of the party.</param>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Options">Indices of the options that are ruled out, sorted.</param>
public sealed record RedLine(int Party, int Issue, ImmutableArray<int> Options)
{
    /// <summary>Why, in the analyst's words; null where nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>What it rests on in the record; empty where the analyst set it.</summary>
    public ImmutableArray<Citation> Evidence { get; init; } = [];
}

/// <summary>What keeps a package out of the zone of agreement: a red line, or the least that a party takes.</summary>
/// <param name="Party">Index of the party.</param>
/// <param name="Line">The red line; null for the reservation value.</param>
public sealed record Bar(int Party, RedLine? Line);
