using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Writes parts of a page as text, one paragraph for each block.</summary>
internal sealed partial class HtmlText(HtmlPage page, ZonedText blocks, string? title)
{
    private const int LongestHeading = 90;
    private const int LongestRow = 400;
    private readonly StringBuilder words = new();
    private readonly string foldedTitle = title is null ? "" : LineCues.Fold(title);
    private int owner = -1;
    private int linked;
    private int bold;
    private int last = -1;
    private bool hasTitle;

    /// <summary>Writes the nodes from one index up to another.</summary>
    public void Write(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var node = page[i];
            if (node.Removed) continue;
            if (node.Node is IText text) Append(i, text.Data);
            else if (node.Tag == "br") words.Append('\n');
        }

        Flush();
    }

    /// <summary>Writes one element as a paragraph of a kind.</summary>
    public void WriteAs(int index, ZoneKind kind)
    {
        hasTitle |= kind == ZoneKind.Title;
        blocks.Add(page.Words(index), kind);
    }

    private void Append(int index, string data)
    {
        var block = Block(index, out var isBold);
        if (block != owner)
        {
            var sameRow = owner >= 0 && Row(owner) is var row and >= 0 && row == Row(block);
            if (sameRow && words.Length > 0) words.Append(" | ");
            else Flush();
            owner = block;
        }

        if (page[block].Tag == "pre") words.Append(data);
        else foreach (var c in data) words.Append(char.IsWhiteSpace(c) ? ' ' : c);
        var length = page.TextLength(index, index + 1);
        if (page.IsLink(index)) linked += length;
        if (isBold) bold += length;
    }

    private void Flush()
    {
        var text = words.ToString();
        var (links, strong) = (linked, bold);
        words.Clear();
        linked = bold = 0;
        if (owner < 0) return;
        if (page[owner].Tag == "pre") Add(text, links, strong);
        else
        {
            // Two breaks in a row part paragraphs.
            foreach (var part in Breaks().Split(text)) Add(part, links, strong);
        }
    }

    private void Add(string text, int links, int strong)
    {
        var clean = ZonedText.Clean(text);
        if (clean.Length == 0) return;
        var item = Ancestor(owner, "li");
        var kind = Kind(clean, links >= 0.9 * clean.Length, strong >= 0.9 * clean.Length);
        var bullet = Row(owner) >= 0 ? "" : item >= 0 && kind is ZoneKind.Body or ZoneKind.Furniture && item != last ? "\u2022 " : null;
        if (bullet is not null && item < 0 && Table(owner) is var table && table != last) { blocks.EndList(); last = table; }
        if (item >= 0) last = item;
        blocks.Add(clean, kind, item >= 0 && bullet == "\u2022 " ? bullet : bullet is "" ? "" : null);
    }

    private ZoneKind Kind(string text, bool isLink, bool isBold)
    {
        for (var i = owner; i >= 0; i = page[i].Parent)
        {
            var tag = page[i].Tag;
            var hint = page[i].Hint;
            if (tag is "figcaption" or "caption" || ((hint & HtmlHint.Caption) != 0 && text.Length <= ArticleLines.CueLength)) return ZoneKind.Caption;
            if (HtmlTags.IsHeading(tag)) return IsTitle(tag, text) ? ZoneKind.Title : ZoneKind.Summary;
            if ((hint & HtmlHint.Standfirst) != 0 && page.TextLength(i) <= 400) return ZoneKind.Summary;
        }

        if (isLink) return ZoneKind.Furniture;
        return isBold && text.Length <= LongestHeading && char.IsLetterOrDigit(text[^1]) && char.IsUpper(text[0]) ? ZoneKind.Summary : ZoneKind.Body;
    }

    private bool IsTitle(string tag, string text)
    {
        if (hasTitle) return false;
        return hasTitle = tag == "h1" || (foldedTitle.Length > 0 && LineCues.Fold(text) == foldedTitle);
    }

    private int Block(int index, out bool isBold)
    {
        isBold = false;
        for (var i = page[index].Parent; i >= 0; i = page[i].Parent)
        {
            if (HtmlTags.IsBlock(page[i].Tag)) return i;
            isBold |= page[i].Tag is "b" or "strong";
        }

        return 0;
    }

    [GeneratedRegex("\n\\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    // A row of a table that holds data; one that lays out a page has long cells or breaks in them.
    private int Row(int index)
    {
        var row = Ancestor(index, "tr");
        return row >= 0 && page.TextLength(row) <= LongestRow && !page.Holds(row, "br") && !page.Holds(row, "p") ? row : -1;
    }

    private int Table(int index) => Ancestor(index, "table");

    private int Ancestor(int index, string tag)
    {
        for (var i = index; i >= 0; i = page[i].Parent)
            if (page[i].Tag == tag) return i;
        return -1;
    }
}
