using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>One thing that went into a finding, in words.</summary>
/// <param name="Name">What it is, such as <c>as of</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record FindingInput(string Name, string Value);

/// <summary>What reasoning found in the record, as against what a text says. It names its inputs and its model and cites the claims it rests on.</summary>
public abstract record Finding
{
    /// <summary>Key, the same for the same record whatever the order of its documents.</summary>
    public required string Key { get; init; }

    /// <summary>Name and version of the model, such as <c>deadlocks/1</c>; <c>docs/reasoning.md</c> defines each.</summary>
    public abstract string Model { get; }

    /// <summary>What went in.</summary>
    public ImmutableArray<FindingInput> Inputs { get; init; } = [];

    /// <summary>For a finding of absence what was read; null otherwise or where no document is dated.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>The claims that it rests on, each once, by reported date.</summary>
    public abstract ImmutableArray<RecordedClaim> Claims { get; }
}
