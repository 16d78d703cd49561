using System.Data.Common;
using Npgsql;

namespace Rapporteur.Record;

/// <summary>A record in a schema of a PostgreSQL database, for a team: one writes at a time, the others wait; all read.</summary>
internal sealed class PostgresStore : RecordStore
{
    private PostgresStore(NpgsqlConnection connection, PostgresAddress address)
        : base(connection, address.Shown, sql => new PostgresSearch(sql))
    {
    }

    /// <inheritdoc/>
    protected override string BeginWriting => "BEGIN; LOCK TABLE ledger IN EXCLUSIVE MODE";

    /// <summary>A new record; throws where there is one of the name.</summary>
    internal static PostgresStore New(PostgresAddress address, Action<RecordStore> fill)
    {
        var store = Connect(address);
        if (store.Version() is not null)
        {
            store.Dispose();
            throw new RecordException(RecordFault.Exists, $"{address.Shown} is there already; open it, or give another name.");
        }

        store.Make(address, fill);
        return store;
    }

    /// <summary>A record that is there.</summary>
    internal static PostgresStore Open(PostgresAddress address, bool writable)
    {
        var store = Connect(address);
        try
        {
            store.Check(address, writable);
            if (!writable) store.Guarded(() => store.Sql.Run("SET default_transaction_read_only = on"));
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>The record, made where it is not there.</summary>
    internal static PostgresStore OpenOrNew(PostgresAddress address, Action<RecordStore> fill)
    {
        var store = Connect(address);
        try
        {
            if (store.Version() is null) store.Make(address, fill);
            else store.Check(address, writable: true);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    internal override RecordException Explain(DbException e) => Explain(e, Place);

    /// <summary>Rows that were removed are rewritten away; what the server's own archive of its log holds is for its keeper to remove.</summary>
    internal override void Wipe() => Guarded(() =>
    {
        foreach (var table in new[] { "body", "content", "version", "document", "text_index", "claim_index", "piece", "snapshot" }) Sql.Run($"VACUUM (FULL) {table}");
        return true;
    });

    /// <inheritdoc/>
    internal override string Stamp() => (string)Sql.Scalar("SELECT pg_current_snapshot()::text")!;

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Version() is var version && version != (HasShelf ? RecordTables.Version : 2)) faults.Add($"the tables call themselves version {version}");
        var guards = Sql.All("SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND tgrelid IN ('event'::regclass, 'content'::regclass, 'body'::regclass, 'ledger'::regclass)",
            row => row.GetString(0));
        foreach (var guard in new[] { "event_kept", "content_kept", "body_kept", "ledger_kept" })
            if (!guards.Contains(guard)) faults.Add($"the guard {guard} is missing");
        return faults;
    }

    private static PostgresStore Connect(PostgresAddress address)
    {
        var connection = new NpgsqlConnection(address.Connection);
        try
        {
            connection.Open();
            connection.Run("SET synchronous_commit = on; SET client_min_messages = warning");
            return new(connection, address);
        }
        catch (DbException e)
        {
            connection.Dispose();
            throw Explain(e, address.Shown);
        }
    }

    private static RecordException Explain(DbException e, string place) => (e as PostgresException)?.SqlState switch
    {
        null => new(RecordFault.Unreachable, $"{place} cannot be reached ({e.Message.TrimEnd('.')}); check the address and whether the server runs.", e),
        "3D000" => new(RecordFault.NotFound, $"{place}: there is no such database; make it with createdb.", e),
        "28000" or "28P01" => new(RecordFault.Unreachable, $"{place} does not let this user in; check name and password.", e),
        "42501" or "25006" => new(RecordFault.Unwritable, $"{place} is open for reading only to this user.", e),
        "53100" => new(RecordFault.Unwritable, $"{place} could not be written; free space on the server's disk.", e),
        "55P03" or "57014" or "40P01" => new(RecordFault.InUse, $"Another process is writing to {place}; try again when it has ended.", e),
        _ => new(RecordFault.Corrupt, $"{place} cannot be used ({e.Message.TrimEnd('.')}); restore it from a copy.", e),
    };

    private void Make(PostgresAddress address, Action<RecordStore> fill) => Guarded(() =>
    {
        Sql.Run("BEGIN");
        try
        {
            Sql.Run("SELECT pg_advisory_xact_lock(1380012112)");
            if (Version() is null)
            {
                Sql.Run($"CREATE SCHEMA IF NOT EXISTS {address.Schema}");
                Sql.Run(RecordTables.Kept("TEXT COLLATE \"C\"", "BYTEA"));
                Sql.Run(RecordTables.Derived("TEXT COLLATE \"C\"", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"));
                Sql.Run(RecordTables.Shelf("TEXT COLLATE \"C\"", "BYTEA"));
                Sql.Run(RecordTables.PostgresSearch);
                Sql.Run(RecordTables.PostgresGuards);
                Sql.Run($"CREATE TABLE tables (version BIGINT NOT NULL); INSERT INTO tables VALUES ({RecordTables.Version})");
                fill(this);
            }

            return Sql.Run("COMMIT");
        }
        catch
        {
            Connection.Run("ROLLBACK");
            throw;
        }
    });

    private void Check(PostgresAddress address, bool writable)
    {
        switch (Version())
        {
            case null:
                throw new RecordException(RecordFault.NotFound, $"{address.Shown} does not exist; `rapporteur add` makes a record.");
            case > RecordTables.Version and var newer:
                throw new RecordException(RecordFault.Newer, $"{address.Shown} was written by a newer version (tables {newer}, known here {RecordTables.Version}); update the program.");
            case < RecordTables.Version when writable:
                Write(() => Version() < RecordTables.Version ? Sql.Run($"{RecordTables.Shelf("TEXT COLLATE \"C\"", "BYTEA")} UPDATE tables SET version = {RecordTables.Version}") : 0);
                break;
            case < RecordTables.Version:
                HasShelf = false;
                break;
            default:
                break;
        }
    }

    private long? Version() => Guarded(() => Connection.Scalar("SELECT to_regclass('tables')::text") is null ? null : Connection.Scalar("SELECT version FROM tables") as long?);
}
