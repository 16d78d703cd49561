using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What a page says about itself: JSON-LD first, then meta elements, then what a reader sees.</summary>
internal sealed record HtmlMetadata
{
    public string? Title { get; private init; }

    public string? Publisher { get; private init; }

    public Edtf? Published { get; private init; }

    public string? Rights { get; private init; }

    public string? Description { get; private init; }

    public Marking Marking { get; private init; }

    public static HtmlMetadata Read(IHtmlDocument document, HtmlCues cues)
    {
        var linked = JsonLd.Read(document, cues.ArticleTypes);
        var metas = Metas(document);
        var publisher = linked.Publisher ?? First(metas, cues.MetaPublisher) ?? Host(document);
        return new()
        {
            Title = linked.Headline ?? WithoutSite(First(metas, cues.MetaTitle), publisher) ?? Heading(document) ?? WithoutSite(document.Title, publisher),
            Publisher = publisher,
            Published = MetadataDate.Parse(linked.DatePublished) ?? FirstDate(metas, cues.MetaDate) ?? TimeElement(document),
            Rights = linked.Rights ?? First(metas, cues.MetaRights) ?? document.QuerySelector("link[rel=license], a[rel=license]")?.GetAttribute("href"),
            Description = linked.Description ?? First(metas, ["og:description", "description", "twitter:description", "dc.description"]),
            Marking = MarkingWords.Parse(First(metas, cues.MetaMarking)) ?? Marking.Unmarked,
        };
    }

    private static Dictionary<string, string> Metas(IHtmlDocument document)
    {
        var metas = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            var content = meta.GetAttribute("content");
            if (!string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(content)) metas.TryAdd(name.Trim().ToLowerInvariant(), content.Trim());
        }

        return metas;
    }

    private static string? First(Dictionary<string, string> metas, IEnumerable<string> names)
    {
        foreach (var name in names)
            if (metas.TryGetValue(name, out var value)) return value;
        return null;
    }

    private static Edtf? FirstDate(Dictionary<string, string> metas, IEnumerable<string> names)
    {
        foreach (var name in names)
            if (metas.TryGetValue(name, out var value) && MetadataDate.Parse(value) is { } date) return date;
        return null;
    }

    // The one that says it is the day of publication; else the first after the headline.
    private static Edtf? TimeElement(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop=datePublished], time[pubdate], time.published, time.entry-date"))
            if (MetadataDate.Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent) is { } date) return date;
        var heading = document.QuerySelector("h1");
        foreach (var time in document.QuerySelectorAll("time[datetime]"))
        {
            if (heading is not null && (heading.CompareDocumentPosition(time) & DocumentPositions.Preceding) != 0) continue;
            if (MetadataDate.Parse(time.GetAttribute("datetime")) is { } date) return date;
        }

        return null;
    }

    private static string? Heading(IHtmlDocument document) =>
        document.QuerySelectorAll("h1").Select(heading => heading.TextContent.Trim()).FirstOrDefault(words => words.Length > 0);

    private static string? Host(IHtmlDocument document)
    {
        var address = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? document.QuerySelector("meta[property='og:url']")?.GetAttribute("content");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }

    // "Envoys return | Example Post" gives "Envoys return".
    private static string? WithoutSite(string? title, string? publisher)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        foreach (var bar in new[] { " | ", " \u2013 ", " \u2014 ", " - ", " \u00b7 ", " :: " })
        {
            var at = title.LastIndexOf(bar, StringComparison.Ordinal);
            if (at < 0) continue;
            var tail = title[(at + bar.Length)..].Trim();
            var known = publisher is not null && (tail.Equals(publisher, StringComparison.OrdinalIgnoreCase) || publisher.StartsWith(tail, StringComparison.OrdinalIgnoreCase) || tail.StartsWith(publisher, StringComparison.OrdinalIgnoreCase));
            if (known || (bar != " - " && at >= 20 && tail.Count(c => c == ' ') <= 3)) return title[..at].Trim();
        }

        return title.Trim();
    }
}
