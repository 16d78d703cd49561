using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rapporteur.Publishing;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The workbench in a real browser: keys alone, no message in the console, and what a screen reader needs. Pictures go to the folder that RAPPORTEUR_SHOTS names.</summary>
[Collection("Browser")]
public sealed class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task Every_page_can_be_used_by_everybody()
    {
        await using var browser = await OpenAsync();
        var told = new List<string>();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, told);
        foreach (var path in await PagesAsync(browser))
        {
            await page.GotoAsync(browser.Home + path);
            await LookAsync(path);
        }

        foreach (var (path, button) in new[] { ("/lab/models?example=1", "Run"), ("/lab/packages?example=1", "Work it out") })
        {
            await page.GotoAsync(browser.Home + path);
            await page.RunAndWaitForResponseAsync(() => page.ClickAsync($"button:text-is('{button}')"), answer => answer.Request.Method == "POST");
            await page.WaitForSelectorAsync("#result svg");
            await LookAsync($"{path} {button}");
        }

        async Task LookAsync(string path)
        {
            told.AddRange((await page.EvaluateAsync<string[]>(Accessibility.Check)).Select(fault => $"{path}: {fault}"));
            await InEveryLightAsync(page, async light =>
            {
                told.AddRange((await page.EvaluateAsync<string[]>(Looks.Check)).Select(fault => $"{path} {light}: {fault}"));
                await browser.ShootAsync(page, $"{Regex.Replace(path, "[^A-Za-z0-9]+", "-").Trim('-')}-{light}");
            });
        }

        // A page that is not there is told by its status, and the console repeats that.
        var faults = told.Where(t => !t.Contains("404", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_published_brief_can_be_read_by_everybody()
    {
        await using var browser = await OpenAsync();
        var told = new List<string>();
        var visitor = await browser.VisitorAsync();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, []);
        foreach (var template in new[] { "full", "situation", "deadlines" })
        {
            await page.GotoAsync("about:blank");
            await page.SetContentAsync((await visitor.GetAsync($"/brief/file/html?template={template}")).Body);
            await InEveryLightAsync(page, async light =>
            {
                told.AddRange((await page.EvaluateAsync<string[]>(Looks.Check)).Select(fault => $"{template} {light}: {fault}"));
                await browser.ShootAsync(page, $"file-{template}-{light}");
            });
        }

        Assert.Empty(told);
    }

    // Light and dark, wide and narrow.
    private static async Task InEveryLightAsync(IPage page, Func<string, Task> look)
    {
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await look($"{scheme} {width}".ToLowerInvariant().Replace(' ', '-'));
            }
        }
    }

    // One of each page to which links lead, and those that forms lead to.
    private static async Task<IReadOnlyList<string>> PagesAsync(Browser browser)
    {
        var visitor = await browser.VisitorAsync();
        await visitor.PostAsync("/brief/note", await visitor.GetAsync("/brief/note"), ("on", Talks.Doubtful.Claims[0].Id), ("back", "/brief"), ("text", "A toll is no blockade."), ("likelihood", "highly-unlikely"), ("confidence", "moderate"));
        await visitor.PostAsync("/lab/questions", await visitor.GetAsync("/lab/questions"), ("text", "Is the bridge open on 8 March?"), ("rule", "Yes where the Harbour Daily says so."), ("closes", "2031-03-08"), ("type", "yes-no"));
        var (seen, missed) = await Rounds.GoAsync(browser.Bench, visitor, Talks.Address(Talks.Doubtful) + "/add", "/search?q=bridge", "/brief/note", "/lab/positions", "/lab/questions");
        Assert.DoesNotContain(missed, p => !p.StartsWith("/feeds/", StringComparison.Ordinal) && !p.EndsWith(".json", StringComparison.Ordinal));
        var linked = seen.Where(s => s.Value.Raw.Content.Headers.ContentType?.MediaType == "text/html" && !s.Key.StartsWith("/brief/file/", StringComparison.Ordinal)).GroupBy(s => s.Value.Pattern, StringComparer.Ordinal).Select(g => g.First().Key);
        var issue = Regex.Match((await visitor.GetAsync("/lab/positions")).Body, "<option value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(issue);
        return [.. linked.Concat(ChartKind.All.Select(k => "/charts/" + k.Name)).Concat(["/search?q=bridge", "/brief?template=full", "/lab/packages?example=1", "/lab/models?example=1", "/lab/positions?issue=" + Uri.EscapeDataString(WebUtility.HtmlDecode(issue)), "/nothing"]).Distinct(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_review_is_done_by_keys_alone()
    {
        await using var browser = await OpenAsync();
        var told = new List<string>();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, told);
        await page.GotoAsync(browser.Home + "/today");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await TabToAsync(page, "Review");
        await PressAsync(page, "Enter", "location.pathname === '/review'");
        await TabToAsync(page, "Harbour");
        await PressAsync(page, "Enter", "location.pathname.startsWith('/review/')");
        await page.Keyboard.PressAsync("j");
        Assert.Contains("doubtful", await page.EvaluateAsync<string>("document.activeElement.className"), StringComparison.Ordinal);
        await PressAsync(page, "a", "document.querySelector('li.claim.accepted')");
        Assert.Equal("accept", Assert.Single(browser.Bench.Rulings()).Verdict);
        await page.Keyboard.PressAsync("k");
        await PressAsync(page, "c", "location.pathname.includes('/claim/')");
        await page.FocusAsync("#field-to");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Oxbow");
        await PressAsync(page, "Enter", "document.querySelector('li.claim.corrected')");
        Assert.Equal(2, browser.Bench.Rulings().Count);
        Assert.Empty(told);
    }

    [Fact]
    public async Task What_would_shut_somebody_out_is_found()
    {
        await using var browser = await OpenAsync();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, []);
        Assert.Empty(await page.EvaluateAsync<string[]>(Accessibility.Check));
        Assert.Empty(await page.EvaluateAsync<string[]>(Looks.Check));
        await page.EvaluateAsync("() => { const main = document.querySelector('main'); main.insertAdjacentHTML('beforeend', '<h5>Jump</h5><input name=\"bare\"><button></button><table><tr><td>x</td></tr></table><a href=\"javascript:0\">x</a>'); const pale = document.createElement('p'); pale.textContent = 'pale'; pale.style.setProperty('color', '#aaaaaa'); main.append(pale); const wide = document.createElement('pre'); wide.textContent = 'x'.repeat(400); wide.style.setProperty('overflow-wrap', 'normal'); main.append(wide); const thin = document.createElement('p'); thin.textContent = 'letters'; thin.style.setProperty('width', '1px'); main.append(thin); main.insertAdjacentHTML('beforeend', '<svg width=\"200\" height=\"40\"><text x=\"10\" y=\"20\">one word</text><text x=\"12\" y=\"21\">over another</text><text x=\"190\" y=\"20\">beyond</text></svg>'); }");
        var found = string.Join('\n', (await page.EvaluateAsync<string[]>(Accessibility.Check)).Concat(await page.EvaluateAsync<string[]>(Looks.Check)));
        foreach (var fault in new[] { "heading jumps", "field without a label", "control without a name", "table without a caption", "link to javascript:", "contrast", "wider than the window", "words over words", "letter below letter", "beyond the edge" }) Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_works_without_script()
    {
        await using var browser = await OpenAsync();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, [], script: false);
        await page.GotoAsync(browser.Home + Talks.Address(Talks.Doubtful));
        await page.FocusAsync("button[name=reject]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("li.claim.rejected");
        Assert.Equal("reject", Assert.Single(browser.Bench.Rulings()).Verdict);
    }

    // Presses a key, and waits for the page to which it leads, with its script at work. The browser is asked for that: Page.WaitForURLAsync looks at the address first and only then begins to
    // listen, so that a page which comes between the two is waited for in vain.
    private static async Task PressAsync(IPage page, string key, string there)
    {
        await page.Keyboard.PressAsync(key);
        try
        {
            await page.WaitForFunctionAsync($"() => document.readyState === 'complete' && {there}");
        }
        catch (TimeoutException)
        {
            var focus = await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200) + ' ' + document.readyState + ' ' + document.hasFocus()");
            Assert.Fail($"{key} did not lead to {there}: at {page.Url}, focus on {focus}; {ThreadPool.ThreadCount} threads, {ThreadPool.PendingWorkItemCount} waiting.");
        }
    }

    // Opens the link that has the focus, and waits for its page.
    internal static Task EnterAsync(IPage page, string to)
    {
        var pattern = "^" + Regex.Escape(to).Replace("\\*\\*", ".*", StringComparison.Ordinal).Replace("\\*", "[^/]*", StringComparison.Ordinal) + "$";
        return PressAsync(page, "Enter", $"new RegExp({JsonSerializer.Serialize(pattern)}).test(location.href)");
    }

    // Goes on by Tab to the link with these words.
    internal static Task TabToAsync(IPage page, string words) =>
        TabAsync(page, $"document.activeElement.tagName === 'A' && document.activeElement.textContent.toLowerCase().includes({JsonSerializer.Serialize(words.ToLowerInvariant())})");

    // Goes on by Tab until what has the focus is what is sought.
    internal static async Task TabAsync(IPage page, string sought)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(sought)) return;
        }

        Assert.Fail($"No way by the keyboard to {sought}.");
    }

    internal static async Task<Browser> OpenAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed.");
        return await Browser.StartAsync(Chromium);
    }

    internal sealed class Browser(Bench bench, IPlaywright playwright, IBrowser browser, string home, string launch) : IAsyncDisposable
    {
        private readonly string? _shots = Environment.GetEnvironmentVariable("RAPPORTEUR_SHOTS");

        public Bench Bench => bench;

        public string Home => home;

        public static async Task<Browser> StartAsync(string path)
        {
            var bench = await Bench.WithAsync(Talks.All, (o, b) => o with { Urls = ["http://127.0.0.1:0"], Questions = b.Folder.File("questions.ndjson") }, kestrel: true);
            var playwright = await Playwright.CreateAsync();
            var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
            return new(bench, playwright, browser, bench.App.Urls.First(), Workbench.LaunchAddress(bench.App)!);
        }

        public async Task<IPage> PageAsync(ColorScheme scheme, int width, List<string> told, bool script = true)
        {
            var context = await browser.NewContextAsync(new() { ColorScheme = scheme, BaseURL = home, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
            var page = await context.NewPageAsync();
            page.Console += (_, message) => told.Add($"console {message.Type}: {message.Text}");
            page.PageError += (_, error) => told.Add("error: " + error);
            await page.GotoAsync(launch);
            return page;
        }

        /// <summary>The user at a browser without a screen.</summary>
        public async Task<Bench.Visitor> VisitorAsync()
        {
            var visitor = new Bench.Visitor(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, new Uri(home));
            await visitor.GetAsync(launch);
            return visitor;
        }

        public async Task ShootAsync(IPage page, string name)
        {
            if (_shots is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(_shots, name + ".png") });
        }

        public async ValueTask DisposeAsync()
        {
            await browser.CloseAsync();
            playwright.Dispose();
            await bench.DisposeAsync();
        }
    }
}
