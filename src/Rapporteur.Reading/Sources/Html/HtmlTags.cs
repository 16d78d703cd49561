using System.Collections.Frozen;

namespace Rapporteur.Reading;

/// <summary>What the HTML standard says of tags.</summary>
internal static class HtmlTags
{
    private static readonly FrozenSet<string> Block = (
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption"
        ).Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unclosed = (
        "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup tbody thead tfoot colgroup rp rt html head body"
        ).Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a tag starts a paragraph of its own.</summary>
    public static bool IsBlock(string tag) => Block.Contains(tag);

    public static bool IsHeading(string tag) => tag.Length == 2 && tag[0] == 'h' && tag[1] is >= '1' and <= '6';

    /// <summary>How deep elements stand in each other at most, by a rough count of tags; those that need no closing tag are left out.</summary>
    public static int Depth(string html)
    {
        var closed = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, deepest = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closing = html[at + 1] == '/';
            var start = closing ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && end < start + 24 && char.IsAsciiLetterOrDigit(html[end])) end++;
            if (end == start || closed.Contains(html.AsSpan(start, end - start))) continue;
            depth = closing ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
