using System.Text;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class FeedReaderTests
{
    private static readonly Uri Place = new("https://news.example/feeds/all.xml");

    [Fact]
    public void A_feed_of_rss_is_read()
    {
        var feed = Read("""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
            <title>Example News</title><link>https://news.example/</link><atom:link href="https://news.example/feed" rel="self"/>
            <item><title>Norway &amp;amp; Sweden &lt;b&gt;meet&lt;/b&gt;</title><link>/a/1</link><guid isPermaLink="false">id-1</guid><pubDate>Fri, 07 Mar 2031 08:00:00 GMT</pubDate><description>short</description><content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded></item>
            <item><title>Second</title><guid>https://news.example/a/2</guid></item>
            <item><title>No way to name it</title></item>
            <item><title>Elsewhere</title><guid isPermaLink="false">id-4</guid><link>javascript:alert(1)</link></item>
            </channel></rss>
            """);
        Assert.Equal("Example News", feed.Title);
        Assert.Equal(["id-1", "https://news.example/a/2", "id-4"], feed.Entries.Select(e => e.Key));
        Assert.Equal(("https://news.example/a/1", "Norway & Sweden meet", "2031-03-07", "<p>The whole text.</p>"), (feed.Entries[0].Link!.AbsoluteUri, feed.Entries[0].Title, feed.Entries[0].Published!.Value, feed.Entries[0].Content));
        Assert.Equal("https://news.example/a/2", feed.Entries[1].Link!.AbsoluteUri);
        Assert.Null(feed.Entries[2].Link);
    }

    [Fact]
    public void A_feed_of_atom_is_read()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/x/"><title type="html">Example</title>
            <entry><id>tag:1</id><title>One</title><link rel="edit" href="edit"/><link href="one"/><published>2031-03-07T23:30:00-05:00</published><updated>2031-03-08T10:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words.</p></div></content></entry>
            <entry><id>tag:2</id><title>Two</title><updated>2031-03-08</updated><summary>1 &lt; 2</summary></entry></feed>
            """);
        Assert.Equal("https://other.example/x/one", feed.Entries[0].Link!.AbsoluteUri);
        Assert.Equal("2031-03-07", feed.Entries[0].Published!.Value);
        Assert.Contains("<p>Words.</p>", feed.Entries[0].Content, StringComparison.Ordinal);
        Assert.Equal("1 &lt; 2", feed.Entries[1].Content);
    }

    [Fact]
    public void A_feed_of_rdf_is_read()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://news.example/"><title>Old News</title></channel>
            <item rdf:about="https://news.example/a/1"><title>One</title><dc:title>Not this</dc:title><link>https://news.example/a/1</link><dc:date>2031-03-07</dc:date></item></rdf:RDF>
            """);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Old News", "One", "2031-03-07"), (feed.Title, entry.Title, entry.Published!.Value));
    }

    [Fact]
    public void An_entry_that_was_changed_has_another_stamp()
    {
        static string Stamp(string updated, string title) => Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>{title}</title><updated>{updated}</updated></entry></feed>").Entries[0].Stamp;
        Assert.Equal(Stamp("2031-03-07", "a"), Stamp("2031-03-07", "a"));
        Assert.NotEqual(Stamp("2031-03-07", "a"), Stamp("2031-03-08", "a"));
        Assert.NotEqual(Stamp("2031-03-07", "a"), Stamp("2031-03-07", "b"));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>")]
    [InlineData("<rss><channel>")]
    [InlineData("<html><body>not found</body></html>")]
    [InlineData("")]
    [InlineData("no xml")]
    public void What_is_no_feed_is_refused_and_no_entity_is_read(string xml) => Assert.Throws<FormatException>(() => Read(xml));

    [Fact]
    public void A_document_type_alone_is_passed_over() => Assert.Equal("x", Read("<!DOCTYPE rss PUBLIC \"-//N//DTD\" \"http://my.example/rss.dtd\"><rss><channel><title>x</title></channel></rss>").Title);

    [Theory]
    [InlineData("utf-8", null, "utf-8")]
    [InlineData("windows-1251", null, "windows-1251")]
    [InlineData("iso-8859-1", "windows-1251", "windows-1251")] // what the server says wins
    [InlineData("utf-16", null, "utf-16")]
    public void Encodings_are_those_that_the_server_or_the_file_names(string declared, string? charset, string actual)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(actual);
        var xml = $"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><title>Новости</title></channel></rss>";
        Assert.Equal("Новости", FeedReader.Read([.. encoding.Preamble, .. encoding.GetBytes(xml)], charset, Place).Title);
    }

    [Fact]
    public void A_file_of_a_feed_is_a_source_of_its_entries()
    {
        using var folder = new TemporaryFolder();
        folder.Write("news.rss", "<rss><channel><title>Example News</title><item><title>Talks in Oslo</title><link>https://news.example/1</link><pubDate>Fri, 07 Mar 2031 08:00:00 GMT</pubDate><description>&lt;p&gt;Norway demanded that Sweden open the harbour by 28 March.&lt;/p&gt;</description></item></channel></rss>");
        var result = Assert.Single(new SourceReader().Read([folder.File("news.rss")]));
        var document = result.Document!;
        Assert.Equal(("https://news.example/1", "Talks in Oslo", "Example News", "2031-03-07", Domain.DateBasis.Metadata), (document.Source, document.Title, document.Publisher, document.Published.Value!.Value, document.Published.Basis));
        Assert.Contains("Norway demanded", document.Text, StringComparison.Ordinal);
        folder.Write("bad.atom", "<feed");
        Assert.Equal("broken", Assert.Single(new SourceReader().Read([folder.File("bad.atom")])).Error!.Code);
    }

    private static FeedDocument Read(string xml) => FeedReader.Read(Encoding.UTF8.GetBytes(xml), null, Place);
}
