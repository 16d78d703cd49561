using Microsoft.Data.Sqlite;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A file written by the program when its tables had version 1: two articles and an empty one.</summary>
public sealed class OldRecordTests
{
    private static readonly string Original = Repository.File("tests", "Rapporteur.Tests", "Record", "Files", "tables-1.record");

    [Fact]
    public void It_is_read_without_being_changed()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Original, folder.File("old.db"));
        var before = File.ReadAllBytes(folder.File("old.db"));
        using (var ledger = Ledger.Open(folder.File("old.db"), TestHost.Of(1), readOnly: true))
        {
            Sound(ledger);
            Assert.Equal(RecordFault.Unwritable, Assert.Throws<RecordException>(() => ledger.Append(RandomReading.Of(1))).Fault);
        }

        Assert.Equal(before, File.ReadAllBytes(folder.File("old.db")));
    }

    [Fact]
    public void It_is_brought_up_to_date_by_the_first_addition_and_keeps_its_chain()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Original, folder.File("old.db"));
        var ids = Ids(folder.File("old.db"));
        using (var ledger = Ledger.Open(folder.File("old.db"), TestHost.Of(1)))
        {
            Sound(ledger);
            Assert.Equal(ids, ledger.Events().Select(e => e.Id));
            Assert.Equal(Appended.Unchanged, ledger.Append(ledger.Readings()[0]));
            Assert.Equal(Appended.Added, ledger.Append(RandomReading.Of(1)));
        }

        using var again = Ledger.Open(folder.File("old.db"), TestHost.Of(1), readOnly: true);
        Assert.Equal(ids, again.Events().Select(e => e.Id).Take(3));
        Assert.Empty(again.Verify(ids[2]));
    }

    [Fact]
    public void It_is_merged_into_a_new_one()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Original, folder.File("old.db"));
        using var old = Ledger.Open(folder.File("old.db"), TestHost.Of(1), readOnly: true);
        using var ledger = Ledger.Create(folder.File("new.db"), TestHost.Of(1));
        Assert.Equal(3, ledger.Merge(old).Events);
        Assert.Equal(RecordState.Of(old), RecordState.Of(ledger));
    }

    private static void Sound(Ledger ledger)
    {
        Assert.Equal(3, ledger.Events().Count());
        Assert.Equal(["notes/empty.txt", "notes/one.txt", "notes/two.txt"], ledger.Readings().Select(r => r.Document.Source).Order(StringComparer.Ordinal));
        Assert.Equal(15, ledger.Snapshot().Claims.Length);
        Assert.Empty(ledger.Verify());
        Assert.NotEqual(0, ledger.Search(SearchQuery.Parse("\"clear the mines\"")!).Claims);
    }

    private static List<string> Ids(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM event ORDER BY sequence";
        var ids = new List<string>();
        using var row = command.ExecuteReader();
        while (row.Read()) ids.Add(row.GetString(0));
        return ids;
    }
}
