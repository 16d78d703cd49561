using System.Text;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class WithdrawalTests
{
    private const string Secret = "Ottoline Quarrendon said that Northland hides the mines.";

    [Fact]
    public void Nothing_of_a_withdrawn_text_is_left_in_the_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("r.db");
        using (var ledger = Ledger.Create(path, TestHost.Of(1)))
        {
            for (var seed = 10; seed < 40; seed++) ledger.Append(RandomReading.Of(seed));
            ledger.Append(Endangered());
            ledger.Append(Endangered() with { Reader = new("2", "2") });
            ledger.Append(Ruling.Of("claim", "correct", "Ada Lind", new(2031, 3, 9, 0, 0, 0, TimeSpan.Zero), """{"quote":"Ottoline Quarrendon"}""", Endangered().Document.TextId));
            for (var seed = 40; seed < 60; seed++) ledger.Append(RandomReading.Of(seed));
            Assert.Contains("Quarrendon", Bytes(path), StringComparison.Ordinal);
            Assert.Contains("quarrendon", Bytes(path), StringComparison.Ordinal);
            var withdrawal = ledger.Withdraw("secret/source.txt", "Jo Verhey", "in danger");
            Assert.Equal((1, "secret/source.txt"), (withdrawal.Documents, Assert.Single(withdrawal.Sources)));
        }

        foreach (var word in new[] { "Quarrendon", "quarrendon", "secret/source", "ottoline", "Ottoline", Endangered().Document.TextId, Endangered().Document.Id }) Assert.DoesNotContain(word, Bytes(path), StringComparison.Ordinal);
        using var again = Ledger.Open(path, TestHost.Of(2), readOnly: true);
        Assert.DoesNotContain(again.Verify(), difference => difference.Kind != DifferenceKind.Quote);
        Assert.Equal(0, again.Search(SearchQuery.Parse("quarrendon")!).Claims);
        var stone = Assert.Single(again.Events().OfType<DocumentWithdrawn>());
        Assert.Equal(("Jo Verhey", "in danger", 2), (stone.Author, stone.Reason, stone.Follows.Length));
        Assert.Equal("{}", Assert.Single(again.Rulings()).Payload);
    }

    [Fact]
    public void What_was_withdrawn_is_not_added_again_under_any_name()
    {
        using var ledger = Ledger.InMemory(TestHost.Of(1), searchable: true);
        ledger.Append(Endangered());
        ledger.Withdraw(Endangered().Document.Id, "Jo Verhey", "in danger");
        Assert.Equal(Appended.Withdrawn, ledger.Append(Endangered()));
        var renamed = Endangered();
        Assert.Equal(Appended.Withdrawn, ledger.Append(renamed with { Document = renamed.Document with { Id = ContentHash.Of("other bytes"), Source = "other.txt" } }));
        Assert.Equal(Appended.Withdrawn, ledger.Append(Ruling.Of("c", "accept", "Ada Lind", default, "{}", renamed.Document.TextId)));
        Assert.Empty(ledger.Readings());
        Assert.Empty(ledger.Readings(new(2031, 3, 10)));
    }

    [Fact]
    public void A_withdrawal_takes_the_copy_of_another_ledger_along()
    {
        using var one = Ledger.InMemory(TestHost.Of(1), searchable: true);
        using var other = Ledger.InMemory(TestHost.Of(2), searchable: true);
        one.Append(Endangered());
        other.Append(Endangered());
        other.Append(RandomReading.Of(7));
        one.Withdraw("secret/source.txt", "Jo Verhey", "in danger");
        other.Merge(one);
        Assert.Equal(RandomReading.Of(7).Document.Id, Assert.Single(other.Readings()).Document.Id);
        Assert.Empty(other.Verify());
        one.Merge(other);
        Assert.Single(one.Readings());
        Assert.Equal(RecordState.Of(other), RecordState.Of(one));
    }

    [Fact]
    public void Another_document_of_the_same_source_stays()
    {
        using var ledger = Ledger.InMemory(TestHost.Of(1), searchable: true);
        var other = RandomReading.Of(7);
        ledger.Append(Endangered());
        ledger.Append(other with { Document = other.Document with { Source = "secret/source.txt" } });
        Assert.Equal(1, ledger.Withdraw(Endangered().Document.TextId, "Jo Verhey", "in danger").Documents);
        Assert.Equal("secret/source.txt", Assert.Single(ledger.Readings()).Document.Source);
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void Texts_that_are_empty_are_not_withdrawn_with_one_another()
    {
        using var ledger = Ledger.InMemory(TestHost.Of(1), searchable: true);
        foreach (var name in new[] { "a.bin", "b.bin" })
            ledger.Append(new DocumentReading { Document = new() { Id = ContentHash.Of(name), TextId = "", Source = name, Text = "" }, Reader = new("1", "1"), Error = new("binary", "Not read.") });
        Assert.Equal(1, ledger.Withdraw("a.bin", "Jo Verhey", "in danger").Documents);
        Assert.Single(ledger.Readings());
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public async Task The_command_asks_who_and_why_and_lists_tombstones()
    {
        using var folder = new TemporaryFolder();
        var note = folder.Write("note.txt", "Northland demanded on Tuesday that Westmark clear the mines before the talks in Port Ansel.");
        var record = folder.File("r.db");
        await Call.Of("add", note, "--published", "2031-03-05", "--record", record);
        Assert.Equal(2, (await Call.Of("withdraw", note, "--record", record)).Code);
        Assert.Equal(1, (await Call.Of("withdraw", "nothing.txt", "--by", "J", "--reason", "r", "--record", record)).Code);
        Assert.Equal(0, (await Call.Of("withdraw", note, "--by", "Jo Verhey", "--reason", "in danger", "--record", record)).Code);
        Assert.Contains("\"author\":\"Jo Verhey\",\"reason\":\"in danger\"", (await Call.Of("withdraw", "--record", record, "--json")).Out, StringComparison.Ordinal);
        var again = await Call.Of("add", note, "--record", record);
        Assert.Equal(1, again.Code);
        Assert.Contains("withdrawn", again.Error, StringComparison.Ordinal);
    }

    private static string Bytes(string path) => string.Concat(Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Order(StringComparer.Ordinal).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Encoding.Latin1.GetString(copy.ToArray());
    }));

    private static DocumentReading Endangered()
    {
        var actor = new Actor { Id = "a1", Name = "Ottoline Quarrendon", Kind = ActorKind.Person, Mentions = [new(0, 19)] };
        return new()
        {
            Document = new() { Id = ContentHash.Of("raw" + Secret), TextId = ContentHash.Of(Secret), Source = "secret/source.txt", Text = Secret, Published = new(Edtf.Parse("2031-03-08"), DateBasis.Given) },
            Actors = [actor],
            Claims = [new() { Id = "claim", Type = ClaimType.Statement, By = "a1", Trigger = new(20, 24), Evidence = new(0, Secret.Length), Rule = "test" }],
            Sentences = [new(0, Secret.Length)],
            Reader = new("1", "1"),
        };
    }
}
