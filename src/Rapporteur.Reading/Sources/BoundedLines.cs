namespace Rapporteur.Reading;

/// <summary>One line of a stream.</summary>
/// <param name="Bytes">Its bytes without the line's end; empty where it was too long.</param>
/// <param name="IsTooLong">Whether it went over the limit and was read past.</param>
internal readonly record struct BoundedLine(byte[] Bytes, bool IsTooLong)
{
    /// <summary>Whether it holds nothing but white space.</summary>
    public bool IsBlank => Bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty;
}

/// <summary>The lines of a stream of UTF-8, none longer in memory than a limit.</summary>
internal sealed class BoundedLines(Stream stream, int most)
{
    public IEnumerable<BoundedLine> Read()
    {
        var buffer = new byte[1 << 16];
        using var line = new MemoryStream();
        bool tooLong = false, started = false, first = true;
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            for (var at = 0; at < read;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', at, read - at);
                var stop = end < 0 ? read : end;
                started = true;
                if (line.Length + stop - at > most) tooLong = true;
                if (tooLong) line.SetLength(0);
                else line.Write(buffer, at, stop - at);
                at = stop + 1;
                if (end < 0) continue;
                yield return Finish(line, tooLong, first);
                first = tooLong = started = false;
            }
        }

        if (started && (line.Length > 0 || tooLong)) yield return Finish(line, tooLong, first);
    }

    private static BoundedLine Finish(MemoryStream line, bool tooLong, bool first)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        if (first && bytes.StartsWith("\ufeff"u8)) bytes = bytes[3..];
        var result = new BoundedLine(bytes.TrimEnd((byte)'\r').ToArray(), tooLong);
        line.SetLength(0);
        return result;
    }
}
