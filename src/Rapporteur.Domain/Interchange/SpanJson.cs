using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>A span as <c>{"start":0,"end":9}</c>.</summary>
internal static class SpanJson
{
    internal static void WriteValue(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject();
        WriteOffsets(json, span);
        json.WriteEndObject();
    }

    internal static void WriteOffsets(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    internal static void WriteOptional(Utf8JsonWriter json, string name, TextSpan? span)
    {
        if (span is not { } value) return;
        json.WritePropertyName(name);
        WriteValue(json, value);
    }

    internal static TextSpan Read(JsonField field, string text)
    {
        var start = field.Required("start").Int32();
        var end = field.Required("end").Int32();
        return start >= 0 && start <= end && end <= text.Length
            ? new(start, end)
            : throw field.Fault($"expected offsets inside a text of {text.Length} UTF-16 units, found {start} to {end}");
    }

    internal static TextSpan? ReadOptional(JsonField claim, string name, string text) =>
        claim.Optional(name) is { } field ? Read(field, text) : null;
}
