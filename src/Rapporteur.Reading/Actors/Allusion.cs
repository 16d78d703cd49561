namespace Rapporteur.Reading;

/// <summary>How words point to an actor without naming it.</summary>
public enum AllusionKind
{
    /// <summary>By the adjective of a state or body: "the Norwegian offer", "US-led".</summary>
    Adjective,
    /// <summary>By a text that it issued: "the resolution calls for …".</summary>
    Text,
    /// <summary>By the name of a state or of a place in it, where it is only the place: "rockets at Norway", "shelled Bergen".</summary>
    Place,
    /// <summary>By a pronoun that stands for several who are named side by side: "Norway and Chile said they would wait". Such a word has an allusion for each of them.</summary>
    Joint,
}

/// <summary>A word that points to an actor without naming it; no mention, and no alias.</summary>
/// <param name="Token">Index in <see cref="AnnotatedDocument.Tokens"/> of the adjective, or of the head of the words for the text or place.</param>
/// <param name="ActorId">Id of an actor in <see cref="AnnotatedDocument.Actors"/>.</param>
/// <param name="Kind">How it points to it.</param>
public sealed record Allusion(int Token, string ActorId, AllusionKind Kind);
