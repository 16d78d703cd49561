using System.Xml.Linq;
using Xunit;

namespace Rapporteur.Tests;

public sealed class AtomExportTests(ExportedRecord record) : IClassFixture<ExportedRecord>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_has_what_the_standard_asks_for()
    {
        var feed = await Read("2031-03-01");
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            foreach (var one in new[] { "id", "title", "updated" }) Assert.NotEmpty(element.Elements(Atom + one).Single().Value);
            Assert.True(Uri.IsWellFormedUriString(element.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT00:00:00Z$", element.Element(Atom + "updated")!.Value);
            Assert.All(element.Elements(Atom + "link"), l => Assert.True(Uri.IsWellFormedUriString(l.Attribute("href")!.Value, UriKind.Absolute)));
        }

        Assert.NotEmpty(feed.Elements(Atom + "author").Single().Element(Atom + "name")!.Value);
        var ids = feed.Descendants(Atom + "id").Select(i => i.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(feed.Elements(Atom + "entry").Select(Updated).OrderDescending(StringComparer.Ordinal), feed.Elements(Atom + "entry").Select(Updated));
    }

    [Fact]
    public async Task It_tells_what_diff_tells()
    {
        var feed = await Read("2031-03-08");
        var diff = await Call.Of("diff", "--record", record.File, "--since", "2031-03-08", "--json");
        Assert.Equal(diff.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, feed.Elements(Atom + "entry").Count());
        Assert.Contains("leave the valley", feed.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody listened", feed.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_keeps_its_id_in_every_feed()
    {
        var (all, late) = (await Read("2031-03-01"), await Read("2031-03-08"));
        Assert.Equal(all.Element(Atom + "id")!.Value, late.Element(Atom + "id")!.Value);
        string Valley(XElement feed) => feed.Elements(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value.StartsWith("deadline, new", StringComparison.Ordinal) && e.Value.Contains("valley", StringComparison.Ordinal)).Element(Atom + "id")!.Value;
        Assert.Equal(Valley(all), Valley(late));
    }

    [Fact]
    public async Task Words_of_a_source_are_text()
    {
        var text = await record.Export("--format", "atom", "--since", "2031-03-01");
        Assert.Contains("accept &lt;it&gt;", text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://gazette.example/harbour?a=1&amp;b=2\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"notes", text, StringComparison.Ordinal);
    }

    private static string Updated(XElement entry) => entry.Element(Atom + "updated")!.Value;

    private async Task<XElement> Read(string since) => XDocument.Parse(await record.Export("--format", "atom", "--since", since)).Root!;
}
