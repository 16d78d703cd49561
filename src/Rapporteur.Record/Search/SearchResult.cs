using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What a search looks through.</summary>
[Flags]
public enum SearchScope
{
    /// <summary>Whole texts: every word stands somewhere in the text.</summary>
    Texts = 1,
    /// <summary>Claims: every word stands in the sentence that says it or in the names of its actors.</summary>
    Claims = 2,
    /// <summary>Both.</summary>
    Both = 3,
}

/// <summary>What a search leaves out.</summary>
public sealed record SearchOptions
{
    /// <summary>Texts, claims or both (the default).</summary>
    public SearchScope Scope { get; init; } = SearchScope.Both;

    /// <summary>Leaves out what was published later; null for nothing.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Looks through the record as it stood on this day of recorded time; null for now.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Strictest marking that is shown.</summary>
    public Marking Limit { get; init; } = Marking.Red;

    /// <summary>What unmarked documents count as; AMBER where it is <see cref="Marking.Unmarked"/>.</summary>
    public Marking Unmarked { get; init; }

    /// <summary>How many hits are given at most; 50 by default.</summary>
    public int Most { get; init; } = 50;

    /// <summary>How many of the first hits are passed by; none by default.</summary>
    public int Skip { get; init; }
}

/// <summary>One place where the words stand.</summary>
/// <param name="Document">The document.</param>
/// <param name="Claim">The claim; null for a text.</param>
/// <param name="Span">The sentence: the evidence of the claim, or the first sentence of the text with the most of the words.</param>
public sealed record SearchHit(SourceDocument Document, Claim? Claim, TextSpan Span)
{
    /// <summary>The sentence.</summary>
    public string Quote => Span.Slice(Document.Text);
}

/// <summary>What a search found.</summary>
/// <param name="Texts">In how many texts.</param>
/// <param name="Claims">In how many claims.</param>
/// <param name="Hits">The first of them, by day of publication (unknown ones last), then id of the document; the text before its claims, claims as they stand in the reading.</param>
public sealed record SearchResult(int Texts, int Claims, ImmutableArray<SearchHit> Hits);
