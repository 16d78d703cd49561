using System.Net;
using Rapporteur.Plugs;
using Xunit;

namespace Rapporteur.Tests;

[Collection("Sockets")]
public sealed class PoliteFetcherTests : IDisposable
{
    private readonly StubSite _site = new();
    private readonly JumpingClock _clock = new(new(2031, 3, 7, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_host_is_left_alone_between_two_requests_and_told_who_asks()
    {
        _site.Put("/a", new StubPage("one"));
        using var fetcher = Fetcher();
        Assert.Null((await Fetch(fetcher, "/a")).Fault);
        Assert.Null((await Fetch(fetcher, "/a")).Fault);
        // robots.txt, the page, and the page again: two pauses.
        Assert.Equal(["/robots.txt", "/a", "/a"], _site.Asked);
        Assert.Equal(2, _clock.Waits.Count);
        Assert.All(_clock.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(5), wait));
        Assert.All(_site.Heads, head => Assert.Equal("Rapporteur/9 (desk@example.org)", head.Agent));
    }

    [Theory]
    [InlineData(200, "User-agent: *\nDisallow: /a", "robots")]
    [InlineData(200, "User-agent: *\nDisallow: /b", null)]
    [InlineData(404, "", null)]
    [InlineData(403, "", null)]
    [InlineData(500, "", "robots-unreachable")]
    [InlineData(503, "", "robots-unreachable")]
    public async Task What_a_site_asks_of_programs_is_heeded(int status, string robots, string? fault)
    {
        _site.Put("/robots.txt", new StubPage(status, System.Text.Encoding.UTF8.GetBytes(robots), "text/plain"));
        _site.Put("/a", new StubPage("one"));
        using var fetcher = Fetcher();
        Assert.Equal(fault, (await Fetch(fetcher, "/a")).Fault?.Code);
        Assert.Equal(fault is null, _site.Asked.Contains("/a"));
    }

    [Fact]
    public async Task Rules_are_read_again_after_a_day()
    {
        _site.Put("/a", new StubPage("one"));
        using var fetcher = Fetcher();
        await Fetch(fetcher, "/a");
        _site.Put("/robots.txt", new StubPage("User-agent: *\nDisallow: /", "text/plain"));
        Assert.Null((await Fetch(fetcher, "/a")).Fault);
        _clock.Pass(TimeSpan.FromHours(25));
        Assert.Equal("robots", (await Fetch(fetcher, "/a")).Fault?.Code);
    }

    [Theory]
    [InlineData("http://10.0.0.1/a", "private-address")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "private-address")]
    [InlineData("http://[::ffff:10.0.0.1]/a", "private-address")]
    [InlineData("http://[fd00::1]/a", "private-address")]
    [InlineData("http://[::1]/a", "private-address")]
    [InlineData("http://inside.example/a", "private-address")]
    [InlineData("file:///etc/passwd", "address")]
    [InlineData("ftp://news.example/a", "address")]
    [InlineData("http://user:word@news.example/a", "address")]
    public async Task Neither_an_address_nor_a_redirect_leads_into_a_private_network(string target, string code)
    {
        _site.Put("/r", _ => new StubPage(302, []) { Headers = [("Location", target)] });
        using var fetcher = Fetcher(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Parse("192.168.1.1")]));
        Assert.Equal(code, (await fetcher.FetchAsync(new Uri(target), null, null, TestContext.Current.CancellationToken)).Fault?.Code);
        Assert.Equal(code, (await Fetch(fetcher, "/r")).Fault?.Code);
        Assert.DoesNotContain("/a", _site.Asked);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_after_the_check_is_not_followed()
    {
        // The site stands at a name; every look-up gives this machine, which nobody allowed by that name.
        using var fetcher = Fetcher(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        Assert.Equal("private-address", (await fetcher.FetchAsync(new Uri($"http://news.example:{_site.Port}/a"), null, null, TestContext.Current.CancellationToken)).Fault?.Code);
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public async Task Redirects_are_followed_within_bounds()
    {
        _site.Put("/one", _ => new StubPage(301, []) { Headers = [("Location", "/two")] });
        _site.Put("/two", _ => new StubPage(308, []) { Headers = [("Location", $"{_site.Address}/three")] });
        _site.Put("/three", new StubPage("there"));
        _site.Put("/round", _ => new StubPage(302, []) { Headers = [("Location", "/round")] });
        using var fetcher = Fetcher();
        var page = await Fetch(fetcher, "/one");
        Assert.Equal(("there", $"{_site.Address}/three", true), (System.Text.Encoding.UTF8.GetString(page.Body), page.Final.AbsoluteUri, page.MovedForGood));
        Assert.Equal("redirects", (await Fetch(fetcher, "/round")).Fault?.Code);
    }

    [Fact]
    public async Task A_huge_body_and_a_slow_one_are_given_up()
    {
        _site.Put("/huge", new StubPage(new string('x', 200_000)));
        _site.Put("/slow", new StubPage("slow") { Pause = TimeSpan.FromSeconds(30) });
        using var fetcher = Fetcher(new() { MaxBytes = 100_000, Timeout = TimeSpan.FromSeconds(2) });
        Assert.Equal("too-large", (await Fetch(fetcher, "/huge")).Fault?.Code);
        Assert.Equal("timeout", (await Fetch(fetcher, "/slow")).Fault?.Code);
    }

    [Theory]
    [InlineData(429, "120", "busy", 120)]
    [InlineData(503, "Fri, 07 Mar 2031 10:00:00 GMT", "busy", 3595)] // an hour after nine, less the pause of five seconds
    [InlineData(503, "soon", "busy", null)]
    [InlineData(404, "", "status", null)]
    [InlineData(410, "", "gone", null)]
    public async Task A_busy_server_says_when_to_come_back(int status, string retry, string code, int? seconds)
    {
        _site.Put("/a", _ => new StubPage(status, []) { Headers = retry.Length == 0 ? [] : [("Retry-After", retry)] });
        using var fetcher = Fetcher();
        var fault = (await Fetch(fetcher, "/a")).Fault!;
        Assert.Equal(code, fault.Code);
        Assert.Equal(seconds, fault.RetryAfter is { } wait ? (int)Math.Round(wait.TotalSeconds) : null);
    }

    [Fact]
    public async Task A_packed_body_that_nobody_asked_for_is_not_unpacked()
    {
        _site.Put("/a", _ => new StubPage("x") { Headers = [("Content-Encoding", "gzip")] });
        using var fetcher = Fetcher();
        Assert.Equal("encoding", (await Fetch(fetcher, "/a")).Fault?.Code);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be()
    {
        using var fetcher = Fetcher();
        var address = new Uri(_site.Address + "/a");
        _site.Dispose();
        Assert.Equal("robots-unreachable", (await fetcher.FetchAsync(address, null, null, TestContext.Current.CancellationToken)).Fault?.Code);
    }

    private PoliteFetcher Fetcher(FetchLimits? limits = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) =>
        new((limits ?? new()) with { PrivateHosts = ["127.0.0.1"], UserAgent = "Rapporteur/9 (desk@example.org)" }, _clock, resolve);

    private Task<FetchedPage> Fetch(PoliteFetcher fetcher, string path) => fetcher.FetchAsync(new Uri(_site.Address + path), null, null, TestContext.Current.CancellationToken);
}
