using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Record;

/// <summary>A record in one SQLite file, or in memory.</summary>
internal sealed class SqliteStore : RecordStore
{
    private static readonly Lazy<Dictionary<string, string>> Guards = new(() =>
    {
        using var fresh = InMemory(searchable: false);
        return fresh.Triggers();
    });

    private SqliteStore(SqliteConnection connection, string place, bool searchable)
        : base(connection, place, sql => searchable ? new SqliteSearch(sql, connection) : null)
    {
    }

    /// <inheritdoc/>
    protected override string BeginWriting => "BEGIN IMMEDIATE";

    /// <summary>A store for as long as the value lives.</summary>
    /// <param name="searchable">Whether words are indexed.</param>
    internal static SqliteStore InMemory(bool searchable)
    {
        var store = new SqliteStore(SqliteFile.InMemory(), ":memory:", searchable);
        store.MakeTables();
        return store;
    }

    /// <summary>A new file with empty tables.</summary>
    internal static SqliteStore New(string path, Action<RecordStore> fill)
    {
        var store = new SqliteStore(SqliteFile.New(path), path, searchable: true);
        try
        {
            store.Write(() =>
            {
                store.MakeTables();
                fill(store);
                return true;
            });

            // After the tables, so that the head of the file always tells what it is.
            store.Guarded(() => store.Connection.Scalar("PRAGMA journal_mode = WAL"));
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>A file that is there. Tables of an older version are brought up to date: in the file where it may be written, else in a copy in memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="writable">Whether it will be written to.</param>
    /// <param name="wait">How many seconds to wait for others who write.</param>
    internal static SqliteStore Open(string path, bool writable, int wait = 10)
    {
        var connection = SqliteFile.Open(path, writable, wait, out var version);
        if (version == RecordTables.Version) return new(connection, path, searchable: true);
        if (version == 2 && !writable) return new(connection, path, searchable: true) { HasShelf = false };
        var store = new SqliteStore(writable ? connection : Copied(connection, path), path, searchable: true);
        try
        {
            store.Write(() =>
            {
                var found = Convert.ToInt64(store.Connection.Scalar("PRAGMA user_version"), null);
                if (found < 2) FirstTables.Update(store);
                else if (found < RecordTables.Version) store.Run($"{RecordTables.Shelf("TEXT", "BLOB")} DROP TRIGGER event_no_replace; {RecordTables.SqliteReplaceGuard} PRAGMA user_version = {RecordTables.Version}");
                return true;
            });
            if (!writable) store.Connection.Run("PRAGMA query_only = ON");
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Makes the tables of this version in an empty database.</summary>
    internal void MakeTables()
    {
        Connection.Run(RecordTables.Kept("TEXT", "BLOB"));
        Connection.Run(RecordTables.Derived("TEXT", "INTEGER PRIMARY KEY"));
        Connection.Run(RecordTables.Shelf("TEXT", "BLOB"));
        Connection.Run(RecordTables.SqliteSearch);
        Connection.Run(RecordTables.SqliteGuards);
        Connection.Run($"PRAGMA application_id = {RecordTables.ApplicationId}");
        Connection.Run($"PRAGMA user_version = {RecordTables.Version}");
    }

    /// <summary>Runs statements that stand alone.</summary>
    internal void Run(string text) => Connection.Run(text);

    /// <inheritdoc/>
    internal override RecordException Explain(DbException e) => SqliteFile.Explain((SqliteException)e, Place);

    /// <inheritdoc/>
    internal override void Wipe() => Guarded(() => Connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"));

    /// <inheritdoc/>
    internal override string Stamp() => $"{Connection.Scalar("PRAGMA data_version")} {Connection.Scalar("SELECT total_changes()")}";

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Faults()
    {
        var faults = Sql.All("PRAGMA integrity_check", row => row.GetString(0));
        if (faults is ["ok"]) faults.Clear();
        var guards = Triggers();
        foreach (var (name, text) in Guards.Value)
            if (!guards.TryGetValue(name, out var there) || there != (name == "event_no_replace" && !HasShelf ? RecordTables.SecondReplaceGuard.TrimEnd(';') : text)) faults.Add($"the guard {name} is not what it should be");
        foreach (var index in Index is null ? Array.Empty<string>() : ["text_index", "claim_index"])
            if (Sql.All($"SELECT k || ' ' || v FROM {index}_config ORDER BY k", row => row.GetString(0)) is not ["hashsize 8388608", "secure-delete 1", "version 4" or "version 5"])
                faults.Add($"the settings of {index} are not what they should be");
        faults.AddRange(Kinds());
        return faults;
    }

    // A bit of a row's head makes bytes of a text: the same to read, another to compare.
    private IEnumerable<string> Kinds()
    {
        var columns = Sql.All("SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '%index%' ORDER BY m.name, c.cid",
            row => (Table: row.GetString(0), Column: row.GetString(1), Type: row.GetString(2)));
        foreach (var table in columns.GroupBy(c => c.Table, StringComparer.Ordinal))
        {
            var wrong = table.Select(c => $"typeof({Quoted(c.Column)}) <> '{(c.Type == "TEXT" ? "text" : c.Type == "BLOB" ? "blob" : "integer")}'");
            if (Sql.Scalar($"SELECT count(*) FROM {Quoted(table.Key)} WHERE {string.Join(" OR ", wrong)}") is long count and > 0) yield return $"{count} rows of the table {table.Key} hold cells of another kind";
        }

        static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private Dictionary<string, string> Triggers() =>
        Sql.All("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", row => (row.GetString(0), row.GetString(1))).ToDictionary(t => t.Item1, t => t.Item2, StringComparer.Ordinal);

    private static SqliteConnection Copied(SqliteConnection file, string path)
    {
        var copy = SqliteFile.InMemory();
        try
        {
            file.BackupDatabase(copy);
            return copy;
        }
        catch (SqliteException e)
        {
            copy.Dispose();
            throw SqliteFile.Explain(e, path);
        }
        finally
        {
            file.Dispose();
        }
    }
}
