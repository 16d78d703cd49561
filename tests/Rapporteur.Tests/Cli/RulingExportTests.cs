using System.Text.Json;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RulingExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string First => _folder.File("r.db");

    private string Second => _folder.File("s.db");

    private string Article => _folder.File("a.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rulings_go_along_with_an_export_under_their_ids_and_hold_where_they_come_to()
    {
        await Fill();
        var export = (await Call.Of("export", "--record", First)).Out;
        Assert.Equal(6, Rulings(export).Count);
        var import = await Call.With(export, "import", "-", "--record", Second);
        Assert.Equal("2 added, 0 read anew, 0 known, 0 left out; 6 rulings added, 0 known\n", import.Out);
        Assert.Equal(export, (await Call.Of("export", "--record", Second)).Out);
        Assert.Equal((await Call.Of("rule", "list", "--json", "--record", First)).Out, (await Call.Of("rule", "list", "--json", "--record", Second)).Out);
        Assert.Equal((await Call.Of("positions", "--json", "--record", First)).Out, (await Call.Of("positions", "--json", "--record", Second)).Out);
        Assert.Equal("0 added, 0 read anew, 2 known, 0 left out; 0 rulings added, 6 known\n", (await Call.With(export, "import", "-", "--record", Second)).Out);
        Assert.Equal("0 added, 0 read anew, 2 known, 0 left out; 0 rulings added, 6 known\n", (await Call.With(export, "import", "-", "--record", First)).Out);
        Assert.Equal(0, (await Call.Of("verify", "--record", Second)).Code);
    }

    [Fact]
    public async Task What_was_withdrawn_does_not_come_back_and_neither_do_the_words_ruled_on_it()
    {
        await Fill();
        var export = (await Call.Of("export", "--record", First)).Out;
        await Call.With(export, "import", "-", "--record", Second);
        await Call.Of("withdraw", Article, "--by", "Jo Verhey", "--reason", "in danger", "--record", Second);
        Assert.DoesNotContain("valley", (await Call.Of("export", "--record", Second)).Out, StringComparison.Ordinal);
        var again = await Call.With(export, "import", "-", "--record", Second);
        Assert.Equal(1, again.Code);
        Assert.Contains("[withdrawn]", again.Error, StringComparison.Ordinal);
        var left = (await Call.Of("export", "--record", Second)).Out;
        foreach (var word in new[] { "valley", "heard the tape", "quiet word" }) Assert.DoesNotContain(word, left, StringComparison.Ordinal);
        Assert.Contains("two people", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rulings_above_the_limit_stay()
    {
        await Fill("RED");
        Assert.Empty(Rulings((await Call.Of("export", "--record", First, "--max-marking", "GREEN")).Out));
        var partners = Rulings((await Call.Of("export", "--record", First, "--max-marking", "AMBER")).Out);
        Assert.Equal([Verdict.Different, Verdict.Grade], partners.Select(r => r.Verdict).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("valley", (await Call.Of("rule", "list", "--record", First, "--max-marking", "AMBER")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ruling_that_says_something_else_under_a_known_id_is_refused()
    {
        await Fill();
        var export = (await Call.Of("export", "--record", First)).Out;
        var import = await Call.With(export.Replace("heard the tape", "never heard it", StringComparison.Ordinal), "import", "-", "--record", First);
        Assert.Equal(1, import.Code);
        Assert.Contains("[other-ruling]", import.Error, StringComparison.Ordinal);
        Assert.Equal(export, (await Call.Of("export", "--record", First)).Out);
    }

    [Fact]
    public async Task Words_that_stayed_behind_at_a_merge_come_with_an_import()
    {
        await Fill("RED");
        await Call.Of("merge", First, "--record", Second, "--max-marking", "AMBER");
        Assert.Equal(2, Rulings((await Call.Of("export", "--record", Second)).Out).Count);
        var export = (await Call.Of("export", "--record", First)).Out;
        Assert.Contains("4 rulings added, 2 known", (await Call.With(export, "import", "-", "--record", Second)).Out, StringComparison.Ordinal);
        Assert.Equal(export, (await Call.Of("export", "--record", Second)).Out);
    }

    private async Task Fill(string marking = "AMBER")
    {
        _folder.Write("a.txt", "Norway demanded that Sweden leave the quiet valley. Sweden rejected the demand.\n");
        var other = _folder.Write("b.txt", "Sweden offered Norway a weekly ferry.\n");
        await Call.Of("add", Article, "--published", "2031-03-07", "--marking", marking, "--record", First);
        await Call.Of("add", other, "--published", "2031-03-08", "--record", First);
        var claim = JsonDocument.Parse((await Call.Of("export", "--record", First)).Out.Split('\n')[0]).RootElement.GetProperty("claims")[0].GetProperty("id").GetString()!;
        string[] by = ["--by", "Ada Lind", "--record", First];
        await Call.Of(["rule", "accept", claim, "--reason", "heard the tape", .. by]);
        await Call.Of(["rule", "correct", claim, "--set", "modality=probable", .. by]);
        await Call.Of(["rule", "add", Article, "--type", "statement", "--words", "Sweden rejected the demand", "--set", "by=Sweden", .. by]);
        await Call.Of(["rule", "note", Article, "a quiet word", .. by]);
        await Call.Of(["rule", "grade", other, "B2", .. by]);
        await Call.Of(["rule", "different", "Norway", "Sweden", "--reason", "two people", .. by]);
    }

    private static List<Ruling> Rulings(string export) => [.. export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(RulingLine.Is).Select(l => RulingLine.Read(l).Ruling!)];
}
