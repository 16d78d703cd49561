using System.Data.Common;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>One bit is altered in any column of any table of a record in PostgreSQL. Where the server refuses what comes out (bytes that are no UTF-8, a value that is taken), another is tried.</summary>
public sealed class PostgresFlippedByteTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private sealed record Column(string Table, string Name, string Type)
    {
        public bool IsWords => Type == "tsvector";

        // The words of the index as a list.
        public string Read => IsWords ? $"tsvector_to_array({Name})" : Name;

        public string Write => IsWords ? "array_to_tsvector(@value)" : "@value";
    }

    [Fact]
    public void Every_altered_bit_of_every_column_is_named()
    {
        using var ledger = FlippedByteTests.Filled(Ledger.Create(server.NewRecord(), TestHost.Of(1)));
        var sql = ledger.Store.Sql;
        var columns = sql.All("SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2",
            row => new Column(row.GetString(0), row.GetString(1), row.GetString(2)));
        foreach (var (table, name) in new[] { ("ledger", "created"), ("event", "payload"), ("body", "bytes"), ("absent", "why"), ("snapshot", "bytes"), ("piece", "bytes"), ("claim_index", "words"), ("text_index", "words") })
            Assert.Contains(columns, c => c.Table == table && c.Name == name);
        Assert.Empty(ledger.Verify());

        // As many rows as a column has, so often it is taken; words of claims would outnumber all others.
        var rows = columns.SelectMany(c => Enumerable.Repeat(c, Math.Min(20, Convert.ToInt32(sql.Scalar($"SELECT count(*) FROM {c.Table}"), null)))).ToList();
        var (chance, tried, seen) = (new Random(17), new HashSet<Column>(), 0);
        var unseen = new List<string>();
        while (seen < FlippedByteTests.Flips / 6)
        {
            var column = rows[chance.Next(rows.Count)];
            var (place, value) = Cell(sql, column, chance);
            if (Flipped(value, chance) is not { } altered || Set(sql, column, place, altered) is not { } moved) continue;
            seen++;
            tried.Add(column);
            if (ledger.Verify().Count == 0) unseen.Add($"{column.Table}.{column.Name}, was {value}, is {altered}");
            Assert.NotNull(Set(sql, column, moved, value));
        }

        Assert.Empty(unseen);
        Assert.Empty(ledger.Verify());
        Assert.True(tried.Count > columns.Count / 2);
    }

    // Any cell of a column with the place of its row.
    private static (string Place, object Value) Cell(Statements sql, Column column, Random chance)
    {
        var cells = sql.All($"SELECT ctid::text, {column.Read} FROM {column.Table}", row => (row.GetString(0), row[1]));
        return cells[chance.Next(cells.Count)];
    }

    // Where the row lies then; null where the server refuses the value. The guards are there again when somebody looks.
    private static string? Set(Statements sql, Column column, string place, object value)
    {
        sql.Run("SET session_replication_role = replica");
        try
        {
            return (string?)sql.Scalar($"UPDATE {column.Table} SET {column.Name} = {column.Write} WHERE ctid = CAST(@place AS tid) RETURNING ctid::text", ("@value", value), ("@place", place));
        }
        catch (DbException)
        {
            return null;
        }
        finally
        {
            sql.Run("SET session_replication_role = origin");
        }
    }

    private static object? Flipped(object value, Random chance)
    {
        switch (value)
        {
            case long number:
                return number ^ (1L << chance.Next(8));
            case byte[] { Length: > 0 } bytes:
                var other = (byte[])bytes.Clone();
                other[chance.Next(other.Length)] ^= (byte)(1 << chance.Next(8));
                return other;
            case string { Length: > 0 } text:
                var at = chance.Next(text.Length);
                var unit = (char)(text[at] ^ (1 << chance.Next(7)));
                return unit == '\0' || char.IsSurrogate(text[at]) ? null : text[..at] + unit + text[(at + 1)..];
            case string[] { Length: > 0 } words:
                var word = chance.Next(words.Length);
                return Flipped(words[word], chance) is string changed ? (string[])[.. words[..word], changed, .. words[(word + 1)..]] : null;
            default:
                return null;
        }
    }
}
