using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A part of an <see cref="AnnotatedDocument"/> that an annotator needs or fills.</summary>
public enum Annotation
{
    /// <summary><see cref="AnnotatedDocument.Tokens"/> with spans, and <see cref="AnnotatedDocument.Sentences"/>.</summary>
    Tokens,
    /// <summary>Lemma, tags, head and relation of every token.</summary>
    Syntax,
    /// <summary><see cref="AnnotatedDocument.Times"/>, and the inferred publication date.</summary>
    Times,
    /// <summary><see cref="AnnotatedDocument.Actors"/> and <see cref="AnnotatedDocument.Mentions"/>.</summary>
    Actors,
    /// <summary><see cref="AnnotatedDocument.Attributions"/>.</summary>
    Attributions,
    /// <summary><see cref="AnnotatedDocument.Claims"/>.</summary>
    Claims,
}

/// <summary>One step of reading: pure, thread-safe, document in, document out.</summary>
public interface IAnnotator
{
    /// <summary>What has to be there before.</summary>
    ImmutableArray<Annotation> Requires { get; }

    /// <summary>What is there afterwards.</summary>
    ImmutableArray<Annotation> Provides { get; }

    /// <summary>Returns the document with this annotator's part filled in.</summary>
    /// <param name="document">A document that has all of <see cref="Requires"/>.</param>
    /// <param name="cancel">Stops the work with <see cref="OperationCanceledException"/>.</param>
    AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default);
}
