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
    public async Task Another_unit_of_the_values_of_an_issue_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Repository.File("docs", "guide", "packages", "river-talks.yaml"));
        folder.Write("plain.yaml", text);
        folder.Write("scaled.yaml", text.Replace("{ none: 0, along the river: 0.5, everywhere: 1 }", "{ none: 0, along the river: 60, everywhere: 120 }", StringComparison.Ordinal));
        var (plain, scaled) = (await Call.Of("packages", folder.File("plain.yaml"), "--json"), await Call.Of("packages", folder.File("scaled.yaml"), "--json"));
        Assert.Contains("120", File.ReadAllText(folder.File("scaled.yaml")), StringComparison.Ordinal);
        Assert.Equal((0, plain.Out), (scaled.Code, scaled.Out));
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

    [Fact]
    public async Task A_red_line_that_falls_and_a_party_that_asks_more_change_the_zone()
    {
        using var with = JsonDocument.Parse((await Call.Of("packages", Sample, "--json", "--draws", "10")).Out);
        using var dropped = JsonDocument.Parse((await Call.Of("packages", Sample, "--json", "--draws", "10", "--drop", "R2")).Out);
        using var closed = JsonDocument.Parse((await Call.Of("packages", Sample, "--json", "--draws", "10", "--takes", "Northland=0.9", "--takes", "Southmark=0.9")).Out);
        Assert.True(int.Parse(Count(dropped), System.Globalization.CultureInfo.InvariantCulture) > int.Parse(Count(with), System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(closed.RootElement.GetProperty("zone").GetProperty("open").GetBoolean());
        Assert.NotEqual(0, closed.RootElement.GetProperty("zone").GetProperty("openings").GetArrayLength());
    }

    [Theory]
    [InlineData("--drop", "R9", "There is no red line R9; there are 2")]
    [InlineData("--takes", "Eastland=0.3", "the parties are Northland, Southmark")]
    [InlineData("--takes", "Northland=3", "a share between 0 and 1")]
    public async Task What_cannot_be_supposed_is_said(string option, string value, string error)
    {
        var call = await Call.Of("packages", Sample, option, value);
        Assert.Equal(2, call.Code);
        Assert.Contains(error, call.Error, StringComparison.Ordinal);
    }

    private static string Count(JsonDocument json) => json.RootElement.GetProperty("zone").GetProperty("count").GetString()!;
}
