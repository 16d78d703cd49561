using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A file written by the program when its tables had version 2 (packed by VACUUM): four articles in two chains, one of them read anew, one withdrawn, and rulings on three.</summary>
public sealed class SecondRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SecondRecordTests() => File.Copy(Repository.File("tests", "Rapporteur.Tests", "Record", "Files", "tables-2.record"), Old);

    private string Old => _folder.File("old.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_read_without_being_changed()
    {
        var before = File.ReadAllBytes(Old);
        using (var ledger = Ledger.Open(Old, TestHost.Of(1), readOnly: true)) Sound(ledger);
        Assert.Equal(before, File.ReadAllBytes(Old));
    }

    [Fact]
    public void It_can_be_added_to_and_keeps_its_chains_and_rulings()
    {
        List<string> ids;
        using (var ledger = Ledger.Open(Old, TestHost.Of(1)))
        {
            Sound(ledger);
            ids = [.. ledger.Events().Select(e => e.Id)];
            Assert.Equal(Appended.Unchanged, ledger.Append(ledger.Readings()[0]));
            Assert.Equal(Appended.Unchanged, ledger.Append(ledger.Rulings()[0]));
            Assert.Equal(Appended.Added, ledger.Append(RandomReading.Of(1)));
        }

        using var again = Ledger.Open(Old, TestHost.Of(1), readOnly: true);
        Assert.Empty(again.Verify());
        Assert.Equal(ids.Order(StringComparer.Ordinal), again.Events().Select(e => e.Id).Intersect(ids).Order(StringComparer.Ordinal));
        Assert.Equal(3, again.Rulings().Count);
    }

    [Fact]
    public void It_is_merged_into_a_new_one()
    {
        using var old = Ledger.Open(Old, TestHost.Of(1), readOnly: true);
        using var ledger = Ledger.Create(_folder.File("new.db"), TestHost.Of(1));
        Assert.Equal(9, ledger.Merge(old).Events);
        Assert.Equal(RecordState.Of(old), RecordState.Of(ledger));
    }

    private static void Sound(Ledger ledger)
    {
        Assert.Empty(ledger.Verify());
        Assert.Equal(9, ledger.Events().Count());
        Assert.Equal(["one.txt", "theirs.txt", "two.txt"], ledger.Readings().Select(r => r.Document.Source).Order(StringComparer.Ordinal));
        Assert.Equal("in danger", Assert.Single(ledger.Events().OfType<DocumentWithdrawn>()).Reason);
        var rulings = ledger.Snapshot().Rulings;
        Assert.Contains(rulings, r => r.Ruling.Verdict == Verdict.Accept && r.Reason == "heard the tape" && r.Standing == RulingStanding.Stands);
        Assert.Contains(rulings, r => r.Ruling.Verdict == Verdict.Grade && r.Value == "B2");
        Assert.Contains(rulings, r => r.Ruling.Verdict == Verdict.Note && r.Ruling.IsSilent);
        Assert.Equal(2, ledger.Search(SearchQuery.Parse("\"weekly ferry\"")!).Claims);
    }
}
