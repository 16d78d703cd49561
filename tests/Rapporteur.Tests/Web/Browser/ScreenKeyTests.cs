using Microsoft.Playwright;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The main task of the brief and of each part of the lab, done in a browser by the keyboard alone.</summary>
[Collection("Browser")]
public sealed class ScreenKeyTests
{
    [Fact]
    public async Task A_brief_is_chosen_and_a_note_is_written_by_keys_alone()
    {
        await using var browser = await BrowserTests.OpenAsync();
        var told = new List<string>();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, told);
        await page.GotoAsync(browser.Home + "/brief");
        await TabAsync(page, "template");
        await page.Keyboard.TypeAsync("Exec");
        await TabAsync(page, "marking");
        await page.Keyboard.PressAsync("Tab");
        await BrowserTests.EnterAsync(page, "**/brief?template=summary*");
        await BrowserTests.TabToAsync(page, "Add a note");
        await BrowserTests.EnterAsync(page, "**/brief/note*");
        await TabAsync(page, "text");
        await page.Keyboard.TypeAsync("The tolls will be paid.");
        await TabAsync(page, "likelihood");
        await page.Keyboard.TypeAsync("highly u");
        await TabAsync(page, "confidence");
        await page.Keyboard.TypeAsync("mod");
        await page.Keyboard.PressAsync("Tab");
        await BrowserTests.EnterAsync(page, "**/brief?template=summary*");
        Assert.Contains("highly unlikely (10–20 %)", await page.TextContentAsync("main"), StringComparison.Ordinal);
        Assert.Equal(Verdict.Note, Assert.Single(browser.Bench.Rulings()).Verdict);
        Assert.Empty(told);
    }

    [Fact]
    public async Task Packages_and_a_model_are_worked_out_by_keys_alone()
    {
        await using var browser = await BrowserTests.OpenAsync();
        var told = new List<string>();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, told);
        foreach (var (part, field) in new[] { ("packages", "takes"), ("models", "vary") })
        {
            await page.GotoAsync(browser.Home + "/lab");
            await BrowserTests.TabToAsync(page, char.ToUpperInvariant(part[0]) + part[1..]);
            await BrowserTests.EnterAsync(page, "**/lab/" + part);
            await BrowserTests.TabToAsync(page, "An example");
            await BrowserTests.EnterAsync(page, $"**/lab/{part}?example=1");
            await TabAsync(page, field);
            for (var i = 0; i < (part == "packages" ? 2 : 1); i++) await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync("#result svg");
        }

        Assert.Empty(told);
    }

    [Fact]
    public async Task A_question_is_asked_by_keys_alone()
    {
        await using var browser = await BrowserTests.OpenAsync();
        var told = new List<string>();
        var page = await browser.PageAsync(ColorScheme.Light, 1280, told);
        await page.GotoAsync(browser.Home + "/lab/questions");
        await TabAsync(page, "text");
        await page.Keyboard.TypeAsync("Is the bridge open on 31 March?");
        await TabAsync(page, "rule");
        await page.Keyboard.TypeAsync("Yes where the Harbour Daily says so.");
        await TabAsync(page, "closes");
        await page.Keyboard.TypeAsync("03312031");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=Is the bridge open on 31 March?");
        Assert.Contains("open", await page.TextContentAsync("td .state"), StringComparison.Ordinal);
        Assert.Empty(told);
    }

    private static Task TabAsync(IPage page, string id) => BrowserTests.TabAsync(page, $"document.activeElement.id === '{id}'");
}
