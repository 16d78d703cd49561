using Microsoft.Data.Sqlite;

namespace Rapporteur.Record;

/// <summary>Short forms of SQLite calls.</summary>
internal static class Sql
{
    internal static SqliteCommand Command(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }

    internal static void Run(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(text, values);
        command.ExecuteNonQuery();
    }

    internal static object? Scalar(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(text, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }
}
