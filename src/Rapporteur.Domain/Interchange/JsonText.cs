using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>JSON on one line for files and terminals: keys in the order in which they are written, letters of every language as they are.</summary>
public static class JsonText
{
    /// <summary>How it is written.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What an action writes, without a line break at its end.</summary>
    /// <param name="write">Writes one value.</param>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An object, without a line break at its end.</summary>
    /// <param name="fields">Writes its fields.</param>
    public static string Object(Action<Utf8JsonWriter> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Of(json =>
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        });
    }
}
