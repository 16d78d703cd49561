using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>Writes readings in the interchange format of <c>docs/formats/interchange.md</c>: one JSON object on one line,
/// keys in a fixed order, the same bytes for the same reading. Thread safe.</summary>
public static class ReadingWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line, without a line break at its end.</summary>
    /// <param name="reading">The reading to write.</param>
    public static string Write(DocumentReading reading) => Encoding.UTF8.GetString(ToUtf8(reading, stored: false));

    /// <summary>The line in UTF-8, without a line break at its end.</summary>
    /// <param name="reading">The reading to write.</param>
    public static byte[] ToUtf8(DocumentReading reading) => ToUtf8(reading, stored: false);

    /// <summary>The form in which a ledger keeps a reading beside its text: without <c>document.text</c> and <c>document.source</c>, with
    /// <c>sentences</c> and, beside each evidence, its words as <c>quote</c>, and with the reader also where the document was not read.</summary>
    /// <param name="reading">The reading to write.</param>
    public static byte[] ToStoredUtf8(DocumentReading reading) => ToUtf8(reading, stored: true);

    /// <summary>Writes one claim as it stands in <c>claims</c> of a line.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="claim">The claim to write.</param>
    public static void WriteClaim(Utf8JsonWriter json, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(claim);
        ClaimJson.WriteValue(json, claim, quoteFrom: null);
    }

    private static byte[] ToUtf8(DocumentReading reading, bool stored)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var buffer = new ArrayBufferWriter<byte>(reading.Document.Text.Length + 4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            DocumentJson.Write(json, reading.Document, stored);
            if (reading.Error is { } error)
            {
                json.WriteStartObject("error");
                json.WriteString("code", error.Code);
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }

            if (reading.Error is null || stored)
            {
                ActorJson.Write(json, reading.Actors);
                TimeJson.Write(json, reading.Times);
                ClaimJson.Write(json, reading.Claims, stored ? reading.Document.Text : null);
                FacetJson.Write(json, reading.Facets, stored ? reading.Document.Text : null);
                if (stored) WriteSentences(json, reading);
                json.WriteStartObject("reader");
                json.WriteString("version", reading.Reader.Version);
                json.WriteString("fingerprint", reading.Reader.Fingerprint);
                json.WriteEndObject();
                WriteNotes(json, reading.Notes);
                if (!stored) WriteComparison(json, reading);
            }

            json.WriteEndObject();
        }

        return WithoutTags(buffer.WrittenSpan);
    }

    private static void WriteNotes(Utf8JsonWriter json, ImmutableArray<ReadingNote> notes)
    {
        if (notes.IsDefaultOrEmpty) return;
        json.WriteStartArray("notes");
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteComparison(Utf8JsonWriter json, DocumentReading reading)
    {
        if (reading.Claims.IsDefaultOrEmpty || !reading.Claims.Any(claim => claim.Origin is not null)) return;
        var comparison = ReaderComparison.Of(reading);
        json.WriteStartObject("comparison");
        json.WriteStartArray("agreed");
        foreach (var (first, second) in comparison.Agreed)
        {
            json.WriteStartObject();
            json.WriteString("first", first.Id);
            json.WriteString("second", second.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Ids(json, "firstOnly", comparison.FirstOnly);
        Ids(json, "secondOnly", comparison.SecondOnly);
        json.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter json, string name, ImmutableArray<Claim> claims)
    {
        json.WriteStartArray(name);
        foreach (var claim in claims) json.WriteStringValue(claim.Id);
        json.WriteEndArray();
    }

    private static void WriteSentences(Utf8JsonWriter json, DocumentReading reading)
    {
        json.WriteStartArray("sentences");
        foreach (var sentence in reading.Sentences) SpanJson.WriteValue(json, sentence);
        json.WriteEndArray();
    }

    // "<" stands only inside strings of JSON; escaped, a line can lie in a page without opening an element.
    private static byte[] WithoutTags(ReadOnlySpan<byte> line)
    {
        var tags = line.Count((byte)'<');
        if (tags == 0) return line.ToArray();
        var safe = new byte[line.Length + (5 * tags)];
        var at = 0;
        foreach (var unit in line)
        {
            if (unit != (byte)'<')
            {
                safe[at++] = unit;
                continue;
            }

            "\\u003C"u8.CopyTo(safe.AsSpan(at));
            at += 6;
        }

        return safe;
    }
}
