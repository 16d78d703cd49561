using System.Xml.Linq;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ChartCommandTests
{
    [Fact]
    public async Task The_kinds_are_listed()
    {
        var call = await Call.Of("chart");
        Assert.Equal(0, call.Code);
        Assert.All(ChartKind.All, k => Assert.Contains(k.Name + " ", call.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_the_samples_is_a_sound_picture_whose_links_lead_to_its_sources()
    {
        using var folder = new TemporaryFolder();
        var record = folder.File("s.db");
        Assert.Equal(0, (await Call.Of("add", Repository.File("samples", "ukraine-2025"), "--record", record)).Code);
        foreach (var kind in ChartKind.All)
        {
            var (call, again) = (await Call.Of("chart", kind.Name, "--record", record), await Call.Of("chart", kind.Name, "--record", record));
            Assert.Equal(0, call.Code);
            Assert.Equal(call.Out, again.Out);
            var svg = XDocument.Parse(call.Out).Root!;
            var ids = svg.Descendants().Attributes("id").Select(i => i.Value).ToHashSet();
            var links = svg.Descendants().Attributes("href").Select(h => h.Value).ToList();
            Assert.NotEmpty(links);
            Assert.All(links.Where(l => l[0] == '#'), l => Assert.Contains(l[1..], ids));
            Assert.Contains("TLP:CLEAR", call.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_has_the_data_as_a_table()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await Call.Of("chart", "deadlines", Repository.File("samples", "ukraine-2025"), "-o", folder.File("d.html"))).Code);
        var page = await File.ReadAllTextAsync(folder.File("d.html"), TestContext.Current.CancellationToken);
        Assert.Contains("<caption>", page, StringComparison.Ordinal);
        Assert.Contains("agree to a ceasefire by Friday", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_draw_and_a_strange_ending_are_told()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("a.txt", "The council met on Monday. It was a long day for everybody, and nothing was said.");
        Assert.Contains("nothing to draw", (await Call.Of("chart", "blame", text)).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Call.Of("chart", "blame", text, "-o", folder.File("a.png"))).Code);
        Assert.Equal(2, (await Call.Of("chart", "no-such-kind", text)).Code);
    }
}
