using System.Net;
using AngleSharp.Html.Parser;
using Rapporteur.Domain;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Attempts on every route that there is.</summary>
[Collection("Sockets")]
public sealed class AttackTests
{
    private const string Password = "correct horse battery";
    private const string Evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"><svg onload=alert(3)> ' onclick='x";
    private static readonly string[] Open = ["/log-in", "/log-out"];
    // A reader may work out what stands in no record and stays in none.
    private static readonly string[] Workings = ["/lab/models", "/lab/packages", "/lab/positions"];
    // The token in their address is what opens them: BriefScreenTests.
    private static readonly string[] Feeds = ["/feeds/{marking}/{token}/talks.ics", "/feeds/{marking}/{token}/talks.atom"];

    private static Task<Bench> TeamAsync() => Bench.WithAsync(Talks.All, (options, bench) => Team(options, bench));

    private static WorkbenchOptions Team(WorkbenchOptions options, Bench bench)
    {
        var accounts = new AccountFile(bench.Folder.File("team.accounts"), rounds: 100);
        foreach (var role in Enum.GetValues<Role>()) accounts.Add(role.ToString(), role, Password);
        return options with { Accounts = bench.Folder.File("team.accounts") };
    }

    [Fact]
    public async Task No_act_is_done_for_a_reader_or_a_stranger()
    {
        await using var bench = await TeamAsync();
        var reader = await bench.LogInAsync("Reader", Password);
        var token = (await reader.GetAsync("/today")).Token;
        var acts = Rounds.Acts(bench.App).Where(a => !Open.Contains(a.Route.RoutePattern.RawText)).ToList();
        Assert.True(acts.Count >= 5);
        foreach (var (method, route) in acts)
        {
            var address = new Uri("https://localhost" + Rounds.Anywhere(route));
            HttpRequestMessage Form() => new(new(method), address) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", "x")]) };
            // Nothing that can be worked out was sent.
            HttpStatusCode[] may = Workings.Contains(route.RoutePattern.RawText) ? [HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound] : [HttpStatusCode.Forbidden];
            Assert.Contains((await reader.SendAsync(Form)).Status, may);
            Assert.Equal(HttpStatusCode.Unauthorized, (await bench.Stranger("https://localhost").SendAsync(Form)).Status);
        }

        Assert.Empty(bench.Rulings());
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token_or_with_that_of_another()
    {
        await using var bench = await TeamAsync();
        var (editor, other) = (await bench.LogInAsync("Editor", Password), await bench.LogInAsync("Analyst", Password));
        var foreign = (await other.GetAsync("/today")).Token;
        Assert.NotEmpty(foreign);
        await editor.GetAsync("/today");
        foreach (var (method, route) in Rounds.Acts(bench.App))
        {
            var address = new Uri("https://localhost" + Rounds.Anywhere(route));
            foreach (var token in new[] { null, "", "forged", foreign })
            {
                KeyValuePair<string, string>[] fields = token is null ? [new("x", "y")] : [new("__RequestVerificationToken", token)];
                Assert.Equal((route.RoutePattern.RawText, HttpStatusCode.BadRequest), (route.RoutePattern.RawText, (await editor.SendAsync(() => new(new(method), address) { Content = new FormUrlEncodedContent(fields) })).Status));
            }

            // What no form can send is no form.
            Assert.Equal(HttpStatusCode.BadRequest, (await editor.SendAsync(() => new(new(method), address) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") })).Status);
        }

        Assert.Equal("/today", (await editor.GetAsync("/today")).At.AbsolutePath);
        Assert.Empty(bench.Rulings());
    }

    [Fact]
    public async Task Nothing_is_open_but_the_door_and_what_it_is_made_of()
    {
        await using var team = await TeamAsync();
        await using var alone = await Bench.WithAsync();
        Assert.Equal(["/log-in", "/log-in", .. Feeds], Rounds.Routes(team.App).Where(Rounds.IsOpen).Select(r => r.RoutePattern.RawText!).Where(p => !p.StartsWith("/assets/", StringComparison.Ordinal)));
        Assert.Equal(["/enter", .. Feeds], Rounds.Routes(alone.App).Where(Rounds.IsOpen).Select(r => r.RoutePattern.RawText!));
        foreach (var feed in Rounds.Routes(alone.App).Where(r => Feeds.Contains(r.RoutePattern.RawText))) Assert.Equal(HttpStatusCode.Forbidden, (await alone.Stranger().GetAsync(Rounds.Anywhere(feed).Replace("none", "clear", StringComparison.Ordinal))).Status);
        foreach (var route in Rounds.Routes(alone.App).Where(r => !Rounds.IsOpen(r) && !r.RoutePattern.RawText!.Contains('*', StringComparison.Ordinal)))
        {
            var answer = await alone.Stranger().GetAsync(Rounds.Anywhere(route));
            Assert.Equal((route.RoutePattern.RawText, HttpStatusCode.Forbidden, ""), (route.RoutePattern.RawText, answer.Status, answer.Body));
        }
    }

    [Fact]
    public async Task Every_answer_to_every_method_carries_the_headers()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var addresses = Rounds.Routes(bench.App).Where(r => !r.RoutePattern.RawText!.Contains('*', StringComparison.Ordinal)).Select(Rounds.Anywhere).Concat(["/nothing", "/nothing.json", "/today?since=x", "/today.json?since=x", "/search?q=" + new string('x', 600)]).Distinct().ToList();
        var statuses = new HashSet<HttpStatusCode>();
        foreach (var address in addresses)
            foreach (var method in new[] { "GET", "HEAD", "POST", "DELETE", "OPTIONS" })
                Check(await user.SendAsync(() => new(new(method), new Uri("http://localhost" + address))), method + " " + address);
        Check(await bench.Stranger().GetAsync("/today"), "a stranger");
        Check(await user.GetAsync("/today", ("Host", "evil.example")), "another host");
        Check(await user.GetAsync("/today", ("Origin", "https://evil.example")), "another origin");
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.MisdirectedRequest }) Assert.Contains(status, statuses);
        Assert.Empty(bench.Reported);

        void Check(Bench.Answer answer, string what)
        {
            statuses.Add(answer.Status);
            Assert.True((int)answer.Status < 500, $"{what}: {answer.Status}");
            foreach (var (name, value) in new[] { ("Content-Security-Policy", SecureHeaders.Policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin") })
                Assert.Equal((what, name, value), (what, name, answer.Header(name)));
            Assert.Matches("no-store|immutable", answer.Header("Cache-Control"));
            Assert.False(answer.Raw.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Words_of_sources_are_words_wherever_a_link_leads()
    {
        await using var bench = await Bench.WithAsync([.. Talks.All, Hostile()], (o, _) => o with { Dossier = new() { Title = Evil }, Author = "A. <b>Lind" });
        var user = await bench.EnterAsync();
        var review = await user.GetAsync(Talks.Address(Hostile()));
        await user.PostAsync(Talks.Address(Hostile()) + "/rule", review, ("reject", review.Value("reject")), ("reason", Evil));
        await user.PostAsync("/inbox", await user.GetAsync("/inbox"), ("name", Evil), ("pasted", "x"), ("marking", "green"));
        var (seen, missed) = await Rounds.GoAsync(bench, user, Talks.Address(Hostile()), Talks.Address(Hostile(), "source"), "/search?q=alert", "/search?q=" + Uri.EscapeDataString(Evil), "/conditions?set=" + Uri.EscapeDataString(Evil), "/actors?q=" + Uri.EscapeDataString(Evil));
        Assert.DoesNotContain(missed, p => !p.StartsWith("/matrix/", StringComparison.Ordinal) && !p.StartsWith("/lab/questions/{", StringComparison.Ordinal) && !p.StartsWith("/brief/note/{", StringComparison.Ordinal) && !p.StartsWith("/feeds/", StringComparison.Ordinal));
        var told = 0;
        foreach (var (address, answer) in seen)
        {
            Assert.True(answer.Status == HttpStatusCode.OK, $"{address}: {answer.Status}");
            if (answer.Raw.Content.Headers.ContentType?.MediaType != "text/html") continue;
            if (answer.Body.Contains("alert(1)", StringComparison.Ordinal)) told++;
            // A brief to take away brings its style and its policy of content along.
            var file = address.StartsWith("/brief/file/", StringComparison.Ordinal);
            foreach (var element in new HtmlParser().ParseDocument(answer.Body).All)
            {
                Assert.True(element.LocalName is not ("img" or "iframe" or "object" or "embed" or "base" or "foreignobject") && (file || element.LocalName != "style"), $"{address}: {element.OuterHtml}");
                Assert.True(element.LocalName != "script" || (element.GetAttribute("src") == Asset.Script.Address && element.TextContent.Length == 0), $"{address}: {element.OuterHtml}");
                Assert.False(element.LocalName == "meta" && element.HasAttribute("http-equiv") && !(file && element.GetAttribute("http-equiv") == "Content-Security-Policy"), $"{address}: {element.OuterHtml}");
                Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style" or "srcdoc" or "formaction");
                foreach (var link in new[] { "href", "src", "action", "xlink:href" })
                    if (element.GetAttribute(link) is { } to) Assert.True(to is "data:," || to.StartsWith('/') || to.StartsWith('#') || to.StartsWith("http://", StringComparison.Ordinal) || to.StartsWith("https://", StringComparison.Ordinal), $"{address}: {to}");
            }
        }

        Assert.True(told >= 8, $"Only {told} pages told of the article.");
        Assert.Empty(bench.Reported);
    }

    // A text whose every field tries to become markup, as a source that is no address.
    private static DocumentReading Hostile()
    {
        var reading = new Dispatch("2031-03-05", "javascript:alert(3)", Evil)
            .Says($"Northland wants {Evil} by 9 March 2031.", l => l.Claim(ClaimType.Deadline, "n", Evil) with { To = ["w"], Due = Edtf.Parse("2031-03-09"), Confidence = .4 })
            .Says($"Northland will meet Westmark at {Evil} on 8 March 2031.", l => l.Claim(ClaimType.Meeting, "n", null) with { Participants = ["n", "w"], Where = Evil, Form = MeetingForm.Talks, Status = ClaimStatus.Scheduled, When = Edtf.Parse("2031-03-08"), Confidence = .3 })
            .Says($"Northland demands {Evil} of Westmark.", l => l.Claim(ClaimType.Demand, "n", Evil) with { To = ["w"] })
            .Says($"Westmark bars {Evil} from its ports.", l => l.Claim(ClaimType.Measure, "w", Evil) with { Kind = Evil, Status = ClaimStatus.Imposed, To = ["n"] }).Reading();
        return reading with { Document = reading.Document with { Title = Evil }, Actors = [.. reading.Actors.Select((a, i) => i == 0 ? a with { Name = a.Name + " " + Evil } : a)] };
    }
}
