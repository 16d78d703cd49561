using Xunit;

namespace Rapporteur.Tests;

public sealed class RecordCommandTests : IDisposable
{
    private const string Note = "Northland demanded on Tuesday that Westmark clear the mines before the talks in Port Ansel.";
    private const string Other = "Westmark refused on Thursday to clear the mines, its envoy said in Port Ansel.";

    private readonly TemporaryFolder _folder = new();

    private string Record => _folder.File("r.db");

    private string Copy => _folder.File("copy.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_exported_can_be_imported_and_exported_again_with_the_same_bytes()
    {
        await Call.Of("add", _folder.Write("a.txt", Note), _folder.Write("b.txt", Other), "--published", "2031-03-05", "--grade", "B2", "--record", Record);
        var first = await Call.Of("export", "--record", Record);
        Assert.Contains("\"grade\":\"B2\"", first.Out, StringComparison.Ordinal);
        var imported = await Call.With(first.Out + "{\n", "import", "-", "--record", _folder.File("s.db"));
        Assert.Equal(1, imported.Code);
        Assert.Contains("2 added, 0 read anew, 0 known, 1 left out", imported.Out, StringComparison.Ordinal);
        Assert.Equal(first.Out, (await Call.Of("export", "--record", _folder.File("s.db"))).Out);
        Assert.Equal(0, (await Call.Of("export", "--record", _folder.File("s.db"), "-o", _folder.File("s.ndjson"))).Code);
        Assert.Equal(first.Out, File.ReadAllText(_folder.File("s.ndjson")));
    }

    [Fact]
    public async Task Export_search_and_merge_leave_out_what_is_marked_above_the_limit()
    {
        await Call.Of("add", _folder.Write("a.txt", Note), "--published", "2031-03-05", "--marking", "GREEN", "--record", Record);
        await Call.Of("add", _folder.Write("b.txt", Other), "--published", "2031-03-06", "--record", Record);
        Assert.DoesNotContain("envoy", (await Call.Of("export", "--record", Record, "--max-marking", "GREEN")).Out, StringComparison.Ordinal);
        Assert.Contains("envoy", (await Call.Of("export", "--record", Record, "--max-marking", "AMBER")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("envoy", (await Call.Of("search", "mines", "--record", Record, "--max-marking", "GREEN")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("envoy", (await Call.Of("search", "mines", "--record", Record, "--as-of", "2031-03-05")).Out, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"claim\"", (await Call.Of("search", "mines envoy", "--record", Record, "--json")).Out, StringComparison.Ordinal);
        Assert.Contains("1 withheld", (await Call.Of("merge", Record, "--record", _folder.File("p.db"), "--max-marking", "GREEN")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("envoy", (await Call.Of("export", "--record", _folder.File("p.db"))).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("verify", "--record", _folder.File("p.db"))).Code);
    }

    [Fact]
    public async Task A_head_that_was_noted_reveals_a_record_that_was_put_back()
    {
        await GoOnBesideACopy();
        var head = (await Call.Of("verify", "--record", Record)).Out.Split("head ")[1].Trim();
        Assert.Equal(0, (await Call.Of("verify", "--record", Record, "--head", head)).Code);
        var cut = await Call.Of("verify", "--record", Copy, "--head", head);
        Assert.Equal(1, cut.Code);
        Assert.Contains(head, cut.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fork_is_named_and_nothing_is_merged()
    {
        await GoOnBesideACopy();
        await Call.Of("add", _folder.Write("c.txt", Other + " Nobody answered."), "--published", "2031-03-06", "--record", Copy);
        var merged = await Call.Of("merge", Copy, "--record", Record);
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
        await Call.Of("add", _folder.Write("a.txt", Note), "--record", Record);
        var call = await Call.Of([.. args, "--record", Record]);
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

    // A record with a document, a copy of it, and another document in the record alone.
    private async Task GoOnBesideACopy()
    {
        await Call.Of("add", _folder.Write("a.txt", Note), "--published", "2031-03-05", "--record", Record);
        File.Copy(Record, Copy);
        await Call.Of("add", _folder.Write("b.txt", Other), "--published", "2031-03-06", "--record", Record);
    }
}
