using System.Collections.Immutable;
using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Writes text as Markdown so that nothing of a source becomes markup.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|~&!^$@";

    /// <summary>The parts of a line; quotes in quotation marks, names of actors bold.</summary>
    public static string Of(ImmutableArray<TextPart> parts) => string.Concat(parts.Select(p => p.Kind switch
    {
        PartKind.Quote => $"“{Escape(p.Text)}”",
        PartKind.Actor => $"**{Escape(p.Text)}**",
        _ => Escape(p.Text),
    }));

    /// <summary>Text on one line with every character of markup escaped; addresses do not become links.</summary>
    public static string Escape(string text)
    {
        var clean = Quoting.Clean(text);
        var escaped = new StringBuilder(clean.Length + 8);
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            if (Special.Contains(c, StringComparison.Ordinal) || StartsLink(clean, i) || StartsBlock(clean, i)) escaped.Append('\\');
            escaped.Append(c);
        }

        // White space at the ends of a part belongs to the line.
        var lead = text.Length > 0 && text[0] == ' ' ? " " : "";
        var tail = clean.Length > 0 && text[^1] == ' ' ? " " : "";
        return lead + escaped + tail;
    }

    private static bool StartsLink(string text, int i) => text[i] switch
    {
        ':' => i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/',
        '.' => i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // At the start of a text, what would begin a list, a quotation, a heading or a rule.
    private static bool StartsBlock(string text, int i)
    {
        if (text[i] is '-' or '+' or '=') return i == 0;
        return text[i] is '.' or ')' && i > 0 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
