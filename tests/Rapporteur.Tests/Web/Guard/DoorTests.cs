using System.Net;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Who gets in, and who does not: each rule with an attempt that fails.</summary>
[Collection("Sockets")]
public sealed class DoorTests
{
    private static readonly string[] Addresses = ["/today", "/today.json", "/review", "/search?q=talks", "/meetings.json", "/openapi.json", "/sources", "/nothing", "/assets/x/workbench.css", "/"];

    [Fact]
    public async Task Another_user_of_the_machine_gets_nothing()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var stranger = bench.Stranger();
        foreach (var address in Addresses)
        {
            var answer = await stranger.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Empty(answer.Body);
        }
    }

    [Fact]
    public async Task A_wrong_token_lets_nobody_in()
    {
        await using var bench = await Bench.WithAsync();
        var stranger = bench.Stranger();
        foreach (var token in new[] { "", "0", new string('0', 64), "é" }) Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/enter?token=" + Uri.EscapeDataString(token))).Status);
        Assert.Empty(stranger.SetCookies);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/today")).Status);
    }

    [Fact]
    public async Task The_token_gives_a_cookie_that_no_script_and_no_other_site_gets()
    {
        await using var bench = await Bench.WithAsync();
        var user = await bench.EnterAsync();
        var cookie = Assert.Single(user.SetCookies, c => c.StartsWith("rapporteur-8", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/today")).Status);
    }

    [Fact]
    public async Task A_cookie_of_another_workbench_opens_nothing()
    {
        await using var one = await Bench.WithAsync();
        await using var other = await Bench.WithAsync();
        var user = await one.EnterAsync();
        var cookie = user.SetCookies[0].Split(';')[0];
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Stranger().GetAsync("/today", ("Cookie", cookie))).Status);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("localhost.evil.example")]
    [InlineData("localhost:8081")]
    [InlineData("10.0.0.1")]
    public async Task A_name_rebound_to_this_machine_is_turned_away_even_with_the_cookie(string host)
    {
        await using var bench = await Bench.WithAsync();
        var user = await bench.EnterAsync();
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await user.GetAsync("/today", ("Host", host))).Status);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/today", ("Host", "127.0.0.1"))).Status);
    }

    [Fact]
    public async Task Another_site_can_neither_read_nor_write()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/today.json", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/today", ("Origin", "https://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/today", ("Origin", "null"))).Status);
        var page = await user.GetAsync(Talks.Address(Talks.Doubtful));
        (string, string)[] form = [("accept", page.Value("accept")), ("__RequestVerificationToken", page.Token)];
        Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync(Talks.Address(Talks.Doubtful) + "/rule", form, ("Origin", "https://evil.example"))).Status);
        Assert.Empty(bench.Rulings());
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync(Talks.Address(Talks.Doubtful) + "/rule", form, ("Origin", "http://localhost"))).Status);
        Assert.Single(bench.Rulings());
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var page = await user.GetAsync(Talks.Address(Talks.Doubtful));
        foreach (var token in new[] { "", "forged", page.Token + "x" })
            Assert.Equal(HttpStatusCode.BadRequest, (await user.PostAsync(Talks.Address(Talks.Doubtful) + "/rule", [("accept", page.Value("accept")), ("__RequestVerificationToken", token)])).Status);
        Assert.Empty(bench.Rulings());
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_it_to_itself()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        foreach (var address in Addresses)
        {
            var answer = await user.GetAsync(address);
            Assert.Equal(SecureHeaders.Policy, answer.Header("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", SecureHeaders.Policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
            Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
            Assert.NotEmpty(answer.Header("Permissions-Policy"));
            Assert.DoesNotContain("<script>", answer.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", answer.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(" on[a-z]+=", answer.Body);
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://workbench.example.org")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("nonsense")]
    public void Without_accounts_it_listens_on_this_machine_alone(string url)
    {
        var options = new WorkbenchOptions { Record = "r.db", Urls = [url] };
        Assert.NotNull(ServeAddresses.FaultOf(options));
        Assert.Throws<ArgumentException>(() => Workbench.Build(options, _ => { }));
    }

    [Fact]
    public void With_accounts_passwords_never_go_over_a_network_in_the_clear()
    {
        Assert.NotNull(ServeAddresses.FaultOf(new() { Record = "r.db", Accounts = "a", Urls = ["http://0.0.0.0:80"] }));
        Assert.Null(ServeAddresses.FaultOf(new() { Record = "r.db", Accounts = "a", Urls = ["https://0.0.0.0:443"], Certificate = "c.pfx" }));
        Assert.Null(ServeAddresses.FaultOf(new() { Record = "r.db", Accounts = "a", Urls = ["http://127.0.0.1:80"], Hosts = ["workbench.example.org"] }));
        Assert.NotNull(ServeAddresses.FaultOf(new() { Record = "r.db", Urls = ["http://127.0.0.1:80"], Hosts = ["workbench.example.org"] }));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void After_log_in_one_stays_inside(string to) => Assert.Equal("/today", DoorScreen.Inside(to));
}
