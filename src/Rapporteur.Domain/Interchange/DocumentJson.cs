using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>The <c>document</c> of a line.</summary>
internal static class DocumentJson
{
    internal static void Write(Utf8JsonWriter json, SourceDocument document, bool stored)
    {
        json.WriteStartObject("document");
        json.WriteString("id", document.Id);
        json.WriteString("textId", document.TextId);
        if (!stored) json.WriteString("source", document.Source);
        json.WriteString("title", document.Title);
        json.WriteString("publisher", document.Publisher);
        json.WriteStartObject("published");
        json.WriteString("value", document.Published.Value?.Value);
        json.WriteString("basis", EnumSpelling.Of(document.Published.Basis));
        if (document.Published.Reason is { } reason) json.WriteString("reason", reason);
        json.WriteEndObject();
        if (document.Marking != Marking.Unmarked) json.WriteString("marking", EnumSpelling.Of(document.Marking));
        if (document.Grade is { } grade) json.WriteString("grade", grade.ToString());
        if (document.Language != "und") json.WriteString("language", document.Language);
        if (document.Rights is { } rights) json.WriteString("rights", rights);
        if (!stored) json.WriteString("text", document.Text);
        json.WriteStartArray("zones");
        foreach (var zone in document.Zones)
        {
            json.WriteStartObject();
            SpanJson.WriteOffsets(json, zone.Span);
            json.WriteString("kind", EnumSpelling.Of(zone.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A ledger keeps text and source apart and hands them in; a document that failed may have neither hash nor text.
    internal static SourceDocument Read(JsonField field, string? text, string? source, bool failed)
    {
        text ??= failed ? field.Optional("text")?.String() ?? "" : field.Required("text").String();
        var textId = failed ? field.Optional("textId")?.String() ?? "" : field.Required("textId").String();
        if (!failed && textId != ContentHash.Of(text))
            throw field.Required("textId").Fault($"expected the hash of the text, {ContentHash.Of(text)}, found \"{textId}\"");
        return new()
        {
            Id = failed ? field.Optional("id")?.String() ?? "" : field.Required("id").String(),
            TextId = textId,
            Source = source ?? field.Required("source").String(),
            Text = text,
            Title = field.Optional("title")?.String(),
            Publisher = field.Optional("publisher")?.String(),
            Published = field.Optional("published") is { } published ? ReadDate(published) : PublicationDate.None,
            Marking = field.Optional("marking")?.Enum<Marking>() ?? Marking.Unmarked,
            Grade = field.Optional("grade") is { } grade ? AdmiraltyGrade.Parse(grade.String()) ?? throw grade.Fault("expected a grade such as \"B2\"") : null,
            Language = field.Optional("language")?.String() ?? "und",
            Rights = field.Optional("rights")?.String(),
            Zones = field.Optional("zones") is { } zones
                ? zones.Each(z => new Zone(SpanJson.Read(z, text), z.Required("kind").Enum<ZoneKind>()))
                : [],
        };
    }

    private static PublicationDate ReadDate(JsonField field) =>
        new(field.Optional("value")?.Date(), field.Required("basis").Enum<DateBasis>(), field.Optional("reason")?.String());
}
