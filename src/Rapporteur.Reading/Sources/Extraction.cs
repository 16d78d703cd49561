using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What a format makes of the bytes of one source.</summary>
internal sealed record Extraction(string Text)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Rights { get; init; }

    public Edtf? Published { get; init; }

    public DateBasis PublishedBasis { get; init; } = DateBasis.Metadata;

    public Marking Marking { get; init; }

    /// <summary>Zones that the markup makes plain, sorted, body left out; the rest of the text is judged by its words.</summary>
    public ImmutableArray<Zone> Zones { get; init; } = [];

    /// <summary>Whether the markup tells headings from paragraphs, so that they are not guessed.</summary>
    public bool HasStructure { get; init; }

    public ImmutableArray<SourceNote> Notes { get; init; } = [];
}

/// <summary>One kind of file.</summary>
internal interface ISourceFormat
{
    /// <summary>Text and metadata of the bytes; throws <see cref="UnreadableSourceException"/> where there is no text to be had.</summary>
    Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel);
}
