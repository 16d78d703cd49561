using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Domain;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Too much, too often, and what is no document.</summary>
[Collection("Sockets")]
public sealed class LimitTests
{
    [Fact]
    public async Task Guessing_the_launch_token_ends_at_the_tenth_try_and_says_when_to_come_again()
    {
        await using var bench = await Bench.WithAsync();
        var stranger = bench.Stranger();
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/enter?token={i:x64}")).Status);
        var right = ((SignIn)bench.App.Services.GetRequiredService(typeof(SignIn))).Token;
        Limited(await stranger.GetAsync("/enter?token=" + right));
        Assert.Empty(stranger.SetCookies);
    }

    [Fact]
    public async Task A_name_whose_password_is_guessed_is_told_how_long_to_wait()
    {
        await using var bench = await Bench.WithAsync([], (options, bench) =>
        {
            var file = bench.Folder.File("team.accounts");
            new AccountFile(file, rounds: 100).Add("Ana", Role.Analyst, "correct horse battery");
            return options with { Accounts = file };
        });
        var stranger = bench.Stranger("https://localhost");
        var page = await stranger.GetAsync("/log-in");
        for (var i = 0; i < 5; i++) await stranger.PostAsync("/log-in", page, ("name", "Ana"), ("password", "guess" + i));
        Limited(await stranger.PostAsync("/log-in", page, ("name", "Ana"), ("password", "correct horse battery")));
    }

