using System.Security.Cryptography;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Texts, sources, readings and what rulings say, outside the events. A reference is an HMAC-SHA-256 of the content under a random key that is stored
/// beside it: once key and content are removed, nothing in the chain tells what it was. Equal contents are one body.</summary>
internal sealed class ContentStore(Statements sql, Func<int, byte[]> randomBytes)
{
    private const int SaltLength = 16;

    internal static string Reference(byte[] salt, byte[] body) => "hmac:" + Convert.ToHexStringLower(HMACSHA256.HashData(salt, body));

    /// <summary>Keeps a content and gives its reference; the same content is kept once.</summary>
    /// <param name="body">The content.</param>
    /// <param name="hash">Its SHA-256; worked out where it is not given.</param>
    internal string Put(byte[] body, string? hash = null)
    {
        hash ??= ContentHash.Of(body);
        if (sql.Scalar("SELECT ref FROM content WHERE hash = @hash ORDER BY ref LIMIT 1", ("@hash", hash)) is string known) return known;
        var salt = randomBytes(SaltLength);
        var reference = Reference(salt, body);
        Put(reference, hash, salt, body);
        return reference;
    }

    /// <summary>Keeps a content under a reference that another ledger gave.</summary>
    internal void Put(string reference, string hash, byte[] salt, byte[] body)
    {
        sql.Run("INSERT INTO content (ref, hash, salt) VALUES (@ref, @hash, @salt) ON CONFLICT (ref) DO NOTHING", ("@ref", reference), ("@hash", hash), ("@salt", salt));
        sql.Run("INSERT INTO body (hash, bytes) VALUES (@hash, @bytes) ON CONFLICT (hash) DO NOTHING", ("@hash", hash), ("@bytes", body));
    }

    /// <summary>The content of a reference; null where there is none.</summary>
    internal byte[]? Get(string reference) =>
        sql.Scalar("SELECT b.bytes FROM content c JOIN body b ON b.hash = c.hash WHERE c.ref = @ref", ("@ref", reference)) as byte[];

    /// <summary>Whether a reference has its content.</summary>
    internal bool Has(string reference) =>
        sql.Scalar("SELECT 1 FROM content c JOIN body b ON b.hash = c.hash WHERE c.ref = @ref", ("@ref", reference)) is not null;

    /// <summary>Hash and key of a reference; null where there is none.</summary>
    internal (string Hash, byte[] Salt)? Key(string reference)
    {
        using var row = sql.Query("SELECT hash, salt FROM content WHERE ref = @ref", ("@ref", reference));
        return row.Read() ? (row.GetString(0), (byte[])row[1]) : null;
    }

    /// <summary>Removes a reference, and its body where no other reference has it.</summary>
    internal void Remove(string reference)
    {
        if (Key(reference) is not { } key) return;
        sql.Run("DELETE FROM content WHERE ref = @ref", ("@ref", reference));
        sql.Run("DELETE FROM body WHERE hash = @hash AND NOT EXISTS (SELECT 1 FROM content WHERE hash = @hash)", ("@hash", key.Hash));
    }

    /// <summary>Every reference with its hash and key, by reference.</summary>
    internal List<(string Reference, string Hash, byte[] Salt)> All() =>
        sql.All("SELECT ref, hash, salt FROM content ORDER BY ref", row => (row.GetString(0), row.GetString(1), (byte[])row[2]));

    /// <summary>Every body with its hash, by hash, one at a time.</summary>
    internal IEnumerable<(string Hash, byte[] Bytes)> Bodies()
    {
        using var row = sql.Query("SELECT hash, bytes FROM body ORDER BY hash");
        while (row.Read()) yield return (row.GetString(0), (byte[])row[1]);
    }
}
