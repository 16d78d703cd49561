using System.Xml.Linq;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ModelChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Pictures_of_issues_with_like_names_lie_beside_each_other()
    {
        using var folder = new TemporaryFolder();
        var table = folder.Write("t.csv", "@issue,a,0,100,Share of the summer flow that is released downstream\n@issue,b,0,100,Share of the summer flow that is released upstream\nstakeholder,capability,issue,position,salience\nNorth,1,a,20,0.5\nNorth,,b,30,0.5\nSouth,1,a,60,0.5\nSouth,,b,70,0.5\n");
        Assert.Equal(0, (await Call.Of("forecast", table, "--model", "median", "--svg", folder.File("f.svg"))).Code);
        Assert.Equal(["f-share-of-the-summer-flow-that-is-rounds-2.svg", "f-share-of-the-summer-flow-that-is-rounds.svg"],
            Directory.GetFiles(folder.Path, "*.svg").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_forecast_draws_rounds_with_a_fan_and_a_tornado_for_each_issue()
    {
        using var folder = new TemporaryFolder();
        var table = Repository.File("docs", "guide", "forecast", "river.csv");
        Assert.Equal(0, (await Call.Of("forecast", table, "--model", "scholz-code", "--draws", "200", "--vary", "0.1", "--tornado", "--svg", folder.File("f.svg"))).Code);
        var files = Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(5, files.Count);
        Assert.Equal(2, XDocument.Load(files.Single(f => f.EndsWith("-fans.svg", StringComparison.Ordinal))).Descendants(Svg + "g").Count(g => (string?)g.Attribute("role") == "listitem"));
        Assert.Equal(2, files.Count(f => f.EndsWith("-tornado.svg", StringComparison.Ordinal)));
        Assert.All(files, IsReadable);
        var rounds = XDocument.Load(files.First(f => f.EndsWith("-rounds.svg", StringComparison.Ordinal)));
        Assert.Equal(3, rounds.Descendants(Svg + "rect").Count(r => (string?)r.Attribute("class") == "band"));
        Assert.Contains(rounds.Descendants(Svg + "text"), t => t.Value == "Compromise mean");
    }

    [Fact]
    public async Task Without_draws_there_is_no_fan()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await Call.Of("forecast", Repository.File("docs", "guide", "forecast", "river.csv"), "--issue", "Share of the summer flow released downstream (per cent)", "--svg", folder.File("f.svg"))).Code);
        Assert.DoesNotContain(XDocument.Load(folder.File("f.svg")).Descendants(Svg + "rect"), r => (string?)r.Attribute("class") == "band");
    }

    [Fact]
    public async Task A_model_of_coercion_draws_a_series_for_each_input_and_result()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await Call.Of("forecast", "coercion", "fearon", "--svg", folder.File("c.svg"))).Code);
        var files = Directory.GetFiles(folder.Path);
        Assert.Equal(20, files.Length);
        Assert.All(files, IsReadable);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_written_ends_the_call_with_a_sentence()
    {
        var call = await Call.Of("forecast", "coercion", "fearon", "--svg", "/no/such/folder/c.svg");
        Assert.Equal(2, call.Code);
        Assert.Contains("cannot be written", call.Error, StringComparison.Ordinal);
    }

    // A screen reader finds a name and a description; a page may hold several charts.
    private static void IsReadable(string file)
    {
        var svg = XDocument.Load(file).Root!;
        var id = svg.Attribute("id")!.Value;
        Assert.Equal($"{id}-title {id}-desc", svg.Attribute("aria-labelledby")!.Value);
        Assert.NotEmpty(svg.Element(Svg + "title")!.Value);
        Assert.NotEmpty(svg.Element(Svg + "desc")!.Value);
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }
}
