using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What lies on the disk when a process dies: a copy of the files is taken before every statement, and the log is cut at chance places of what a commit appended to it. Each copy has
/// to be wholly as before the act or wholly as after it; after the act returned, as after it.</summary>
public sealed class KillPointTests
{
    private static readonly int Cuts = 80;

    [Fact]
    public void Killed_at_any_instant_the_record_is_as_before_or_as_after()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("r.db");
        using var other = Other();
        using var ledger = Ledger.Create(path, TestHost.Of(1));
        var chance = new Random(5);
        var points = 0;
        Action[] acts =
        [
            () => ledger.Append(Reading(1)),
            () => ledger.Append([Reading(2), Reading(5), Reading(8)]),
            () => ledger.Append(Reading(1) with { Reader = new("2", "2") }),
            () => ledger.Append(Ruling.Of("claim", "accept", "Ada Lind", default, "{}", Reading(2).Document.TextId)),
            () => ledger.Merge(other),
            () => ledger.Withdraw(Reading(2).Document.Id, "Jo Verhey", "in danger"),
            () => ledger.Append([Reading(13), Reading(14)]),
        ];
        foreach (var act in acts)
        {
            var copies = new List<(byte[] File, byte[] Log)>();
            var before = RecordState.Of(ledger);
            ledger.Store.Sql.Watch = _ => copies.Add(Files(path));
            act();
            ledger.Store.Sql.Watch = null;
            var after = RecordState.Of(ledger);
            Assert.NotEqual(before, after);
            foreach (var (file, log) in copies) Assert.Equal(before, Opened(folder, file, log));
            var (fileBefore, logBefore) = copies[^1];
            var (fileAfter, logAfter) = Files(path);
            Assert.Equal(after, Opened(folder, fileAfter, logAfter));
            points += copies.Count + 1;
            if (!fileBefore.AsSpan().SequenceEqual(fileAfter) || logAfter.Length <= logBefore.Length) continue;
            for (var i = 0; i < Cuts; i++)
            {
                var length = chance.Next(logBefore.Length, logAfter.Length);
                Assert.Equal(before, Opened(folder, fileAfter, logAfter[..length]));
                points++;
            }
        }

        Assert.True(points >= 500, $"Only {points} points were tried.");
    }

    [Fact]
    public void A_full_disk_leaves_the_record_as_it_was_and_says_so()
    {
        using var folder = new TemporaryFolder();
        using var ledger = Ledger.Create(folder.File("r.db"), TestHost.Of(1));
        ledger.Append(Reading(1));
        var state = RecordState.Of(ledger);
        var pages = Convert.ToInt64(ledger.Store.Sql.Scalar("PRAGMA page_count"), System.Globalization.CultureInfo.InvariantCulture);
        var failed = 0;
        for (var more = 0; more < 12; more++)
        {
            ledger.Store.Sql.Scalar($"PRAGMA max_page_count = {pages + more}");
            try
            {
                ledger.Append([.. Enumerable.Range(20, 12).Select(Reading)]);
            }
            catch (RecordException full)
            {
                Assert.Equal(RecordFault.Unwritable, full.Fault);
                Assert.Contains("free space", full.Message, StringComparison.Ordinal);
                Assert.Equal(state, RecordState.Of(ledger));
                failed++;
            }
        }

        Assert.True(failed > 3);
        ledger.Store.Sql.Scalar("PRAGMA max_page_count = 1000000");
        ledger.Append([.. Enumerable.Range(20, 12).Select(Reading)]);
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void An_error_at_any_statement_leaves_nothing_of_the_act()
    {
        using var ledger = Ledger.InMemory(TestHost.Of(1), searchable: true);
        ledger.Append(Reading(1));
        var state = RecordState.Of(ledger);
        for (var statement = 0; ; statement++)
        {
            var left = statement;
            ledger.Store.Sql.Watch = _ =>
            {
                if (left-- == 0) throw new OperationCanceledException();
            };
            try
            {
                ledger.Append([Reading(2), Reading(1) with { Reader = new("2", "2") }]);
                break;
            }
            catch (OperationCanceledException)
            {
                ledger.Store.Sql.Watch = null;
                Assert.Equal(state, RecordState.Of(ledger));
            }
        }

        ledger.Store.Sql.Watch = null;
        Assert.Equal(2, ledger.Readings().Count);
        Assert.Empty(ledger.Verify());
    }

    // No claims of chance spans, whose ends may part a pair of units, but whole sentences.
    internal static DocumentReading Reading(int seed)
    {
        var reading = RandomReading.Of(seed);
        return reading with { Claims = [.. reading.Claims.Select(claim => claim with { Evidence = new(0, reading.Document.Text.Length) })] };
    }

    private static string Opened(TemporaryFolder folder, byte[] file, byte[] log)
    {
        var path = folder.File("copy.db");
        File.WriteAllBytes(path, file);
        File.WriteAllBytes(path + "-wal", log);
        File.Delete(path + "-shm");
        using var ledger = Ledger.Open(path, TestHost.Of(1));
        Assert.Empty(ledger.Verify());
        return RecordState.Of(ledger);
    }

    private static (byte[] File, byte[] Log) Files(string path) => (Bytes(path), Bytes(path + "-wal"));

    private static byte[] Bytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Ledger Other()
    {
        var other = Ledger.InMemory(TestHost.Of(9), searchable: true);
        other.Append(Reading(3));
        other.Append(Reading(1) with { Reader = new("3", "3") });
        return other;
    }
}
