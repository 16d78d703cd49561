using System.Collections.Immutable;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>Names as they are shown.</summary>
internal static class NameText
{
    /// <summary>The words of a range of tokens with single spaces, plain apostrophes and without a possessive ending.</summary>
    public static string Written(string text, ImmutableArray<Token> tokens, int first, int count)
    {
        while (count > 1 && text[tokens[first + count - 1].Span.Start] is '\'' or '’') count--;
        var built = new StringBuilder();
        for (var at = tokens[first].Span.Start; at < tokens[first + count - 1].Span.End; at++)
        {
            var letter = text[at] == '’' ? '\'' : text[at];
            if (!char.IsWhiteSpace(letter)) built.Append(letter);
            else if (built.Length > 0 && built[^1] != ' ') built.Append(' ');
        }

        return built.ToString();
    }
}
