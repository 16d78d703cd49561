using System.Net;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Many who rule at the same moment: one is written, the others are shown it, and nobody's ruling is lost or overwritten.</summary>
[Collection("Sockets")]
public sealed class TogetherTests
{
    private const string Password = "correct horse battery";
    private const int Many = 8;

    private static readonly string Address = Talks.Address(Talks.Doubtful);

    [Fact]
    public async Task Of_many_who_rule_at_once_one_is_written_and_the_others_rule_after_it_or_not_at_all()
    {
        await using var bench = await TeamAsync();
        var analysts = await AllAsync(bench);
        var waiting = (await Task.WhenAll(analysts.Select(async (a, i) => (Analyst: a, Verdict: i % 2 == 0 ? "accept" : "reject", Seen: await a.GetAsync(Address))))).ToList();
        for (var written = 1; waiting.Count > 0; written++)
        {
            var answers = await Task.WhenAll(waiting.Select(async w => (w.Analyst, w.Verdict, Seen: await w.Analyst.PostAsync(Address + "/rule", w.Seen, (w.Verdict, w.Seen.Value(w.Verdict))))));
            Assert.Single(answers, a => a.Seen.Status == HttpStatusCode.OK);
            waiting = [.. answers.Where(a => a.Seen.Status == HttpStatusCode.Conflict)];
            Assert.Equal(Many - written, waiting.Count);
            var rulings = bench.Rulings();
            Assert.Equal(written, rulings.Count);
            // Whoever comes too late is shown by whom, and of what, and keeps what he wanted.
            Assert.All(waiting, w => Assert.Contains($"<bdi>{rulings.Single(r => rulings.All(o => !o.Follows.Contains(r.Id))).Author}</bdi>", w.Seen.Body, StringComparison.Ordinal));
        }

        var all = bench.Rulings();
        Assert.Equal(Many, all.Select(r => r.Author).Distinct().Count());
        // One line: each follows the one before and no other.
        Assert.Single(all, r => r.Follows.IsEmpty);
        Assert.Equal(Many - 1, all.SelectMany(r => r.Follows).Distinct().Count());
        Assert.All(all, r => Assert.True(r.Follows.Length <= 1));
    }

    [Fact]
    public async Task Corrections_and_grades_at_once_are_never_mixed()
    {
        await using var bench = await TeamAsync();
        var analysts = (await AllAsync(bench))[..4];
        var claim = Talks.Doubtful.Claims[1].Id;
        var forms = await Task.WhenAll(analysts.Select(a => a.GetAsync($"{Address}/claim/{claim}")));
        string[] words = ["the bridge", "close the bridge", "close", "bridge again"];
        var corrected = await Task.WhenAll(analysts.Select((a, i) => a.PostAsync($"{Address}/claim/{claim}", forms[i], ("seen", forms[i].Value("seen")), ("field-what", words[i]))));
        var one = Array.FindIndex(corrected, c => c.Status == HttpStatusCode.OK);
        Assert.Equal(3, corrected.Count(c => c.Status == HttpStatusCode.Conflict));
        Assert.Equal("A" + one, Assert.Single(bench.Rulings()).Author);
        // Those who came too late are shown what they wanted, to the letter.
        for (var i = 0; i < 4; i++)
            if (i != one) Assert.Contains($"what = {words[i]}", WebUtility.HtmlDecode(corrected[i].Body), StringComparison.Ordinal);
        var pages = await Task.WhenAll(analysts.Select(a => a.GetAsync(Address)));
        var graded = await Task.WhenAll(analysts.Select((a, i) => a.PostAsync(Address + "/document", pages[i], ("grade", "ABCD"[i] + "2"), ("seen", pages[i].Values("seen").Last()))));
        Assert.Single(graded, g => g.Status == HttpStatusCode.OK);
        Assert.Equal(3, graded.Count(g => g.Status == HttpStatusCode.Conflict));
        Assert.Equal(2, bench.Rulings().Count);
    }

    [Fact]
    public async Task Rulings_on_different_claims_at_once_are_all_written()
    {
        await using var bench = await TeamAsync();
        var analysts = await AllAsync(bench);
        var readings = Talks.All.Where(r => r.Claims.Length > 0).ToList();
        var answers = await Task.WhenAll(analysts.Select(async (a, i) =>
        {
            var address = Talks.Address(readings[i % readings.Count]);
            var page = await a.GetAsync(address + "?order=text");
            var accept = page.Values("accept").ToList();
            return i / readings.Count < accept.Count ? await a.PostAsync(address + "/rule", page, ("accept", accept[i / readings.Count])) : null;
        }));
        Assert.True(answers.Length > 3);
        Assert.All(answers.OfType<Bench.Answer>(), a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(answers.OfType<Bench.Answer>().Count(), bench.Rulings().Count);
    }

    private static Task<Bench> TeamAsync() => Bench.WithAsync(Talks.All, (options, bench) =>
    {
        var accounts = new AccountFile(bench.Folder.File("team.accounts"), rounds: 100);
        for (var i = 0; i < Many; i++) accounts.Add("A" + i, Role.Analyst, Password);
        return options with { Accounts = bench.Folder.File("team.accounts") };
    });

    private static async Task<Bench.Visitor[]> AllAsync(Bench bench)
    {
        var analysts = new Bench.Visitor[Many];
        for (var i = 0; i < Many; i++) analysts[i] = await bench.LogInAsync("A" + i, Password);
        return analysts;
    }
}
