using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes entries as NDJSON: one object a line, keys in a fixed order, each claim with the span and words of its citation.</summary>
/// <param name="listing">The listing that the entries are of.</param>
public sealed class ListingJson(RecordListing listing)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, without a line break.</summary>
    /// <param name="entry">The entry.</param>
    public string Write(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", entry.Kind);
            json.WriteString("key", entry.Key);
            json.WriteString("name", entry.Name);
            foreach (var field in entry.Fields) Field(json, field);
            if (!entry.Parts.IsEmpty)
            {
                json.WriteStartArray("accounts");
                foreach (var part in entry.Parts)
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
            else Claims(json, entry.Claims);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Field(Utf8JsonWriter json, EntryField field)
    {
        if (field.IsList)
        {
            json.WriteStartArray(field.Name);
            foreach (var value in field.Values.IsDefault ? [] : field.Values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
        else if (field.Values.IsEmpty) json.WriteNull(field.Name);
        else if (field.Name is "days" or "n" or "carriedOut" or "met" or "lapsed" or "open" or "accepted" or "moved" or "said") json.WriteNumber(field.Name, int.Parse(field.Values[0], System.Globalization.CultureInfo.InvariantCulture));
        else if (field.Values[0] is "true" or "false" && field.Name == "selfSet") json.WriteBoolean(field.Name, field.Values[0] == "true");
        else json.WriteString(field.Name, field.Values[0]);
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
