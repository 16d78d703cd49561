using System.Buffers;
using System.Text.Json;

namespace Rapporteur.Record;

/// <summary>JSON whose bytes are hashed: keys as they are written, everything outside ASCII escaped. The form never changes, since ids rest on it.</summary>
internal static class StoredJson
{
    /// <summary>The bytes of an object.</summary>
    /// <param name="fields">Writes its fields, in alphabetical order.</param>
    internal static byte[] Object(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
