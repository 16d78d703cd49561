using Rapporteur.Domain;

namespace Rapporteur.Plugs;

/// <summary>Finds quoted words in a text.</summary>
internal static class Quote
{
    /// <summary>Where the words stand, to the letter and as whole words; only the width of white space may differ. Null where they do not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="within">Where to look.</param>
    /// <param name="words">The words.</param>
    public static TextSpan? Find(string text, TextSpan within, string words)
    {
        words = words.Trim();
        if (words.Length == 0) return null;
        for (var start = text.IndexOf(words[0], within.Start, within.Length); start >= 0; start = start + 1 < within.End ? text.IndexOf(words[0], start + 1, within.End - start - 1) : -1)
        {
            if (IsInsideWord(text, start) || Match(text, start, within.End, words) is not (>= 0 and var end) || IsInsideWord(text, end)) continue;
            return new(start, end);
        }

        return null;
    }

    private static int Match(string text, int start, int limit, string words)
    {
        var at = start;
        for (var i = 0; i < words.Length;)
        {
            if (char.IsWhiteSpace(words[i]))
            {
                if (at >= limit || !char.IsWhiteSpace(text[at])) return -1;
                while (i < words.Length && char.IsWhiteSpace(words[i])) i++;
                while (at < limit && char.IsWhiteSpace(text[at])) at++;
                continue;
            }

            if (at >= limit || text[at] != words[i]) return -1;
            at++;
            i++;
        }

        return at;
    }

    private static bool IsInsideWord(string text, int at) => at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
