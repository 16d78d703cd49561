using System.Net;
using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Record;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What each screen is for, done.</summary>
[Collection("Sockets")]
public sealed class ScreenTests
{
    [Fact]
    public async Task Today_says_what_is_due_what_changed_and_what_waits()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var page = await user.GetAsync("/today?since=2031-03-02");
        Assert.Contains("reopen the bridge", page.Body, StringComparison.Ordinal);
        Assert.Contains("1 doubtful claim to review", page.Body, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await user.GetAsync("/today.json?since=2031-03-02")).Body);
        Assert.Equal("2031-03-08", json.RootElement.GetProperty("due")[0].GetProperty("fields")[1].GetProperty("values")[0].GetString());
        Assert.True(json.RootElement.GetProperty("changes").GetArrayLength() > 0);
        Assert.Equal(HttpStatusCode.BadRequest, (await user.GetAsync("/today?since=yesterday")).Status);
    }

    [Fact]
    public async Task Every_page_is_json_too_and_the_interface_is_described()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        foreach (var path in ScreenList.All.Select(s => s.Path).Append(Talks.Address(Talks.Doubtful)).Append(Talks.Address(Talks.Doubtful, "source")))
        {
            var page = await user.GetAsync(path);
            Assert.True(page.Status == HttpStatusCode.OK, path + ": " + page.Body);
            Assert.Contains($"href=\"{path}.json\"", page.Body, StringComparison.Ordinal);
            var json = await user.GetAsync(path + ".json");
            Assert.Equal("application/json", json.Raw.Content.Headers.ContentType?.MediaType);
            JsonDocument.Parse(json.Body).Dispose();
        }

        using var described = JsonDocument.Parse((await user.GetAsync("/openapi.json")).Body);
        var paths = described.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var screen in ScreenList.All) Assert.Contains(screen.Path + ".json", paths);
        Assert.All(described.RootElement.GetProperty("paths").EnumerateObject(), p => Assert.NotEmpty(p.Value.GetProperty("get").GetProperty("summary").GetString()!));
        Assert.Empty(bench.Reported);
    }

    [Fact]
    public async Task A_line_leads_to_its_source_with_the_words_marked()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        using var found = JsonDocument.Parse((await user.GetAsync("/search.json?q=tolls&in=claims")).Body);
        var address = found.RootElement.GetProperty("hits")[0].GetProperty("address").GetString()!;
        var page = await user.GetAsync(address);
        Assert.Matches("<mark class=\"lit\">[^<]*tolls[^<]*</mark>", page.Body);
        Assert.Contains($"id=\"{address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..]}\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync("/source/" + new string('0', 32))).Status);
    }

    [Fact]
    public async Task A_correction_is_made_and_outlives_another_reading()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var address = Talks.Address(Talks.Doubtful);
        var claim = Talks.Doubtful.Claims[1].Id;
        var form = await user.GetAsync($"{address}/claim/{claim}");
        Assert.Equal("close the bridge again", form.Value("field-what"));
        var saved = await user.PostAsync($"{address}/claim/{claim}", form, ("seen", form.Value("seen")), ("field-what", "the bridge"), ("field-to", "Westmark"), ("reason", "heard the tape"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("corrected by <bdi>A. Lind</bdi>", saved.Body, StringComparison.Ordinal);
        using (var ledger = Ledger.Open(bench.Record, LedgerHost.System))
            ledger.Append(Talks.Doubtful with { Reader = new("2", "2"), Claims = [Talks.Doubtful.Claims[0], Talks.Doubtful.Claims[1] with { By = "w", Confidence = .9 }] });
        using var after = JsonDocument.Parse((await Later(user, address + ".json")).Body);
        var kept = after.RootElement.GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("claim").GetProperty("id").GetString() == claim);
        Assert.Equal("disagrees", kept.GetProperty("state").GetString());
        Assert.Equal("the bridge", JsonDocument.Parse((await user.GetAsync($"{address}/claim/{claim}.json")).Body).RootElement.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "what").GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_claim_is_added_rejected_and_had_back()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var address = Talks.Address(Talks.Doubtful);
        var form = await user.GetAsync(address + "/add?type=rejection&words=pay");
        Assert.Equal("pay", form.Value("words"));
        var wrong = await user.PostAsync(address + "/add", form, ("type", "rejection"), ("words", "words that are not there"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Copy the words as they stand there", wrong.Body, StringComparison.Ordinal);
        var added = await user.PostAsync(address + "/add", form, ("type", "rejection"), ("words", "pay"), ("field-by", "Westmark"), ("field-what", "pay the tolls"));
        Assert.Contains("added by", added.Body, StringComparison.Ordinal);
        var page = await user.PostAsync(address + "/rule", added, ("reject", added.Values("reject").Single(v => v.StartsWith(Talks.Doubtful.Claims[1].Id, StringComparison.Ordinal))));
        Assert.Contains("rejected by", page.Body, StringComparison.Ordinal);
        page = await user.PostAsync(address + "/rule", page, ("undo", page.Values("undo").Single(v => v.StartsWith(Talks.Doubtful.Claims[1].Id, StringComparison.Ordinal))));
        Assert.DoesNotContain("rejected by", page.Body, StringComparison.Ordinal);
        Assert.Equal(3, bench.Rulings().Count);
    }

    [Fact]
    public async Task A_document_gets_another_date_and_a_grade()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        var address = Talks.Address(Talks.Doubtful);
        var page = await user.GetAsync(address);
        page = await user.PostAsync(address + "/document", page, ("redate", "2031-03-04"), ("seen", page.Values("seen").First()));
        Assert.Contains("4 Mar 2031", page.Body, StringComparison.Ordinal);
        page = await user.PostAsync(address + "/document", page, ("grade", "B2"), ("seen", page.Values("seen").Last()));
        Assert.Contains("grade B2", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.PostAsync(address + "/document", page, ("grade", "Z9"), ("seen", page.Values("seen").Last()))).Status);
    }

    [Fact]
    public async Task Meetings_deadlines_and_disputes_are_listed_filtered_and_opened()
    {
        await using var bench = await Bench.WithAsync(Talks.All);
        var user = await bench.EnterAsync();
        foreach (var (kind, words) in new[] { ("meetings", "talks"), ("deadlines", "bridge"), ("disputes", "bridge") })
        {
            using var list = JsonDocument.Parse((await user.GetAsync($"/{kind}.json?q={words}")).Body);
            var entry = list.RootElement.GetProperty("entries").GetProperty("items")[0];
            Assert.Contains(words, entry.GetProperty("name").GetString()!, StringComparison.OrdinalIgnoreCase);
            var page = await user.GetAsync($"/{kind}/{entry.GetProperty("key").GetString()}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("/source/", page.Body, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"/{kind}/none")).Status);
        }
    }

    [Fact]
    public async Task What_is_marked_above_the_limit_is_on_no_page_in_no_count_and_in_no_search()
    {
        var secret = new Dispatch("2031-03-04", "secret.txt").Says("Northland will quietly hold talks with Oxbow on 7 March 2031.",
            l => l.Claim(ClaimType.Meeting, "n", null) with { Participants = ["n", "o"], Form = MeetingForm.Talks, Status = ClaimStatus.Scheduled, When = Edtf.Parse("2031-03-07"), Confidence = .2 }).Reading();
        secret = secret with { Document = secret.Document with { Marking = Marking.Red } };
        await using var without = await Bench.WithAsync(Talks.All, (o, _) => o with { MaxMarking = Marking.Amber });
        await using var with = await Bench.WithAsync([.. Talks.All, secret], (o, _) => o with { MaxMarking = Marking.Amber });
        await using var open = await Bench.WithAsync([.. Talks.All, secret]);
        var (one, other, all) = (await without.EnterAsync(), await with.EnterAsync(), await open.EnterAsync());
        var told = 0;
        foreach (var path in ScreenList.All.Select(s => s.Path + ".json").Append("/search.json?q=quietly").Append("/today.json?since=2031-03-01"))
        {
            Assert.Equal((await one.GetAsync(path)).Body, (await other.GetAsync(path)).Body);
            if ((await all.GetAsync(path)).Body != (await other.GetAsync(path)).Body) told++;
        }

        Assert.True(told >= 5, "Without the limit the note is seen.");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Talks.Address(secret, "source"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Talks.Address(secret))).Status);
    }

    [Fact]
    public async Task Words_of_sources_are_words_on_every_page()
    {
        const string Evil = "<script>alert(1)</script><img src=x onerror=alert(2)> \"onclick=\"x";
        var reading = new Dispatch("2031-03-05", "javascript:alert(3)", Evil).Says($"Northland wants {Evil} by 9 March 2031.", l => l.Claim(ClaimType.Deadline, "n", Evil) with { To = ["w"], Due = Edtf.Parse("2031-03-09"), Confidence = .4 }).Reading();
        reading = reading with { Document = reading.Document with { Title = Evil } };
        await using var bench = await Bench.WithAsync([.. Talks.All, reading]);
        var user = await bench.EnterAsync();
        foreach (var path in ScreenList.All.Select(s => s.Path).Append(Talks.Address(reading)).Append(Talks.Address(reading, "source")).Append("/search?q=" + Uri.EscapeDataString(Evil + " script")))
        {
            var page = await user.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script>alert", page.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript", page.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    // Where folding takes long the page shows what stood before: the test looks until it does not.
    private static async Task<Bench.Answer> Later(Bench.Visitor user, string path)
    {
        await Task.Delay(300);
        return await user.GetAsync(path);
    }
}