    [Fact]
    public async Task Bringing_documents_is_limited_by_the_minute()
    {
        await using var bench = await Bench.WithAsync();
        var user = await bench.EnterAsync();
        var page = await user.GetAsync("/inbox");
        for (var i = 0; i < 60; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.PostAsync("/inbox", page, ("pasted", ""))).Status);
        Limited(await user.PostAsync("/inbox", page, ("pasted", "")));
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/inbox")).Status);
    }

    [Fact]
    public async Task Who_asks_without_end_is_stopped_and_others_are_not()
    {
        await using var bench = await Bench.WithAsync();
        var (user, stranger) = (await bench.EnterAsync(), bench.Stranger());
        Bench.Answer? stopped = null;
        for (var i = 0; i < 50 && stopped is null; i++)
            stopped = (await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => stranger.GetAsync("/nothing")))).FirstOrDefault(a => a.Status == HttpStatusCode.TooManyRequests);
        Limited(stopped!);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/inbox")).Status);
    }

    [Fact]
    public async Task More_than_a_form_holds_is_refused_as_too_much()
    {
        await using var bench = await Bench.WithAsync();
        var user = await bench.EnterAsync();
        var large = await BringAsync(user, ("large.txt", new byte[(int)Workbench.MostBytes + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("send less", large.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await BringAsync(user, [.. Enumerable.Range(0, 2_000).Select(i => ($"{i}.txt", "x"u8.ToArray()))])).Status);
        Assert.Empty(await DoneAsync(user));
    }

    [Fact]
    public async Task A_request_that_says_it_is_too_large_is_refused_before_it_is_sent()
    {
        await using var bench = await Bench.WithAsync([], (o, _) => o with { Urls = ["http://127.0.0.1:0"] }, kestrel: true);
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler);
        var page = await client.GetStringAsync(new Uri(Workbench.LaunchAddress(bench.App)!), TestContext.Current.CancellationToken);
        var token = new Bench.Answer(HttpStatusCode.OK, page, new(), new("http://127.0.0.1")).Token;
        using var body = new Unread(Workbench.MostBytes * 4);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, bench.App.Urls.First() + "/inbox") { Content = body };
        request.Headers.ExpectContinue = true;
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.False(body.WasAsked);
    }

    [Fact]
    public async Task No_more_waits_than_the_desk_holds()
    {
        using var gate = new ManualResetEventSlim();
        await using var bench = await Bench.WithAsync([], (o, _) => o with
        {
            Reader = () =>
            {
                gate.Wait(TimeSpan.FromMinutes(1));
                throw new IOException("There is no reader.");
            },
        });
        try
        {
            var user = await bench.EnterAsync();
            var full = await BringAsync(user, [.. Enumerable.Range(0, 240).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes($"Talks {i} began in the harbour.")))]);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, full.Status);
            Assert.Matches("(39|40) documents were not taken", full.Body);
            var desk = bench.App.Services.GetRequiredService<ReadingDesk>();
            // One may have been taken up to be read meanwhile.
            Assert.InRange(Enumerable.Range(0, 3).Count(_ => desk.Take(new("one more", [], null, Marking.Green), "x")), 0, 1);
        }
        finally
        {
            gate.Set();
        }
    }

    [Fact]
    public async Task Not_more_bytes_wait_than_memory_bears()
    {
        using var gate = new ManualResetEventSlim();
        await using var bench = await Bench.WithAsync([], (o, _) => o with { Reader = () => throw new IOException(gate.Wait(TimeSpan.FromMinutes(1)) ? "There is no reader." : "") });
        try
        {
            var desk = bench.App.Services.GetRequiredService<ReadingDesk>();
            Assert.True(desk.Take(new("first", "Talks began."u8.ToArray(), null, Marking.Green), "x"));
            Assert.True(desk.Take(new("large", new byte[ReadingDesk.MostBytesWaiting / 2], null, Marking.Green), "x"));
            Assert.False(desk.Take(new("too large", new byte[(ReadingDesk.MostBytesWaiting / 2) + 1], null, Marking.Green), "x"));
        }
        finally
        {
            gate.Set();
        }
    }

    [Fact]
    public async Task What_is_no_document_is_left_out_with_a_reason_and_the_next_is_read()
    {
        await using var bench = await Bench.WithAsync([], (o, _) => o with { Reader = () => SampleReader.Pipeline });
        var user = await bench.EnterAsync();
        var bomb = Packed("word/document.xml", new byte[80 << 20]);
        (string Name, byte[] Bytes)[] wrong =
        [
            ("articles.zip", Packed("article.txt", "Talks began."u8.ToArray())), ("nested.docx", Packed("word/document.xml", Packed("word/document.xml", bomb))), ("bomb.docx", bomb),
            ("program.txt", [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0]), ("picture.html", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]), ("fake.pdf", "%PDF-1.7 and nothing more"u8.ToArray()),
            ("..\\..\\evil.gz", [0x1f, 0x8b, 8, 0, 0, 0]), ("empty.txt", "   "u8.ToArray()),
        ];
        await BringAsync(user, [.. wrong, ("good.txt", "Northland told Westmark to withdraw its boats by 15 March 2031."u8.ToArray())]);
        var jobs = (await DoneAsync(user)).ToDictionary(j => j.GetProperty("name").GetString()!, j => (State: j.GetProperty("state").GetString(), Message: j.GetProperty("message").GetString()));
        Assert.Equal("added", jobs["good.txt"].State);
        Assert.Contains("Unpack it first", jobs["articles.zip"].Message, StringComparison.Ordinal);
        foreach (var (name, _) in wrong)
        {
            var job = jobs[name.Split('\\')[^1]];
            Assert.Equal((name, "left-out"), (name, job.State));
            Assert.False(string.IsNullOrWhiteSpace(job.Message), name);
            Assert.DoesNotContain(Path.GetTempPath(), job.Message, StringComparison.Ordinal);
        }

        Assert.Empty(bench.Reported);
    }

    private static byte[] Packed(string name, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open()) entry.Write(bytes);
        return packed.ToArray();
    }

    private static void Limited(Bench.Answer answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.InRange(int.Parse(answer.Header("Retry-After"), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(SecureHeaders.Policy, answer.Header("Content-Security-Policy"));
    }

    private static async Task<Bench.Answer> BringAsync(Bench.Visitor user, params (string Name, byte[] Bytes)[] files)
    {
        var token = (await user.GetAsync("/inbox")).Token;
        return await user.SendAsync(() =>
        {
            var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("green"), "marking" } };
            foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
            return new(HttpMethod.Post, "http://localhost/inbox") { Content = form };
        });
    }

    private static async Task<List<JsonElement>> DoneAsync(Bench.Visitor user)
    {
        for (var i = 0; ; i++)
        {
            var json = JsonDocument.Parse((await user.GetAsync("/inbox.json")).Body).RootElement;
            if (json.GetProperty("busy").GetInt32() == 0) return [.. json.GetProperty("jobs").EnumerateArray().Select(j => j.GetProperty("job"))];
            Assert.True(i < 300, "It was not read within a minute.");
            await Task.Delay(200);
        }
    }

    // A body that notes whether anybody asked for it.
    private sealed class Unread(long length) : HttpContent
    {
        public bool WasAsked { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasAsked = true;
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
