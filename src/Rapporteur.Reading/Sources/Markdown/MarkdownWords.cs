using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Rapporteur.Reading;

/// <summary>The words of the inline parts of Markdown: emphasis, links and entities give what a reader sees, pictures give nothing.</summary>
internal static class MarkdownWords
{
    public static string Of(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        var open = new Stack<Inline?>();
        open.Push(inlines?.FirstChild);
        while (open.TryPop(out var inline))
        {
            if (inline is null) continue;
            open.Push(inline.NextSibling);
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    words.Append(link.Url);
                    break;
                case LineBreakInline feed:
                    words.Append(feed.IsHard ? '\n' : ' ');
                    break;
                case HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    words.Append('\n');
                    break;
                case LinkInline { IsImage: true } or HtmlInline:
                    break;
                case ContainerInline inner:
                    open.Push(inner.FirstChild);
                    break;
                default:
                    break;
            }
        }

        return words.ToString();
    }

    /// <summary>The words of every paragraph in a cell.</summary>
    public static string Of(ContainerBlock cell) =>
        ZonedText.Clean(string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => Of(leaf.Inline)))).Replace('\n', ' ');

    /// <summary>The description of a picture that stands alone; null for other paragraphs.</summary>
    public static string? Caption(ContainerInline? inlines)
    {
        if (inlines?.FirstChild is not LinkInline { IsImage: true } image || image.NextSibling is not null) return null;
        var words = Of(image);
        return words.Length > 0 ? words : image.Title ?? "";
    }

    /// <summary>What is left of HTML without tags, comments, scripts and styles.</summary>
    public static string WithoutTags(string html)
    {
        var words = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                words.Append(html, at, html.Length - at);
                break;
            }

            words.Append(html, at, open - at);
            var rest = html.AsSpan(open);
            var end = rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->"
                : rest.StartsWith("<script", StringComparison.OrdinalIgnoreCase) ? "</script>"
                : rest.StartsWith("<style", StringComparison.OrdinalIgnoreCase) ? "</style>" : ">";
            var close = html.IndexOf(end, open, StringComparison.OrdinalIgnoreCase);
            if (close < 0) break;
            words.Append(' ');
            at = close + end.Length;
        }

        return System.Net.WebUtility.HtmlDecode(words.ToString());
    }
}
