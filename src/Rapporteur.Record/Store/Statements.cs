using System.Data.Common;

namespace Rapporteur.Record;

/// <summary>The statements of a connection, made once each. Parameters are written <c>@name</c>. No statement is run while rows of another are being read.</summary>
internal sealed class Statements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _known = new(StringComparer.Ordinal);

    /// <summary>Called before each statement that may write; null outside tests, which use it to fail at every step.</summary>
    internal Action<string>? Watch { get; set; }

    internal int Run(string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        Watch?.Invoke(text);
        return Bound(text, values).ExecuteNonQuery();
    }

    internal object? Scalar(string text, params ReadOnlySpan<(string Name, object Value)> values) =>
        Bound(text, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The rows, read as they are asked for; dispose the reader before the next statement.</summary>
    internal DbDataReader Query(string text, params ReadOnlySpan<(string Name, object Value)> values) => Bound(text, values).ExecuteReader();

    /// <summary>Every row as a value.</summary>
    internal List<T> All<T>(string text, Func<DbDataReader, T> make, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var all = new List<T>();
        using var row = Query(text, values);
        while (row.Read()) all.Add(make(row));
        return all;
    }

    public void Dispose()
    {
        foreach (var command in _known.Values) command.Dispose();
    }

    private DbCommand Bound(string text, ReadOnlySpan<(string Name, object Value)> values)
    {
        if (!_known.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            foreach (var (name, _) in values)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _known.Add(text, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i].Value;
        return command;
    }
}
