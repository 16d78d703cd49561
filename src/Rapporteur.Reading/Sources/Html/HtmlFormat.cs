using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A web page: the article alone, without scripts, menus, comments and related links, and what the page says of its publication.</summary>
internal sealed partial class HtmlFormat(HtmlCues cues) : ISourceFormat
{
    // Browsers stop at 512; the parser's time grows with the square of the depth.
    private const int Deepest = 1500;
    private const int FewestCharacters = 140;
    private const int FarFromTop = 40;

    public Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        if (bytes.Length > options.MaxMarkupBytes)
            throw new UnreadableSourceException("too-large", $"The page has {bytes.Length:N0} bytes, at most {options.MaxMarkupBytes:N0} of HTML are read; split it or give its text.");
        var (html, note) = TextDecoding.Decode(bytes, Charset(bytes));
        if (HtmlTags.Depth(html) > Deepest)
        {
            var text = ZonedText.Clean(MarkdownWords.WithoutTags(html));
            return new(text) { Notes = [new("nesting", "The page is nested too deeply; all of its text was read, menus too.")] };
        }

        using var document = new HtmlParser().ParseDocument(html);
        cancel.ThrowIfCancellationRequested();
        var about = HtmlMetadata.Read(document, cues);
        var page = new HtmlPage(document, cues);
        HtmlArticle.Prune(page);
        var parts = HtmlArticle.Find(page);
        var structured = parts.Sum(part => page.TextLength(part.From, part.To)) >= FewestCharacters;
        if (!structured) parts = page.Count == 0 ? [] : [(0, page.Count)];
        var blocks = new ZonedText(options.MaxTextBytes);
        var writer = new HtmlText(page, blocks, about.Title);
        if (parts.Count > 0) WriteHead(page, writer, parts[0].From, about);
        foreach (var (from, to) in parts) writer.Write(from, to);
        var words = blocks.ToString();
        var top = MarkingWords.AtTop(words);
        return new(words)
        {
            Title = about.Title,
            Publisher = about.Publisher,
            Rights = about.Rights,
            Published = about.Published,
            Marking = top > about.Marking ? top : about.Marking,
            Zones = blocks.Zones,
            HasStructure = structured && blocks.Zones.Any(zone => zone.Kind is ZoneKind.Title or ZoneKind.Summary),
            Notes = note is null ? [] : [note],
        };
    }

    // Headline, standfirst and captions that stand before the element that holds the paragraphs.
    private static void WriteHead(HtmlPage page, HtmlText writer, int start, HtmlMetadata about)
    {
        var heading = -1;
        for (var i = 0; i < start; i++)
            if (page[i].Tag == "h1" && page[i].End <= start && !page[i].Removed && page.TextLength(i) > 0) heading = i;
        if (heading < 0) return;
        writer.WriteAs(heading, ZoneKind.Title);
        var described = about.Description is null ? "" : LineCues.Fold(about.Description);
        for (var i = page[heading].End; i < start; i++)
        {
            var node = page[i];
            if (node.Removed || node.End > start || node.Node is not IElement || page.TextLength(i) is < 20 or > 500) continue;
            ZoneKind? kind = node.Tag == "figcaption" ? ZoneKind.Caption
                : (node.Hint & HtmlHint.Standfirst) != 0 || (HtmlTags.IsBlock(node.Tag) && IsDescription(LineCues.Fold(page.Words(i)), described)) ? ZoneKind.Summary : null;
            if (kind is null) continue;
            writer.WriteAs(i, kind.Value);
            i = node.End - 1;
        }
    }

    private static bool IsDescription(string words, string described) =>
        words.Length >= FarFromTop && described.Length >= FarFromTop && (words.StartsWith(described[..FarFromTop], StringComparison.Ordinal) || described.StartsWith(words, StringComparison.Ordinal));

    private static string? Charset(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096));
        return CharsetName().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharsetName();
}
