using System.Diagnostics.CodeAnalysis;

namespace Rapporteur.Domain;

/// <summary>Where a line comes from: a text, a span of it, and the words that stand there.</summary>
public sealed record Citation
{
    private readonly string? _text;

    /// <summary>A citation with its words.</summary>
    /// <param name="textId">Hash of the extracted text, <c>sha256:…</c>.</param>
    /// <param name="span">Half-open UTF-16 offsets into that text.</param>
    /// <param name="quote">The words at the span, to the letter.</param>
    public Citation(string textId, TextSpan span, string quote) => (TextId, Span, Quote) = (textId, span, quote);

    /// <summary>A citation of a text, whose words are cut out of it when they are first asked for.</summary>
    /// <param name="document">The document that says it.</param>
    /// <param name="span">Half-open UTF-16 offsets into its text; <see cref="ArgumentOutOfRangeException"/> where it is shorter.</param>
    internal Citation(SourceDocument document, TextSpan span)
    {
        if (span.Start < 0 || span.Length < 0 || span.End > document.Text.Length) throw new ArgumentOutOfRangeException(nameof(span), "The text is shorter.");
        (TextId, Span, _text) = (document.TextId, span, document.Text);
    }

    /// <summary>Hash of the extracted text, <c>sha256:…</c>.</summary>
    public string TextId { get; init; }

    /// <summary>Half-open UTF-16 offsets into that text.</summary>
    public TextSpan Span { get; }

    /// <summary>The words at the span, to the letter; <c>verify</c> compares them.</summary>
    [field: MaybeNull]
    public string Quote
    {
        get => field ??= Span.Slice(_text!);
        init;
    }

    /// <summary>Whether both cite the same words at the same place.</summary>
    /// <param name="other">The other; null is no citation.</param>
    public bool Equals(Citation? other) => other is not null && TextId == other.TextId && Span == other.Span && Quote == other.Quote;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TextId, Span);
}
