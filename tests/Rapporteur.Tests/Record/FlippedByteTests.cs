using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>One bit of one byte is altered, anywhere in what is kept: in every column of every table that the database has. RAPPORTEUR_FLIPS sets how many are tried (10,000 take some minutes).</summary>
public sealed class FlippedByteTests
{
    internal static readonly int Flips = int.TryParse(Environment.GetEnvironmentVariable("RAPPORTEUR_FLIPS"), out var more) ? more : 1200;

    private sealed record Column(string Table, string Name, ImmutableArray<string> All);

    [Fact]
    public void Every_altered_byte_of_every_column_is_named()
    {
        using var ledger = Filled(Ledger.InMemory(TestHost.Of(1), searchable: true));
        var sql = ledger.Store.Sql;
        var columns = Columns(sql, "name NOT LIKE '%\\_index\\_%' ESCAPE '\\'").ToList();
        Assert.Contains(columns, c => c is { Table: "ledger", Name: "created" });
        Assert.Contains(columns, c => c is { Table: "absent", Name: "why" });
        Assert.Contains(columns, c => c is { Table: "document", Name: "number" });
        var unseen = new List<string>();
        Flip(sql, columns, Flips, new(11), where =>
        {
            if (ledger.Verify().Count == 0) unseen.Add(where);
        });
        Assert.Empty(unseen);
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void Every_altered_byte_of_the_index_is_named_or_finds_the_same()
    {
        using var folder = new TemporaryFolder();
        Filled(Ledger.Create(folder.File("r.db"), TestHost.Of(1))).Dispose();
        using var connection = new SqliteConnection($"Data Source={folder.File("r.db")};Pooling=False");
        connection.Open();
        using var sql = new Statements(connection);
        var sound = Found(folder.File("r.db"));
        var unseen = new List<string>();
        Flip(sql, [.. Columns(sql, "name LIKE '%\\_index\\_%' ESCAPE '\\'")], Flips / 6, new(13), where =>
        {
            try
            {
                using var ledger = Ledger.Open(folder.File("r.db"), TestHost.Of(1), readOnly: true);
                if (ledger.Verify().Count == 0 && Found(folder.File("r.db")) != sound) unseen.Add(where);
            }
            catch (RecordException)
            {
                // It cannot be opened and says so.
            }
        });
        Assert.Empty(unseen);
        Assert.Equal(sound, Found(folder.File("r.db")));
    }

    [Fact]
    public void A_guard_that_is_missing_is_named()
    {
        using var ledger = Filled(Ledger.InMemory(TestHost.Of(1), searchable: true));
        ledger.Store.Sql.Run("DROP TRIGGER event_no_delete");
        Assert.Contains("event_no_delete", Assert.Single(ledger.Verify()).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE version SET source = CAST(source AS BLOB)")]
    [InlineData("INSERT INTO ledger SELECT * FROM ledger")]
    [InlineData("UPDATE absent SET why = 'marking'")]
    [InlineData("INSERT INTO absent SELECT id, 'withdrawn' FROM event WHERE sequence = 1")]
    [InlineData("DELETE FROM content WHERE ref IN (SELECT json_extract(payload, '$.reading') FROM event WHERE sequence = 1); INSERT INTO absent SELECT id, 'marking' FROM event WHERE sequence = 1; DELETE FROM body WHERE hash NOT IN (SELECT hash FROM content)")]
    public void What_the_events_do_not_bear_out_is_named(string statement)
    {
        using var ledger = Filled(Ledger.InMemory(TestHost.Of(1), searchable: true));
        Unguarded(ledger.Store.Sql, () => ledger.Store.Sql.Run(statement));
        Assert.NotEmpty(ledger.Verify());
    }

    [Fact]
    public void A_byte_of_the_file_is_named_or_holds_nothing()
    {
        using var folder = new TemporaryFolder();
        Filled(Ledger.Create(folder.File("r.db"), TestHost.Of(1))).Dispose();
        var bytes = File.ReadAllBytes(folder.File("r.db"));
        string sound;
        using (var ledger = Ledger.Open(folder.File("r.db"), TestHost.Of(1), readOnly: true)) sound = Dump(ledger);
        var chance = new Random(12);
        for (var flip = 0; flip < Flips / 4; flip++)
        {
            var at = chance.Next(bytes.Length);
            var bit = (byte)(1 << chance.Next(8));
            bytes[at] ^= bit;
            File.WriteAllBytes(folder.File("flipped.db"), bytes);
            File.Delete(folder.File("flipped.db-wal"));
            File.Delete(folder.File("flipped.db-shm"));
            try
            {
                using var ledger = Ledger.Open(folder.File("flipped.db"), TestHost.Of(1), readOnly: true);
                if (ledger.Verify().Count == 0) Assert.Equal(sound, Dump(ledger));
            }
            catch (RecordException)
            {
                // It does not open or cannot be read, and says so.
            }

            bytes[at] ^= bit;
        }
    }

    // Alters one bit of one cell at a time, looks, and puts it back.
    private static void Flip(Statements sql, List<Column> columns, int flips, Random chance, Action<string> look)
    {
        var cells = columns.SelectMany(c => sql.All($"SELECT {string.Join(", ", c.All)} FROM {c.Table}", row => (Column: c, Row: Enumerable.Range(0, row.FieldCount).Select(i => row[i]).ToArray()))).ToList();
        for (var tried = 0; tried < flips;)
        {
            var (column, row) = cells[chance.Next(cells.Count)];
            var at = column.All.IndexOf(column.Name);
            if (row[at] is DBNull or "" or byte[] { Length: 0 }) continue;
            var altered = row.ToArray();
            altered[at] = Flipped(row[at], chance);
            try
            {
                Unguarded(sql, () => Set(sql, column, row, altered[at]));
            }
            catch (DbException)
            {
                // The table itself refuses it: the value is taken.
                continue;
            }

            tried++;
            look($"{column.Table}.{column.Name}, was {row[at]}, row {string.Join(' ', row.Select(c => c is byte[] b ? Convert.ToHexString(b.AsSpan(0, Math.Min(40, b.Length))) : c))}");
            altered[at] = row[at] is string && altered[at] is byte[] bytes ? new Text(bytes) : altered[at];
            Unguarded(sql, () => Set(sql, column, altered, row[at]));
        }
    }

    private sealed record Text(byte[] Bytes);

    private static void Set(Statements sql, Column column, object[] where, object value)
    {
        var old = where[column.All.IndexOf(column.Name)];
        var was = where.Select((cell, i) => $"{column.All[i]} IS {(cell is Text ? $"CAST(@w{i} AS TEXT)" : $"@w{i}")}");
        var isText = old is string && value is byte[];
        (string, object)[] values = [("@value", value), .. where.Select((cell, i) => ($"@w{i}", cell is Text text ? text.Bytes : cell))];
        Assert.Equal(1, sql.Run($"UPDATE {column.Table} SET {column.Name} = {(isText ? "CAST(@value AS TEXT)" : "@value")} WHERE {string.Join(" AND ", was)}", values));
    }

    // The guards are there again when somebody looks.
    private static void Unguarded(Statements sql, Action act)
    {
        var guards = sql.All("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", row => (Name: row.GetString(0), Text: row.GetString(1)));
        foreach (var (name, _) in guards) sql.Run($"DROP TRIGGER {name}");
        try
        {
            act();
        }
        finally
        {
            foreach (var (_, text) in guards) sql.Run(text);
        }
    }

    private static IEnumerable<Column> Columns(Statements sql, string which) =>
        from table in sql.All($"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%' AND {which} ORDER BY name", row => row.GetString(0))
        let all = sql.All($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0)).ToImmutableArray()
        from column in all
        select new Column(table, column, all);

    private static string Found(string path)
    {
        using var ledger = Ledger.Open(path, TestHost.Of(1), readOnly: true);
        return string.Join('\n', "the of a quay mines talks minister".Split(' ').Select(word => ledger.Search(SearchQuery.Parse(word)!)).Select(r => $"{r.Texts} {r.Claims} {string.Join(' ', r.Hits.Select(h => h.Quote))}"));
    }

    private static object Flipped(object value, Random chance)
    {
        if (value is long number) return number ^ (1L << chance.Next(8));
        var bytes = value is string text ? Encoding.UTF8.GetBytes(text) : (byte[])((byte[])value).Clone();
        bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
        return bytes;
    }

    /// <summary>The ledger with readings, a ruling, a withdrawal and two kept snapshots.</summary>
    internal static Ledger Filled(Ledger ledger)
    {
        foreach (var seed in new[] { 1, 2, 5 }) ledger.Append(KillPointTests.Reading(seed));
        ledger.Append(KillPointTests.Reading(1) with { Reader = new("2", "2") });
        ledger.Append(Ruling.Of("claim", "accept", "Ada Lind", new(2031, 3, 9, 0, 0, 0, TimeSpan.Zero)));
        ledger.Withdraw(KillPointTests.Reading(5).Document.Id, "Jo Verhey", "in danger");
        ledger.LeastKept = 0;
        ledger.Snapshot();
        ledger.Snapshot(new(2031, 3, 1), new(2031, 3, 12), Marking.Amber, new() { Parties = [new("Northland", ["the North"])] });
        return ledger;
    }

    private static string Dump(Ledger ledger) => string.Join('\n', Columns(ledger.Store.Sql, "name NOT LIKE '%\\_index\\_%' ESCAPE '\\'").GroupBy(c => c.Table, StringComparer.Ordinal).SelectMany(t => ledger.Store.Sql
        .All($"SELECT {string.Join(", ", t.First().All)} FROM {t.Key} ORDER BY 1, 2", row =>
            string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => row[i] is byte[] blob ? Convert.ToHexString(blob) : Convert.ToString(row[i], CultureInfo.InvariantCulture))))));
}
