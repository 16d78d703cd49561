using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class HtmlBriefTests
{
    private static readonly string[] Known =
    [
        "html", "head", "meta", "title", "style", "body", "a", "div", "nav", "p", "ol", "li", "span", "main", "header", "h1", "h2", "h3", "h4", "bdi", "section", "article", "ul", "details", "summary",
        "blockquote", "mark", "q", "cite", "table", "thead", "tbody", "tr", "th", "td", "figure", "footer", "svg", "desc", "g", "line", "text", "circle", "rect", "path", "defs", "marker",
    ];

    private static string Page(Brief brief) => Encoding.UTF8.GetString(new HtmlBrief().Export(brief));

    private static string River() => Page(Brief.From(RiverTalks.Snapshot(), new() { Title = "River talks" }, RiverTalks.Deadlocks()));

    private static string Hostile() => Page(Brief.From(HostileSources.Snapshot(), new() { Title = "</title><script>alert(0)</script>" }));

    [Fact]
    public void Text_of_articles_never_becomes_markup()
    {
        var page = new HtmlParser().ParseDocument(Hostile());
        Assert.All(page.All, e => Assert.Contains(e.LocalName, Known));
        Assert.All(page.All.SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style" or "src" or "srcdoc", a.Name));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Contains(page.QuerySelectorAll(".source-title"), e => e.TextContent == HostileSources.Script);
    }

    [Fact]
    public void Links_lead_within_the_page_or_to_the_source_on_the_web()
    {
        foreach (var html in (string[])[River(), Hostile()])
        {
            var page = new HtmlParser().ParseDocument(html);
            foreach (var link in page.QuerySelectorAll("[href]"))
            {
                var href = link.GetAttribute("href")!;
                if (href.StartsWith('#')) Assert.NotNull(page.GetElementById(href[1..]));
                else Assert.True(href.StartsWith("https://", StringComparison.Ordinal) && link.Closest(".sources") is not null, href);
            }
        }
    }

    [Fact]
    public void Ids_are_unique()
    {
        foreach (var html in (string[])[River(), Hostile()])
        {
            var ids = new HtmlParser().ParseDocument(html).All.Select(e => e.GetAttribute("id")).OfType<string>().ToList();
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Nothing_is_loaded_and_the_policy_allows_only_the_style_of_the_page()
    {
        var html = River();
        var page = new HtmlParser().ParseDocument(html);
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains(StyleSheet.Hash(page.QuerySelector("style")!.TextContent), policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(@"https?://|url\((?!#)|@import", RegexOptions.IgnoreCase), html);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, [src], [style]"));
    }

    [Fact]
    public void Controls_of_writing_direction_do_not_reach_the_page() =>
        Assert.DoesNotMatch("[\u202a-\u202e\u2066-\u2069\0]", Hostile());

    [Fact]
    public void Every_citation_opens_to_its_sentence_with_the_words_marked()
    {
        var page = new HtmlParser().ParseDocument(River());
        var cites = page.QuerySelectorAll("details.cite");
        Assert.NotEmpty(cites);
        Assert.All(cites, c =>
        {
            Assert.NotEmpty(c.QuerySelector("summary")!.TextContent);
            Assert.NotEmpty(c.QuerySelectorAll("blockquote mark"));
        });
        var boats = cites.First(c => c.QuerySelector(".evidence")!.TextContent.Contains("patrol boats by 15 May", StringComparison.Ordinal));
        Assert.Contains(boats.QuerySelectorAll("mark"), m => m.TextContent.Contains("withdraw its patrol boats", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_never_holds_the_whole_article()
    {
        var r = new RecordSketch();
        var by = r.Actor("x", "X", ActorKind.State, "x");
        var document = r.Document("a.txt", "A", "2031-01-01", null, "First words.\nSecond words.\nX demands peace.\nFourth words.\nFifth words.");
        r.Claim(document, ClaimType.Demand, "X demands", (c, s) => c with { By = by, What = s("peace") });
        var page = Page(Brief.From(r.Snapshot(new(2031, 1, 1))));
        Assert.Contains("Second words.", page, StringComparison.Ordinal);
        Assert.Contains("Fourth words.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("First words.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Fifth words.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_strictest_marking_is_a_banner_above_and_below()
    {
        var page = new HtmlParser().ParseDocument(River());
        Assert.Equal(2, page.QuerySelectorAll(".tlp.amber").Length);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void Headings_go_down_one_level_at_a_time()
    {
        var levels = new HtmlParser().ParseDocument(River()).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(l => l == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Two_citations_of_one_document_are_told_apart_and_one_sentence_is_cited_once()
    {
        var r = new RecordSketch();
        var by = r.Actor("x", "X", ActorKind.State, "x");
        var document = r.Document("a.txt", null, null, "Words of the harbour", "X demands a river peace.\nX demands a river peace.");
        var claims = Enumerable.Range(0, 2).Select(_ => r.Claim(document, ClaimType.Demand, "X demands", (c, s) => c with { By = by, What = s("a river peace") })).ToList();
        var second = claims[0].Claim with { Id = "second", Evidence = new(25, 49), What = new(35, 48) };
        var snapshot = r.Snapshot(null) with { Claims = [.. claims, claims[0] with { Claim = second, Evidence = new(document.TextId, new(25, 49), "X demands a river peace.") }] };
        var labels = new HtmlParser().ParseDocument(Page(Brief.From(snapshot))).QuerySelectorAll("details.cite summary").Select(s => s.TextContent);
        Assert.Equal(["Words of the harbour, undated a", "Words of the harbour, undated b"], labels);
    }

    [Fact]
    public void Text_is_readable_in_light_and_dark()
    {
        var schemes = Regex.Matches(StyleSheet.Of("brief.css"), @":root \{(?<rules>[^}]*)\}").Select(m => m.Groups["rules"].Value).ToList();
        Assert.Equal(3, schemes.Count);
        foreach (var scheme in schemes)
        {
            var colours = Regex.Matches(scheme, "--(?<name>[a-z0-9-]+): (?<value>#[0-9a-f]{3,6})").ToDictionary(m => m.Groups["name"].Value, m => Luminance(m.Groups["value"].Value));
            foreach (var paper in (string[])["paper", "panel", "passage"])
                foreach (var ink in (string[])["ink", "soft", "link", "hedge", "open", "done", "off"])
                    Assert.True(Contrast(colours[paper], colours[ink]) >= 4.5, $"{ink} on {paper}: {Contrast(colours[paper], colours[ink]):0.0}");
            Assert.True(Contrast(colours["mark"], colours["mark-ink"]) >= 4.5);
            for (var party = 0; party < 8; party++) Assert.True(Contrast(colours["panel"], colours[$"p{party}"]) >= 3, $"p{party}");
        }
    }

    // Relative luminance and contrast as WCAG 2.2 defines them.
    private static double Luminance(string colour)
    {
        var hex = colour[1..];
        if (hex.Length == 3) hex = string.Concat(hex.Select(c => $"{c}{c}"));
        double Channel(int at)
        {
            var value = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
}
