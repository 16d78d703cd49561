using Xunit;

namespace Rapporteur.Tests;

public sealed class AddCommandTests
{
    private static readonly string Sample = Repository.File("samples", "ukraine-2025");

    [Fact]
    public async Task What_is_read_again_without_its_marking_and_date_keeps_both()
    {
        using var folder = new TemporaryFolder();
        var (article, record) = (folder.Write("secret.txt", "Norway told Sweden to open the harbour by Friday.\n"), folder.File("k.db"));
        await Call.Of("add", article, "--marking", "RED", "--published", "2031-03-12", "--grade", "B2", "--record", record);
        await Call.Of("add", article, "--record", record);
        await Call.Of("add", article, "--best", "--record", record);
        Assert.DoesNotContain("harbour", (await Call.Of("export", "--record", record, "--max-marking", "AMBER+STRICT")).Out, StringComparison.Ordinal);
        Assert.Contains("2031-03-14", (await Call.Of("deadlines", "--record", record)).Out, StringComparison.Ordinal);
        await Call.Of("add", article, "--marking", "GREEN", "--record", record);
        Assert.Contains("harbour", (await Call.Of("export", "--record", record, "--max-marking", "GREEN")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_article_twice_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var first = await Call.Of("add", Sample, "--record", folder.File("r.db"));
        Assert.Contains("11 added", first.Out, StringComparison.Ordinal);
        var second = await Call.Of("add", Sample, "--record", folder.File("r.db"));
        Assert.Contains("0 added, 0 read anew, 11 known", second.Out, StringComparison.Ordinal);
        var verified = await Call.Of("verify", "--record", folder.File("r.db"));
        Assert.Equal(0, verified.Code);
    }

    [Fact]
    public async Task Another_date_of_publication_reads_the_article_anew_and_replaces_what_was_read()
    {
        using var folder = new TemporaryFolder();
        var article = folder.Write("talks.txt", "Envoys of Ukraine and Russia met in Geneva on Monday. Ukraine demanded on Tuesday that Russia stop the attacks by Friday.");
        var first = await Call.Of("add", article, "--published", "2025-08-22", "--record", folder.File("r.db"));
        Assert.Contains("1 added", first.Out, StringComparison.Ordinal);
        var second = await Call.Of("add", article, "--published", "2024-03-14", "--record", folder.File("r.db"));
        Assert.Contains("0 added, 1 read anew", second.Out, StringComparison.Ordinal);
        var brief = await Call.Of("brief", "--record", folder.File("r.db"), "-o", folder.File("brief.html"));
        Assert.Equal(0, brief.Code);
        var written = File.ReadAllText(folder.File("brief.json"));
        Assert.Contains("2024-03-14", written, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-08", written, StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("verify", "--record", folder.File("r.db"))).Code);
    }

    [Fact]
    public async Task A_file_that_is_no_record_is_refused_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("r.db", "This is a note and no record, and it has to stay as it is.");
        var call = await Call.Of("add", Sample, "--record", file);
        Assert.NotEqual(0, call.Code);
        Assert.NotEmpty(call.Error);
        Assert.Equal("This is a note and no record, and it has to stay as it is.", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_missing_record_is_named()
    {
        var call = await Call.Of("brief", "--record", "no-such-record.db");
        Assert.Equal(2, call.Code);
        Assert.Contains("no-such-record.db", call.Error, StringComparison.Ordinal);
    }
}
