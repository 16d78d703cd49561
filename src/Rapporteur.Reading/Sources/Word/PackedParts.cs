using System.IO.Compression;

namespace Rapporteur.Reading;

/// <summary>Guards against archives that unpack to far more than they seem.</summary>
internal static class PackedParts
{
    private const int MostParts = 10_000;
    private const int Small = 1 << 20;

    /// <summary>Unpacks every part once, counting, and throws <see cref="UnreadableSourceException"/> (<c>too-large</c>) as soon as a limit is passed; sizes that the archive states are not trusted.</summary>
    public static void Check(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts) throw TooLarge();
        var buffer = new byte[1 << 16];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.Length > options.MaxUnpackedBytes) throw TooLarge();
            using var part = entry.Open();
            long size = 0;
            for (int read; (read = part.Read(buffer, 0, buffer.Length)) > 0;)
            {
                size += read;
                total += read;
                if (total > options.MaxUnpackedBytes || (size > Small && size > options.MaxPackRatio * Math.Max(1, entry.CompressedLength))) throw TooLarge();
            }
        }
    }

    private static UnreadableSourceException TooLarge() =>
        new("too-large", "The file unpacks to far more than a document should; it may be a zip bomb. Save its text under another name if it is not.");
}
