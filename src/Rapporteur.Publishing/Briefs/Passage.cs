using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What is shown when a citation is opened: the sentence with the words that the line rests on marked, and one sentence on either side.</summary>
public sealed record Passage
{
    /// <summary>Anchor, a hash of text and claim; the same wherever the claim is cited.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the claim or facet cited.</summary>
    public required string Claim { get; init; }

    /// <summary>The document.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>Short name on the marker: publisher or file name, and date.</summary>
    public required string Label { get; init; }

    /// <summary>The cited sentence, to the letter.</summary>
    public required Citation Evidence { get; init; }

    /// <summary>Spans inside the sentence that the line rests on, sorted, without overlap; never empty.</summary>
    public ImmutableArray<TextSpan> Marked { get; init; } = [];

    /// <summary>The sentence before; null at the start of the text or where sentences are not known.</summary>
    public Citation? Before { get; init; }

    /// <summary>The sentence after; null at the end of the text or where sentences are not known.</summary>
    public Citation? After { get; init; }

    /// <summary>Words of the line that stand outside the sentence, such as the rest of a long quotation, in order.</summary>
    public ImmutableArray<Citation> Further { get; init; } = [];
}
