using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DossierCommandTests
{
    private const string Text = "Northland demands a weekly ferry. Westmark rejects a weekly ferry. Westmark offers a daily ferry.\n";
    private const string Ferry = "title: River talks\nwatch: [ferry]\nissues:\n  - name: The ferry\n    key: ferry\n    words: [ferry]\n    options:\n      - name: A ferry a week\n        words: [weekly ferry]\n";

    [Fact]
    public async Task A_dossier_beside_the_sources_gives_issues_title_and_watch_list()
    {
        using var folder = Sources();
        folder.Write("dossier.yaml", Ferry);
        var issues = (await Call.Of("positions", folder.Path, "--json")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement).Select(e => (e.GetProperty("issue").GetString(), e.GetProperty("option").GetString())).ToList();
        Assert.Contains(("issue:ferry", "a-ferry-a-week"), issues);
        var brief = folder.File("b.html");
        Assert.Equal(0, (await Call.Of("brief", folder.Path, "-o", brief)).Code);
        var markdown = await File.ReadAllTextAsync(folder.File("b.md"), TestContext.Current.CancellationToken);
        Assert.Contains("River talks", markdown, StringComparison.Ordinal);
        Assert.Contains("Watch list", markdown, StringComparison.Ordinal);
        Assert.Contains("The ferry", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_told_with_their_lines_and_nothing_runs()
    {
        using var folder = Sources();
        folder.Write("dossier.yaml", "title: River talks\nissue: ferry\nmarking: PINK\n");
        var call = await Call.Of("positions", folder.Path);
        Assert.Equal((2, ""), (call.Code, call.Out));
        Assert.Contains("line 2", call.Error, StringComparison.Ordinal);
        Assert.Contains("line 3, marking", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dossier_that_is_named_and_not_there_is_an_error() => Assert.Equal(2, (await Call.Of("positions", Repository.File("samples", "ukraine-2025"), "--dossier", "no-such.yaml")).Code);

    [Fact]
    public async Task Tallies_are_listed_with_their_n()
    {
        var list = (await Call.Of("tallies", Repository.File("samples", "ukraine-2025"), "--kind", "follow-through", "--json")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(list);
        Assert.All(list.Select(l => JsonDocument.Parse(l).RootElement), e => Assert.Equal(e.GetProperty("n").GetInt32(), e.GetProperty("accounts").GetArrayLength()));
    }

    private static TemporaryFolder Sources()
    {
        var folder = new TemporaryFolder();
        folder.Write("one.txt", Text);
        return folder;
    }
}
