using Npgsql;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What every kind of store has to do.</summary>
public abstract class StoreTests
{
    private static readonly string[] Queries =
    [
        "talks", "frank", "naive", "kiev", "line break", "\"line break\"", "\"talks line\"", "ta*", "\"break talk*\"", "script", "Quarrendon", "Northland talks", "amp a", "“a b”", "x*",
    ];

    protected abstract string NewPlace();

    protected abstract void Tamper(string place, string statement);

    [Fact]
    public void What_was_added_comes_back_after_it_was_closed()
    {
        var place = NewPlace();
        using (var ledger = Ledger.OpenOrCreate(place, TestHost.Of(1))) ledger.Append([.. Enumerable.Range(0, 30).Select(RandomReading.Of)]);
        using var again = Ledger.Open(place, TestHost.Of(2), readOnly: true);
        var expected = Enumerable.Range(0, 30).Select(RandomReading.Of).DistinctBy(r => r.Document.Id).Select(ReadingWriter.Write).Order(StringComparer.Ordinal);
        Assert.Equal(expected, again.Readings().Select(ReadingWriter.Write).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(again.Verify(), difference => difference.Kind != DifferenceKind.Quote);
        Assert.Equal(RecordFault.Unwritable, Assert.Throws<RecordException>(() => again.Append(RandomReading.Of(77))).Fault);
    }

    [Fact]
    public void A_record_that_is_not_there_is_named_and_one_that_is_there_is_not_made_again()
    {
        var place = NewPlace();
        Assert.Equal(RecordFault.NotFound, Assert.Throws<RecordException>(() => Ledger.Open(place, TestHost.Of(1))).Fault);
        Ledger.Create(place, TestHost.Of(1)).Dispose();
        Assert.Equal(RecordFault.Exists, Assert.Throws<RecordException>(() => Ledger.Create(place, TestHost.Of(1))).Fault);
    }

    [Fact]
    public void A_kept_snapshot_is_the_one_that_is_folded() => KeptSnapshots.AreAsFolded(NewPlace, 5);

    [Fact]
    public void A_record_stands_as_it_stood_on_each_day()
    {
        using var ledger = Ledger.Create(NewPlace(), TestHost.Of(1));
        var first = RandomReading.Of(1);
        ledger.Append(first);
        for (var hour = 0; hour < 24; hour++) ledger.Append(RandomReading.Of(100 + hour));
        Assert.Equal(Appended.Replaced, ledger.Append(first with { Claims = [], Reader = new("2", "2") }));
        Assert.Equal(Appended.Unchanged, ledger.Append(first with { Claims = [], Reader = new("2", "2") }));
        string Version(DateOnly? day) => ledger.Readings(day).Single(r => r.Document.Id == first.Document.Id).Reader.Version;
        Assert.Empty(ledger.Readings(new(2031, 3, 9)));
        Assert.Equal(first.Reader.Version, Version(new(2031, 3, 10)));
        Assert.Equal("2", Version(new(2031, 3, 11)));
        Assert.Equal("2", Version(null));
    }

    [Fact]
    public void Search_finds_what_looking_through_everything_finds()
    {
        using var ledger = Ledger.Create(NewPlace(), TestHost.Of(1));
        var readings = Enumerable.Range(0, 60).Select(RandomReading.Of).DistinctBy(r => r.Document.Id).ToList();
        ledger.Append(readings);
        foreach (var reading in readings.Take(20)) ledger.Append(reading with { Claims = [.. reading.Claims.Take(1)], Reader = new("2", "2") });
        foreach (var text in Queries)
        {
            var query = SearchQuery.Parse(text)!;
            foreach (var day in new DateOnly?[] { null, new DateOnly(2031, 3, 10), new DateOnly(2031, 3, 12) })
            {
                foreach (var limit in new[] { Marking.Green, Marking.Red })
                {
                    var known = ledger.Readings(day, limit).Select(r => (Reading: r, Words: IndexedWords.Of(r))).ToList();
                    var result = ledger.Search(query, new() { KnownOn = day, Limit = limit, Most = int.MaxValue });
                    Assert.Equal((known.Count(r => query.Holds(r.Words.Text)), known.Sum(r => r.Words.Claims.Count(query.Holds))), (result.Texts, result.Claims));
                    var few = ledger.Search(query, new() { KnownOn = day, Limit = limit, Most = 7 });
                    Assert.Equal(result.Hits.Take(7).Select(Name), few.Hits.Select(Name));
                    Assert.Equal(result.Hits.Select(h => (h.Document.Published.Anchor ?? DateOnly.MaxValue, h.Document.Id)).Order(), result.Hits.Select(h => (h.Document.Published.Anchor ?? DateOnly.MaxValue, h.Document.Id)));
                }
            }
        }
    }

    [Fact]
    public void Through_another_store_and_back_the_state_is_the_same()
    {
        using var ledger = Ledger.Create(NewPlace(), TestHost.Of(1));
        for (var seed = 0; seed < 12; seed++) ledger.Append(RandomReading.Of(seed));
        ledger.Append(Ruling.Of("claim", "accept", "Ada Lind", new(2031, 3, 9, 0, 0, 0, TimeSpan.Zero)));
        ledger.Withdraw(RandomReading.Of(3).Document.Id, "Jo Verhey", "in danger");
        using var folder = new TemporaryFolder();
        using var file = Ledger.Create(folder.File("r.db"), TestHost.Of(2));
        file.Merge(ledger);
        Assert.Equal(RecordState.Of(ledger), RecordState.Of(file));
        file.Append(RandomReading.Of(20));
        ledger.Merge(file);
        Assert.Equal(RecordState.Of(file), RecordState.Of(ledger));
        foreach (var text in Queries)
        {
            var query = SearchQuery.Parse(text)!;
            Assert.Equal(file.Search(query, new() { Most = int.MaxValue }).Hits.Select(Name), ledger.Search(query, new() { Most = int.MaxValue }).Hits.Select(Name));
        }
    }

    [Fact]
    public void A_ruling_is_kept_once_with_what_it_says()
    {
        using var ledger = Ledger.Create(NewPlace(), TestHost.Of(1));
        var ruling = Ruling.Of("claim", "correct", "Ada Lind", new(2031, 3, 9, 8, 30, 0, TimeSpan.Zero), """{"what":"“naïve” 😀"}""", null, "sha256:b", "sha256:a");
        Assert.Equal(Appended.Added, ledger.Append(ruling));
        Assert.Equal(Appended.Unchanged, ledger.Append(ruling));
        var kept = Assert.Single(ledger.Rulings());
        Assert.Equal((ruling.Id, ruling.Payload, "sha256:a,sha256:b"), (kept.Id, kept.Payload, string.Join(',', kept.Follows)));
        Assert.Empty(ledger.Rulings(new(2031, 3, 9)));
        Assert.Throws<ArgumentException>(() => ledger.Append(ruling with { Payload = "{}" }));
        Assert.Throws<ArgumentException>(() => ledger.Append(ruling with { Verdict = "accept" }));
        Assert.Throws<ArgumentException>(() => ledger.Append(Ruling.Of("c", "add", "A", default, "[]")));
        Assert.Throws<ArgumentException>(() => ledger.Append(Ruling.Of("c", "add", "A", default, "{")));
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public async Task Several_writers_at_once_keep_one_chain()
    {
        var place = NewPlace();
        Ledger.Create(place, TestHost.Of(1)).Dispose();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            using var ledger = Ledger.Open(place, TestHost.Of(10 + writer));
            for (var i = 0; i < 8; i++) ledger.Append(RandomReading.Of((writer * 4) + i));
        }, TestContext.Current.CancellationToken)));
        using var all = Ledger.Open(place, TestHost.Of(1), readOnly: true);
        Assert.DoesNotContain(all.Verify(), difference => difference.Kind != DifferenceKind.Quote);
        Assert.Equal(Enumerable.Range(0, 20).Select(seed => RandomReading.Of(seed).Document.Id).Distinct().Count(), all.Events().Count());
    }

    /// <summary>How many writers are killed; RAPPORTEUR_KILLS sets another number.</summary>
    protected abstract int Kills { get; }

    [Fact]
    public void A_writer_that_is_killed_loses_nothing_that_it_acknowledged_and_leaves_nothing_half_done()
    {
        var place = NewPlace();
        var chance = new Random(3);
        var acknowledged = new List<int>();
        var kills = int.TryParse(Environment.GetEnvironmentVariable("RAPPORTEUR_KILLS"), out var more) ? more : Kills;
        for (var kill = 0; kill < kills; kill++)
        {
            var known = KilledWriter.Run(place, kill * 10_000, TimeSpan.FromMilliseconds(chance.Next(60)));
            Assert.NotEmpty(known);
            acknowledged.AddRange(known);
            using var ledger = Ledger.Open(place, TestHost.Of(1));
            var there = ledger.Readings().ToDictionary(r => int.Parse(r.Document.Source, System.Globalization.CultureInfo.InvariantCulture), ReadingWriter.Write);
            foreach (var seed in acknowledged) Assert.Equal(ReadingWriter.Write(KilledWriter.Numbered(seed)), there[seed]);
            Assert.InRange(there.Count - acknowledged.Count, 0, kill + 1);
            if (kill % 10 == kills % 10) Assert.Empty(ledger.Verify());
        }
    }

    [Theory]
    [InlineData("UPDATE event SET payload = '{}'")]
    [InlineData("DELETE FROM event")]
    [InlineData("UPDATE content SET hash = 'sha256:0'")]
    [InlineData("UPDATE body SET bytes = ''")]
    [InlineData("DELETE FROM ledger")]
    public void What_was_kept_cannot_be_changed(string statement)
    {
        var place = NewPlace();
        using (var ledger = Ledger.Create(place, TestHost.Of(1))) ledger.Append(RandomReading.Of(1));
        Assert.ThrowsAny<System.Data.Common.DbException>(() => Tamper(place, statement));
    }

    [Theory]
    [InlineData("UPDATE standing SET since = '2001'", DifferenceKind.Projection)]
    [InlineData("UPDATE version SET day = '2001-01-01'", DifferenceKind.Projection)]
    [InlineData("DELETE FROM body", DifferenceKind.Missing)]
    [InlineData("DELETE FROM text_index WHERE 1 = 1", DifferenceKind.Projection)]
    public void What_does_not_follow_from_the_events_is_named(string statement, DifferenceKind kind)
    {
        var place = NewPlace();
        using (var ledger = Ledger.Create(place, TestHost.Of(1))) ledger.Append(RandomReading.Of(1));
        Tamper(place, PostgresAddress.Is(place) ? statement : statement.Replace("DELETE FROM text_index WHERE 1 = 1", "INSERT INTO text_index (text_index) VALUES ('delete-all')", StringComparison.Ordinal));
        using var again = Ledger.Open(place, TestHost.Of(1), readOnly: true);
        Assert.Contains(again.Verify(), difference => difference.Kind == kind);
    }

    [Fact]
    public void A_chain_that_was_cut_is_revealed_by_the_head_that_was_noted()
    {
        var place = NewPlace();
        using var ledger = Ledger.Create(place, TestHost.Of(1));
        ledger.Append(RandomReading.Of(1));
        Assert.Empty(ledger.Verify(ledger.Head()));
        Assert.Equal(DifferenceKind.Chain, Assert.Single(ledger.Verify("sha256:0")).Kind);
    }

    private static string Name(SearchHit hit) => $"{hit.Document.Published.Value} {hit.Document.Id} {hit.Claim?.Id} {hit.Span}";
}

