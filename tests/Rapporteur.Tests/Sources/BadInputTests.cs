using System.Text;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Everything that can be wrong with a source gives a code and a sentence, and the others go on.</summary>
public sealed class BadInputTests
{
    private static readonly SourceOptions Little = new() { MaxFileBytes = 20_000, MaxTextBytes = 5_000, MaxMarkupBytes = 2_000 };

    [Theory]
    [InlineData("a.txt", "", "empty")]
    [InlineData("a.txt", " \n\t \r\n", "empty")]
    [InlineData("a.html", "<html><body><script>go()</script></body></html>", "empty")]
    [InlineData("a.html", "", "empty")]
    [InlineData("a.md", "\n\n", "empty")]
    [InlineData("a.txt", "1234 5678 --- 90", "no-words")]
    [InlineData("a.docx", "no archive at all", "broken")]
    [InlineData("a.docx", "PK no archive at all", "broken")]
    [InlineData("a.pdf", "no pdf at all", "broken")]
    public void What_cannot_be_read_has_a_code(string name, string content, string code)
    {
        using var files = new SourceFixtures();
        var result = files.Read(name, content);
        Assert.Null(result.Document);
        Assert.Equal(code, result.Error?.Code);
        Assert.EndsWith(".", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_data_is_no_text()
    {
        using var files = new SourceFixtures();
        Assert.Equal("binary", files.Read("a.txt", [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72]).Error?.Code);
        Assert.Equal("binary", files.Read("noending", [1, 2, 3, 4, 5, 6, 7, 200, 201]).Error?.Code);
    }

    [Fact]
    public void A_file_over_a_limit_is_not_read()
    {
        using var files = new SourceFixtures();
        Assert.Equal("too-large", files.Read("a.txt", new string('a', 5_001), Little).Error?.Code);
        Assert.Equal("too-large", files.Read("a.pdf", new string('a', 20_001), Little).Error?.Code);
        Assert.Equal("too-large", files.Read("a.html", "<p>" + new string('a', 2_000), Little).Error?.Code);
        Assert.Equal("too-large", new SourceReader(Little).ReadText(new string('a', 5_001), "text").Error?.Code);
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_by_their_length_alone()
    {
        using var files = new SourceFixtures();
        var path = files.Write("a.txt", "a");
        using (var file = File.OpenWrite(path)) file.SetLength(150L << 20);
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal("too-large", new SourceReader().ReadFile(path).Error?.Code);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 10 << 20);
    }

    [Fact]
    public void A_zip_bomb_is_stopped_while_it_unpacks()
    {
        using var files = new SourceFixtures();
        Assert.Equal("too-large", files.Read("a.docx", SourceFixtures.Bomb(8)).Error?.Code);
        Assert.Equal("too-large", files.Read("b.docx", SourceFixtures.Word(), new SourceOptions { MaxUnpackedBytes = 500 }).Error?.Code);
    }

    [Fact]
    public void A_document_under_a_password_says_so()
    {
        using var files = new SourceFixtures();
        Assert.Equal("encrypted", files.Read("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).Error?.Code);
    }

    [Fact]
    public void A_pdf_without_pdftotext_says_what_to_install()
    {
        using var files = new SourceFixtures();
        var result = files.Read("a.pdf", "%PDF-1.4 and so on", new SourceOptions { PdfToolPath = files.Folder });
        Assert.Equal("pdftotext-missing", result.Error?.Code);
        Assert.Contains("poppler-utils", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_does_not_overflow()
    {
        using var files = new SourceFixtures();
        var page = files.Read("a.html", "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 60_000)) + "The envoys came back to the capital.");
        Assert.Equal("nesting", Assert.Single(page.Notes).Code);
        Assert.Contains("The envoys came back", page.Document!.Text, StringComparison.Ordinal);
        Assert.Contains("envoys", files.Read("a.md", new string('>', 9_000) + " The envoys came back.").Document!.Text, StringComparison.Ordinal);
        Assert.Equal("bad-line", Assert.Single(Lines("{\"text\":" + new string('[', 5_000))).Error?.Code);
    }

    [Fact]
    public void A_text_in_another_language_is_kept_and_not_read()
    {
        using var files = new SourceFixtures();
        var result = files.Read("a.txt", "Les deux parties se sont rencontrées à Genève et elles ont dit que les pourparlers seraient repris dans une semaine.");
        Assert.Equal("not-english", result.Error?.Code);
        Assert.Equal("fr", result.Document!.Language);
        Assert.Contains("looks French (fr)", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_source_does_not_stop_the_others()
    {
        using var files = new SourceFixtures();
        files.Write("a.txt", SourceFixtures.Article);
        files.Write("b.txt", [0, 1, 2]);
        files.Write("c.png", [1]);
        files.Write("d.docx", "broken");
        files.Write("sub/e.md", SourceFixtures.Article);
        var results = new SourceReader().Read([Path.Combine(files.Folder, "missing.txt"), files.Folder, "-"], new MemoryStream(Encoding.UTF8.GetBytes("{\"id\":\"x\",\"text\":\"The envoys came back.\"}\n")));
        Assert.Equal(["not-found", null, "binary", "unknown-kind", "broken", null, null], results.Select(result => result.Error?.Code));
    }

    [Fact]
    public void Without_standard_input_a_dash_is_an_error() => Assert.Equal("no-input", Assert.Single(new SourceReader().Read(["-"])).Error?.Code);

    [Fact]
    public void A_bad_line_is_named_and_the_rest_go_on()
    {
        var results = Lines("\ufeff{\"id\":\"a\",\"text\":\"The envoys came back.\"}\r\n\nno json\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"Talks go on.\",\"published\":\"soon\"}\n{\"id\":\"s\",\"text\":\"\\ud800 lone\"}\n[1]\n{\"id\":\"d\",\"text\":\"\"}\n{\"id\":\"e\",\"source\":\"s.txt\",\"text\":\"Talks go on.\"}");
        Assert.Equal(["a", "-:3", "b", "c", "s", "-:7", "d", "s.txt"], results.Select(result => result.Source));
        Assert.Equal([null, "bad-line", "bad-line", "bad-line", "bad-line", "bad-line", "empty", null], results.Select(result => result.Error?.Code));
        Assert.Contains("Line 3", results[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_over_the_limit_is_passed_over()
    {
        var lines = "{\"id\":\"a\",\"text\":\"" + new string('a', 9_000) + "\"}\n{\"id\":\"b\",\"text\":\"The envoys came back.\"}\n";
        var results = new SourceReader(Little).ReadNdjson(new MemoryStream(Encoding.UTF8.GetBytes(lines))).ToList();
        Assert.Equal("too-large", results[0].Error?.Code);
        Assert.Equal("b", results[1].Source);
        Assert.True(results[1].IsReadable);
    }

    private static List<SourceResult> Lines(string ndjson) => [.. new SourceReader().ReadNdjson(new MemoryStream(Encoding.UTF8.GetBytes(ndjson)))];
}
