using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What an analyst puts in: issues, parties, red lines.</summary>
/// <param name="Name">Name to show.</param>
/// <param name="Space">The issues and options.</param>
/// <param name="Parties">What parties make of them.</param>
/// <param name="RedLines">Options that parties rule out.</param>
public sealed record PackageTable(string Name, OutcomeSpace Space, ImmutableArray<PartyPreferences> Parties, ImmutableArray<RedLine> RedLines)
{
    /// <summary>The package from which exchanges start, issue by issue; empty for a split issue by issue.</summary>
    public ImmutableArray<int> From { get; init; } = [];

    /// <summary>The problem at the likeliest numbers.</summary>
    public PackageProblem Likeliest() => new(Name, [.. Parties.Select(p => p.Likeliest())], RedLines);
}
