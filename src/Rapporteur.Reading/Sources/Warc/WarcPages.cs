using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>The pages of a web archive.</summary>
internal static class WarcPages
{
    /// <summary>Pages and resources that hold text, in their order.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<PageSource> Read(Stream file, SourceOptions options)
    {
        foreach (var record in WarcReader.Read(file, (int)Math.Min(options.MaxFileBytes, int.MaxValue)))
        {
            if (record.Field("WARC-Target-URI")?.Trim('<', '>') is not { } address) continue;
            if (record.Type is "response" or "resource" && record.Block.Length == 0 && record.Field("Content-Length") != "0")
            {
                yield return TooLarge(address, options.MaxFileBytes);
                continue;
            }

            var page = record.Type switch
            {
                "response" => Answer(record, address, options),
                "resource" => new PageSource(record.Block, address) { ContentType = record.Field("Content-Type") },
                _ => null,
            };
            if (page is not null && page.MediaType is "" or "text/html" or "application/xhtml+xml" or "text/plain" or "application/pdf" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document") yield return page;
        }
    }

    private static PageSource? Answer(WarcRecord record, string address, SourceOptions options)
    {
        var end = record.Block.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0) return null;
        var lines = Encoding.Latin1.GetString(record.Block, 0, end).Split("\r\n");
        if (lines[0].Split(' ') is not [var version, "200", ..] || !version.StartsWith("HTTP/", StringComparison.Ordinal)) return null;
        string? Header(string name) => lines.Skip(1).FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
        var body = record.Block[(end + 4)..];
        if (Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Joined(body) ?? body;
        if (Header("Content-Encoding") is { Length: > 0 } packing && !packing.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                if (Unpacked(body, packing, options) is not { } unpacked) return TooLarge(address, options.MaxUnpackedBytes);
                body = unpacked;
            }
            catch (Exception wrong) when (wrong is InvalidDataException or NotSupportedException)
            {
                return new([], address) { ContentType = Header("Content-Type"), Fault = new("broken", $"The page is packed in a way that cannot be undone ({wrong.Message}).") };
            }
        }

        return new(body, address) { ContentType = Header("Content-Type") };
    }

    private static PageSource TooLarge(string address, long most) =>
        new([], address) { Fault = new("too-large", string.Create(CultureInfo.InvariantCulture, $"The page has more than {most} bytes, more than are read.")) };

    // Null where it is not in chunks, since some archives have undone them and kept the field.
    private static byte[]? Joined(byte[] body)
    {
        using var joined = new MemoryStream();
        for (var at = 0; at < body.Length;)
        {
            var end = body.AsSpan(at).IndexOf("\r\n"u8);
            if (end is < 1 or > 20 || !int.TryParse(Encoding.Latin1.GetString(body, at, end).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0) return null;
            if (length == 0) return joined.ToArray();
            at += end + 2;
            if (length > body.Length - at) return null;
            joined.Write(body, at, length);
            at += length + 2;
        }

        return null;
    }

    // Null where it is too large.
    private static byte[]? Unpacked(byte[] body, string packing, SourceOptions options)
    {
        using var source = new MemoryStream(body);
        using Stream stream = packing.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "deflate" => new ZLibStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => throw new NotSupportedException(packing.Length <= 30 ? packing : packing[..30]),
        };
        using var result = new MemoryStream();
        var buffer = new byte[1 << 14];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (result.Length + read > options.MaxUnpackedBytes) return null;
            result.Write(buffer, 0, read);
        }

        return result.ToArray();
    }
}
