namespace Rapporteur.Domain;

/// <summary>A facet as the record holds it: its actors are keys of <see cref="RecordSnapshot.Actors"/>.</summary>
public sealed record RecordedFacet
{
    /// <summary>The facet, with <see cref="RecordActor.Key"/> in its actor fields.</summary>
    public required Facet Facet { get; init; }

    /// <summary>The document that tells it.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>The evidence, to the letter.</summary>
    public required Citation Evidence { get; init; }

    /// <summary>The sentence before the evidence; null at the start or where sentences are not known.</summary>
    public TextSpan? Before { get; init; }

    /// <summary>The sentence after the evidence; null at the end or where sentences are not known.</summary>
    public TextSpan? After { get; init; }

    /// <summary>Words of a field in their order; empty where the field has none.</summary>
    /// <param name="field">Name of the field.</param>
    public IEnumerable<string> Words(string field) => Facet[field]?.Spans.Select(span => span.Slice(Document.Text)) ?? [];
}
