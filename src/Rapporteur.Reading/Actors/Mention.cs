using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>How a mention names its actor.</summary>
public enum MentionKind
{
    /// <summary>By a name.</summary>
    Name,
    /// <summary>By a seat of government or capital that stands for it ("the Kremlin").</summary>
    Metonym,
    /// <summary>By a description ("the president", "European leaders").</summary>
    Nominal,
    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>Words of a text that name an actor.</summary>
/// <param name="Span">Where they stand, without title, article or possessive ending.</param>
/// <param name="ActorId">Id of an actor in <see cref="AnnotatedDocument.Actors"/>.</param>
/// <param name="HeadToken">Index in <see cref="AnnotatedDocument.Tokens"/> of the syntactic head of the words.</param>
/// <param name="Kind">How they name it.</param>
public sealed record Mention(TextSpan Span, string ActorId, int HeadToken, MentionKind Kind);
