using System.Collections.Immutable;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>The <c>times</c> of a line.</summary>
internal static class TimeJson
{
    internal static void Write(Utf8JsonWriter json, ImmutableArray<TimeExpression> times)
    {
        json.WriteStartArray("times");
        foreach (var time in times)
        {
            json.WriteStartObject();
            SpanJson.WriteOffsets(json, time.Span);
            json.WriteString("value", time.Value);
            json.WriteString("type", EnumSpelling.Of(time.Type));
            if (time.Relation is { } relation) json.WriteString("relation", relation);
            json.WriteString("rule", time.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static ImmutableArray<TimeExpression> Read(JsonField field, string text) => field.Each(t =>
        new TimeExpression(SpanJson.Read(t, text), t.Required("type").Enum<TimeType>(), t.Required("value").String(), t.Required("rule").String())
        {
            Relation = t.Optional("relation")?.String(),
        });
}
