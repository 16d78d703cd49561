using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>One source as it came in: its untouched text with zones, and what is known about it.</summary>
public sealed record SourceDocument
{
    /// <summary>Hash of the raw bytes, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of <see cref="Text"/> in UTF-8, same form; spans belong to it.</summary>
    public required string TextId { get; init; }

    /// <summary>Path or address, as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>The extracted text, never altered afterwards; every span is an offset into it.</summary>
    public required string Text { get; init; }

    /// <summary>Headline, if known.</summary>
    public string? Title { get; init; }

    /// <summary>Publisher, if known.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it was published.</summary>
    public PublicationDate Published { get; init; } = PublicationDate.None;

    /// <summary>Handling label; <see cref="Domain.Marking.Unmarked"/> by default.</summary>
    public Marking Marking { get; init; }

    /// <summary>How a person graded source and information; null when nobody did.</summary>
    public AdmiraltyGrade? Grade { get; init; }

    /// <summary>ISO 639-1 code of the language; <c>und</c> when it could not be told.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Licence or rights statement found in the source, if any.</summary>
    public string? Rights { get; init; }

    /// <summary>Parts of the text, sorted, without overlap; text outside every zone counts as body.</summary>
    public ImmutableArray<Zone> Zones { get; init; } = [];

    /// <summary>The kind of the zone in which the offset lies.</summary>
    /// <param name="offset">Zero-based UTF-16 offset.</param>
    public ZoneKind ZoneAt(int offset)
    {
        foreach (var zone in Zones)
            if (zone.Span.Contains(offset)) return zone.Kind;
        return ZoneKind.Body;
    }
}
