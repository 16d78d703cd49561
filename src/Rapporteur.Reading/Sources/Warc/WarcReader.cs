using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>Reads web archives of WARC 1.0 and 1.1, packed record by record, packed as a whole, or not packed.</summary>
public static class WarcReader
{
    private const int LongestLine = 64 << 10;
    private const int MostFields = 200;

    /// <summary>The records, one after the other. Throws <see cref="FormatException"/> where the archive goes on with what is no record, and <see cref="IOException"/> or <see cref="InvalidDataException"/> where it cannot be unpacked.</summary>
    /// <param name="file">The archive, from its beginning; it has to be one that can seek.</param>
    /// <param name="most">Longest content that is kept, in bytes; of a longer one the record comes with none.</param>
    public static IEnumerable<WarcRecord> Read(Stream file, int most)
    {
        ArgumentNullException.ThrowIfNull(file);
        var packed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        using var stream = new BufferedStream(packed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file, 1 << 16);
        while (FirstLine(stream) is { } first)
        {
            if (!first.StartsWith("WARC/1.", StringComparison.Ordinal)) throw new FormatException("It goes on with what is no record of WARC 1.0 or 1.1.");
            var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
            while (Line(stream) is { Length: > 0 } line)
            {
                if (fields.Count == MostFields) throw new FormatException("A record has too many fields.");
                if (line[0] is ' ' or '\t' && fields.Count > 0) fields[^1] = new(fields[^1].Key, fields[^1].Value + " " + line.Trim());
                else if (line.IndexOf(':') is > 0 and var colon) fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
                else throw new FormatException("The head of a record has a line without a colon.");
            }

            string? Value(string name) => fields.FirstOrDefault(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
            if (!long.TryParse(Value("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)) throw new FormatException("A record does not say how long it is.");
            var block = length <= most ? new byte[length] : [];
            if (length <= most) stream.ReadExactly(block);
            else Skip(stream, length);
            yield return new(Value("WARC-Type") ?? "", fields.DrainToImmutable(), block);
        }
    }

    private static void Skip(BufferedStream stream, long length)
    {
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0) throw new EndOfStreamException("The archive breaks off inside a record.");
            length -= read;
        }
    }

    // Records end in empty lines.
    private static string? FirstLine(BufferedStream stream)
    {
        string? line;
        while ((line = Line(stream)) is { Length: 0 })
        {
        }

        return line;
    }

    private static string? Line(BufferedStream stream)
    {
        var bytes = new List<byte>();
        for (int next; (next = stream.ReadByte()) >= 0;)
        {
            if (next == '\n') return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
            if (bytes.Count == LongestLine) throw new FormatException("A record has a line that is too long.");
            bytes.Add((byte)next);
        }

        return bytes.Count == 0 ? null : Encoding.UTF8.GetString([.. bytes]);
    }
}
