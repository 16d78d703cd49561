using System.Collections.Immutable;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>The <c>facets</c> of a line; left out where there are none.</summary>
internal static class FacetJson
{
    internal static void Write(Utf8JsonWriter json, ImmutableArray<Facet> facets, string? quoteFrom)
    {
        if (facets.IsDefaultOrEmpty) return;
        json.WriteStartArray("facets");
        foreach (var facet in facets) Write(json, facet, quoteFrom);
        json.WriteEndArray();
    }

    internal static ImmutableArray<Facet> Read(JsonField? field, string text, HashSet<string> actors) => field is null ? [] : field.Each(f => ReadValue(f, text, actors));

    private static void Write(Utf8JsonWriter json, Facet facet, string? quoteFrom)
    {
        json.WriteStartObject();
        json.WriteString("id", facet.Id);
        json.WriteString("kind", facet.Kind);
        json.WriteString("holder", facet.Holder);
        json.WriteStartArray("fields");
        foreach (var field in facet.Fields) Write(json, field);
        json.WriteEndArray();
        json.WriteString("polarity", EnumSpelling.Of(facet.Polarity));
        json.WriteString("modality", EnumSpelling.Of(facet.Modality));
        json.WriteString("voice", EnumSpelling.Of(facet.Voice));
        SpanJson.WriteOptional(json, "evidence", facet.Evidence);
        if (quoteFrom is not null) json.WriteString("quote", facet.Evidence.Slice(quoteFrom));
        SpanJson.WriteOptional(json, "trigger", facet.Trigger);
        json.Strings("claims", facet.Claims);
        json.WriteNumber("confidence", facet.Confidence);
        json.WriteString("rule", facet.Rule);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FacetField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        if (!field.Spans.IsDefaultOrEmpty)
        {
            json.WriteStartArray("spans");
            foreach (var span in field.Spans) SpanJson.WriteValue(json, span);
            json.WriteEndArray();
        }

        if (!field.Actors.IsDefaultOrEmpty) json.Strings("actors", field.Actors);
        if (field.Value is { } value) json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static Facet ReadValue(JsonField f, string text, HashSet<string> actors)
    {
        var evidence = SpanJson.Read(f.Required("evidence"), text);
        return new()
        {
            Id = f.Required("id").String(),
            Kind = f.Required("kind").String(),
            Holder = f.Optional("holder") is { } holder ? Actor(holder, actors) : null,
            Fields = f.Optional("fields") is { } fields ? fields.Each(field => ReadField(field, text, actors)) : [],
            Polarity = f.Required("polarity").Enum<Polarity>(),
            Modality = f.Required("modality").Enum<Modality>(),
            Voice = f.Required("voice").Enum<Voice>(),
            Evidence = evidence,
            Trigger = SpanJson.ReadOptional(f, "trigger", text) ?? evidence,
            Claims = f.Optional("claims") is { } claims ? claims.Each(c => c.String()) : [],
            Confidence = f.Optional("confidence")?.Share() ?? 1,
            Rule = f.Required("rule").String(),
        };
    }

    private static FacetField ReadField(JsonField field, string text, HashSet<string> actors) => new(field.Required("name").String())
    {
        Spans = field.Optional("spans") is { } spans ? spans.Each(s => SpanJson.Read(s, text)) : [],
        Actors = field.Optional("actors") is { } named ? named.Each(a => Actor(a, actors)) : [],
        Value = field.Optional("value")?.String(),
    };

    private static string Actor(JsonField field, HashSet<string> actors)
    {
        var id = field.String();
        return id == Domain.Actor.Narrator || actors.Contains(id)
            ? id
            : throw field.Fault($"expected \"{Domain.Actor.Narrator}\" or the id of a listed actor, found \"{id}\"");
    }
}
