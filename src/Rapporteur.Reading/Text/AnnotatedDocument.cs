using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A document on its way through the pipeline: each annotator returns a copy with its part filled in.</summary>
public sealed record AnnotatedDocument
{
    /// <summary>The untouched source.</summary>
    public required SourceDocument Source { get; init; }

    /// <summary>Tokens in text order; sentence by sentence.</summary>
    public ImmutableArray<Token> Tokens { get; init; } = [];

    /// <summary>Sentences in text order.</summary>
    public ImmutableArray<Sentence> Sentences { get; init; } = [];

    /// <summary>Time expressions in text order.</summary>
    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    /// <summary>Actors in the order of first mention.</summary>
    public ImmutableArray<Actor> Actors { get; init; } = [];

    /// <summary>Ids of the actors without a name that stay only where a claim has a use for them.</summary>
    public ImmutableArray<string> Passing { get; init; } = [];

    /// <summary>What the reader of claims saw, with the actors in passing that were left out afterwards; null where none were.</summary>
    internal AnnotatedDocument? Seen { get; init; }

    /// <summary>Which actor each mention names, in text order, pronouns included; mentions do not cross sentences.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Words that point to an actor without naming it, in text order.</summary>
    public ImmutableArray<Allusion> Allusions { get; init; } = [];

    /// <summary>Who said what, in the order of the cues.</summary>
    public ImmutableArray<Attribution> Attributions { get; init; } = [];

    /// <summary>Id of the actor whose words the whole document is, an official statement, letter or communiqué; null for a report.</summary>
    public string? Speaker { get; init; }

    /// <summary>Claims.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>What the text tells beside its claims.</summary>
    public ImmutableArray<Facet> Facets { get; init; } = [];

    /// <summary>Remarks of annotators, in their order.</summary>
    public ImmutableArray<ReadingNote> Notes { get; init; } = [];

    /// <summary>The whole text.</summary>
    public string Text => Source.Text;

    /// <summary>The words of a token.</summary>
    /// <param name="token">Index into <see cref="Tokens"/>.</param>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(Tokens[token].Span.Start, Tokens[token].Span.Length);
}
