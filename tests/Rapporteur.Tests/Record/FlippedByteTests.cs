using System.Data.Common;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>One bit of one byte is altered, anywhere in what is kept; RAPPORTEUR_FLIPS sets how many are tried.</summary>
public sealed class FlippedByteTests
{
    private static readonly int Flips = int.TryParse(Environment.GetEnvironmentVariable("RAPPORTEUR_FLIPS"), out var more) ? more : 1200;

    private static readonly (string Table, string[] Columns)[] Kept =
    [
        ("event", ["ledger", "sequence", "id", "previous", "recorded", "kind", "payload"]),
        ("content", ["ref", "hash", "salt"]),
        ("body", ["hash", "bytes"]),
        ("version", ["event", "document", "recorded", "published", "day", "marking", "source", "text", "reading"]),
        ("succession", ["earlier", "later", "recorded"]),
        ("standing", ["document", "since", "until", "event"]),
        ("tombstone", ["event", "guard"]),
        ("document", ["id", "indexed"]),
        ("piece", ["event", "fold", "bytes"]),
        ("snapshot", ["fold", "basis", "as_of", "known_on", "marking", "dossier", "through", "bytes"]),
    ];

    [Fact]
    public void Every_altered_byte_is_named()
    {
        using var ledger = Filled(Ledger.InMemory(TestHost.Of(1), searchable: true));
        var sql = ledger.Store.Sql;
        foreach (var trigger in sql.All("SELECT name FROM sqlite_master WHERE type = 'trigger'", row => row.GetString(0))) sql.Run($"DROP TRIGGER {trigger}");
        var cells = (from kept in Kept
                     from row in sql.All($"SELECT rowid FROM {kept.Table}", r => r.GetInt64(0))
                     from column in kept.Columns
                     select (kept.Table, Row: row, Column: column)).ToList();
        var chance = new Random(11);
        var tried = 0;
        while (tried < Flips)
        {
            var (table, row, column) = cells[chance.Next(cells.Count)];
            var old = sql.Scalar($"SELECT {column} FROM {table} WHERE rowid = @row", ("@row", row));
            if (old is null or "" or byte[] { Length: 0 }) continue;
            try
            {
                sql.Run($"UPDATE {table} SET {column} = {(old is string ? "CAST(@value AS TEXT)" : "@value")} WHERE rowid = @row", ("@value", Flipped(old, chance)), ("@row", row));
            }
            catch (DbException)
            {
                // The table itself refuses it: the value is taken.
                continue;
            }

            tried++;
            var found = ledger.Verify();
            Assert.True(found.Count > 0, $"{table}.{column} of row {row}, was {old}");
            sql.Run($"UPDATE {table} SET {column} = @value WHERE rowid = @row", ("@value", old), ("@row", row));
        }

        Assert.Empty(ledger.Verify());
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

    private static object Flipped(object value, Random chance)
    {
        if (value is long number) return number ^ (1L << chance.Next(8));
        var bytes = value is string text ? Encoding.UTF8.GetBytes(text) : (byte[])((byte[])value).Clone();
        bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
        return bytes;
    }

    private static Ledger Filled(Ledger ledger)
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

    private static string Dump(Ledger ledger) => string.Join('\n', Kept.SelectMany(kept => ledger.Store.Sql.All($"SELECT {string.Join(", ", kept.Columns)} FROM {kept.Table} ORDER BY 1, 2", row =>
        string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => row[i] is byte[] blob ? Convert.ToHexString(blob) : Convert.ToString(row[i], CultureInfo.InvariantCulture))))));
}
