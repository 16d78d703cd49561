using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>One syntactic word (Universal Dependencies). "don't" is two tokens, "do" and "n't".</summary>
/// <param name="Span">Where it stands in the document's text.</param>
public readonly record struct Token(TextSpan Span)
{
    /// <summary>Lemma, lower case but for proper nouns; empty before the syntax annotator ran.</summary>
    public string Lemma { get; init; } = "";

    /// <summary>Universal part of speech, upper case (<c>VERB</c>); empty before the syntax annotator ran. Interned.</summary>
    public string Upos { get; init; } = "";

    /// <summary>Penn Treebank tag (<c>VBD</c>); empty before the syntax annotator ran. Interned.</summary>
    public string Xpos { get; init; } = "";

    /// <summary>Index in <see cref="AnnotatedDocument.Tokens"/> of the head; -1 for the root of a sentence and before the syntax annotator ran.</summary>
    public int Head { get; init; } = -1;

    /// <summary>Universal dependency relation to the head, subtype included (<c>nsubj:pass</c>); empty before the syntax annotator ran. Interned.</summary>
    public string Relation { get; init; } = "";
}
