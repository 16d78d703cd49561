using System.Security.Cryptography;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Texts, sources and readings outside the events. A reference is an HMAC-SHA-256 of the content under a random key that is stored
/// beside it: once key and content are removed, nothing in the chain tells what it was.</summary>
internal sealed class ContentStore(Statements statements, Func<int, byte[]> randomBytes)
{
    private const int SaltLength = 16;

    internal static string Reference(byte[] salt, byte[] body) => "hmac:" + Convert.ToHexStringLower(HMACSHA256.HashData(salt, body));

    /// <summary>Keeps a content and gives its reference; the same content is kept once.</summary>
    internal string Put(byte[] body)
    {
        var hash = ContentHash.Of(body);
        if (statements.Scalar("SELECT ref FROM content WHERE hash = $hash", ("$hash", hash)) is string known) return known;
        var salt = randomBytes(SaltLength);
        var reference = Reference(salt, body);
        statements.Run("INSERT INTO content (ref, hash, salt, body) VALUES ($ref, $hash, $salt, $body)",
            ("$ref", reference), ("$hash", hash), ("$salt", salt), ("$body", body));
        return reference;
    }

    /// <summary>The content of a reference; null where there is none.</summary>
    internal byte[]? Get(string reference) => statements.Scalar("SELECT body FROM content WHERE ref = $ref", ("$ref", reference)) as byte[];

    /// <summary>Every content with its reference, hash and key, by reference.</summary>
    internal IEnumerable<(string Reference, string Hash, byte[] Salt, byte[] Body)> All()
    {
        using var row = statements.Query("SELECT ref, hash, salt, body FROM content ORDER BY ref");
        while (row.Read()) yield return (row.GetString(0), row.GetString(1), (byte[])row[2], (byte[])row[3]);
    }
}
