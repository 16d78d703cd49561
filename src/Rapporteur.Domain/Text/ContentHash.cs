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
    public static string Key(params ReadOnlySpan<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))))[..16];
}
