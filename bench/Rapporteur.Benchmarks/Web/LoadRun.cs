using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Rapporteur.Record;
using Rapporteur.Web;

namespace Rapporteur.Benchmarks;

/// <summary>Many at the workbench at once. <c>load [ARTICLES [READERS [ANALYSTS [SECONDS]]]]</c>: fills a record with synthetic articles of fifty claims (2,000 by default), serves it to accounts of their own (200 readers, 5 analysts),
/// each of whom looks at a page, waits up to <c>PAUSE</c> seconds, and looks at the next; analysts accept a claim on every fifth page. Prints the time of each page in the middle and at the 95th of a hundred, from the client's side,
/// and before that what each page costs by itself in processor time, client included, which other programs on the machine change little. In place of ARTICLES a file names a record: it is filled where it is not there, and copied.</summary>
internal static partial class LoadRun
{
    private const string Password = "a password for all";
    private const double Pause = 10;
    private const int Alone = 20;
    private static readonly string[] Pages = ["/today", "/meetings", "/meetings?page=3", "/deadlines", "/disputes", "/sources", "/review", "/search?q=talks", "SOURCE", "REVIEW"];
    private static readonly string[] Further = ["/actors", "ACTOR", "/matrix", "/matrix.json", "/matrix?asof=DAY", "/conditions", "/charts", "/charts/timeline", "/inbox", "/search?q=talks&in=claims", "/today?since=DAY", "/openapi.json"];

