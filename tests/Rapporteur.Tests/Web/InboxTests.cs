using System.Net;
using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Documents that are brought through the page.</summary>
[Collection("Sockets")]
public sealed class InboxTests
{
    private const string Article = "Northland told Westmark to withdraw its boats by 15 March 2031. The president of Westmark, Jo Verhey, said his country would never pay the tolls.";

    [Fact]
    public async Task A_file_and_a_pasted_text_are_read_and_the_same_twice_changes_nothing()
    {
        await using var bench = await Bench.WithAsync([], (o, _) => o with { Reader = () => SampleReader.Pipeline });
        var user = await bench.EnterAsync();
        await BringAsync(user, ("name", "note"), ("pasted", Article), ("published", "2031-03-06"), ("marking", "green"));
        var jobs = await DoneAsync(user);
        Assert.Equal("added", jobs[0].GetProperty("job").GetProperty("state").GetString());
        Assert.True(jobs[0].GetProperty("job").GetProperty("claims").GetInt32() > 0);
        await BringAsync(user, ("name", "note"), ("pasted", Article), ("published", "2031-03-06"), ("marking", "green"));
        Assert.Equal("known", (await DoneAsync(user))[0].GetProperty("job").GetProperty("state").GetString());
        using var ledger = Ledger.Open(bench.Record, LedgerHost.System, readOnly: true);
        var reading = Assert.Single(ledger.Readings());
        Assert.Equal(Marking.Green, reading.Document.Marking);
        Assert.Equal("2031-03-06", reading.Document.Published.Value?.Value);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_a_name_alone()
    {
        await using var bench = await Bench.WithAsync([], (o, _) => o with { Reader = () => SampleReader.Pipeline });
        var user = await bench.EnterAsync();
        var page = await user.GetAsync("/inbox");
        var answer = await user.SendAsync(() =>
        {
            var form = new MultipartFormDataContent { { new StringContent(page.Token), "__RequestVerificationToken" } };
            form.Add(new StringContent(Article), "files", "../../../etc/cron.d/evil.txt");
            return new(HttpMethod.Post, "http://localhost/inbox") { Content = form };
        });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("evil.txt", (await DoneAsync(user))[0].GetProperty("job").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Nothing_is_taken_above_the_marking_of_the_server_or_without_anything_in_it()
    {
        await using var bench = await Bench.WithAsync([], (o, _) => o with { MaxMarking = Marking.Green });
        var user = await bench.EnterAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await BringAsync(user, ("pasted", Article), ("marking", "red"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await BringAsync(user, ("pasted", " "), ("marking", "green"))).Status);
    }

    [Theory]
    [InlineData("http://127.0.0.1:22/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public async Task An_address_inside_a_private_network_is_refused_and_what_came_with_it_is_read(string address)
    {
        await using var bench = await Bench.WithAsync([], (o, _) => o with { Reader = () => SampleReader.Pipeline, Resolve = (_, _) => throw new InvalidOperationException("No name is looked up.") });
        var user = await bench.EnterAsync();
        await BringAsync(user, ("addresses", address), ("name", "note"), ("pasted", Article));
        var jobs = (await DoneAsync(user)).Select(j => j.GetProperty("job")).ToList();
        Assert.Equal(["added", "left-out"], jobs.Select(j => j.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
        Assert.NotEmpty(jobs.Single(j => j.GetProperty("name").GetString() == address).GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_wrong_date_takes_nothing_and_loses_no_words()
    {
        await using var bench = await Bench.WithAsync([]);
        var user = await bench.EnterAsync();
        var again = await BringAsync(user, ("pasted", Article), ("name", "note"), ("published", "yesterday"), ("marking", "green"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("“yesterday” is no date", WebUtility.HtmlDecode(again.Body), StringComparison.Ordinal);
        Assert.Contains(Article.Trim(), WebUtility.HtmlDecode(again.Body), StringComparison.Ordinal);
        Assert.Equal(("note", "yesterday"), (again.Value("name"), again.Value("published")));
        Assert.Empty(await DoneAsync(user));
    }

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_is_not_fetched()
    {
        using var server = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var accepted = server.AcceptTcpClientAsync();
        await using var bench = await Bench.WithAsync([], (o, _) => o with { Reader = () => SampleReader.Pipeline, Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Loopback }) });
        var user = await bench.EnterAsync();
        await BringAsync(user, ("addresses", $"http://news.example:{((IPEndPoint)server.LocalEndpoint).Port}/"));
        var job = (await DoneAsync(user))[0].GetProperty("job");
        Assert.Equal("left-out", job.GetProperty("state").GetString());
        Assert.Contains("private", job.GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.False(accepted.IsCompleted);
    }

    private static async Task<Bench.Answer> BringAsync(Bench.Visitor user, params (string, string)[] fields) => await user.PostAsync("/inbox", await user.GetAsync("/inbox"), fields);

    private static async Task<List<JsonElement>> DoneAsync(Bench.Visitor user)
    {
        for (var i = 0; ; i++)
        {
            var json = JsonDocument.Parse((await user.GetAsync("/inbox.json")).Body).RootElement;
            if (json.GetProperty("busy").GetInt32() == 0) return [.. json.GetProperty("jobs").EnumerateArray()];
            Assert.True(i < 300, "It was not read within a minute.");
            await Task.Delay(200);
        }
    }
}
