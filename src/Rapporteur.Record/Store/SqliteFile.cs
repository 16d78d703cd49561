using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Record;

/// <summary>Opens files of ledgers and says in a sentence why one cannot be opened.</summary>
internal static class SqliteFile
{
    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    static SqliteFile() => SQLitePCL.Batteries.Init();

    /// <summary>A connection that lives in memory.</summary>
    internal static SqliteConnection InMemory() => Connect("Data Source=:memory:;Pooling=False", ":memory:", writable: true);

    /// <summary>A connection to a file that is there and is a record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="writable">Whether it will be written to.</param>
    /// <param name="wait">How many seconds to wait for others who write.</param>
    /// <param name="version">Version of its tables.</param>
    internal static SqliteConnection Open(string path, bool writable, int wait, out int version)
    {
        Inspect(path);
        var connection = Open(path, writable, wait);
        try
        {
            version = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Explain(e, path);
        }

        return connection;
    }

    private static SqliteConnection Open(string path, bool writable, int wait)
    {
        if (writable) EnsureWritable(path);
        var mode = writable ? "Mode=ReadWrite" : "Mode=ReadOnly";
        try
        {
            return Connect(string.Create(CultureInfo.InvariantCulture, $"Data Source={Quote(path)};Pooling=False;{mode};Default Timeout={wait}"), path, writable);
        }
        catch (RecordException e) when (!writable && e.InnerException is SqliteException { SqliteErrorCode: 8 or 10 or 14 } && IsAtRest(path))
        {
            return Connect(Immutable(path), path, writable: false);
        }
    }

    /// <summary>Address of a file that nobody writes to, such as one on a medium that cannot be written: SQLite makes no file beside it.</summary>
    internal static string Immutable(string path) =>
        $"Data Source={Quote("file:" + Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1")};Pooling=False;Mode=ReadOnly";

    private static bool IsAtRest(string path) => new FileInfo(path + "-wal") is { Exists: false } or { Length: 0 };

    /// <summary>A connection to a new, empty file.</summary>
    internal static SqliteConnection New(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > 0 }) throw new RecordException(RecordFault.Exists, $"{path} is there already; open it, or give another name.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new RecordException(RecordFault.Unwritable, $"The folder {folder} does not exist; make it first.");
        return Connect($"Data Source={Quote(path)};Pooling=False;Mode=ReadWriteCreate;Default Timeout=10", path, writable: true);
    }

    /// <summary>Turns an error of SQLite into one that says what to do.</summary>
    internal static RecordException Explain(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => new(RecordFault.InUse, $"Another process is writing to {path}; try again when it has ended.", e),
        8 => new(RecordFault.Unwritable, $"{path} is open for reading only; make it writable or copy it elsewhere.", e),
        10 or 13 => new(RecordFault.Unwritable, $"{path} could not be written; free space on the disk or copy it elsewhere.", e),
        14 => new(RecordFault.Unwritable, $"{path} cannot be opened here; check the rights of the file and of its folder.", e),
        26 => new(RecordFault.Foreign, $"{path} is no record; give the file that `rapporteur add` wrote.", e),
        _ => new(RecordFault.Corrupt, $"{path} is damaged ({e.Message.TrimEnd('.')}); restore it from a copy.", e),
    };

    private static SqliteConnection Connect(string address, string path, bool writable)
    {
        var connection = new SqliteConnection(address);
        try
        {
            connection.Open();
            connection.Run("PRAGMA recursive_triggers = ON");
            connection.Run("PRAGMA secure_delete = ON");
            connection.Run("PRAGMA cache_size = -65536");
            if (writable)
            {
                connection.Run("PRAGMA synchronous = FULL");
                // Pages: a page of the index that many articles touch is carried over into the file once for many of them.
                connection.Run("PRAGMA wal_autocheckpoint = 8000");
            }
            else connection.Run("PRAGMA query_only = ON");
            connection.Scalar("SELECT count(*) FROM sqlite_master");
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Explain(e, path);
        }
    }

    private static void Inspect(string path)
    {
        if (Directory.Exists(path)) throw new RecordException(RecordFault.Foreign, $"{path} is a folder; give the file of a record.");
        if (!File.Exists(path)) throw new RecordException(RecordFault.NotFound, $"{path} does not exist; `rapporteur add` makes a record.");
        Span<byte> head = stackalloc byte[100];
        long length;
        try
        {
            using var file = File.OpenRead(path);
            length = file.Length;
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new RecordException(RecordFault.Unwritable, $"{path} cannot be read; check its rights.", e);
        }

        if (head.Length < 100 || !head.StartsWith(Magic) || BinaryPrimitives.ReadInt32BigEndian(head[68..]) != RecordTables.ApplicationId)
            throw new RecordException(RecordFault.Foreign, $"{path} is no record; give the file that `rapporteur add` wrote.");
        var version = BinaryPrimitives.ReadInt32BigEndian(head[60..]);
        if (version > RecordTables.Version)
            throw new RecordException(RecordFault.Newer, string.Create(CultureInfo.InvariantCulture,
                $"{path} was written by a newer version (tables {version}, known here {RecordTables.Version}); update the program."));
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(head[16..]) is var size && size == 1 ? 65536L : size;
        if (length < pageSize * BinaryPrimitives.ReadUInt32BigEndian(head[28..]) && !File.Exists(path + "-wal"))
            throw new RecordException(RecordFault.Corrupt, $"{path} is cut short; restore it from a copy.");
    }

    private static void EnsureWritable(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new RecordException(RecordFault.Unwritable, $"{path} cannot be written; check its rights or copy it elsewhere.", e);
        }
    }

    private static string Quote(string path) => "\"" + path.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
