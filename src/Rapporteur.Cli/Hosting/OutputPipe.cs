using System.Runtime.InteropServices;

namespace Rapporteur.Cli;

/// <summary>Standard output that notices when nobody reads it any more (<c>rapporteur read … | head -1</c>), so that six thousand articles are not read for nobody. Where that cannot be told, writing goes on.</summary>
/// <param name="output">Standard output.</param>
internal sealed class OutputPipe(Stream output) : Stream
{
    private const int StandardOutput = 1;
    private const short PollError = 0x8;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Writes; throws <see cref="AbandonedOutputException"/> where the reader of the pipe is gone.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsAbandoned()) throw new AbandonedOutputException();
        output.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Flush() => output.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private static bool IsAbandoned()
    {
        if (OperatingSystem.IsWindows()) return false;
        var watched = new PollEntry { File = StandardOutput };
        return Poll(ref watched, 1, 0) > 0 && (watched.Seen & PollError) != 0;
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollEntry entry, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int File;
        public short Asked;
        public short Seen;
    }
}

/// <summary>The reader of standard output went away.</summary>
internal sealed class AbandonedOutputException() : IOException("Nobody reads standard output any more.");
