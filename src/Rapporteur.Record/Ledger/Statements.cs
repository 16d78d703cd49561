using Microsoft.Data.Sqlite;

namespace Rapporteur.Record;

/// <summary>The statements of a connection, prepared once each.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    internal void Run(string text, params ReadOnlySpan<(string Name, object Value)> values) => Bound(text, values).ExecuteNonQuery();

    internal object? Scalar(string text, params ReadOnlySpan<(string Name, object Value)> values) =>
        Bound(text, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    internal SqliteDataReader Query(string text) => Bound(text, []).ExecuteReader();

    /// <summary>Runs an act in a transaction that takes the write lock at once; an exception leaves nothing of it.</summary>
    internal T InTransaction<T>(Func<T> act)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            var result = act();
            Run("COMMIT");
            return result;
        }
        catch
        {
            Run("ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
    }

    private SqliteCommand Bound(string text, ReadOnlySpan<(string Name, object Value)> values)
    {
        if (!_prepared.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            _prepared.Add(text, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count <= i) command.Parameters.AddWithValue(values[i].Name, values[i].Value);
            else command.Parameters[i].Value = values[i].Value;
        }

        return command;
    }
}
