using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class FormatTests
{
    [Fact]
    public void Markdown_reads_as_its_reader_sees_it()
    {
        using var files = new SourceFixtures();
        var document = files.Read("a.md", "---\ntitle: Envoys return\npublisher: Example Wire\nmarking: TLP:AMBER\ntags: [a, b]\n---\n# Envoys return\n\nThe *envoys* of [both](http://example.org) sides **came back**\nto the capital.\n\n![A bridge](b.png)\n\n## What they want\n\n1. A truce\n2. The bridge\n\n| side | wants |\n|---|---|\n| North | the town |\n").Document!;
        Assert.Equal("Envoys return\n\nThe envoys of both sides came back to the capital.\n\nA bridge\n\nWhat they want\n\n1. A truce\n2. The bridge\n\nside | wants\nNorth | the town", document.Text);
        Assert.Equal(("Envoys return", "Example Wire", Marking.Amber), (document.Title, document.Publisher, document.Marking));
        Assert.Equal([ZoneKind.Title, ZoneKind.Caption, ZoneKind.Summary], document.Zones.Select(zone => zone.Kind));
    }

    [Fact]
    public void A_page_gives_its_article_and_nothing_else()
    {
        using var files = new SourceFixtures();
        var document = files.Read("a.html", Page).Document!;
        Assert.Equal("""
            Envoys return to the capital

            Both sides say that the talks go on, but neither gives way on the bridge.

            Envoys at the bridge.

            The envoys of both countries came back to the capital on Friday, and said that the talks would go on for some weeks.

            Neither side has given way, the minister said.

            What they want

            • A truce before winter sets in.
            • The bridge and the town.

            It was the third round, and the longest so far, of the talks that began in spring.
            """, document.Text);
        Assert.Equal(("Envoys return to the capital", "The Example Post", "https://example.org/licence"), (document.Title, document.Publisher, document.Rights));
        Assert.Equal(("2024-03-14", DateBasis.Metadata), (document.Published.Value?.Value, document.Published.Basis));
        Assert.Equal([ZoneKind.Title, ZoneKind.Summary, ZoneKind.Caption, ZoneKind.Summary], document.Zones.Select(zone => zone.Kind));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-03-14T10:00:00Z'>", "")]
    [InlineData("<meta name='DC.date.issued' content='14 March 2024'>", "")]
    [InlineData("<script type='application/ld+json'>[{\"@type\":\"BlogPosting\",\"datePublished\":\"2024-03-14\",},]</script>", "")]
    [InlineData("", "<time datetime='2024-03-14T10:00'>yesterday</time>")]
    [InlineData("<script type='application/ld+json'>{broken</script><meta itemprop='datePublished' content='2024-03-14'>", "")]
    public void A_page_says_in_many_ways_when_it_was_published(string head, string body)
    {
        using var files = new SourceFixtures();
        var page = $"<html><head>{head}</head><body><h1>Envoys return</h1>{body}<p>The envoys came back to the capital on Friday, and the talks will go on.</p></body></html>";
        Assert.Equal("2024-03-14", files.Read("a.html", page).Document!.Published.Value?.Value);
    }

    [Fact]
    public void A_page_laid_out_with_tables_and_breaks_is_read_too()
    {
        using var files = new SourceFixtures();
        var text = files.Read("a.htm", "<table><tr><td><a href=1>Home</a></td><td><b>Deal near</b><br><br>The two sides are close to a deal, the envoy said.<br><br>But the town is still in dispute, and no date was set.</td></tr></table>").Document!.Text;
        Assert.Contains("\n\nThe two sides are close to a deal, the envoy said.\n\nBut the town is", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_tells_its_encoding()
    {
        using var files = new SourceFixtures();
        byte[] page = [.. "<meta charset=windows-1251><p>"u8, .. System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Президент сказал, что он не поедет на переговоры")];
        Assert.Equal("ru", files.Read("a.html", page).Document!.Language);
    }

    [Fact]
    public void A_word_document_gives_headings_items_and_tables()
    {
        using var files = new SourceFixtures();
        var document = files.Read("a.docx", SourceFixtures.Word()).Document!;
        Assert.Equal("Envoys return\n\nThe envoys came back to the capital on Friday and the talks will go on.\n\nWhat they want\n\n• The bridge has to be opened first.\n\nSide | Wants\nNorth | the town\n\nIt was the third round of the talks that began in spring.", document.Text);
        Assert.Equal(("Envoys return", Marking.Green, "2024-03-14"), (document.Title, document.Marking, document.Published.Value?.Value));
        Assert.Equal([ZoneKind.Title, ZoneKind.Summary], document.Zones.Select(zone => zone.Kind));
    }

    [Fact]
    public void The_pages_of_a_pdf_are_joined_and_what_repeats_is_furniture()
    {
        string[] days = ["Monday", "Tuesday", "Wednesday", "Thursday"];
        var raw = string.Concat(days.Select((day, number) => $"Example Institute\n\nOn {day} the envoys came\nback to the cap-\nital and said that\nthey would meet again soon in\nthe hall and that the\ntalks of {day} would go on\n\n{number + 1}\n\f"));
        var blocks = PdfPages.Read(raw, 100_000);
        Assert.Equal(2, blocks.Zones.Length);
        Assert.All(blocks.Zones, zone => Assert.Equal(ZoneKind.Furniture, zone.Kind));
        Assert.Contains("On Monday the envoys came back to the capital and said that they would meet again soon in the hall and that the talks of Monday would go on On Tuesday", blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_is_read_by_the_program_that_is_installed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for pdftotext is a shell script.");
        using var files = new SourceFixtures();
        var tool = files.Write("bin/pdftotext", "#!/bin/sh\nprintf 'Envoys return\\n\\nThe envoys came back to the capital on Friday and said that the talks would go on.\\n'\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var options = new SourceOptions { PdfToolPath = Path.GetDirectoryName(tool) };
        Assert.Equal("Envoys return", files.Read("a.pdf", "%PDF-1.4 x", options).Document!.Title);
        files.Write("bin/pdftotext", "#!/bin/sh\nexec sleep 20\n");
        Assert.Equal("timeout", files.Read("a.pdf", "%PDF-1.4 x", options with { PdfTimeout = TimeSpan.FromMilliseconds(200) }).Error?.Code);
        files.Write("bin/pdftotext", "#!/bin/sh\nexit 1\n");
        Assert.Equal("broken", files.Read("a.pdf", "%PDF-1.4 x", options).Error?.Code);
    }

    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoys return to the capital | Example Post</title>
        <meta property="og:description" content="Both sides say that the talks go on, but neither gives way on the bridge.">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"The Example Post"},
        {"@type":["NewsArticle"],"headline":"Envoys return to the capital","datePublished":"2024-03-14T23:30:00-05:00","publisher":{"@id":"#o"},"license":"https://example.org/licence"}]}</script>
        <script>var a = "<p>no text, but a script, with many, many commas</p>";</script></head>
        <body class="single no-sidebar"><div id="cookie-banner"><p>We use cookies to give you the best experience, and you can choose which, at any time.</p></div>
        <header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
        <div><div class="head"><h1>Envoys return to the capital</h1><p class="article__standfirst">Both sides say that the talks go on, but neither gives way on the bridge.</p>
        <div class="byline">By <a href="/jane">Jane Roe</a> <time datetime="2024-03-15">15 March</time></div><figure><img src=x><figcaption>Envoys at the bridge.</figcaption></figure></div>
        <div class="article-body"><p>The envoys of both countries came back to the capital on Friday,
        and said that the talks would go on for <b>some weeks</b>.</p><div class="ad-slot"><p>Buy this now, it is cheap, and good.</p></div>
        <p>Neither side has given way, the minister said.</p><h2>What they want</h2>
        <ul><li>A truce before winter sets in.</li><li>The <a href="/b">bridge</a> and the town.</li></ul>
        <div class="related-posts"><h3>Related</h3><ul><li><a href="/1">An old story</a></li></ul></div>
        <p>It was the third round, and the longest so far, of the talks that began in spring.</p></div>
        <div id="comments"><h3>3 comments</h3><article class="comment"><p>All of this is wrong, and long, and has many, many, many commas, and so on, and so forth, and never ends at all.</p></article></div></div>
        <aside><p>Most read: something, long enough, to be taken, as a paragraph, by mistake.</p></aside><footer><p>© 2024 The Example Post, all rights reserved.</p></footer></body></html>
        """;
}
