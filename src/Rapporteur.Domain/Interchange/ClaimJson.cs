using System.Collections.Immutable;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>The <c>claims</c> of a line.</summary>
internal static class ClaimJson
{
    // A ledger keeps the words of the evidence too, so that it can tell when text and span no longer fit.
    internal static void Write(Utf8JsonWriter json, ImmutableArray<Claim> claims, string? quoteFrom)
    {
        json.WriteStartArray("claims");
        foreach (var claim in claims) WriteValue(json, claim, quoteFrom);
        json.WriteEndArray();
    }

    /// <summary>The claims; only those at some places where these are given.</summary>
    internal static ImmutableArray<Claim> Read(JsonField field, string text, HashSet<string> actors, IReadOnlySet<int>? places = null) =>
        places is null ? field.Each(c => ReadOne(c, text, actors)) : field.Each(places, c => ReadOne(c, text, actors));

    internal static void WriteValue(Utf8JsonWriter json, Claim claim, string? quoteFrom)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("type", EnumSpelling.Of(claim.Type));
        json.WriteString("by", claim.By);
        json.WriteString("holder", claim.Holder);
        Strings(json, "to", claim.To, always: true);
        Strings(json, "participants", claim.Participants);
        Strings(json, "about", claim.About);
        SpanJson.WriteOptional(json, "cue", claim.Cue);
        if (!claim.Content.IsDefaultOrEmpty)
        {
            json.WriteStartArray("content");
            foreach (var span in claim.Content) SpanJson.WriteValue(json, span);
            json.WriteEndArray();
        }

        Optional(json, "quoted", claim.Quoted);
        Optional(json, "form", claim.Form);
        Optional(json, "level", claim.Level);
        Optional(json, "format", claim.Format);
        Optional(json, "status", claim.Status);
        Optional(json, "kind", claim.Kind);
        SpanJson.WriteOptional(json, "what", claim.What);
        SpanJson.WriteOptional(json, "if", claim.If);
        SpanJson.WriteOptional(json, "then", claim.Then);
        SpanJson.WriteOptional(json, "consequence", claim.Consequence);
        Optional(json, "due", claim.Due?.Value);
        SpanJson.WriteOptional(json, "time", claim.Time);
        Optional(json, "when", claim.When?.Value);
        Optional(json, "where", claim.Where);
        Quantities(json, claim.Quantities);
        json.WriteString("polarity", EnumSpelling.Of(claim.Polarity));
        json.WriteString("modality", EnumSpelling.Of(claim.Modality));
        json.WriteString("voice", EnumSpelling.Of(claim.Voice));
        SpanJson.WriteOptional(json, "evidence", claim.Evidence);
        if (quoteFrom is not null) json.WriteString("quote", claim.Evidence.Slice(quoteFrom));
        SpanJson.WriteOptional(json, "trigger", claim.Trigger);
        Optional(json, "headLemma", claim.HeadLemma);
        Optional(json, "event", claim.Event);
        json.WriteNumber("confidence", claim.Confidence);
        json.WriteString("rule", claim.Rule);
        Optional(json, "origin", claim.Origin);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values, bool always = false)
    {
        if (values.IsDefaultOrEmpty && !always) return;
        json.WriteStartArray(name);
        if (!values.IsDefault)
            foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Optional<T>(Utf8JsonWriter json, string name, T? value) where T : struct, Enum
    {
        if (value is { } set) json.WriteString(name, EnumSpelling.Of(set));
    }

    private static void Quantities(Utf8JsonWriter json, ImmutableArray<Quantity> quantities)
    {
        if (quantities.IsDefaultOrEmpty) return;
        json.WriteStartArray("quantities");
        foreach (var quantity in quantities)
        {
            json.WriteStartObject();
            json.WriteNumber("value", quantity.Value);
            json.WriteString("unit", quantity.Unit);
            Optional(json, "qualifier", quantity.Qualifier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static Claim ReadOne(JsonField c, string text, HashSet<string> actors)
    {
        var evidence = SpanJson.Read(c.Required("evidence"), text);
        return new()
        {
            Id = c.Required("id").String(),
            Type = c.Required("type").Enum<ClaimType>(),
            By = c.Optional("by") is { } by ? Actor(by, actors) : null,
            Holder = c.Optional("holder") is { } holder ? Actor(holder, actors) : null,
            To = Actors(c, "to", actors),
            Participants = Actors(c, "participants", actors),
            About = Actors(c, "about", actors),
            Cue = SpanJson.ReadOptional(c, "cue", text),
            Content = c.Optional("content") is { } content ? content.Each(s => SpanJson.Read(s, text)) : [],
            Quoted = c.Optional("quoted")?.Enum<Quotation>(),
            Form = c.Optional("form")?.Enum<MeetingForm>(),
            Level = c.Optional("level")?.Enum<MeetingLevel>(),
            Format = c.Optional("format")?.Enum<MeetingFormat>(),
            Status = c.Optional("status")?.Enum<ClaimStatus>(),
            Kind = c.Optional("kind")?.String(),
            What = SpanJson.ReadOptional(c, "what", text),
            If = SpanJson.ReadOptional(c, "if", text),
            Then = SpanJson.ReadOptional(c, "then", text),
            Consequence = SpanJson.ReadOptional(c, "consequence", text),
            Due = c.Optional("due")?.Date(),
            Time = SpanJson.ReadOptional(c, "time", text),
            When = c.Optional("when")?.Date(),
            Where = c.Optional("where")?.String(),
            Quantities = c.Optional("quantities") is { } quantities ? quantities.Each(ReadQuantity) : [],
            Polarity = c.Required("polarity").Enum<Polarity>(),
            Modality = c.Required("modality").Enum<Modality>(),
            Voice = c.Required("voice").Enum<Voice>(),
            Evidence = evidence,
            Trigger = SpanJson.ReadOptional(c, "trigger", text) ?? evidence,
            HeadLemma = c.Optional("headLemma")?.String(),
            Event = c.Optional("event")?.String(),
            Confidence = c.Optional("confidence")?.Share() ?? 1,
            Rule = c.Required("rule").String(),
            Origin = c.Optional("origin")?.String(),
        };
    }

    private static Quantity ReadQuantity(JsonField q) => new(q.Required("value").Decimal(), q.Required("unit").String(), q.Optional("qualifier")?.String());

    private static ImmutableArray<string> Actors(JsonField claim, string name, HashSet<string> actors) =>
        claim.Optional(name) is { } field ? field.Each(a => Actor(a, actors)) : [];

    private static string Actor(JsonField field, HashSet<string> actors)
    {
        var id = field.String();
        return id == Domain.Actor.Narrator || actors.Contains(id)
            ? id
            : throw field.Fault($"expected \"{Domain.Actor.Narrator}\" or the id of a listed actor, found \"{id}\"");
    }
}
