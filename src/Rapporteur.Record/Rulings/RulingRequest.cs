using System.Collections.Immutable;

namespace Rapporteur.Record;

/// <summary>What somebody wants to rule, in the words of a person: ids may be cut short, actors are called by name, spans are given by their words.</summary>
public sealed record RulingRequest
{
    /// <summary>A word of <see cref="Domain.Verdict"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Who rules.</summary>
    public required string Author { get; init; }

    /// <summary>What it is about: ids of claims, keys of threads, documents, actors, or the id of a ruling to undo, as many as the verdict needs.</summary>
    public ImmutableArray<string> Of { get; init; } = [];

    /// <summary>The date, state, grade or remark of a verdict that has one.</summary>
    public string? Value { get; init; }

    /// <summary>How likely the author of a remark holds what it says.</summary>
    public Domain.Likelihood? Likelihood { get; init; }

    /// <summary>How much the author of a remark trusts its basis.</summary>
    public Domain.AnalyticalConfidence? Confidence { get; init; }

    /// <summary>Id of the author's own remark in whose place this one stands; null for a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>Fields of a claim and what they should read, for a correction or an addition.</summary>
    public ImmutableArray<(string Field, string Value)> Set { get; init; } = [];

    /// <summary>Type of a claim to add, as files spell it.</summary>
    public string? Type { get; init; }

    /// <summary>Words of the text that say it, for a claim to add, or <c>START-END</c>.</summary>
    public string? Words { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}

/// <summary>A ruling that cannot be made: a sentence that says what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class RulingException(string message) : Exception(message);
