using System.Buffers;
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
                if (stored) WriteSentences(json, reading);
                json.WriteStartObject("reader");
                json.WriteString("version", reading.Reader.Version);
                json.WriteString("fingerprint", reading.Reader.Fingerprint);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return WithoutTags(buffer.WrittenSpan);
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
