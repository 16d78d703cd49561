using Microsoft.Playwright;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The main task of each screen that only shows, and of the inbox, done in a browser by the keyboard alone; no message in the console.</summary>
[Collection("Browser")]
public sealed class TaskKeyTests
{
    [Theory]
    [InlineData("/meetings")]
    [InlineData("/deadlines")]
    [InlineData("/disputes")]
    [InlineData("/actors")]
    public Task A_line_is_followed_to_its_source(string screen) => DoAsync(async page =>
    {
        await page.GotoAsync(screen);
        await LinkAsync(page, screen + "/");
        await BrowserTests.EnterAsync(page, $"**{screen}/*");
        await LinkAsync(page, "/source/");
        await BrowserTests.EnterAsync(page, "**/source/**");
        Assert.True(await page.Locator("mark, .claim, :target").CountAsync() > 0, "The words are not marked.");
    });

    [Fact]
    public Task Words_are_searched_and_opened() => DoAsync(async page =>
    {
        await page.GotoAsync("/today");
        await FieldAsync(page, "q");
        await page.Keyboard.TypeAsync("tolls");
        await BrowserTests.EnterAsync(page, "**/search?q=tolls*");
        await LinkAsync(page, "/source/");
        await BrowserTests.EnterAsync(page, "**/source/**");
    });

    [Fact]
    public Task The_matrix_is_set_to_another_day() => DoAsync(async page =>
    {
        await page.GotoAsync("/matrix");
        await FieldAsync(page, "asof");
        await page.Keyboard.TypeAsync("03092031");
        await BrowserTests.EnterAsync(page, "**/matrix?asof=2031-03-09*");
        Assert.Equal("2031-03-09", await page.InputValueAsync("[name=asof]"));
    });

    [Fact]
    public Task What_has_changed_is_asked_since_another_day() => DoAsync(async page =>
    {
        await page.GotoAsync("/today");
        await FieldAsync(page, "since");
        await page.Keyboard.TypeAsync("03012031");
        await BrowserTests.EnterAsync(page, "**/today?since=2031-03-01*");
        Assert.Contains("Changed since 1 Mar 2031", await page.TextContentAsync("main"), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_condition_is_dropped_and_what_follows_is_shown() => DoAsync(async page =>
    {
        await page.GotoAsync("/conditions");
        await FieldAsync(page, "set");
        await page.Keyboard.TypeAsync("drop C1");
        await BrowserTests.TabAsync(page, "document.activeElement.tagName === 'BUTTON'");
        await BrowserTests.EnterAsync(page, "**/conditions?set=drop*");
        Assert.Contains("C1", await page.TextContentAsync("main"), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_text_is_pasted_into_the_inbox() => DoAsync(async page =>
    {
        await page.GotoAsync("/inbox");
        await FieldAsync(page, "pasted");
        await page.Keyboard.TypeAsync("Norway rejected the ferry on Monday.");
        await FieldAsync(page, "name");
        await page.Keyboard.TypeAsync("Quay notes");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=Quay notes");
    });

    private static async Task DoAsync(Func<IPage, Task> task)
    {
        await using var browser = await BrowserTests.OpenAsync();
        var told = new List<string>();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, told);
        await task(page);
        Assert.Empty(told);
    }

    private static Task FieldAsync(IPage page, string name) => BrowserTests.TabAsync(page, $"document.activeElement.name === '{name}'");

    private static Task LinkAsync(IPage page, string to) => BrowserTests.TabAsync(page, $"(document.activeElement.getAttribute('href') || '').startsWith('{to}')");
}
