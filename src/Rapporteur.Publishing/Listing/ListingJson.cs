using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes entries as NDJSON: one object a line, keys in a fixed order, each claim with the span and words of its citation.</summary>
/// <param name="listing">The listing that the entries are of.</param>
public sealed class ListingJson(RecordListing listing)
{
    /// <summary>One line, without a line break.</summary>
    /// <param name="entry">The entry.</param>
    public string Write(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return JsonText.Object(json =>
        {
            json.WriteString("kind", entry.Kind);
            json.WriteString("key", entry.Key);
            json.WriteString("name", entry.Name);
            foreach (var field in entry.Fields) Field(json, field);
            if (!entry.Parts.IsEmpty) Accounts(json, entry.Parts);
            if (entry.Parts.IsEmpty || !entry.Claims.IsEmpty) Claims(json, entry.Claims);
        });
    }

    private void Accounts(Utf8JsonWriter json, IEnumerable<EntryPart> parts)
    {
        json.WriteStartArray("accounts");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("party", part.Party);
            json.WriteString("name", part.Name);
            foreach (var field in part.Fields) Field(json, field);
            Claims(json, part.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Field(Utf8JsonWriter json, EntryField field)
    {
        json.WritePropertyName(field.Name);
        if (field.Kind == FieldKind.List)
        {
            json.WriteStartArray();
            foreach (var value in field.Values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
        else if (field.Values.IsEmpty) json.WriteNullValue();
        else if (field.Kind == FieldKind.Text) json.WriteStringValue(field.Values[0]);
        else json.WriteRawValue(field.Values[0]);
    }

    private void Claims(Utf8JsonWriter json, IEnumerable<RecordedClaim> claims)
    {
        json.WriteStartArray("claims");
        foreach (var recorded in claims) Claim(json, recorded);
        json.WriteEndArray();
    }

    private void Claim(Utf8JsonWriter json, RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("type", EnumSpelling.Of(claim.Type));
        json.WriteString("by", claim.By);
        json.WriteString("byName", claim.By is null ? null : listing.NameOf(claim.By));
        json.WriteString("holder", claim.Holder);
        json.WriteString("holderName", claim.Holder is null ? null : listing.NameOf(claim.Holder));
        json.WriteString("polarity", EnumSpelling.Of(claim.Polarity));
        json.WriteString("modality", EnumSpelling.Of(claim.Modality));
        json.WriteString("voice", EnumSpelling.Of(claim.Voice));
        json.WriteNumber("confidence", Math.Round(claim.Confidence, 3));
        json.WriteString("source", recorded.Document.Source);
        json.WriteString("publisher", recorded.Document.Publisher);
        json.WriteString("reported", recorded.Reported?.Value);
        json.WriteString("textId", recorded.Evidence.TextId);
        json.WriteNumber("start", recorded.Evidence.Span.Start);
        json.WriteNumber("end", recorded.Evidence.Span.End);
        json.WriteString("quote", recorded.Evidence.Quote);
        json.WriteEndObject();
    }
}
