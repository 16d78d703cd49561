using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Plain text: kept exactly as it is, but for a byte order mark. Front matter, where there is some, stays in the text as furniture.</summary>
internal sealed class PlainTextFormat : ISourceFormat
{
    public Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        var (text, note) = TextDecoding.Decode(bytes);
        return Of(text) with { Notes = note is null ? [] : [note] };
    }

    /// <summary>The same for a text that is already decoded.</summary>
    public static Extraction Of(string text)
    {
        var front = FrontMatter.Read(text);
        var top = MarkingWords.AtTop(front.Length == 0 ? text : text[front.Length..]);
        return new(text)
        {
            Title = front.Title,
            Publisher = front.Publisher,
            Rights = front.Rights,
            Published = front.Published,
            Marking = top > front.Marking ? top : front.Marking,
            Zones = front.Length == 0 ? [] : [new Zone(new(0, front.Length), ZoneKind.Furniture)],
        };
    }
}
