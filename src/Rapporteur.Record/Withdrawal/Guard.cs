using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Knows again what was withdrawn without saying what it was: HMAC-SHA-256 of keys of documents and of hashes of texts under a random key. Kept as a content,
/// so that it can be removed too.</summary>
internal sealed class Guard
{
    private readonly byte[] _key;
    private readonly FrozenSet<string> _documents;
    private readonly FrozenSet<string> _texts;

    private Guard(byte[] key, IEnumerable<string> documents, IEnumerable<string> texts) =>
        (_key, _documents, _texts) = (key, documents.ToFrozenSet(StringComparer.Ordinal), texts.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>A guard against documents and texts; the empty text is never guarded.</summary>
    internal static Guard Against(byte[] key, IEnumerable<string> documents, IEnumerable<string> texts) =>
        new(key, documents.Select(id => Keyed(key, id)), texts.Where(id => !IsEmpty(id)).Select(id => Keyed(key, id)));

    /// <summary>The guard of a content.</summary>
    internal static Guard Read(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        IEnumerable<string> Many(string name) => json.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);
        return new(Convert.FromHexString(json.RootElement.GetProperty("key").GetString()!), Many("documents"), Many("texts"));
    }

    /// <summary>The content.</summary>
    internal byte[] Write() => StoredJson.Object(json =>
    {
        Sorted(json, "documents", _documents);
        json.WriteString("key", Convert.ToHexStringLower(_key));
        Sorted(json, "texts", _texts);
    });

    /// <summary>Whether a document or a text was withdrawn.</summary>
    /// <param name="document">Key of the document; null for a text alone.</param>
    /// <param name="text">Hash of the text.</param>
    internal bool Covers(string? document, string? text) =>
        (document is not null && _documents.Contains(Keyed(_key, document))) || (text is not null && !IsEmpty(text) && _texts.Contains(Keyed(_key, text)));

    private static bool IsEmpty(string textId) => textId.Length == 0 || textId == Empty;

    private static string Empty { get; } = ContentHash.Of("");

    private static string Keyed(byte[] key, string id) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(id)));

    private static void Sorted(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values.Order(StringComparer.Ordinal)) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
