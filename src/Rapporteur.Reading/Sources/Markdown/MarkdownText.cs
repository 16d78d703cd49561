using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Writes the blocks of a Markdown document as text.</summary>
internal sealed class MarkdownText(ZonedText blocks, string? title)
{
    private const int Deepest = 200;
    private bool hasTitle;

    public void Write(ContainerBlock container, int depth = 0)
    {
        if (depth > Deepest) return;
        foreach (var block in container) Write(block, depth, null);
    }

    private void Write(Block block, int depth, string? bullet)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Heading(heading);
                break;
            case ParagraphBlock paragraph:
                Paragraph(paragraph, bullet);
                break;
            case ListBlock list:
                foreach (var item in list) Item((ListItemBlock)item, list.IsOrdered, depth + 1);
                break;
            case Table table:
                blocks.EndList();
                foreach (var row in table) blocks.Add(string.Join(" | ", ((TableRow)row).Select(cell => MarkdownWords.Of((TableCell)cell))), ZoneKind.Body, "");
                break;
            case HtmlBlock html:
                blocks.Add(MarkdownWords.WithoutTags(html.Lines.ToString()));
                break;
            case LeafBlock code and CodeBlock:
                blocks.Add(code.Lines.ToString());
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock inner:
                Write(inner, depth + 1);
                break;
            default:
                break;
        }
    }

    private void Heading(HeadingBlock heading)
    {
        var words = MarkdownWords.Of(heading.Inline);
        var isTitle = !hasTitle && (title is null ? heading.Level == 1 || blocks.IsEmpty : ZonedText.Clean(words) == ZonedText.Clean(title));
        hasTitle |= isTitle;
        blocks.Add(words, isTitle ? ZoneKind.Title : ZoneKind.Summary);
    }

    // A paragraph of nothing but a picture is its caption.
    private void Paragraph(ParagraphBlock paragraph, string? bullet)
    {
        if (MarkdownWords.Caption(paragraph.Inline) is { } caption) blocks.Add(caption, ZoneKind.Caption);
        else blocks.Add(MarkdownWords.Of(paragraph.Inline), ZoneKind.Body, bullet);
    }

    private void Item(ListItemBlock item, bool ordered, int depth)
    {
        if (depth > Deepest) return;
        var bullet = ordered ? item.Order.ToString(CultureInfo.InvariantCulture) + ". " : "\u2022 ";
        foreach (var block in item)
        {
            Write(block, depth, bullet);
            bullet = null;
        }
    }
}
