using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Reads annotated articles the way that <c>rapporteur read -</c> reads a line of NDJSON with title and publication date.</summary>
public sealed class GoldReading
{
    private readonly SourceReader _sources = new();
    private readonly ReadingPipeline _pipeline;

    /// <summary>Takes the reader to measure.</summary>
    /// <param name="pipeline">The reader.</param>
    public GoldReading(ReadingPipeline pipeline) => _pipeline = pipeline;

    /// <summary>The document of an article with zones and language found anew; throws <see cref="InvalidDataException"/> where its text is no readable source.</summary>
    /// <param name="gold">The document as annotated.</param>
    public SourceDocument Document(SourceDocument gold)
    {
        var source = _sources.ReadText(gold.Text, gold.Source);
        if (source.Document is not { } document) throw new InvalidDataException($"{gold.Source}: {source.Error?.Message}");
        return document with { Title = gold.Title ?? document.Title, Published = gold.Published.Value is null ? document.Published : gold.Published };
    }

    /// <summary>The reading of an article.</summary>
    /// <param name="gold">The document as annotated.</param>
    public DocumentReading Read(SourceDocument gold) => _pipeline.Read(Document(gold));
}
