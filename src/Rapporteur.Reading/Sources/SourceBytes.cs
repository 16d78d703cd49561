namespace Rapporteur.Reading;

/// <summary>The bytes of a file, within limits.</summary>
internal static class SourceBytes
{
    /// <summary>All bytes; throws <see cref="UnreadableSourceException"/> (<c>too-large</c>) before reading where the file is over the limit, and while reading where it has no length.</summary>
    public static byte[] Of(string path, SourceOptions options)
    {
        var most = SourceKinds.ByName(path) is SourceKind.Word or SourceKind.Pdf or SourceKind.Unknown ? options.MaxFileBytes : Math.Min(options.MaxFileBytes, options.MaxTextBytes);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var length = file.CanSeek ? file.Length : 0;
        if (length > most) throw TooLarge(length, most);
        return Read(file, length, most);
    }

    private static byte[] Read(FileStream file, long length, long most)
    {
        var bytes = new byte[length > 0 ? length : 4096];
        var filled = 0;
        while (true)
        {
            if (filled == bytes.Length)
            {
                // One byte more than the length tells that the file has grown, or has no length at all.
                var next = file.ReadByte();
                if (next < 0) return bytes;
                if (filled >= most) throw TooLarge(filled + 1L, most);
                Array.Resize(ref bytes, (int)Math.Min(most, Math.Max(4096L, filled * 2L)));
                bytes[filled++] = (byte)next;
                continue;
            }

            var read = file.Read(bytes, filled, bytes.Length - filled);
            if (read == 0) return bytes[..filled];
            filled += read;
        }
    }

    private static UnreadableSourceException TooLarge(long length, long most) =>
        new("too-large", $"The file has {(length > most + 1 ? $"{length:N0}" : $"more than {most:N0}")} bytes, at most {most:N0} are read of this kind; split it.");
}
