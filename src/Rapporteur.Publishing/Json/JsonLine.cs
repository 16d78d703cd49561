using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes lines and their citations as JSON.</summary>
internal static class JsonLine
{
    public static void Write(Utf8JsonWriter json, Line line)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Id);
        json.WriteString("text", line.Text);
        Parts(json, "parts", line.Parts);
        Badges(json, line.Badges);
        json.WriteStartArray("citations");
        foreach (var passage in line.Passages) Passage(json, passage);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Parts(Utf8JsonWriter json, string name, ImmutableArray<TextPart> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Code(part.Kind));
            json.WriteString("text", part.Text);
            if (part.Party is { } party) json.WriteString("party", party);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Badges(Utf8JsonWriter json, ImmutableArray<Badge> badges)
    {
        json.WriteStartArray("badges");
        foreach (var badge in badges)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Code(badge.Kind));
            json.WriteString("code", badge.Code);
            json.WriteString("text", badge.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The sentence, then words of the line that stand outside it; the context follows the sentence it belongs to.
    private static void Passage(Utf8JsonWriter json, Passage passage)
    {
        Start(json, passage, passage.Evidence);
        Span(json, "marked", passage.Marked[0]);
        json.WriteStartArray("allMarked");
        foreach (var marked in passage.Marked) Span(json, null, marked);
        json.WriteEndArray();
        Context(json, "before", passage.Before);
        Context(json, "after", passage.After);
        json.WriteEndObject();
        foreach (var further in passage.Further)
        {
            Start(json, passage, further);
            Span(json, "marked", further.Span);
            json.WriteEndObject();
        }
    }

    private static void Start(Utf8JsonWriter json, Passage passage, Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("claim", passage.Claim);
        json.WriteString("textId", citation.TextId);
        json.WriteString("source", passage.Document.Source);
        json.WriteString("publisher", passage.Document.Publisher);
        json.WriteString("published", passage.Document.Published.Value?.Value);
        json.WriteNumber("start", citation.Span.Start);
        json.WriteNumber("end", citation.Span.End);
        json.WriteString("quote", citation.Quote);
    }

    private static void Context(Utf8JsonWriter json, string name, Citation? citation)
    {
        if (citation is null) return;
        json.WriteStartObject(name);
        json.WriteNumber("start", citation.Span.Start);
        json.WriteNumber("end", citation.Span.End);
        json.WriteString("quote", citation.Quote);
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, string? name, TextSpan span)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
    }
}
