using Xunit;

namespace Rapporteur.Tests;

public sealed class RecordCommandTests
{
    private const string Note = "Northland demanded on Tuesday that Westmark clear the mines before the talks in Port Ansel.";
    private const string Other = "Westmark refused on Thursday to clear the mines, its envoy said in Port Ansel.";

    [Fact]
    public async Task What_is_exported_can_be_imported_and_exported_again_with_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("add", folder.Write("a.txt", Note), folder.Write("b.txt", Other), "--published", "2031-03-05", "--grade", "B2", "--record", folder.File("r.db"));
        var first = await Call.Of("export", "--record", folder.File("r.db"));
        Assert.Contains("\"grade\":\"B2\"", first.Out, StringComparison.Ordinal);
        var imported = await Call.With(first.Out + "{\n", "import", "-", "--record", folder.File("s.db"));
        Assert.Equal(1, imported.Code);
        Assert.Contains("2 added, 0 read anew, 0 known, 1 left out", imported.Out, StringComparison.Ordinal);
        Assert.Equal(first.Out, (await Call.Of("export", "--record", folder.File("s.db"))).Out);
        Assert.Equal(0, (await Call.Of("export", "--record", folder.File("s.db"), "-o", folder.File("s.ndjson"))).Code);
        Assert.Equal(first.Out, File.ReadAllText(folder.File("s.ndjson")));
    }

    [Fact]
    public async Task Export_search_and_merge_leave_out_what_is_marked_above_the_limit()
    {
        using var folder = new TemporaryFolder();
        var record = folder.File("r.db");
        await Call.Of("add", folder.Write("a.txt", Note), "--published", "2031-03-05", "--marking", "GREEN", "--record", record);
        await Call.Of("add", folder.Write("b.txt", Other), "--published", "2031-03-06", "--record", record);
        Assert.DoesNotContain("envoy", (await Call.Of("export", "--record", record, "--max-marking", "GREEN")).Out, StringComparison.Ordinal);
        Assert.Contains("envoy", (await Call.Of("export", "--record", record, "--max-marking", "AMBER")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("envoy", (await Call.Of("search", "mines", "--record", record, "--max-marking", "GREEN")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("envoy", (await Call.Of("search", "mines", "--record", record, "--as-of", "2031-03-05")).Out, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"claim\"", (await Call.Of("search", "mines envoy", "--record", record, "--json")).Out, StringComparison.Ordinal);
        Assert.Contains("1 withheld", (await Call.Of("merge", record, "--record", folder.File("p.db"), "--max-marking", "GREEN")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("envoy", (await Call.Of("export", "--record", folder.File("p.db"))).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("verify", "--record", folder.File("p.db"))).Code);
    }

    [Fact]
    public async Task A_head_that_was_noted_reveals_a_record_that_was_put_back()
    {
        using var folder = new TemporaryFolder();
        var record = folder.File("r.db");
        await Call.Of("add", folder.Write("a.txt", Note), "--published", "2031-03-05", "--record", record);
        File.Copy(record, folder.File("old.db"));
        await Call.Of("add", folder.Write("b.txt", Other), "--published", "2031-03-06", "--record", record);
        var head = (await Call.Of("verify", "--record", record)).Out.Split("head ")[1].Trim();
        Assert.Equal(0, (await Call.Of("verify", "--record", record, "--head", head)).Code);
        var cut = await Call.Of("verify", "--record", folder.File("old.db"), "--head", head);
        Assert.Equal(1, cut.Code);
        Assert.Contains(head, cut.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fork_is_named_and_nothing_is_merged()
    {
        using var folder = new TemporaryFolder();
        var record = folder.File("r.db");
        await Call.Of("add", folder.Write("a.txt", Note), "--published", "2031-03-05", "--record", record);
        File.Copy(record, folder.File("copy.db"));
        await Call.Of("add", folder.Write("b.txt", Other), "--published", "2031-03-06", "--record", record);
        await Call.Of("add", folder.Write("c.txt", Other + " Nobody answered."), "--published", "2031-03-06", "--record", folder.File("copy.db"));
        var merged = await Call.Of("merge", folder.File("copy.db"), "--record", record);
        Assert.Equal(1, merged.Code);
        Assert.Contains("went two ways at event 2", merged.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "...")]
    [InlineData("search", "mines", "--in", "books")]
    [InlineData("export", "--format", "docx")]
    [InlineData("import", "nothing.ndjson")]
    [InlineData("add", "x.txt", "--grade", "G7")]
    public async Task A_call_that_is_wrong_says_so(params string[] args)
    {
        using var folder = new TemporaryFolder();
        await Call.Of("add", folder.Write("a.txt", Note), "--record", folder.File("r.db"));
        var call = await Call.Of([.. args, "--record", folder.File("r.db")]);
        Assert.Equal(2, call.Code);
        Assert.StartsWith("rapporteur: ", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_cannot_be_understood_is_a_wrong_call()
    {
        var call = await Call.Of("search", "mines", "--record", "postgres://ada:secret@host");
        Assert.Equal(2, call.Code);
        Assert.DoesNotContain("secret", call.Error, StringComparison.Ordinal);
    }
}
