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

    /// <summary>How likely the author of a remark holds what it says; null where the remark judges none.</summary>
    public Domain.Likelihood? Likelihood { get; init; }

    /// <summary>How much the author of a remark trusts its basis; null where that is not said.</summary>
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

    /// <summary>The request with likelihood and confidence of a remark as a person writes them; throws <see cref="RulingException"/> for other words than those of the yardstick, and for a verdict that is no remark.</summary>
    /// <param name="likelihood">Such as <c>highly likely</c>; null where none is given.</param>
    /// <param name="confidence"><c>low</c>, <c>moderate</c> or <c>high</c>; null where none is given.</param>
    public RulingRequest With(string? likelihood, string? confidence)
    {
        if (likelihood is null && confidence is null) return this;
        if (Verdict != Domain.Verdict.Note) throw new RulingException("Likelihood and confidence belong to a note alone.");
        string? unlike = null, unsure = null;
        var made = this with
        {
            Likelihood = likelihood is null ? null : Domain.NoteWords.LikelihoodOf(likelihood, out unlike),
            Confidence = confidence is null ? null : Domain.NoteWords.ConfidenceOf(confidence, out unsure),
        };
        return unlike is not null ? throw new RulingException("likelihood: " + unlike) : unsure is not null ? throw new RulingException("confidence: " + unsure) : made;
    }
}

/// <summary>A ruling that cannot be made: a sentence that says what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class RulingException(string message) : Exception(message);
