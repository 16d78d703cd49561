using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads feeds. No document type and no entity of one is read, so that a feed can neither open a file nor grow without end.</summary>
public static partial class FeedReader
{
    private const int LongestFeed = 20 << 20;
    private const int MostEntries = 1000;
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reads a feed. Throws <see cref="FormatException"/> with a sentence for what is none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="charset">Encoding that the server named; null for what the file says.</param>
    /// <param name="address">Where it lies, for addresses that are written relative to it.</param>
    public static FeedDocument Read(byte[] bytes, string? charset, Uri address)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(address);
        var root = Parse(bytes, charset).Root!;
        var channel = root.Elements().FirstOrDefault(e => e.Name.LocalName == "channel");
        return root.Name.LocalName switch
        {
            "rss" => new(Title(channel ?? root), [.. (channel ?? root).Elements().Where(e => e.Name.LocalName == "item").Take(MostEntries).Select(e => Item(e, address)).OfType<FeedEntry>()]),
            "RDF" => new(channel is null ? null : Title(channel), [.. root.Elements().Where(e => e.Name.LocalName == "item").Take(MostEntries).Select(e => Item(e, address)).OfType<FeedEntry>()]),
            "feed" => new(Title(root), [.. root.Elements().Where(e => e.Name.LocalName == "entry").Take(MostEntries).Select(e => Entry(e, address)).OfType<FeedEntry>()]),
            var other => throw new FormatException($"It is no feed of RSS or Atom: its root is <{(other.Length <= 40 ? other : other[..40])}>."),
        };
    }

    private static XDocument Parse(byte[] bytes, string? charset)
    {
        try
        {
            var head = System.Text.Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200));
            var declared = charset ?? (Declared().Match(head) is { Success: true } match ? match.Groups[1].Value : null);
            using var reader = XmlReader.Create(new StringReader(TextDecoding.Decode(bytes, declared).Text.TrimStart()), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersInDocument = LongestFeed,
                CheckCharacters = true,
            });
            return XDocument.Load(reader);
        }
        catch (Exception wrong) when (wrong is XmlException or UnreadableSourceException)
        {
            throw new FormatException($"It is no XML that can be read: {(wrong is UnreadableSourceException u ? u.Error.Message : wrong.Message)}", wrong);
        }
    }

    private static FeedEntry? Item(XElement item, Uri address)
    {
        var (guid, about) = (Child(item, "guid"), item.Attributes().FirstOrDefault(a => a.Name.LocalName == "about")?.Value);
        var isAddress = (string?)item.Elements().FirstOrDefault(e => e.Name.LocalName == "guid")?.Attribute("isPermaLink") != "false";
        var link = Link(Child(item, "link"), item, address) ?? Link(item.Elements(Atom + "link").FirstOrDefault()?.Attribute("href")?.Value, item, address) ?? (isAddress ? Link(guid, item, null) : null);
        return Made(guid ?? about, link, item, Child(item, "pubDate") ?? (string?)item.Element(Dublin + "date"), (string?)item.Element(Atom + "updated"), (string?)item.Element(Content + "encoded") ?? Child(item, "description"));
    }

    private static FeedEntry? Entry(XElement entry, Uri address)
    {
        var link = entry.Elements().FirstOrDefault(e => e.Name.LocalName == "link" && ((string?)e.Attribute("rel") ?? "alternate") == "alternate");
        var content = entry.Elements().FirstOrDefault(e => e.Name.LocalName == "content" && e.Attribute("src") is null) ?? entry.Elements().FirstOrDefault(e => e.Name.LocalName == "summary");
        var words = content is null ? null : (string?)content.Attribute("type") switch
        {
            "xhtml" => string.Concat(content.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))),
            "html" or "text/html" => content.Value,
            _ => WebUtility.HtmlEncode(content.Value),
        };
        return Made(Child(entry, "id"), Link((string?)link?.Attribute("href"), link ?? entry, address), entry, Child(entry, "published") ?? Child(entry, "issued") ?? Child(entry, "updated"), Child(entry, "updated"), words);
    }

    private static FeedEntry? Made(string? id, Uri? link, XElement entry, string? published, string? updated, string? content)
    {
        var key = id ?? link?.AbsoluteUri;
        if (key is null) return null;
        var title = Title(entry);
        return new(key, link)
        {
            Title = title,
            Published = MetadataDate.Parse(published),
            Content = string.IsNullOrWhiteSpace(content) ? null : content,
            Stamp = ContentHash.Key(link?.AbsoluteUri, title, published?.Trim(), updated?.Trim(), content),
        };
    }

    private static string? Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == name && e.Name.Namespace != Dublin && (e.Name.Namespace != Atom || element.Name.Namespace == Atom))?.Value.Trim() is { Length: > 0 } text ? text : null;

    // Markup in a title is written once or twice over.
    private static string? Title(XElement element) => Child(element, "title") is { } title
        ? string.Join(' ', WebUtility.HtmlDecode(MarkdownWords.WithoutTags(title.Contains("&lt;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(title) : title)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : null
        : null;

    private static Uri? Link(string? written, XElement at, Uri? address)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var ground = address;
        if (address is not null)
            foreach (var named in at.AncestorsAndSelf().Reverse().Select(e => e.Attribute(XNamespace.Xml + "base")?.Value).OfType<string>())
                if (Uri.TryCreate(ground, named, out var next)) ground = next;
        var found = ground is null ? Uri.TryCreate(written.Trim(), UriKind.Absolute, out var alone) ? alone : null : Uri.TryCreate(ground, written.Trim(), out var joined) ? joined : null;
        return found is { Scheme: "http" or "https" } ? found : null;
    }

    [GeneratedRegex("^\\s*<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]{2,30})", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
