namespace Rapporteur.Domain;

/// <summary>Where a line comes from: a text, a span of it, and the words that stand there.</summary>
/// <param name="TextId">Hash of the extracted text, <c>sha256:…</c>.</param>
/// <param name="Span">Half-open UTF-16 offsets into that text.</param>
/// <param name="Quote">The words at the span, to the letter; <c>verify</c> compares them.</param>
public sealed record Citation(string TextId, TextSpan Span, string Quote);
