using Xunit;

namespace Rapporteur.Tests;

public sealed class BriefCommandTests
{
    private static readonly string Sample = Repository.File("samples", "ukraine-2025");

    [Fact]
    public async Task The_sample_gives_a_brief_whose_every_citation_holds()
    {
        using var folder = new TemporaryFolder();
        var brief = await Call.Of("brief", Sample, "-o", folder.File("brief.html"));
        Assert.Equal(0, brief.Code);
        Assert.All(new[] { "brief.html", "brief.md", "brief.json" }, name => Assert.True(new FileInfo(folder.File(name)).Length > 1000));
        var verified = await Call.Of("verify", folder.File("brief.json"), "--sources", Sample);
        Assert.Equal(0, verified.Code);
        Assert.Contains(" 0 differences", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sources_give_the_same_bytes_with_any_number_of_threads()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("brief", Sample, "-o", folder.File("one.html"), "--threads", "1", "--title", "Same");
        await Call.Of("brief", Sample, "-o", folder.File("two.html"), "--threads", "4", "--title", "Same");
        foreach (var ending in new[] { "html", "md", "json" })
            Assert.Equal(File.ReadAllBytes(folder.File("one." + ending)), File.ReadAllBytes(folder.File("two." + ending)));
    }

    [Fact]
    public async Task A_record_gives_the_same_brief_as_its_files()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("add", Sample, "--record", folder.File("r.db"));
        await Call.Of("brief", "--record", folder.File("r.db"), "-o", folder.File("record.html"), "--title", "Same");
        await Call.Of("brief", Sample, "-o", folder.File("files.html"), "--title", "Same");
        Assert.Equal(File.ReadAllText(folder.File("files.html")), File.ReadAllText(folder.File("record.html")));
    }

    [Fact]
    public async Task A_changed_source_is_found_by_verify()
    {
        using var folder = new TemporaryFolder();
        var article = folder.Write("a.txt", "Russia rejected the ceasefire proposal on Friday. Ukraine accepted the plan.\n");
        await Call.Of("brief", article, "--published", "2025-08-22", "-o", folder.File("brief.html"));
        folder.Write("a.txt", "Russia welcomed the ceasefire proposal on Friday. Ukraine accepted the plan.\n");
        var verified = await Call.Of("verify", folder.File("brief.json"), "--sources", article);
        Assert.Equal(1, verified.Code);
        Assert.DoesNotContain(" 0 differences", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_without_its_originals_is_not_checkable()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("brief", Sample, "-o", folder.File("brief.html"));
        var verified = await Call.Of("verify", folder.File("brief.json"), "--record", folder.File("no.db"));
        Assert.NotEqual(0, verified.Code);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        var brief = await Call.Of("brief", Sample, "-o", folder.File("missing/brief.html"));
        Assert.Equal(2, brief.Code);
        Assert.Contains("missing", brief.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_is_named_and_the_others_go_on()
    {
        using var folder = new TemporaryFolder();
        folder.Write("good.txt", "Russia rejected the ceasefire proposal on Friday, the foreign ministry said.\n");
        folder.Write("empty.txt", "");
        File.WriteAllBytes(folder.File("broken.docx"), [1, 2, 3, 4]);
        var brief = await Call.Of("brief", folder.Path, "--published", "2025-08-22", "-o", folder.File("brief.html"));
        Assert.Equal(1, brief.Code);
        Assert.Contains("empty.txt", brief.Error, StringComparison.Ordinal);
        Assert.Contains("broken.docx", brief.Error, StringComparison.Ordinal);
        var page = File.ReadAllText(folder.File("brief.html"));
        Assert.Contains("empty.txt", page, StringComparison.Ordinal);
        Assert.Contains("ceasefire proposal", page, StringComparison.Ordinal);
    }
}
