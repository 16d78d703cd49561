using System.Data.Common;

namespace Rapporteur.Record;

/// <summary>Short forms for statements that are run once.</summary>
internal static class Sql
{
    internal static void Run(this DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    internal static object? Scalar(this DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }
}
