using System.Text;

namespace Rapporteur.Reading;

/// <summary>Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks, else the older single-byte encodings of the West and of Cyrillic.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Decodes a plain text; throws <see cref="UnreadableSourceException"/> (<c>binary</c>) for what is no text.</summary>
    /// <param name="bytes">All bytes of the source.</param>
    /// <returns>The text without its byte order mark, and a note where it was not UTF-8.</returns>
    public static (string Text, SourceNote? Note) Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByMark(bytes) is { } marked) return marked;
        if (bytes.IndexOf((byte)0) >= 0)
        {
            if (LooksLikeUtf16(bytes) is { } wide) return (wide.GetString(bytes), Note(wide.WebName.ToUpperInvariant() + " without a byte order mark"));
            throw Binary();
        }

        var text = TryUtf8(bytes);
        if (text is not null) return HasControls(bytes) ? throw Binary() : (text, null);
        if (HasControls(bytes)) throw Binary();
        var (encoding, name) = SingleByte(bytes);
        return (encoding.GetString(bytes), Note(name));
    }

    /// <summary>Decodes with a declared encoding where it is known and fits, else as without one.</summary>
    public static (string Text, SourceNote? Note) Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (ByMark(bytes) is { } marked) return marked;
        if (declared is null || declared.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) || bytes.IndexOf((byte)0) >= 0) return Decode(bytes);
        if (TryUtf8(bytes) is { } utf8) return (utf8, null);
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(declared);
        return encoding is null ? Decode(bytes) : (encoding.GetString(bytes), null);
    }

    /// <summary>The bytes in UTF-8 where a server named another encoding that they are in; else as they are.</summary>
    public static byte[] ToUtf8(byte[] bytes, string? declared)
    {
        if (declared is null || declared.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) || ByMark(bytes) is not null || TryUtf8(bytes) is not null) return bytes;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(declared);
        return encoding is null ? bytes : [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(encoding.GetString(bytes))];
    }

    private static (string, SourceNote?)? ByMark(ReadOnlySpan<byte> bytes)
    {
        Encoding? encoding = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Strict,
            [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(false, true, true),
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(true, true, true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true),
            _ => null,
        };
        if (encoding is null) return null;
        var mark = encoding is UTF8Encoding ? 3 : encoding is UTF32Encoding ? 4 : 2;
        try
        {
            var text = encoding.GetString(bytes[mark..]);
            return text.Contains('\0', StringComparison.Ordinal) ? throw Binary() : (text, null);
        }
        catch (ArgumentException)
        {
            throw new UnreadableSourceException("encoding", $"The file says that it is {encoding.WebName.ToUpperInvariant()} but holds bytes that are not; save it again as UTF-8.");
        }
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            if (b < 32 && b is not (9 or 10 or 11 or 12 or 13 or 26 or 27)) controls++;
        return controls > 0 && controls * 200L >= bytes.Length;
    }

    private static UnicodeEncoding? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes.Length % 2 != 0) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        var half = bytes.Length / 2;
        var encoding = odd > half * 0.6 && even == 0 ? new UnicodeEncoding(false, false, true) : even > half * 0.6 && odd == 0 ? new UnicodeEncoding(true, false, true) : null;
        try
        {
            return encoding?.GetCharCount(bytes) > 0 ? encoding : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // In Windows-1251 nearly every letter of a Cyrillic text is a byte from 0xC0 on; in Western texts few are.
    private static (Encoding, string) SingleByte(ReadOnlySpan<byte> bytes)
    {
        int high = 0, letters = 0;
        foreach (var b in bytes)
        {
            if (b >= 0xC0) high++;
            else if (b is (>= 65 and <= 90) or (>= 97 and <= 122)) letters++;
        }

        var (page, name) = high > letters && high > 20 ? (1251, "Windows-1251") : (1252, "Windows-1252");
        return (CodePagesEncodingProvider.Instance.GetEncoding(page)!, name);
    }

    private static SourceNote Note(string name) => new("encoding", $"The text is not UTF-8 and was read as {name}.");

    private static UnreadableSourceException Binary() => new("binary", "The file holds binary data, no text; give the text of it, or a DOCX, PDF or HTML file.");
}
