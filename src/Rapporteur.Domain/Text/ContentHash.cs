using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Domain;

/// <summary>Content addresses: SHA-256, written <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
public static class ContentHash
{
    /// <summary>Address of raw bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Of(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Address of a text, taken over its UTF-8 bytes.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The first 16 hexadecimal digits of the hash of the parts joined by U+001F: a short key.</summary>
    /// <param name="parts">What the key covers, in order; null counts as empty.</param>
    public static string Key(params ReadOnlySpan<string?> parts)
    {
        var length = Math.Max(0, parts.Length - 1);
        foreach (var part in parts) length += part is null ? 0 : Encoding.UTF8.GetByteCount(part);
        Span<byte> bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) bytes[at++] = 0x1F;
            if (parts[i] is { } part) at += Encoding.UTF8.GetBytes(part, bytes[at..]);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..8]);
    }
}
