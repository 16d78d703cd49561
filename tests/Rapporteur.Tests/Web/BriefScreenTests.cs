using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rapporteur.Domain;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The brief in the workbench: chosen, opened in its sources, taken away, annotated by people, subscribed to.</summary>
[Collection("Sockets")]
public sealed class BriefScreenTests
{
    private const string Password = "correct horse battery";

    private static Task<Bench> TeamAsync() => Bench.WithAsync(Talks.All, (options, bench) =>
    {
        var accounts = new AccountFile(bench.Folder.File("team.accounts"), rounds: 100);
        accounts.Add("Rea", Role.Reader, Password);
        accounts.Add("Ana", Role.Analyst, Password);
        accounts.Add("Ben", Role.Analyst, Password);
        accounts.Add("Eda", Role.Editor, Password);
        return options with { Accounts = bench.Folder.File("team.accounts") };
    });

    [Fact]
    public async Task Every_line_of_the_preview_leads_to_its_words_in_the_source()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var page = await user.GetAsync("/brief?template=full");
        var cites = Regex.Matches(page.Body, "class=\"cite\" href=\"([^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
        Assert.True(cites.Count > 5, "A brief has citations.");
        foreach (var address in cites) Assert.Contains("<mark class=\"lit\">", (await user.GetAsync(address)).Body, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await user.GetAsync("/brief.json?template=full")).Body);
        Assert.Equal("rapporteur-brief", json.RootElement.GetProperty("brief").GetProperty("format").GetString());
        Assert.DoesNotContain("/feeds/", json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_template_makes_a_brief_and_what_is_missing_is_said()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        foreach (var template in new[] { "full", "situation", "summary", "takeaways", "changes", "deadlines", "actor&actor=Northland" })
            Assert.Contains("<article class=\"brief\"", (await user.GetAsync("/brief?template=" + template)).Body, StringComparison.Ordinal);
        Assert.Contains("Name the state, body or person", (await user.GetAsync("/brief?template=actor")).Body, StringComparison.Ordinal);
        var near = await user.GetAsync("/brief?template=actor&actor=Nordland");
        Assert.Equal(HttpStatusCode.OK, near.Status);
        Assert.Contains("Near: Northland", near.Body, StringComparison.Ordinal);
        foreach (var wrong in new[] { "template=novel", "since=2031-04-01", "marking=purple", "asof=today" }) Assert.Equal(HttpStatusCode.BadRequest, (await user.GetAsync("/brief?" + wrong)).Status);
        Assert.Empty(bench.Reported);
    }

