using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>One sentence, heading or list item.</summary>
/// <param name="Span">Where it stands, without surrounding white space; final punctuation and closing quotation marks included.</param>
/// <param name="FirstToken">Index of its first token in <see cref="AnnotatedDocument.Tokens"/>.</param>
/// <param name="TokenCount">How many tokens it has, at least one.</param>
/// <param name="Zone">The zone in which it begins.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount, ZoneKind Zone)
{
    /// <summary>One past its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
