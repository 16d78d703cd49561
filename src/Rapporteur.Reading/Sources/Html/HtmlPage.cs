using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rapporteur.Reading;

/// <summary>A node of a page in document order.</summary>
/// <param name="Node">Element or text.</param>
/// <param name="Parent">Index of its parent; -1 at the top.</param>
/// <param name="Hint">What class and id say of it.</param>
internal readonly record struct HtmlNode(INode Node, int Parent, HtmlHint Hint)
{
    /// <summary>One past the last node below it.</summary>
    public int End { get; init; }

    /// <summary>Whether it and all below it are left out.</summary>
    public bool Removed { get; init; }

    public string Tag => Node is IElement element ? element.LocalName : "";
}

/// <summary>The visible nodes of a page as a list, so that deep trees need no recursion, with sums over them.</summary>
internal sealed class HtmlPage
{
    private readonly List<HtmlNode> nodes = [];
    private readonly int[] text;
    private readonly int[] link;

    public HtmlPage(IHtmlDocument document, HtmlCues cues)
    {
        Collect(document, cues);
        text = new int[nodes.Count + 1];
        link = new int[nodes.Count + 1];
        var inLink = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Tag == "a" && nodes[i].End > inLink) inLink = nodes[i].End;
            var length = nodes[i].Node is IText words ? Length(words.Data) : 0;
            text[i + 1] = text[i] + length;
            link[i + 1] = link[i] + (i < inLink ? length : 0);
        }
    }

    public int Count => nodes.Count;

    public HtmlNode this[int index] => nodes[index];

    /// <summary>Characters of text from one node up to another, white space drawn together.</summary>
    public int TextLength(int from, int to) => text[to] - text[from];

    /// <summary>Characters of text in and below a node.</summary>
    public int TextLength(int index) => TextLength(index, nodes[index].End);

    /// <summary>The share of the text below a node that is in links, 0 to 1.</summary>
    public double LinkShare(int index) => TextLength(index) is var all and > 0 ? (link[nodes[index].End] - link[index]) / (double)all : 0;

    /// <summary>Whether the text node stands in a link.</summary>
    public bool IsLink(int index) => link[index + 1] > link[index];

    public bool Holds(int index, string tag)
    {
        for (var i = index; i < nodes[index].End; i++)
            if (nodes[i].Tag == tag) return true;
        return false;
    }

    public void Remove(int index)
    {
        for (var i = index; i < nodes[index].End; i++) nodes[i] = nodes[i] with { Removed = true };
    }

    /// <summary>The words in and below a node.</summary>
    public string Words(int index)
    {
        var words = new System.Text.StringBuilder();
        for (var i = index; i < nodes[index].End; i++)
        {
            if (nodes[i].Node is IText data) words.Append(data.Data);
            else if (nodes[i].Tag is "br" || HtmlTags.IsBlock(nodes[i].Tag)) words.Append(' ');
        }

        return ZonedText.Clean(words.ToString()).Replace('\n', ' ');
    }

    // Children are counted, for asking a node for its next sibling takes longer the more there are.
    private void Collect(IHtmlDocument document, HtmlCues cues)
    {
        if (document.Body is not { } body) return;
        var open = new Stack<(INodeList Children, int Next, int Index)>();
        nodes.Add(new(body, -1, cues.Hint(body)));
        open.Push((body.ChildNodes, 0, 0));
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Children.Length)
            {
                Close(top.Index);
                continue;
            }

            open.Push(top with { Next = top.Next + 1 });
            var node = top.Children[top.Next];
            if (node is IText) nodes.Add(new(node, top.Index, HtmlHint.None) { End = nodes.Count + 1 });
            else if (node is IElement element && IsShown(element, cues))
            {
                nodes.Add(new(node, top.Index, cues.Hint(element)));
                open.Push((node.ChildNodes, 0, nodes.Count - 1));
            }
        }
    }

    private void Close(int index) => nodes[index] = nodes[index] with { End = nodes.Count };

    private static bool IsShown(IElement element, HtmlCues cues)
    {
        if (cues.SkipTags.Contains(element.LocalName) || cues.IsSkippedRole(element) || element.HasAttribute("hidden")) return false;
        if (element.GetAttribute("aria-hidden") == "true") return false;
        var style = element.GetAttribute("style");
        return style is null || !style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    private static int Length(string words)
    {
        var length = 0;
        var space = true;
        foreach (var c in words)
        {
            var white = char.IsWhiteSpace(c);
            if (!white || !space) length++;
            space = white;
        }

        return length > 0 && space ? length - 1 : length;
    }
}
