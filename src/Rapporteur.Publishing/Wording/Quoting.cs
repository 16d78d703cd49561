using System.Buffers;
using System.Globalization;
using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Makes words of a source fit to be shown in a line. The exact words stay in the citation.</summary>
internal static class Quoting
{
    /// <summary>Longest quote within a line, in UTF-16 code units; a longer one is cut at a space.</summary>
    public const int Longest = 280;

    // Controls of writing direction, and line and paragraph separators: they would act beyond the quote.
    private static readonly SearchValues<char> Steering = SearchValues.Create("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff");

    // What makes a closer look necessary: controls, white space other than a blank, halves of pairs.
    private static readonly SearchValues<char> Unclean = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => char.IsControl(c) || (char.IsWhiteSpace(c) && c != ' ') || char.IsSurrogate(c) || Steering.Contains(c) || c >= '\ufff0')]);

    /// <summary>White space collapsed to single blanks, control and direction characters and lone surrogates left out.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny(Unclean) < 0 && !text.Contains("  ", StringComparison.Ordinal)) return text.Trim();
        var clean = new StringBuilder(text.Length);
        var blank = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                blank = clean.Length > 0;
                continue;
            }

            if (Steering.Contains(c) || char.IsControl(c)) continue;
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (char.IsSurrogate(c) && !pair) continue;
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned && !pair && c >= '\ufff0') continue;
            if (blank) clean.Append(' ');
            blank = false;
            clean.Append(c);
            if (pair) clean.Append(text[++i]);
        }

        return clean.ToString();
    }

    /// <summary>Words for a quote: cleaned, outer quotation marks and punctuation left out, inner double marks made single, cut when too long.</summary>
    public static string Quote(string text) => Cut(Tidy(text), Longest);

    /// <summary>As <see cref="Quote"/>, at any length. A double mark without its partner is left out.</summary>
    public static string Tidy(string text) => Single(Paired(Unwrap(Clean(text).Trim().TrimEnd(',', ';', ':'))));

    /// <summary>Cut at a space with an ellipsis when longer than the limit.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = text.LastIndexOf(' ', longest);
        if (end < longest / 2) end = char.IsLowSurrogate(text[longest]) ? longest - 1 : longest;
        return text[..end].TrimEnd(' ', ',', ';', ':', '–', '—') + "…";
    }

    private static string Unwrap(string text) =>
        text.Length > 2 && (text[0], text[^1]) is ('“', '”') or ('"', '"') && text.AsSpan(1, text.Length - 2).IndexOfAny("“”\"") < 0 ? text[1..^1] : text;

    // What a quotation cut out of another leaves behind: a mark that opens and never closes, or the reverse.
    private static string Paired(string text)
    {
        if (text.AsSpan().IndexOfAny("“”\"") < 0) return text;
        var alone = new List<int>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('“' or '”' or '"')) continue;
            if (text[i] == '“' || (text[i] == '"' && open < 0 && Opens(text, i)))
            {
                if (open >= 0) alone.Add(open);
                open = i;
            }
            else if (open < 0) alone.Add(i);
            else open = -1;
        }

        if (open >= 0) alone.Add(open);
        return alone.Count == 0 ? text : string.Concat(text.Where((_, i) => !alone.Contains(i)));
    }

    private static bool Opens(string text, int i) => i == 0 || text[i - 1] is ' ' or '(' or '–' or '—';

    // Quotation marks within quotation marks, as printers set them.
    private static string Single(string text)
    {
        if (text.AsSpan().IndexOfAny("“”\"") < 0) return text;
        var single = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            single.Append(text[i] switch
            {
                '“' => '‘',
                '”' => '’',
                '"' => Opens(text, i) ? '‘' : '’',
                var c => c,
            });
        return single.ToString();
    }
}
