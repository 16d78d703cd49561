using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Something that a text tells about a negotiation beside its fifteen types of claims: an instrument, a layer of guarantees, a venue, a risk.
/// It cites its sentence as a claim does and names the claims of that sentence to which it belongs. Kinds and their fields are data (<c>data/facets</c>);
/// <c>docs/formats/facets.md</c> describes them.</summary>
public sealed record Facet
{
    /// <summary>Key: hash of text id, kind, trigger and evidence.</summary>
    public required string Id { get; init; }

    /// <summary>What it tells of, lower case with hyphens: <c>instrument</c>, <c>guarantee</c>, <c>venue</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The word that evokes it.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>The whole sentence that tells it.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Actor who says so; null for the narrator.</summary>
    public string? Holder { get; init; }

    /// <summary>Whose voice carries it.</summary>
    public Voice Voice { get; init; }

    /// <summary>Affirmed or negated.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>How sure the text makes it.</summary>
    public Modality Modality { get; init; }

    /// <summary>What is known of it, in the order in which the kind declares its fields; each name at most once.</summary>
    public ImmutableArray<FacetField> Fields { get; init; } = [];

    /// <summary>Ids of the claims of the same sentence whose words it shares, in the order of the claims; empty where no claim tells of it.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>Share of the matches of its rule that are right, as the rule's author put it, in [0, 1].</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Id of the rule that found it: <c>venue.options</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>A field by its name; null where the text does not fill it.</summary>
    /// <param name="name">Name of the field, such as <c>guarantor</c>.</param>
    public FacetField? this[string name]
    {
        get
        {
            foreach (var known in Fields)
                if (known.Name == name) return known;
            return null;
        }
    }

    /// <summary>Every span that it rests on beside trigger and evidence, in the order of the fields.</summary>
    public IEnumerable<TextSpan> Spans => Fields.SelectMany(f => f.Spans);

    /// <summary>The key of a facet: it stays the same when a better reader reads the same text.</summary>
    /// <param name="textId">Hash of the extracted text.</param>
    /// <param name="kind">Kind of the facet.</param>
    /// <param name="trigger">The word that evokes it.</param>
    /// <param name="evidence">The sentence that tells it.</param>
    public static string KeyOf(string textId, string kind, TextSpan trigger, TextSpan evidence) =>
        ContentHash.Key(textId, "facet", kind, FormattableString.Invariant($"{trigger.Start}-{trigger.End}"), FormattableString.Invariant($"{evidence.Start}-{evidence.End}"));
}

/// <summary>One field of a <see cref="Facet"/>: words of the text, actors, or a value of a closed list.</summary>
/// <param name="Name">Name of the field, such as <c>guarantor</c>, <c>place</c>, <c>status</c>.</param>
public sealed record FacetField(string Name)
{
    /// <summary>Words of the text, in their order; several where the text lists several ("Oslo or Vienna").</summary>
    public ImmutableArray<TextSpan> Spans { get; init; } = [];

    /// <summary>Actor ids of the document, or keys in a record.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>A value of the closed list of the field, such as <c>option</c> or <c>2</c>; null for none.</summary>
    public string? Value { get; init; }
}
