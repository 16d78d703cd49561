using Microsoft.Data.Sqlite;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class LedgerTests
{
    [Fact]
    public void What_was_added_comes_back()
    {
        using var ledger = Ledger.InMemory(TimeProvider.System);
        var readings = Enumerable.Range(1, 20).Select(RandomReading.Of).ToList();
        foreach (var reading in readings) ledger.Append(reading);
        var expected = readings.DistinctBy(r => r.Document.Id).Select(ReadingWriter.Write).Order(StringComparer.Ordinal);
        Assert.Equal(expected, ledger.Readings().Select(ReadingWriter.Write).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_article_twice_changes_not_a_byte()
    {
        using var file = new RecordFile();
        using (var ledger = Ledger.Create(file.Path, RecordFile.Host)) Assert.Equal(Appended.Added, ledger.Append(RandomReading.Of(1)));
        var before = File.ReadAllBytes(file.Path);
        using (var ledger = Ledger.OpenOrCreate(file.Path, RecordFile.Host)) Assert.Equal(Appended.Unchanged, ledger.Append(RandomReading.Of(1)));
        Assert.Equal(before, File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void A_newer_reader_replaces_the_reading_and_the_older_one_stays_in_the_chain()
    {
        using var ledger = Ledger.InMemory(TimeProvider.System);
        var first = RandomReading.Of(1);
        var second = first with { Reader = new("9.9", "new"), Claims = [] };
        ledger.Append(first);
        Assert.Equal(Appended.Replaced, ledger.Append(second));
        Assert.Equal("9.9", Assert.Single(ledger.Readings()).Reader.Version);
        var events = ledger.Events().ToList();
        Assert.Equal(2, events.Count);
        Assert.Equal([events[0].Id], events[1].Follows);
    }

    [Fact]
    public void A_reading_can_come_back_after_another_took_its_place()
    {
        using var ledger = Ledger.InMemory(TimeProvider.System);
        var first = RandomReading.Of(1);
        ledger.Append(first);
        ledger.Append(first with { Claims = [], Facets = [], Reader = new("2", "2") });
        Assert.Equal(Appended.Replaced, ledger.Append(first));
        Assert.Equal(ReadingWriter.Write(first), ReadingWriter.Write(Assert.Single(ledger.Readings())));
    }

    [Fact]
    public void A_document_that_was_not_read_is_kept_with_its_reason()
    {
        using var ledger = Ledger.InMemory(TimeProvider.System);
        var reading = RandomReading.Of(1) with { Error = new("not-english", "Not read."), Claims = [], Facets = [], Actors = [], Times = [] };
        ledger.Append(reading);
        Assert.Equal(Appended.Unchanged, ledger.Append(reading));
        Assert.Equal("not-english", Assert.IsType<DocumentLeftOut>(Assert.Single(ledger.Events())).Code);
        Assert.Equal("not-english", Assert.Single(ledger.Readings()).Error?.Code);
    }

    [Fact]
    public void What_was_learned_after_a_day_is_not_known_on_it()
    {
        using var file = new RecordFile();
        using var ledger = Ledger.Create(file.Path, RecordFile.Host);
        ledger.Append(RandomReading.Of(1));
        Assert.Empty(ledger.Readings(knownOn: new(2031, 3, 9)));
        Assert.Single(ledger.Readings(knownOn: new(2031, 3, 10)));
    }

    [Fact]
    public void A_transaction_that_is_not_finished_leaves_nothing()
    {
        using var file = new RecordFile();
        Ledger.Create(file.Path, RecordFile.Host).Dispose();
        var cut = RandomReading.Of(1);
        using (var ledger = Ledger.Open(file.Path, new(TimeProvider.System, _ => throw new OperationCanceledException())))
            Assert.Throws<OperationCanceledException>(() => ledger.Append(cut));
        using (var ledger = Ledger.Open(file.Path, RecordFile.Host))
        {
            Assert.Empty(ledger.Events());
            Assert.Empty(ledger.Verify());
            Assert.Equal(Appended.Added, ledger.Append(cut));
        }
    }

    [Fact]
    public void A_reading_that_does_not_hold_together_is_refused()
    {
        using var ledger = Ledger.InMemory(TimeProvider.System);
        var reading = RandomReading.Of(1);
        var claim = new Claim { Id = "c", Type = ClaimType.Demand, Trigger = new(0, 1), Evidence = new(0, 1), Rule = "test" };
        Assert.Contains("outside", Assert.Throws<ArgumentException>(() => ledger.Append(reading with { Claims = [claim with { Evidence = new(0, 99999) }] })).Message, StringComparison.Ordinal);
        Assert.Contains("not listed", Assert.Throws<ArgumentException>(() => ledger.Append(reading with { Claims = [claim with { By = "nobody" }] })).Message, StringComparison.Ordinal);
        Assert.Empty(ledger.Events());
    }

    [Theory]
    [InlineData("UPDATE event SET payload = '{}'")]
    [InlineData("DELETE FROM event")]
    [InlineData("INSERT OR REPLACE INTO event SELECT * FROM event")]
    [InlineData("UPDATE body SET bytes = x'00'")]
    [InlineData("DELETE FROM ledger")]
    public void Events_cannot_be_changed(string statement)
    {
        using var file = new RecordFile();
        using (var ledger = Ledger.Create(file.Path, RecordFile.Host)) ledger.Append(RandomReading.Of(1));
        var error = Assert.Throws<SqliteException>(() => Run(file.Path, statement));
        Assert.Equal(19, error.SqliteErrorCode);
    }

    internal static void Run(string path, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
