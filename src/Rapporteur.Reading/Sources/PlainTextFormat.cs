namespace Rapporteur.Reading;

/// <summary>Plain text: kept exactly as it is, but for a byte order mark.</summary>
internal sealed class PlainTextFormat : ISourceFormat
{
    public Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        var (text, note) = TextDecoding.Decode(bytes);
        return new(text) { Marking = MarkingWords.AtTop(text), Notes = note is null ? [] : [note] };
    }
}
