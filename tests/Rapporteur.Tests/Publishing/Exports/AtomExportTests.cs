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
    public async Task Every_element_is_one_that_the_standard_has_there_and_no_more_often()
    {
        // RFC 4287, 4.1.1 and 4.1.2: elements with how often they may stand.
        const string Feed = "id 1 title 1 updated 1 generator 1 subtitle 1 logo 1 icon 1 rights 1 author 9999 category 9999 contributor 9999 link 9999 entry 9999";
        const string Entry = "id 1 title 1 updated 1 published 1 content 1 summary 1 rights 1 source 1 author 9999 category 9999 contributor 9999 link 9999";
        var feed = await Read("2031-03-01");
        foreach (var (element, allowed) in feed.Elements(Atom + "entry").Select(e => (e, Entry)).Prepend((feed, Feed)))
        {
            var most = allowed.Split(' ').Chunk(2).ToDictionary(c => Atom + c[0], c => int.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture));
            foreach (var group in element.Elements().GroupBy(e => e.Name)) Assert.True(most.TryGetValue(group.Key, out var n) && group.Count() <= n, group.Key.ToString());
            Assert.All(element.Elements(Atom + "category"), c => Assert.NotEmpty(c.Attribute("term")!.Value));
            Assert.All(element.Elements(Atom + "link"), l => Assert.Contains(l.Attribute("rel")?.Value ?? "alternate", (string[])["alternate", "related", "self", "enclosure", "via"]));
            Assert.All(element.Elements().Where(e => e.Attribute("type") is not null), e => Assert.Contains(e.Attribute("type")!.Value, (string[])["text", "html", "xhtml"]));
            // Text is text: no element in it.
            Assert.All(element.Elements().Where(e => e.Name.LocalName is "title" or "content" or "rights"), e => Assert.False(e.HasElements));
        }

        Assert.All(feed.Elements(Atom + "entry"), e => Assert.True(e.Element(Atom + "content") is not null || e.Elements(Atom + "link").Any(l => l.Attribute("rel")?.Value is null or "alternate")));
        Assert.DoesNotContain(feed.Attributes(), a => a.Name.LocalName == "base");
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