    public static async Task RunAsync(string[] args)
    {
        int Number(int at, int otherwise) => args.Length > at && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
        var (articles, readers, analysts, seconds) = (Number(0, 2_000), Number(1, 200), Number(2, 5), Number(3, 60));
        var filled = args.Length > 0 && !char.IsAsciiDigit(args[0][0]) ? args[0] : null;
        var folder = Directory.CreateTempSubdirectory("rapporteur-load-").FullName;
        try
        {
            var place = Path.Combine(folder, "load.db");
            if (filled is not null && !File.Exists(filled)) Fill(filled, articles);
            if (filled is not null) File.Copy(filled, place);
            else Fill(place, articles);
            var (texts, last) = Texts(place);
            var accounts = new AccountFile(Path.Combine(folder, "accounts"), rounds: 1_000);
            for (var i = 0; i < readers + analysts; i++) accounts.Add("user " + i, i < readers ? Role.Reader : Role.Analyst, Password);
            await using var app = Workbench.Build(new() { Record = place, Accounts = Path.Combine(folder, "accounts"), Urls = ["http://127.0.0.1:0"], Today = last, Clock = TimeProvider.System }, Console.Error.WriteLine);
            await app.StartAsync();
            var home = new Uri(app.Urls.First());
            using var cookies = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 };
            using var client = new HttpClient(cookies) { BaseAddress = home };
            var users = new List<string>();
            // Ten log-ins a minute from one address is what the server allows: the cookies are made as it makes them.
            for (var i = 0; i < readers + analysts; i++) users.Add(await Sessions.CookieAsync(app, accounts.Find("user " + i)!));
            var watch = Stopwatch.StartNew();
            var (documents, claims) = await Workbench.PrepareAsync(app);
            Say($"{documents} documents, {claims} claims worked out in {watch.Elapsed.TotalSeconds:F2} s");
            watch.Restart();
            var first = await GetAsync(client, users[0], "/today");
            Say($"first page {watch.Elapsed.TotalSeconds:F2} s ({first.Status})");
            var actor = ActorPattern().Match((await GetAsync(client, users[0], "/actors")).Body).Value;
            foreach (var page in Pages.Concat(Further)) await AloneAsync(client, users[0], page.Replace("DAY", $"{last.AddDays(-3):yyyy-MM-dd}", StringComparison.Ordinal).Replace("ACTOR", actor, StringComparison.Ordinal), texts);
            var times = new ConcurrentDictionary<string, ConcurrentBag<double>>();
            var wrong = new ConcurrentDictionary<string, int>();
            var end = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
            await Task.WhenAll(users.Select((cookie, i) => WorkAsync(client, cookie, i, i >= readers, texts, end, times, wrong)));
            foreach (var (page, taken) in times.OrderBy(t => t.Key, StringComparer.Ordinal)) Say($"{page,-22} n {taken.Count,6}  median {Percentile(taken, .5),7:F1} ms  p95 {Percentile(taken, .95),7:F1} ms");
            var all = times.Where(t => !t.Key.StartsWith("rule", StringComparison.Ordinal)).SelectMany(t => t.Value).ToList();
            Say($"all pages              n {all.Count,6}  median {Percentile(all, .5),7:F1} ms  p95 {Percentile(all, .95),7:F1} ms; {all.Count / (double)seconds:F0} pages a second");
            foreach (var (what, count) in wrong) Say($"not answered well: {what} {count}");
            Say($"most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB, of server and readers together");
            await app.StopAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(string place, int articles)
    {
        using var ledger = Ledger.Create(place, LedgerHost.System);
        for (var at = 0; at < articles; at += 64) ledger.Append([.. Enumerable.Range(at, Math.Min(64, articles - at)).Select(i => SyntheticArticles.Of(i))]);
    }

    // Once to warm up, then several times one after the other, each time another text.
    private static async Task AloneAsync(HttpClient client, string cookie, string page, List<string> texts)
    {
        var process = Process.GetCurrentProcess();
        var watch = Stopwatch.StartNew();
        var (status, body, _) = await GetAsync(client, cookie, Address(page, texts, 0));
        var first = watch.Elapsed;
        for (var i = 1; i <= 5; i++) await GetAsync(client, cookie, Address(page, texts, i));
        process.Refresh();
        var (before, allocated) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        for (var i = 0; i < Alone; i++) await GetAsync(client, cookie, Address(page, texts, i + 6));
        process.Refresh();
        Say($"alone {page,-26} {(int)status} {body.Length / 1e3,6:F0} KB  first {first.TotalMilliseconds,7:F0} ms  then {(process.TotalProcessorTime - before).TotalMilliseconds / Alone,6:F1} ms of processor time, {(GC.GetTotalAllocatedBytes() - allocated) / 1e6 / Alone,6:F1} MB allocated");
    }

    private static async Task WorkAsync(HttpClient client, string cookie, int seed, bool rules, List<string> texts, long end, ConcurrentDictionary<string, ConcurrentBag<double>> times, ConcurrentDictionary<string, int> wrong)
    {
        var chance = new Random(seed);
        await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * Pause));
        for (var turn = 0; Stopwatch.GetTimestamp() < end; turn++)
        {
            var page = rules && turn % 5 == 4 ? "REVIEW" : Pages[chance.Next(Pages.Length)];
            var address = Address(page, texts, chance.Next(texts.Count));
            var started = Stopwatch.GetTimestamp();
            var answer = await GetAsync(client, cookie, address);
            Note(page, answer.Status, started);
            if (rules && turn % 5 == 4 && AcceptPattern().Match(answer.Body) is { Success: true } claim && TokenPattern().Match(answer.Body) is { Success: true } token)
            {
                using var form = new HttpRequestMessage(HttpMethod.Post, address + "/rule") { Content = new FormUrlEncodedContent([new("accept", claim.Groups[1].Value), new("__RequestVerificationToken", token.Groups[1].Value)]) };
                form.Headers.Add("Cookie", cookie + "; " + answer.Cookie);
                started = Stopwatch.GetTimestamp();
                using var made = await client.SendAsync(form);
                Note("rule", made.StatusCode, started);
            }

            await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * Pause));
        }

        void Note(string page, HttpStatusCode status, long started)
        {
            times.GetOrAdd(page, _ => []).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (status is not (HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Conflict)) wrong.AddOrUpdate($"{page} {(int)status}", 1, (_, n) => n + 1);
        }
    }

    private static async Task<(HttpStatusCode Status, string Body, string Cookie)> GetAsync(HttpClient client, string cookie, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "");
    }

    private static (List<string> Texts, DateOnly Last) Texts(string place)
    {
        using var ledger = Ledger.Open(place, LedgerHost.System, readOnly: true);
        var documents = ledger.Readings().Select(r => r.Document).ToList();
        return ([.. documents.Select(d => d.TextId["sha256:".Length..][..32])], documents.Max(d => d.Published.Anchor) ?? DateOnly.MinValue);
    }

    private static string Address(string page, List<string> texts, int at) => page switch { "SOURCE" => "/source/" + texts[at], "REVIEW" => "/review/" + texts[at], _ => page };

    private static double Percentile(IEnumerable<double> taken, double share)
    {
        var sorted = taken.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("name=\"accept\" value=\"([^\"]+)\"")]
    private static partial Regex AcceptPattern();

    [GeneratedRegex("/actors/[^\"]+")]
    private static partial Regex ActorPattern();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
