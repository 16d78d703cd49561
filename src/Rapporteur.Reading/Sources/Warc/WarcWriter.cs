using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Writes pages as a web archive: a request and a response for each, every record packed for itself, so that archives can be joined end to end.</summary>
public static class WarcWriter
{
    /// <summary>The record that says who wrote an archive.</summary>
    /// <param name="software">Name and version of the program.</param>
    /// <param name="time">When it was begun.</param>
    public static byte[] About(string software, DateTimeOffset time) =>
        Packed("warcinfo", null, time, "application/warc-fields", Encoding.UTF8.GetBytes($"software: {software}\r\nformat: WARC File Format 1.1\r\n"), null, null);

    /// <summary>A request and its answer. What the transport did to the answer (chunks) is undone in it, and its head is written anew from its fields.</summary>
    /// <param name="address">The address that answered.</param>
    /// <param name="time">When it was asked for.</param>
    /// <param name="request">Head of the request.</param>
    /// <param name="status">Status of the answer.</param>
    /// <param name="head">Head of the answer.</param>
    /// <param name="body">Its body.</param>
    public static byte[] Page(Uri address, DateTimeOffset time, IEnumerable<KeyValuePair<string, string>> request, int status, IEnumerable<KeyValuePair<string, string>> head, byte[] body)
    {
        ArgumentNullException.ThrowIfNull(address);
        var answer = Head(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {(status == 200 ? "OK" : "")}").TrimEnd(), head.Where(line => !line.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)));
        byte[] block = [.. answer, .. body];
        var id = Id("response", address.AbsoluteUri, time, block);
        return
        [
            .. Packed("response", address.AbsoluteUri, time, "application/http;msgtype=response", block, id, null, ContentHash.Of(body)),
            .. Packed("request", address.AbsoluteUri, time, "application/http;msgtype=request", Head($"GET {address.PathAndQuery} HTTP/1.1", request), null, id),
        ];
    }

    private static byte[] Head(string first, IEnumerable<KeyValuePair<string, string>> lines)
    {
        var text = new StringBuilder(first).Append("\r\n");
        foreach (var (name, value) in lines) text.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.Append("\r\n").ToString());
    }

    private static byte[] Packed(string type, string? address, DateTimeOffset time, string contentType, byte[] block, string? id, string? together, string? payload = null)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("WARC-Record-ID", id ?? Id(type, address ?? "", time, block)),
            new("WARC-Date", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        ];
        if (address is not null) fields.Add(new("WARC-Target-URI", address));
        if (together is not null) fields.Add(new("WARC-Concurrent-To", together));
        if (payload is not null) fields.Add(new("WARC-Payload-Digest", payload));
        fields.Add(new("WARC-Block-Digest", ContentHash.Of(block)));
        fields.Add(new("Content-Type", contentType));
        fields.Add(new("Content-Length", block.Length.ToString(CultureInfo.InvariantCulture)));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"WARC/1.1\r\nWARC-Type: {type}\r\n" + string.Concat(fields.Select(f => $"{f.Key}: {f.Value}\r\n")) + "\r\n"));
            gzip.Write(block);
            gzip.Write("\r\n\r\n"u8);
        }

        return packed.ToArray();
    }

    // No chance: a name made of what the record holds (RFC 9562, version 8).
    private static string Id(string type, string address, DateTimeOffset time, byte[] block)
    {
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{type}\n{address}\n{time.UtcTicks.ToString(CultureInfo.InvariantCulture)}\n"), .. block])[..16];
        hash[6] = (byte)(hash[6] & 0x0f | 0x80);
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return $"<urn:uuid:{new Guid(hash, bigEndian: true)}>";
    }
}