/// <summary>In a file.</summary>
public sealed class SqliteStoreTests : StoreTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _files;

    public void Dispose() => _folder.Dispose();

    protected override int Kills => 12;

    protected override string NewPlace() => _folder.File($"{++_files}.db");

    protected override void Tamper(string place, string statement) => LedgerTests.Run(place, statement);
}

/// <summary>In a database of a server. Not at the same time as the tests that listen for connections.</summary>
/// <param name="server">The server.</param>
[Collection("Sockets")]
public sealed class PostgresStoreTests(PostgresServer server) : StoreTests, IClassFixture<PostgresServer>
{
    [Fact]
    public void A_database_that_is_not_there_and_a_server_that_is_not_there_are_told_apart()
    {
        var place = server.NewRecord();
        Assert.Equal(RecordFault.NotFound, Assert.Throws<RecordException>(() => Ledger.Open(place.Replace("/postgres?", "/nothing?", StringComparison.Ordinal), TestHost.Of(1))).Fault);
        var fault = Assert.Throws<RecordException>(() => Ledger.Open("postgres://ada:secret@127.0.0.1:1/x", TestHost.Of(1)));
        Assert.Equal(RecordFault.Unreachable, fault.Fault);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_take_an_address()
    {
        var place = server.NewRecord();
        using var folder = new TemporaryFolder();
        var note = folder.Write("note.txt", "Northland demanded on Tuesday that Westmark clear the mines before the talks in Port Ansel.");
        Assert.Equal(0, (await Call.Of("add", note, "--published", "2031-03-05", "--record", place)).Code);
        Assert.Contains("demand: Northland", (await Call.Of("search", "mines", "--record", place)).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("verify", "--record", place)).Code);
        Assert.Equal(0, (await Call.Of("brief", "--record", place, "-o", folder.File("brief.html"))).Code);
        Assert.Equal(0, (await Call.Of("merge", place, "--record", folder.File("r.db"))).Code);
        var (there, here) = (await Call.Of("export", "--record", place), await Call.Of("export", "--record", folder.File("r.db")));
        Assert.Equal(there.Out, here.Out);
    }

    protected override int Kills => 4;

    protected override string NewPlace() => server.NewRecord();

    protected override void Tamper(string place, string statement)
    {
        using var connection = new NpgsqlConnection(PostgresAddress.Parse(place).Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
