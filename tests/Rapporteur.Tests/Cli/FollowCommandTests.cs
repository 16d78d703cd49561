using Rapporteur.Cli;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

[Collection("Sockets")]
public sealed class FollowCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StubSite _site = new();
    private readonly JumpingClock _clock = new(new(2031, 3, 8, 9, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_new_is_added_once_with_the_date_of_its_entry()
    {
        Article("/a/1", "Norway demanded on Tuesday that Sweden open the harbour by 28 March. Sweden rejected the demand.");
        Article("/a/2", "Finland offered to host talks between Norway and Sweden in Helsinki. Norway accepted the offer.");
        _site.Put("/feed", Feed(("1", "/a/1", "Fri, 07 Mar 2031 08:00:00 GMT"), ("2", "/a/2", "Sat, 08 Mar 2031 08:00:00 GMT")));
        var first = await Follow();
        Assert.Equal((0, "2 added, 0 read anew, 0 known, 0 left out\n"), (first.Code, first.Out));
        using (var ledger = Ledger.Open(_folder.File("r.db"), LedgerHost.System, readOnly: true))
        {
            var documents = ledger.Readings().Select(r => r.Document).ToList();
            Assert.Equal([$"{_site.Address}/a/1", $"{_site.Address}/a/2"], documents.Select(d => d.Source));
            Assert.Equal(["2031-03-07", "2031-03-08"], documents.Select(d => d.Published.Value!.Value));
            Assert.All(documents, d => Assert.Equal((DateBasis.Metadata, Marking.Green, "Example News"), (d.Published.Basis, d.Marking, d.Publisher)));
        }

        _clock.Pass(TimeSpan.FromHours(1));
        var again = await Follow();
        Assert.Equal((0, "0 added, 0 read anew, 0 known, 0 left out\n"), (again.Code, again.Out));
        Assert.Equal(["/robots.txt", "/feed", "/a/1", "/a/2", "/robots.txt", "/feed"], _site.Asked);
        Assert.Equal(0, (await Call.Of("verify", "--record", _folder.File("r.db"))).Code);
    }

    [Fact]
    public async Task The_pages_are_kept_as_they_came_and_can_be_read_again()
    {
        Article("/a/1", "Norway demanded on Tuesday that Sweden open the harbour by 28 March. Sweden rejected the demand.");
        _site.Put("/feed", Feed(("1", "/a/1", "Fri, 07 Mar 2031 08:00:00 GMT")));
        await Follow();
        var archive = Path.Combine(_folder.File("r.db.pages"), "2031-03-08.warc.gz");
        var read = Assert.Single(new SourceReader().Read([archive])).Document!;
        using var ledger = Ledger.Open(_folder.File("r.db"), LedgerHost.System, readOnly: true);
        var kept = Assert.Single(ledger.Readings()).Document;
        Assert.Equal((kept.Id, kept.TextId, kept.Source), (read.Id, read.TextId, read.Source));
        using var file = File.OpenRead(archive);
        Assert.Equal(["warcinfo", "response", "request"], WarcReader.Read(file, 1 << 20).Select(r => r.Type));
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_not_sent_again()
    {
        Article("/a/1", "Norway demanded on Tuesday that Sweden open the harbour by 28 March.");
        var feed = Feed(("1", "/a/1", "Fri, 07 Mar 2031 08:00:00 GMT"));
        _site.Put("/feed", request => request.Headers["If-None-Match"] == "\"one\"" ? new StubPage(304, []) : feed with { Headers = [("ETag", "\"one\""), ("Last-Modified", "Fri, 07 Mar 2031 08:00:00 GMT")] });
        await Follow();
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.Contains("not modified", (await Follow()).Error, StringComparison.Ordinal);
        Assert.Equal(("\"one\"", "Fri, 07 Mar 2031 08:00:00 GMT"), (_site.Heads[^1].Tag, _site.Heads[^1].Since));
        // And before it is due, not even asked for.
        var asked = _site.Asked.Count;
        await Follow();
        Assert.Equal(asked, _site.Asked.Count);
    }

    [Fact]
    public async Task A_changed_article_is_a_new_version_of_its_source_and_a_changed_surrounding_is_not()
    {
        Article("/a/1", "Norway demanded on Tuesday that Sweden open the harbour by 28 March.");
        _site.Put("/feed", Feed(("1", "/a/1", "Fri, 07 Mar 2031 08:00:00 GMT")));
        await Follow();
        Article("/a/1", "Norway demanded on Tuesday that Sweden open the harbour by 28 March.", "<!-- visitors: 2 -->");
        _site.Put("/feed", Feed(("1", "/a/1", "Fri, 07 Mar 2031 09:00:00 GMT")));
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal("0 added, 0 read anew, 1 known, 0 left out\n", (await Follow()).Out);
        Article("/a/1", "Norway withdrew its demand of Tuesday. The ministers of Norway and Sweden will meet in Oslo on 28 March instead.");
        _site.Put("/feed", Feed(("1", "/a/1", "Sat, 08 Mar 2031 09:00:00 GMT")));
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal("1 added, 0 read anew, 0 known, 0 left out\n", (await Follow()).Out);
        using var ledger = Ledger.Open(_folder.File("r.db"), LedgerHost.System, readOnly: true);
        Assert.Equal([$"{_site.Address}/a/1", $"{_site.Address}/a/1"], ledger.Readings().Select(r => r.Document.Source));
    }

    [Theory]
    [InlineData(429, "7200", 120)]
    [InlineData(503, "", 30)]
    [InlineData(500, "", 30)]
    public async Task A_feed_that_fails_is_left_alone_and_stops_no_other(int status, string retry, int minutes)
    {
        Article("/a/1", "Norway demanded on Tuesday that Sweden open the harbour by 28 March.");
        _site.Put("/bad", new StubPage(status, []) { Headers = retry.Length == 0 ? [] : [("Retry-After", retry)] });
        _site.Put("/broken", new StubPage("<rss><channel>", "application/rss+xml"));
        _site.Put("/feed", Feed(("1", "/a/1", "Fri, 07 Mar 2031 08:00:00 GMT")));
        var told = await Follow("/bad", "/broken", "/feed");
        Assert.Equal((1, "1 added, 0 read anew, 0 known, 2 left out\n"), (told.Code, told.Out));
        Assert.Contains("/bad: ", told.Error, StringComparison.Ordinal);
        Assert.Contains("[broken]", told.Error, StringComparison.Ordinal);
        // Just before the end of its wait it is not asked, and after twice as long it is.
        _clock.Pass(TimeSpan.FromMinutes(minutes - 3));
        await Follow("/bad", "/broken", "/feed");
        Assert.Single(_site.Asked, "/bad");
        _clock.Pass(TimeSpan.FromMinutes(minutes + 5));
        await Follow("/bad", "/broken", "/feed");
        Assert.Equal(2, _site.Asked.Count("/bad".Equals));
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_is_tried_again_three_times_though_the_feed_did_not_change()
    {
        var feed = Feed(("1", "/a/1", "Fri, 07 Mar 2031 08:00:00 GMT"));
        _site.Put("/feed", request => request.Headers["If-None-Match"] is null ? feed with { Headers = [("ETag", "\"one\"")] } : new StubPage(304, []));
        for (var look = 1; look <= 5; look++)
        {
            var told = await Follow();
            Assert.Equal(look <= 3 ? 1 : 0, told.Code);
            _clock.Pass(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, _site.Asked.Count("/a/1".Equals));
        Assert.Equal("\"one\"", _site.Heads[^1].Tag);
    }

    [Fact]
    public async Task An_entry_that_leads_into_a_private_network_is_not_fetched()
    {
        Article("/a/2", "Finland offered to host talks between Norway and Sweden in Helsinki.");
        _site.Put("/feed", new StubPage($"<rss><channel><title>X</title><item><link>http://169.254.169.254/latest/meta-data/</link></item><item><link>http://localhost:{_site.Port}/a/9</link></item><item><link>/a/2</link></item></channel></rss>", "application/rss+xml"));
        var told = await Follow();
        Assert.Equal((1, "1 added, 0 read anew, 0 known, 2 left out\n"), (told.Code, told.Out));
        Assert.Equal(2, told.Error.Split("private or reserved network").Length - 1);
        Assert.DoesNotContain("/a/9", _site.Asked);
    }

    [Fact]
    public async Task The_words_in_a_feed_can_be_taken_and_pages_followed()
    {
        Article("/page", "Sweden accused Norway of delay. Norway denied the accusation.");
        _site.Put("/feed", new StubPage("<rss><channel><title>Example News</title><item><guid isPermaLink='false'>a</guid><title>Talks</title><pubDate>Fri, 07 Mar 2031 08:00:00 GMT</pubDate><description>&lt;p&gt;Norway demanded that Sweden open the harbour.&lt;/p&gt;</description></item></channel></rss>", "application/rss+xml"));
        var list = _folder.Write("feeds.yaml", $"private-hosts: [127.0.0.1]\nfeeds:\n  - url: {_site.Address}/feed\n    text: feed\n    marking: RED\npages:\n  - {_site.Address}/page\n");
        var told = await Run("follow", list, "--record", _folder.File("r.db"), "--once");
        Assert.Equal("2 added, 0 read anew, 0 known, 0 left out\n", told.Out);
        using var ledger = Ledger.Open(_folder.File("r.db"), LedgerHost.System, readOnly: true);
        Assert.Equal([Marking.Red, Marking.Unmarked], ledger.Readings().Select(r => r.Document.Marking));
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal("0 added, 0 read anew, 1 known, 0 left out\n", (await Run("follow", list, "--record", _folder.File("r.db"), "--once")).Out);
    }

    [Fact]
    public async Task Without_once_it_looks_again_when_a_feed_is_due_until_it_is_cancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var looks = 0;
        _site.Put("/feed", _ =>
        {
            if (++looks == 4) stop.Cancel();
            return Feed();
        });
        var told = await Run(stop.Token, "follow", List("/feed"), "--record", _folder.File("r.db"));
        Assert.Equal(130, told.Code);
        Assert.Equal(4, looks);
        Assert.Equal(3, _clock.Waits.Count(w => w > TimeSpan.FromMinutes(20)));
    }

    [Fact]
    public async Task Two_who_follow_into_one_record_do_not_meet()
    {
        using (new FileStream(_folder.File("r.db.feeds.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var told = await Follow();
            Assert.Equal(1, told.Code);
            Assert.Contains("Another process follows feeds", told.Error, StringComparison.Ordinal);
        }

        File.WriteAllText(_folder.File("r.db.feeds.json"), "{}");
        Assert.Contains("no state of followed feeds", (await Follow()).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feeds:\n  - http://10.0.0.1/feed\n", "line 2: http://10.0.0.1/feed: 10.0.0.1 leads into a private")]
    [InlineData("feeds:\n  - file:///etc/passwd\n", "line 2")]
    [InlineData("every: 0\nfeeds: [https://news.example/f]\n", "line 1: 'every' is a whole number from 1 to 10080")]
    [InlineData("feeds:\n  - url: https://news.example/f\n    colour: red\n", "line 3: there is no field 'colour' here")]
    [InlineData("feeds:\n  - https://news.example/f\n  - https://news.example/f\n", "stands here twice")]
    [InlineData("contact: \"a\\r\\nX: y\"\nfeeds: [https://news.example/f]\n", "'contact' takes letters of ASCII")]
    [InlineData("feeds: []\n", "there is no feed and no page")]
    [InlineData("- a\n", "line 1")]
    [InlineData("feeds: [\n", "it is no YAML")]
    public async Task Every_mistake_in_the_list_is_named_with_its_line(string yaml, string told)
    {
        var wrong = await Run("follow", _folder.Write("feeds.yaml", yaml), "--record", _folder.File("r.db"), "--once");
        Assert.Equal((2, ""), (wrong.Code, wrong.Out));
        Assert.Contains(told, wrong.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Asked);
    }

    private Task<Call> Follow(params string[] feeds) => Run("follow", List(feeds.Length == 0 ? ["/feed"] : feeds), "--record", _folder.File("r.db"), "--once");

    private string List(params string[] feeds) => _folder.Write("feeds.yaml", "private-hosts: [127.0.0.1]\ncontact: desk@example.org\nmarking: GREEN\nfeeds:\n" + string.Concat(feeds.Select(f => $"  - {_site.Address}{f}\n")));

    private Task<Call> Run(params string[] args) => Run(TestContext.Current.CancellationToken, args);

    private async Task<Call> Run(CancellationToken cancel, params string[] args)
    {
        var (results, messages) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await RapporteurProgram.RunAsync(args, new Terminal(() => Stream.Null, results, messages) { Clock = _clock }, cancel);
        return new(code, results.ToString(), messages.ToString());
    }

    private void Article(string path, string text, string beside = "") =>
        _site.Put(path, new StubPage($"<html><head><title>Talks</title></head><body>{beside}<article><h1>Talks go on</h1><p>{text}</p><p>The talks have gone on for several weeks, and both delegations remain in the city for now, officials of both sides said.</p></article></body></html>"));

    private static StubPage Feed(params (string Id, string Link, string Date)[] entries) => new(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Example News</title>" + string.Concat(entries.Select(e => $"<item><guid isPermaLink=\"false\">{e.Id}</guid><title>Talks</title><link>{e.Link}</link><pubDate>{e.Date}</pubDate></item>")) + "</channel></rss>", "application/rss+xml; charset=utf-8");
}
