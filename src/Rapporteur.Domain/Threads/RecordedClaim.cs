namespace Rapporteur.Domain;

/// <summary>A claim as the record holds it: its actor fields are keys of <see cref="RecordSnapshot.Actors"/>.</summary>
public sealed record RecordedClaim
{
    /// <summary>The claim, with <see cref="RecordActor.Key"/> in its actor fields.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The document that says it.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>The evidence, to the letter.</summary>
    public required Citation Evidence { get; init; }

    /// <summary>The sentence before the evidence; null at the start or where sentences are not known.</summary>
    public TextSpan? Before { get; init; }

    /// <summary>The sentence after the evidence; null at the end or where sentences are not known.</summary>
    public TextSpan? After { get; init; }

    /// <summary>What a person ruled on it, where that holds; null for a claim as it was read.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>Where the fold that made it holds it.</summary>
    internal ClaimPlace Place { get; init; }

    /// <summary>When the source said it: the publication date of the document; null when unknown.</summary>
    public Edtf? Reported => Document.Published.Value;

    /// <summary>The words at a span of the document; null for null.</summary>
    /// <param name="span">Span of a field of the claim.</param>
    public string? Words(TextSpan? span) => span is { } s ? s.Slice(Document.Text) : null;
}
