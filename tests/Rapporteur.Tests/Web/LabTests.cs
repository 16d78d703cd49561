using System.Net;
using System.Text.Json;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The lab: packages, models, positions of the record, questions.</summary>
[Collection("Sockets")]
public sealed class LabTests
{
    private static string Packages => File.ReadAllText(Repository.File("docs", "guide", "packages", "river-talks.yaml"));

    private static string Table => File.ReadAllText(Repository.File("docs", "guide", "forecast", "river.csv"));

    private static Task<Bench> OpenAsync() => Bench.WithAsync(Talks.All, (o, b) => o with { Questions = b.Folder.File("questions.ndjson") });

    private static async Task<Bench.Answer> RunAsync(Bench.Visitor user, string path, params (string Name, string Value)[] fields) => await user.PostAsync(path, await user.GetAsync(path), fields);

    [Fact]
    public async Task Packages_show_frontier_rules_zone_and_what_would_open_one()
    {
        await using var bench = await OpenAsync();
        var user = await bench.EnterAsync();
        Assert.Contains("River talks", (await user.GetAsync("/lab/packages?example=1")).Body, StringComparison.Ordinal);
        var page = await RunAsync(user, "/lab/packages", ("pasted", Packages), ("draws", "200"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("A zone of agreement is open: 17 packages", page.Body, StringComparison.Ordinal);
        Assert.Contains("<svg", page.Body, StringComparison.Ordinal);
        Assert.Contains("Kalai", page.Body, StringComparison.Ordinal);
        var closed = await RunAsync(user, "/lab/packages", ("pasted", Packages), ("takes", "Northland=0.95\nSouthmark=0.9"), ("draws", "1"));
        Assert.Contains("class=\"stuck\"", closed.Body, StringComparison.Ordinal);
        var file = await RunAsync(user, "/lab/packages", ("pasted", Packages), ("draws", "200"), ("json", "1"));
        using var json = JsonDocument.Parse(file.Body);
        Assert.True(json.RootElement.GetProperty("zone").GetProperty("open").GetBoolean());
        Assert.Empty(bench.Reported);
    }

    [Theory]
    [InlineData("title: x\nissues: 3\nparties: []", "1", "", "line 1: “issues” is a list")]
    [InlineData(null, "1", "R9", "There is no red line R9; there are 2")]
    [InlineData(null, "10001", "", "Draws: expected a whole number from 1 to 10000, found &#x27;10001&#x27;")]
    [InlineData("", "1", "", "Paste a file of packages")]
    public async Task Packages_that_are_wrong_are_refused_with_their_place(string? text, string draws, string drop, string expected)
    {
        await using var bench = await OpenAsync();
        var page = await RunAsync(await bench.EnterAsync(), "/lab/packages", ("pasted", text ?? Packages), ("draws", draws), ("drop", drop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(WebUtility.HtmlDecode(expected), WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_runs_on_a_table_with_the_compromise_beside_it()
    {
        await using var bench = await OpenAsync();
        var user = await bench.EnterAsync();
        var list = await user.GetAsync("/lab/models");
        foreach (var model in BargainingModels.All) Assert.Contains(WebUtility.HtmlEncode(model.Paper)[..12], list.Body, StringComparison.Ordinal);
        foreach (var model in BargainingModels.All)
        {
            var page = await RunAsync(user, "/lab/models", ("model", model.Id), ("pasted", Table), ("draws", "200"), ("seed", "7"));
            Assert.True(page.Status == HttpStatusCode.OK, model.Id + page.Body);
            Assert.Contains("Compromise mean", page.Body, StringComparison.Ordinal);
            Assert.Contains("<svg", page.Body, StringComparison.Ordinal);
        }

        var file = await RunAsync(user, "/lab/models", ("model", "scholz-code"), ("pasted", Table), ("draws", "200"), ("seed", "7"), ("json", "1"));
        await File.WriteAllTextAsync(bench.Folder.File("table.csv"), Table, TestContext.Current.CancellationToken);
        var call = await Call.Of("forecast", bench.Folder.File("table.csv"), "--model", "scholz-code", "--draws", "200", "--seed", "7", "--tornado", "--json");
        Assert.Equal(call.Out, file.Body);
    }

    [Fact]
    public void Who_takes_no_part_in_an_issue_has_no_line_in_its_picture()
    {
        var table = StakeholderFile.Read(Table, "river").Table!;
        var model = BargainingModels.Find("exchange")!;
        var forecast = new ForecastRequest().Answer(new(model, table, 1, 1));
        var charts = ForecastPictures.Of(model.Name, forecast).Select(p => p.Chart.Table.Rows.Select(r => r.Cells[0]).ToList()).ToList();
        Assert.Contains("Industry", charts[0]);
        Assert.DoesNotContain("Industry", charts[1]);
        Assert.Contains("Upstream", charts[1]);
    }

    [Theory]
    [InlineData("stakeholder,capability,position,salience\nA,1,3,2\nB,1,5,1", "model=median", "row 2, column salience")]
    [InlineData("", "", "Paste a table")]
    [InlineData(null, "draws=999999", "Draws: expected a whole number from 0 to 10000")]
    [InlineData(null, "options=q", "Options: expected a name and a value")]
    public async Task A_table_that_is_wrong_is_refused_by_row_and_column(string? text, string field, string expected)
    {
        await using var bench = await OpenAsync();
        var parts = field.Split('=');
        var page = await RunAsync(await bench.EnterAsync(), "/lab/models", [("pasted", text ?? Table), ("model", "compromise"), .. field.Length > 0 ? [(parts[0], parts[1])] : Array.Empty<(string, string)>()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(expected, WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_beyond_the_limits_is_not_begun()
    {
        await using var bench = await OpenAsync();
        var user = await bench.EnterAsync();
        var wide = "stakeholder,capability,position,salience\n" + string.Join('\n', Enumerable.Range(0, 61).Select(i => $"S{i},1,{i},1"));
        Assert.Contains("60 stakeholders", (await RunAsync(user, "/lab/models", ("model", "spatial"), ("pasted", wide))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await RunAsync(user, "/lab/models", ("model", "spatial"), ("pasted", new string('x', LabLimits.Text + 1)))).Status);
    }

    [Fact]
    public async Task Work_that_takes_too_long_ends_for_who_waits_and_keeps_its_place()
    {
        using var gate = new WorkGate { Limit = TimeSpan.FromMilliseconds(50) };
        using var held = new ManualResetEventSlim();
        var late = await Assert.ThrowsAsync<PageException>(() => gate.RunAsync(_ => held.Wait(TimeSpan.FromSeconds(20), CancellationToken.None), TestContext.Current.CancellationToken));
        Assert.Equal(422, late.Status);
        held.Set();
        Assert.Equal(3, await gate.RunAsync(_ => 3, TestContext.Current.CancellationToken));
        Assert.Equal(422, (await Assert.ThrowsAsync<PageException>(() => gate.RunAsync<int>(cancel => throw Assert.IsType<OperationCanceledException>(Ended(cancel)), TestContext.Current.CancellationToken))).Status);

        static Exception Ended(CancellationToken cancel)
        {
            cancel.WaitHandle.WaitOne();
            return new OperationCanceledException(cancel);
        }
    }

    [Fact]
    public async Task A_model_runs_on_positions_of_the_record_with_numbers_of_the_analyst()
    {
        var bridge = new DossierIssue("bridge", "The bridge") { IsOrdered = true, Words = ["bridge"], Options = [new("closed", "stays closed", ["stay closed"]), new("open", "is reopened", ["reopen"])] };
        await using var bench = await Bench.WithAsync(Talks.All, (o, _) => o with { Dossier = new() { Issues = [bridge] } });
        var user = await bench.EnterAsync();
        using var json = JsonDocument.Parse((await user.GetAsync("/lab/positions.json")).Body);
        var issue = json.RootElement.GetProperty("issues")[0].GetProperty("key").GetString()!;
        var address = "/lab/positions?issue=" + Uri.EscapeDataString(issue);
        var form = await user.GetAsync(address);
        Assert.Contains("/source/", form.Body, StringComparison.Ordinal);
        var options = JsonDocument.Parse((await user.GetAsync("/lab/positions.json?issue=" + Uri.EscapeDataString(issue))).Body).RootElement;
        var places = Enumerable.Range(0, options.GetProperty("options").GetArrayLength()).Select(i => ($"place-{i}", "40"));
        var sides = options.GetProperty("sides").GetArrayLength();
        (string, string)[] numbers = [("issue", issue), .. places, ("capability-0", "1"), ("salience-0", "0.5..0.9"), ("position-0", "20"), ($"name-{sides - 1}", "Riverside"), ($"capability-{sides - 1}", "2"), ($"salience-{sides - 1}", "0.4"), ($"position-{sides - 1}", "80"), ("model", "compromise"), ("draws", "100")];
        var run = await user.PostAsync("/lab/positions", form, numbers);
        Assert.True(run.Status == HttpStatusCode.OK, run.Body);
        Assert.Contains("Compromise mean", run.Body, StringComparison.Ordinal);
        var wrong = await user.PostAsync("/lab/positions", form, [.. numbers.Select(n => n.Item1 == "salience-0" ? (n.Item1, "3") : n)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("column salience: expected a number from 0 to 1, such as 0.5 or 0.3..0.7, found '3'", WebUtility.HtmlDecode(wrong.Body), StringComparison.Ordinal);
        var missing = await user.PostAsync("/lab/positions", form, [.. numbers.Where(n => n.Item1 != $"capability-{sides - 1}")]);
        Assert.Contains("the capability of Riverside", missing.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_asked_forecast_resolved_and_scored_and_every_line_holds()
    {
        await using var bench = await OpenAsync();
        var user = await bench.EnterAsync();
        var asked = await RunAsync(user, "/lab/questions", ("text", "Is the bridge open on 8 March?"), ("rule", "Yes where the Harbour Daily says so."), ("closes", "2031-03-08"), ("type", "yes-no"));
        Assert.Contains("Is the bridge open on 8 March?", asked.Body, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await user.GetAsync("/lab/questions.json")).Body);
        var address = "/lab/questions/" + json.RootElement.GetProperty("questions")[0].GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.PostAsync(address + "/forecast", await user.GetAsync(address), ("forecast", "maybe"))).Status);
        await user.PostAsync(address + "/forecast", await user.GetAsync(address), ("forecast", ".2"), ("basis", "a guess"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.PostAsync(address + "/resolve", await user.GetAsync(address), ("outcome", "perhaps"))).Status);
        var resolved = await user.PostAsync(address + "/resolve", await user.GetAsync(address), ("outcome", "no"), ("evidence", "Harbour Daily, 9 March"));
        Assert.Contains("Harbour Daily, 9 March", resolved.Body, StringComparison.Ordinal);
        var page = await user.GetAsync("/lab/questions");
        Assert.Contains("0.040", page.Body, StringComparison.Ordinal);
        Assert.Contains("<svg", page.Body, StringComparison.Ordinal);
        Assert.Contains("ceasefire", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((0, true), await Verified());

        async Task<(int, bool)> Verified()
        {
            var call = await Call.Of("question", "verify", "--ledger", bench.Folder.File("questions.ndjson"));
            return (call.Code, call.Out.StartsWith("3 lines", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_reader_runs_models_and_asks_no_question_and_nothing_enters_the_record()
    {
        const string Password = "correct horse battery";
        await using var bench = await Bench.WithAsync(Talks.All, (options, b) =>
        {
            var accounts = new AccountFile(b.Folder.File("a"), rounds: 100);
            accounts.Add("Rea", Role.Reader, Password);
            return options with { Accounts = b.Folder.File("a"), Questions = b.Folder.File("q.ndjson") };
        });
        var reader = await bench.LogInAsync("Rea", Password);
        var before = Stamp();
        Assert.Equal(HttpStatusCode.OK, (await RunAsync(reader, "/lab/packages", ("pasted", Packages), ("draws", "10"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await RunAsync(reader, "/lab/models", ("pasted", Table), ("model", "median"), ("draws", "10"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RunAsync(reader, "/lab/questions", ("text", "x"), ("rule", "y"), ("closes", "2031-03-08"), ("type", "yes-no"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.PostAsync("/lab/models", [("pasted", Table)])).Status);
        Assert.False(File.Exists(bench.Folder.File("q.ndjson")));
        Assert.Equal(before, Stamp());

        string Stamp()
        {
            using var ledger = Rapporteur.Record.Ledger.Open(bench.Record, Rapporteur.Record.LedgerHost.System, readOnly: true);
            return ledger.Stamp();
        }
    }
}
