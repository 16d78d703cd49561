namespace Rapporteur.Reading;

/// <summary>A kind of file that can hold sources.</summary>
internal enum SourceKind
{
    Unknown,
    Text,
    Markdown,
    Html,
    Word,
    Pdf,
    Ndjson,
    Warc,
    Feed,
    Ninjs,
}

/// <summary>Kinds by the ending of a file's name, and by its first bytes where the name has none.</summary>
internal static class SourceKinds
{
    /// <summary>What a message says about the kinds that are read.</summary>
    public const string Readable = "plain text (.txt, .text), Markdown (.md, .markdown), HTML (.html, .htm, .xhtml), Word (.docx), PDF (.pdf), NDJSON (.ndjson, .jsonl), web archives (.warc, .warc.gz), feeds (.rss, .atom, .rdf) and ninjs (.ninjs)";

    public static SourceKind ByName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => SourceKind.Text,
        ".md" or ".markdown" => SourceKind.Markdown,
        ".html" or ".htm" or ".xhtml" => SourceKind.Html,
        ".docx" or ".docm" => SourceKind.Word,
        ".pdf" => SourceKind.Pdf,
        ".ndjson" or ".jsonl" => SourceKind.Ndjson,
        ".warc" => SourceKind.Warc,
        ".gz" when path.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase) => SourceKind.Warc,
        ".rss" or ".atom" or ".rdf" => SourceKind.Feed,
        ".ninjs" => SourceKind.Ninjs,
        _ => SourceKind.Unknown,
    };

    /// <summary>The kind of a page by what its server calls it, and by its first bytes where that says nothing.</summary>
    public static SourceKind ByMedia(string media, ReadOnlySpan<byte> bytes) => media switch
    {
        "text/html" or "application/xhtml+xml" => SourceKind.Html,
        "application/pdf" => SourceKind.Pdf,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => SourceKind.Word,
        "" or "text/plain" or "application/octet-stream" => ByContent(bytes),
        _ => throw new UnreadableSourceException("unknown-kind", $"Pages of the type {(media.Length <= 60 ? media : media[..60])} are not read."),
    };

    /// <summary>The kind of a file whose name has no ending.</summary>
    public static SourceKind ByContent(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return SourceKind.Pdf;
        var start = bytes[..Math.Min(bytes.Length, 512)];
        if (start.StartsWith("\ufeff"u8)) start = start[3..];
        start = start.TrimStart(" \t\r\n"u8);
        Span<byte> head = stackalloc byte[Math.Min(start.Length, 15)];
        for (var i = 0; i < head.Length; i++) head[i] = start[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(start[i] + 32) : start[i];
        return head.StartsWith("<!doctype html"u8) || head.StartsWith("<html"u8) ? SourceKind.Html : SourceKind.Text;
    }

    /// <summary>What to do with a kind that is not read.</summary>
    public static string Advice(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".doc" or ".rtf" or ".odt" or ".pages" => "Save it as DOCX.",
        ".epub" or ".mobi" or ".mht" or ".mhtml" or ".eml" or ".msg" => "Save it as HTML or plain text.",
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".tif" or ".tiff" or ".svg" => "A picture holds no text that could be cited; give the text.",
        ".zip" or ".gz" or ".tar" or ".7z" or ".bz2" or ".xz" or ".rar" or ".zst" => "Unpack it first.",
        _ => $"Read are {Readable}.",
    };
}
