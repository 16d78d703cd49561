using System.IO.Compression;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class WarcTests : IDisposable
{
    private const string Article = "<html><head><title>Talks</title><meta property='article:published_time' content='2031-03-07'></head><body><article><h1>Talks in Oslo</h1><p>Norway demanded on Tuesday that Sweden open the harbour by 28 March. Sweden rejected the demand.</p></article></body></html>";
    private static readonly DateTimeOffset Time = new(2031, 3, 7, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_again_and_is_a_source()
    {
        var file = Write(WarcWriter.About("Rapporteur 9", Time), Page("https://news.example/1", Article), Page("https://news.example/2", Article.Replace("Tuesday", "Monday", StringComparison.Ordinal)));
        using (var stream = File.OpenRead(file))
        {
            var records = WarcReader.Read(stream, 1 << 20).ToList();
            Assert.Equal(["warcinfo", "response", "request", "response", "request"], records.Select(r => r.Type));
            Assert.Equal(ContentHash.Of(Encoding.UTF8.GetBytes(Article)), records[1].Field("WARC-Payload-Digest"));
            Assert.Equal(ContentHash.Of(records[1].Block), records[1].Field("WARC-Block-Digest"));
            Assert.Equal(records[1].Field("WARC-Record-ID"), records[2].Field("WARC-Concurrent-To"));
            Assert.StartsWith("GET /1 HTTP/1.1\r\nHost: news.example\r\n", Encoding.UTF8.GetString(records[2].Block), StringComparison.Ordinal);
            Assert.Equal(records.Count, records.Select(r => r.Field("WARC-Record-ID")).Distinct().Count());
        }

        var results = new SourceReader().Read([file]).ToList();
        Assert.Equal(["https://news.example/1", "https://news.example/2"], results.Select(r => r.Source));
        var document = results[0].Document!;
        Assert.Equal((ContentHash.Of(Encoding.UTF8.GetBytes(Article)), "2031-03-07"), (document.Id, document.Published.Value!.Value));
        Assert.Contains("Sweden rejected the demand", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_page_gives_the_same_bytes() => Assert.Equal(Page("https://news.example/1", Article), Page("https://news.example/1", Article));

    [Fact]
    public void Archives_of_others_are_read_unpacked_packed_and_in_chunks()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Article));
        var body = Encoding.UTF8.GetBytes(Article);
        byte[] chunked = [.. Encoding.ASCII.GetBytes($"{body.Length:X}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
        byte[] archive =
        [
            .. Record("response", "http://a.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", chunked),
            .. Record("response", "http://b.example/", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n", packed.ToArray()),
            .. Record("response", "http://c.example/", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", [1, 2, 3]),
            .. Record("response", "http://d.example/", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", body),
            .. Record("metadata", "http://e.example/", "", body),
        ];
        File.WriteAllBytes(_folder.File("plain.warc"), archive);
        using (var whole = new GZipStream(File.Create(_folder.File("whole.warc.gz")), CompressionMode.Compress)) whole.Write(archive);
        foreach (var file in new[] { "plain.warc", "whole.warc.gz" })
        {
            var results = new SourceReader().Read([_folder.File(file)]).ToList();
            Assert.Equal(["http://a.example/", "http://b.example/"], results.Select(r => r.Source));
            Assert.All(results, r => Assert.Equal(ContentHash.Of(body), r.Document!.Id));
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    public void What_stands_before_a_break_is_read_and_the_break_is_named(int missing)
    {
        var (first, second) = (Page("https://news.example/1", Article), Page("https://news.example/2", Article));
        File.WriteAllBytes(_folder.File("torn.warc.gz"), [.. first, .. second[..^missing]]);
        var results = new SourceReader().Read([_folder.File("torn.warc.gz")]).ToList();
        Assert.Equal("https://news.example/1", results[0].Source);
        Assert.NotNull(results[0].Document);
        Assert.NotNull(results[^1].Error);
        File.WriteAllText(_folder.File("none.warc"), "nothing of the kind");
        Assert.Equal("broken", Assert.Single(new SourceReader().Read([_folder.File("none.warc")])).Error!.Code);
    }

    [Fact]
    public void A_packed_bomb_and_what_cannot_be_unpacked_are_named_and_the_rest_goes_on()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(new byte[4 << 20]);
        File.WriteAllBytes(_folder.File("bomb.warc"),
        [
            .. Record("response", "http://a.example/", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n", packed.ToArray()),
            .. Record("response", "http://b.example/", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n", [1, 2, 3]),
            .. Record("response", "http://c.example/", "HTTP/1.1 200 OK\r\nContent-Encoding: secret\r\nContent-Type: text/html\r\n\r\n", [1, 2, 3]),
            .. Record("response", "http://d.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", new byte[3 << 20]),
            .. Record("response", "http://e.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", Encoding.UTF8.GetBytes(Article)),
        ]);
        var results = new SourceReader(new() { MaxUnpackedBytes = 1 << 20, MaxFileBytes = 2 << 20 }).Read([_folder.File("bomb.warc")]).ToList();
        Assert.Equal(["too-large", "broken", "broken", "too-large", null], results.Select(r => r.Error?.Code));
    }

    [Theory]
    [InlineData("""{"uri":"urn:1","headline":"Talks in Oslo","body_text":"Norway demanded that Sweden open the harbour.","versioncreated":"2031-03-07T10:00:00Z","provider":"Example Wire"}""")]
    [InlineData("""{"uri":"urn:1","headline":"Talks in Oslo","body_xhtml":"<p>Norway demanded that Sweden open the harbour.</p>","firstcreated":"2031-03-07T10:00:00Z","copyrightholder":"Example Wire"}""")]
    [InlineData("""{"uri":"urn:1","headlines":[{"value":"Talks in Oslo"}],"bodies":[{"contentType":"text/html","value":"<p>Norway demanded that Sweden open the harbour.</p>"}],"firstCreated":"2031-03-07","infoSources":[{"name":"Example Wire"}]}""")]
    public void An_article_in_ninjs_is_read(string json)
    {
        var document = Assert.Single(new SourceReader().Read([_folder.Write("a.ninjs", json)])).Document!;
        Assert.Equal(("Talks in Oslo", "Example Wire", "2031-03-07"), (document.Title, document.Publisher, document.Published.Value!.Value));
        Assert.Contains("Norway demanded that Sweden open the harbour.", document.Text, StringComparison.Ordinal);
        Assert.Equal("broken", Assert.Single(new SourceReader().Read([_folder.Write("b.ninjs", "{\"uri\":\"urn:1\"}")])).Error!.Code);
    }

    private string Write(params byte[][] records)
    {
        File.WriteAllBytes(_folder.File("pages.warc.gz"), [.. records.SelectMany(r => r)]);
        return _folder.File("pages.warc.gz");
    }

    private static byte[] Page(string address, string body) => WarcWriter.Page(new Uri(address), Time, [new("Host", "news.example")], 200, [new("Content-Type", "text/html; charset=utf-8"), new("Transfer-Encoding", "chunked")], Encoding.UTF8.GetBytes(body));

    private static byte[] Record(string type, string address, string head, byte[] body)
    {
        byte[] block = [.. Encoding.ASCII.GetBytes(head), .. body];
        return [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: <{address}>\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];
    }
}
