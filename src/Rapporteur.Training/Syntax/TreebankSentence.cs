using System.Collections.Immutable;

namespace Rapporteur.Training;

/// <summary>One sentence of a treebank.</summary>
public sealed record TreebankSentence
{
    /// <summary>The sentence as written (<c># text</c>).</summary>
    public required string Text { get; init; }

    /// <summary>Its words in order, at least one.</summary>
    public required ImmutableArray<TreebankWord> Words { get; init; }

    /// <summary>Whether a document begins with it.</summary>
    public bool BeginsDocument { get; init; }

    /// <summary>Name of the document that begins with it; empty for others and where it has none.</summary>
    public string DocumentId { get; init; } = "";

    /// <summary>Whether a paragraph begins with it.</summary>
    public bool BeginsParagraph { get; init; }

    /// <summary>Whether no blank follows it.</summary>
    public bool JoinsNext { get; init; }
}