    [Fact]
    public async Task A_file_is_the_one_that_the_command_line_writes()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        foreach (var (template, query) in new[] { ("full", ""), ("summary", ""), ("actor", "&actor=Northland") })
        {
            string[] subject = template == "actor" ? ["--actor", "Northland"] : [];
            Assert.Equal(0, (await Call.Of(["brief", "--record", bench.Record, "--as-of", "2031-03-06", "--template", template, .. subject, "-o", bench.Folder.File("b.html")])).Code);
            foreach (var format in new[] { "html", "md", "json" })
            {
                var file = await user.GetAsync($"/brief/file/{format}?template={template}{query}");
                Assert.Equal(await File.ReadAllTextAsync(bench.Folder.File("b." + format), TestContext.Current.CancellationToken), file.Body);
                Assert.Equal("attachment", file.Raw.Content.Headers.ContentDisposition?.DispositionType);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync("/brief/file/docx")).Status);
    }

    [Fact]
    public async Task A_note_is_added_signed_changed_and_removed()
    {
        await using var bench = await TeamAsync();
        var (ana, ben, eda) = (await bench.LogInAsync("Ana", Password), await bench.LogInAsync("Ben", Password), await bench.LogInAsync("Eda", Password));
        var preview = await ana.GetAsync("/brief?template=full");
        var form = await ana.GetAsync(WebUtility.HtmlDecode(Regex.Match(preview.Body, "class=\"jot\" href=\"([^\"]+" + Talks.Doubtful.Claims[0].Id + "[^\"]+)\"").Groups[1].Value));
        Assert.StartsWith("/brief?template=full#l-", form.Value("back"), StringComparison.Ordinal);
        var page = await ana.PostAsync("/brief/note", form, ("on", form.Value("on")), ("back", form.Value("back")), ("text", "A toll is\nno blockade."), ("likelihood", "highly-unlikely"), ("confidence", "moderate"), ("author", "Eda"));
        Assert.Equal("/brief", page.At.AbsolutePath);
        Assert.Contains("A toll is no blockade.", page.Body, StringComparison.Ordinal);
        Assert.Contains("highly unlikely (10–20 %)", page.Body, StringComparison.Ordinal);
        Assert.Equal(("Ana", Verdict.Note), (bench.Rulings()[0].Author, bench.Rulings()[0].Verdict));
        var id = bench.Rulings()[0].Id["sha256:".Length..];

        Assert.Equal(HttpStatusCode.Forbidden, (await ben.GetAsync("/brief/note/" + id)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PostAsync("/brief/note/" + id, await ben.GetAsync("/brief/note"), ("remove", "1"))).Status);
        var change = await ana.GetAsync("/brief/note/" + id);
        Assert.Contains("A toll is no blockade.</textarea>", change.Body, StringComparison.Ordinal);
        var changed = await ana.PostAsync("/brief/note/" + id, change, ("on", change.Value("on")), ("back", "/brief?template=full"), ("text", "A toll is a tax."));
        Assert.Contains("A toll is a tax.", changed.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("no blockade", changed.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await ana.PostAsync("/brief/note/" + id, change, ("on", change.Value("on")), ("back", "/brief"), ("text", "Too late."))).Status);
        Assert.Equal(2, bench.Rulings().Count);

        var brief = await Call.Of("brief", "--record", bench.Record, "-o", bench.Folder.File("b.html"));
        Assert.Equal(0, brief.Code);
        Assert.Contains("A toll is a tax.", await File.ReadAllTextAsync(bench.Folder.File("b.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var last = bench.Rulings()[^1].Id["sha256:".Length..];
        var removed = await eda.PostAsync("/brief/note/" + last, await eda.GetAsync("/brief"), ("remove", "1"), ("back", "/brief"));
        Assert.DoesNotContain("A toll is a tax.", removed.Body, StringComparison.Ordinal);
        Assert.Equal(["note", "note", "undo"], bench.Rulings().Select(r => r.Verdict));
    }

    [Fact]
    public async Task Words_that_mix_likelihood_and_confidence_are_refused_and_kept_in_the_form()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var form = await user.GetAsync("/brief/note?on=" + Talks.Doubtful.Claims[0].Id);
        foreach (var (text, likelihood) in new[] { ("They will probably pay.", ""), ("Payment is likely.", "unlikely"), ("", "likely") })
        {
            var answer = await user.PostAsync("/brief/note", form, ("on", form.Value("on")), ("back", "/brief"), ("text", text), ("likelihood", likelihood));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains($">{text}</textarea>", answer.Body, StringComparison.Ordinal);
        }

        Assert.Empty(bench.Rulings());
    }

    [Fact]
    public async Task A_reader_takes_briefs_and_writes_no_note()
    {
        await using var bench = await TeamAsync();
        var reader = await bench.LogInAsync("Rea", Password);
        var page = await reader.GetAsync("/brief");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("/brief/note", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/brief/file/md")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/brief/note")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/brief/note", page, ("on", Talks.Doubtful.Claims[0].Id), ("text", "x"))).Status);
        var analyst = await bench.LogInAsync("Ana", Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await analyst.PostAsync("/brief/note", [("on", Talks.Doubtful.Claims[0].Id), ("text", "x"), ("back", "/brief")])).Status);
        Assert.Empty(bench.Rulings());
    }

    [Fact]
    public async Task A_calendar_and_a_feed_are_read_without_a_log_in_by_their_address_alone()
    {
        await using var bench = await TeamAsync();
        var analyst = await bench.LogInAsync("Ana", Password);
        var page = await analyst.GetAsync("/brief?marking=green");
        var addresses = Regex.Matches(page.Body, "href=\"([^\"]+/feeds/[^\"]+)\"").Select(m => new Uri(WebUtility.HtmlDecode(m.Groups[1].Value)).AbsolutePath).ToList();
        Assert.Equal(2, addresses.Count);
        var stranger = bench.Stranger("https://localhost");
        var calendar = await stranger.GetAsync(addresses[0]);
        Assert.Equal("text/calendar", calendar.Raw.Content.Headers.ContentType?.MediaType);
        Assert.Contains("BEGIN:VCALENDAR", calendar.Body, StringComparison.Ordinal);
        Assert.Contains("http://www.w3.org/2005/Atom", (await stranger.GetAsync(addresses[1])).Body, StringComparison.Ordinal);
        foreach (var other in new[] { addresses[0].Replace("/green/", "/red/", StringComparison.Ordinal), addresses[0][..^10] + "0/talks.ics", "/feeds/green//talks.ics", "/feeds/none/x/talks.ics" })
            Assert.NotEqual("text/calendar", (await stranger.GetAsync(other)).Raw.Content.Headers.ContentType?.MediaType);
        new AccountFile(bench.Folder.File("team.accounts")).SetPassword("Ana", "another long password");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(addresses[0])).Status);
    }

    [Fact]
    public async Task Entries_of_the_calendar_keep_their_ids_over_another_reading()
    {
        await using var bench = await Bench.WithAsync(Talks.All, (o, b) => o with { FeedKey = b.Folder.File("feeds.key") });
        var user = await bench.EnterAsync();
        var address = new Uri(WebUtility.HtmlDecode(Regex.Match((await user.GetAsync("/brief")).Body, "href=\"([^\"]+talks.ics)\"").Groups[1].Value)).AbsolutePath;
        var before = Uids((await bench.Stranger().GetAsync(address)).Body);
        Assert.NotEmpty(before);
        using (var ledger = Rapporteur.Record.Ledger.Open(bench.Record, Rapporteur.Record.LedgerHost.System))
            foreach (var reading in Talks.All) ledger.Append(reading with { Reader = new("2", "2") });
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(before, Uids((await bench.Stranger().GetAsync(address)).Body));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.Folder.File("feeds.key")));

        static List<string> Uids(string calendar) => [.. calendar.Split("\r\n").Where(l => l.StartsWith("UID:", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_stricter_note_is_in_no_brief_no_file_and_no_feed_below_its_marking()
    {
        const string Words = "Northland will quietly hold talks with Oxbow on 7 March 2031.";
        var secret = new Dispatch("2031-03-04", "secret.txt").Says(Words, l => l.Claim(ClaimType.Meeting, "n", null) with { Participants = ["n", "o"], Form = MeetingForm.Talks, Status = ClaimStatus.Scheduled, When = Edtf.Parse("2031-03-07") }).Reading();
        secret = secret with { Document = secret.Document with { Marking = Marking.Red } };
        await using var with = await Bench.WithAsync([.. Talks.All, secret], (o, b) => o with { FeedKey = b.Folder.File("k") });
        await using var without = await Bench.WithAsync(Talks.All, (o, b) => o with { FeedKey = b.Folder.File("k") });
        var (all, one) = (await with.EnterAsync(), await without.EnterAsync());
        var form = await all.GetAsync("/brief/note?on=" + secret.Claims[0].Id);
        await all.PostAsync("/brief/note", form, ("on", form.Value("on")), ("back", "/brief"), ("text", "Heard at dinner."));
        Assert.Contains("Heard at dinner.", (await all.GetAsync("/brief?template=full")).Body, StringComparison.Ordinal);
        foreach (var path in new[] { "/brief/file/md", "/brief/file/json", "/brief/file/html" })
        {
            Assert.Contains("quietly", (await all.GetAsync(path + "?template=full")).Body, StringComparison.Ordinal);
            Assert.Equal((await one.GetAsync(path + "?template=full&marking=amber")).Body, (await all.GetAsync(path + "?template=full&marking=amber")).Body);
        }

        var preview = await all.GetAsync("/brief?template=full&marking=amber");
        Assert.DoesNotContain("quietly", preview.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Heard at dinner.", preview.Body, StringComparison.Ordinal);
        foreach (var file in new[] { "talks.ics", "talks.atom" })
        {
            var address = Regex.Match(preview.Body, "href=\"([^\"]+" + Regex.Escape(file) + ")\"").Groups[1].Value;
            Assert.DoesNotContain("quietly", (await all.GetAsync(new Uri(address).AbsolutePath)).Body.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            address = Regex.Match((await all.GetAsync("/brief")).Body, "href=\"([^\"]+" + Regex.Escape(file) + ")\"").Groups[1].Value;
            Assert.Contains("quietly", (await all.GetAsync(new Uri(address).AbsolutePath)).Body.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_has_script_or_style_of_its_own()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        foreach (var path in new[] { "/brief?template=full", "/brief/note", "/lab", "/lab/packages", "/lab/models", "/lab/positions", "/lab/questions" })
        {
            var page = await user.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotMatch("<script(?![^>]* src=)|<style| style=\"| on[a-z]+=\"", page.Body);
        }
    }
}
