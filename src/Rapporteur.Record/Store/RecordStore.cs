using System.Data.Common;
using System.Text.Json;

namespace Rapporteur.Record;

/// <summary>Where a record lies: a SQLite file, or a schema of a PostgreSQL database.</summary>
internal abstract class RecordStore : IDisposable
{
    /// <param name="connection">The connection; the store closes it.</param>
    /// <param name="place">Path, or address without a password.</param>
    /// <param name="index">Makes the index of words; gives null where nobody searches.</param>
    protected RecordStore(DbConnection connection, string place, Func<Statements, SearchIndex?> index)
    {
        (Connection, Place, Sql) = (connection, place, new(connection));
        Index = index(Sql);
        Unmarked = new(this);
    }

    /// <summary>The connection.</summary>
    protected DbConnection Connection { get; }

    /// <summary>Path of the file, or address without a password.</summary>
    internal string Place { get; }

    /// <summary>Statements over the connection.</summary>
    internal Statements Sql { get; }

    /// <summary>The index of words; null where nobody searches.</summary>
    internal SearchIndex? Index { get; }

    /// <summary>Which readings bear no marking.</summary>
    internal UnmarkedReadings Unmarked { get; }

    /// <summary>Whether snapshots can be kept: not where tables of an older version are open for reading only.</summary>
    internal bool HasShelf { get; private protected set; } = true;

    /// <summary>What starts a transaction that alone may write until it ends.</summary>
    protected abstract string BeginWriting { get; }

    /// <summary>Turns an error of the database into one that says what to do.</summary>
    internal abstract RecordException Explain(DbException e);

    /// <summary>Sees to it that nothing that was removed can be read from the medium, as far as the database lets one.</summary>
    internal abstract void Wipe();

    /// <summary>What the database itself finds wrong with its file, a line each; empty when all is well.</summary>
    internal abstract IReadOnlyList<string> Faults();

    /// <summary>Changes whenever somebody may have written.</summary>
    internal abstract string Stamp();

    /// <summary>Runs an act whose errors are explained.</summary>
    internal T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (DbException e)
        {
            throw Explain(e);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new RecordException(RecordFault.Corrupt, $"{Place} is damaged ({e.Message.TrimEnd('.')}); `rapporteur verify` lists what is, then restore it from a copy.", e);
        }
    }

    /// <summary>Whether an error comes of a cell that holds something else than it should.</summary>
    internal static bool IsDamage(Exception e) => e is InvalidCastException or InvalidOperationException or FormatException or JsonException or KeyNotFoundException;

    /// <summary>Runs an act in a transaction that takes the right to write at once; returns after it is on the medium. An exception leaves nothing of it.</summary>
    internal T Write<T>(Func<T> act) => Guarded(() =>
    {
        Sql.Run(BeginWriting);
        try
        {
            var result = act();
            Sql.Run("COMMIT");
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    });

    public virtual void Dispose()
    {
        Sql.Dispose();
        Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    private void RollBack()
    {
        try
        {
            Connection.Run("ROLLBACK");
        }
        catch (DbException)
        {
            // The database ended the transaction itself, as on a full disk.
        }
    }
}
