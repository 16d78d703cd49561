using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TemplateCommandTests : IDisposable
{
    private static readonly string Sample = Repository.File("samples", "ukraine-2025");
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. BriefTemplate.Shipped.Select(t => t.Name)];

    public void Dispose() => _folder.Dispose();

    internal static string[] Needed(string template) => template switch { "changes" => ["--since", "2025-10-01"], "actor" => ["--actor", "Russia"], "issue" => ["--issue", "Ceasefire"], _ => [] };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_sample_by_each_template_is_verified_and_reads_as_the_golden_file(string template)
    {
        var brief = await Call.Of(["brief", Sample, "--template", template, "-o", _folder.File("brief.html"), .. Needed(template)]);
        Assert.True(brief.Code == 0, brief.Error);
        var verified = await Call.Of("verify", _folder.File("brief.json"), "--sources", Sample);
        Assert.Equal(0, verified.Code);
        Assert.Contains(" 0 differences", verified.Out, StringComparison.Ordinal);
        // What is told, without the list of sources and the fingerprint of the reader.
        var told = File.ReadAllText(_folder.File("brief.md"));
        told = string.Join('\n', told[..told.IndexOf("## Sources", StringComparison.Ordinal)].Split('\n').Where(l => !l.StartsWith("Reader ", StringComparison.Ordinal)));
        GoldenFile.Check(System.Text.Encoding.UTF8.GetBytes(told), "Publishing", "Golden", "Samples", template + ".md");
    }

    [Theory]
    [InlineData("--template nope", "takes full, situation, summary")]
    [InlineData("--template nope.yaml", "nope.yaml is not there")]
    [InlineData("--template actor", "name it with --actor NAME")]
    [InlineData("--template actor --actor Rusia", "Near: Russia")]
    [InlineData("--template issue --issue Ceasefir", "Near: Ceasefire")]
    [InlineData("--template changes", "--since DATE")]
    [InlineData("--actor Russia", "goes with a template")]
    public async Task A_call_that_cannot_be_understood_says_what_to_write(string call, string expected)
    {
        var refused = await Call.Of(["brief", Sample, "-o", _folder.File("b.html"), .. call.Split(' ')]);
        Assert.Equal(2, refused.Code);
        Assert.Contains(expected, refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("b.html")));
    }

    [Fact]
    public async Task A_template_of_ones_own_is_a_file_and_its_mistakes_have_lines()
    {
        var own = _folder.Write("own.yaml", "name: own\ntitle: Deadlines only\nsections:\n  - heading: Deadlines\n    show: [deadlines]\n");
        Assert.Equal(0, (await Call.Of("brief", Sample, "--template", own, "-o", _folder.File("own.html"))).Code);
        Assert.Contains("*Deadlines only*", File.ReadAllText(_folder.File("own.md")), StringComparison.Ordinal);
        _folder.Write("own.yaml", "name: own\ntitle: T\nsections:\n  - heading: D\n    show: [deadlins]\n");
        var wrong = await Call.Of("brief", Sample, "--template", own, "-o", _folder.File("own.html"));
        Assert.Equal(2, wrong.Code);
        Assert.Contains("line 5", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remarks_of_a_record_stand_in_the_brief_as_notes_and_one_in_other_words_is_left_out()
    {
        var article = _folder.Write("a.txt", "Norway demanded that Sweden open the harbour. Sweden rejected the demand.\n");
        var record = _folder.File("r.db");
        await Call.Of("add", article, "--published", "2031-03-07", "--record", record);
        await Call.Of("rule", "note", article, "A climbdown is unlikely.", "--by", "Ada Lind", "--record", record);
        var brief = await Call.Of("brief", "--record", record, "-o", _folder.File("b.html"));
        Assert.Equal(0, brief.Code);
        Assert.Contains("likelihood: unlikely (25–35 %)", File.ReadAllText(_folder.File("b.html")), StringComparison.Ordinal);
        await Call.Of("rule", "note", article, "It will probably pass.", "--by", "Bo Orr", "--record", record);
        brief = await Call.Of("brief", "--record", record, "-o", _folder.File("b.html"));
        Assert.Equal(1, brief.Code);
        Assert.Contains("yardstick", brief.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("probably pass", File.ReadAllText(_folder.File("b.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_is_one_file_more_and_the_others_are_there_without_a_browser()
    {
        var made = await Call.Of("brief", Sample, "--template", "takeaways", "-o", _folder.File("b.pdf"));
        foreach (var ending in new[] { "html", "md", "json" }) Assert.True(File.Exists(_folder.File("b." + ending)));
        var browser = Printing.ChromiumPrinter.Find() is not null;
        Assert.Equal((browser ? 0 : 1, browser), (made.Code, File.Exists(_folder.File("b.pdf"))));
        if (!browser) Assert.Contains("needs Chromium", made.Error, StringComparison.Ordinal);
    }
}
