using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class PackagesCommandTests
{
    private static string Sample => Path.Combine(Repository.Root, "docs", "guide", "packages", "river-talks.yaml");

    [Fact]
    public async Task The_sample_gives_a_zone_exchanges_and_how_packages_stand()
    {
        var call = await Call.Of("packages", Sample, "--draws", "500");
        Assert.Equal(0, call.Code);
        Assert.Contains("4 issues, 81 packages, 2 parties", call.Out, StringComparison.Ordinal);
        Assert.Contains("A zone of agreement is open: 17 packages", call.Out, StringComparison.Ordinal);
        Assert.Contains("Exchanges from:", call.Out, StringComparison.Ordinal);
        Assert.Contains("500 draws", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_call_gives_the_same_bytes_with_any_number_of_threads()
    {
        var one = await Call.Of("packages", Sample, "--json", "--draws", "1000", "--threads", "1");
        var two = await Call.Of("packages", Sample, "--json", "--draws", "1000", "--threads", "2");
        Assert.Equal(one.Out, two.Out);
        using var json = JsonDocument.Parse(one.Out);
        Assert.Equal("exact", json.RootElement.GetProperty("frontier").GetProperty("guarantee").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("parties").GetArrayLength());
    }

    [Fact]
    public async Task A_picture_is_drawn_with_a_title_and_a_description()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "frontier.svg");
        Assert.Equal(0, (await Call.Of("packages", Sample, "--csv", "--svg", file)).Code);
        var svg = File.ReadAllText(file);
        Assert.Contains("<title id=\"packages-title\">River talks", svg, StringComparison.Ordinal);
        Assert.Contains("<desc", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_file_ends_the_call_with_its_place()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bad.yaml");
        File.WriteAllText(file, "issues:\n  - name: Truce\n    options: [a]\nparties:\n  - name: North\n");
        var call = await Call.Of("packages", file);
        Assert.Equal(2, call.Code);
        Assert.Contains("line 5", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Red_lines_of_a_record_count_with_their_source()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.txt", "Northland demands a weekly ferry. Westmark rejects a weekly ferry. Westmark offers a daily ferry.\n");
        var dossier = folder.Write("dossier.yaml", "issues:\n  - name: The ferry\n    key: ferry\n    words: [ferry]\n    options:\n      - name: A ferry a week\n        words: [weekly ferry]\n      - name: A ferry a day\n        words: [daily ferry]\n");
        var table = folder.Write("ferry.yaml", "issues:\n  - name: The ferry\n    options: [A ferry a week, A ferry a day]\nparties:\n  - name: Northland\n    weights: { The ferry: 1 }\n    values:\n      The ferry: { A ferry a week: 1, A ferry a day: 0.5 }\n  - name: Westmark\n    weights: { The ferry: 1 }\n    values:\n      The ferry: { A ferry a week: 0.4, A ferry a day: 1 }\n");
        var record = folder.File("r.db");
        Assert.Equal(0, (await Call.Of("add", folder.File("one.txt"), "--published", "2031-03-01", "--record", record)).Code);
        var call = await Call.Of("packages", table, "--record", record, "--dossier", dossier, "--json");
        Assert.Equal(0, call.Code);
        using var json = JsonDocument.Parse(call.Out);
        var line = Assert.Single(json.RootElement.GetProperty("redLines").EnumerateArray());
        Assert.Equal("Westmark", line.GetProperty("party").GetString());
        Assert.Equal("A ferry a week", Assert.Single(line.GetProperty("options").EnumerateArray()).GetString());
        Assert.Equal("Westmark rejects a weekly ferry.", line.GetProperty("citations")[0].GetProperty("quote").GetString());
        Assert.Equal("1", json.RootElement.GetProperty("zone").GetProperty("count").GetString());
    }
}
