using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Rapporteur.Domain;
using Rapporteur.Record;
using Rapporteur.Web;

namespace Rapporteur.Tests;

/// <summary>A workbench inside the test process, over a record of its own, and a browser without a screen: it keeps cookies and sends forms as they stand on pages.</summary>
internal sealed partial class Bench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    public string Record => _folder.File("r.db");

    public TemporaryFolder Folder => _folder;

    public List<string> Reported { get; } = [];

    public WebApplication App => _app!;

    public static async Task<Bench> WithAsync(IEnumerable<DocumentReading>? readings = null, Func<WorkbenchOptions, Bench, WorkbenchOptions>? change = null, bool kestrel = false)
    {
        var bench = new Bench();
        using (var ledger = Ledger.Create(bench.Record, LedgerHost.System))
            foreach (var reading in readings ?? []) ledger.Append(reading);
        var options = new WorkbenchOptions { Record = bench.Record, Author = "A. Lind", Today = new DateOnly(2031, 3, 6), Urls = ["http://localhost"] };
        bench._app = Workbench.Build(change is null ? options : change(options, bench), bench.Reported.Add, kestrel ? null : web => web.UseTestServer());
        await bench._app.StartAsync();
        return bench;
    }

    /// <summary>Somebody at a browser, not logged in.</summary>
    public Visitor Stranger(string address = "http://localhost") => new(_app!.GetTestServer().CreateHandler(), new Uri(address));

    /// <summary>Every ruling of the record.</summary>
    public IReadOnlyList<Ruling> Rulings()
    {
        using var ledger = Ledger.Open(Record, LedgerHost.System, readOnly: true);
        return ledger.Rulings();
    }

    /// <summary>The single user.</summary>
    public async Task<Visitor> EnterAsync()
    {
        var visitor = Stranger();
        var entered = await visitor.GetAsync("/enter?token=" + _app!.Services.GetService(typeof(SignIn)) switch { SignIn door => door.Token, _ => "" });
        Xunit.Assert.Equal(HttpStatusCode.OK, entered.Status);
        return visitor;
    }

    /// <summary>A member of the team.</summary>
    public async Task<Visitor> LogInAsync(string name, string password)
    {
        var visitor = Stranger("https://localhost");
        var page = await visitor.GetAsync("/log-in");
        var answer = await visitor.PostAsync("/log-in", page, ("name", name), ("password", password), ("to", "/today"));
        Xunit.Assert.Equal(HttpStatusCode.OK, answer.Status);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    /// <summary>An answer with what it holds.</summary>
    public sealed record Answer(HttpStatusCode Status, string Body, HttpResponseMessage Raw, Uri At)
    {
        /// <summary>Pattern of the page, where the rounds found it.</summary>
        public string Pattern { get; init; } = "";

        public string Token => TokenPattern().Match(Body) is { Success: true } found ? found.Groups[1].Value : "";

        public string Header(string name) => Raw.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

        /// <summary>Value of the first button or field of a name.</summary>
        public string Value(string name) => WebUtility.HtmlDecode(Regex.Match(Body, $"name=\"{Regex.Escape(name)}\"[^>]*? value=\"([^\"]*)\"").Groups[1].Value);

        public IEnumerable<string> Values(string name) => Regex.Matches(Body, $"name=\"{Regex.Escape(name)}\"[^>]*? value=\"([^\"]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();

    public sealed class Visitor(HttpMessageHandler handler, Uri home)
    {
        private readonly CookieContainer _cookies = new();

        public List<string> SetCookies { get; } = [];

        public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(() => new(HttpMethod.Get, new Uri(home, path)), headers);

        public Task<Answer> PostAsync(string path, Answer from, params (string Name, string Value)[] fields) =>
            PostAsync(path, [.. fields, ("__RequestVerificationToken", from.Token)]);

        public Task<Answer> PostAsync(string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers) =>
            SendAsync(() => new(HttpMethod.Post, new Uri(home, path)) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) }, headers);

        public async Task<Answer> SendAsync(Func<HttpRequestMessage> make, params (string Name, string Value)[] headers)
        {
            using var client = new HttpClient(handler, disposeHandler: false);
            var request = make();
            for (var hops = 0; ; hops++)
            {
                foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
                if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies) request.Headers.TryAddWithoutValidation("Cookie", cookies);
                var response = await client.SendAsync(request);
                if (response.Headers.TryGetValues("Set-Cookie", out var set))
                    foreach (var cookie in set)
                    {
                        SetCookies.Add(cookie);
                        _cookies.SetCookies(request.RequestUri!, cookie);
                    }

                if (response.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect && hops < 4)
                {
                    request = new(HttpMethod.Get, new Uri(request.RequestUri!, response.Headers.Location!));
                    continue;
                }

                return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response, request.RequestUri!);
            }
        }
    }
}
