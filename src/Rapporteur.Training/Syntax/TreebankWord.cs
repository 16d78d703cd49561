using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>One syntactic word of a treebank.</summary>
/// <param name="Form">The word as written.</param>
/// <param name="Lemma">Lemma.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Head">Index of the head in the sentence, zero-based; -1 for the root.</param>
/// <param name="Relation">Relation to the head, subtype included.</param>
/// <param name="Span">Where it stands in the sentence's text.</param>
public sealed record TreebankWord(string Form, string Lemma, string Upos, string Xpos, int Head, string Relation, TextSpan Span);
