using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Words and names as the scorer compares them: runs of letters, digits, numbers and underscores.</summary>
internal static class Words
{
    private static readonly HashSet<string> Pronouns = new(
        "i me he him she her it they them we us you who his its their our my your himself herself itself themselves".Split(' '), StringComparer.Ordinal);

    public static bool IsPronoun(string normal) => Pronouns.Contains(normal);

    /// <summary>Adds the offsets at which the words of the span begin.</summary>
    public static void Starts(string text, TextSpan span, HashSet<int> starts)
    {
        var inside = false;
        for (var i = span.Start; i < span.End; i += Width(text, i))
        {
            var word = IsWord(text, i);
            if (word && !inside) starts.Add(i);
            inside = word;
        }
    }

    /// <summary>A name in lower case, without possessive endings, punctuation and a leading article.</summary>
    public static string Normal(string name)
    {
        var lower = name.ToLowerInvariant();
        var kept = new System.Text.StringBuilder(lower.Length);
        for (var i = 0; i < lower.Length;)
        {
            if (lower[i] is '’' or '\'' && i + 1 < lower.Length && lower[i + 1] == 's' && (i + 2 == lower.Length || !IsWord(lower, i + 2)))
            {
                i += 2;
                continue;
            }

            var width = Width(lower, i);
            if (IsWord(lower, i)) kept.Append(lower, i, width);
            else if (kept.Length == 0 || kept[^1] != ' ') kept.Append(' ');
            i += width;
        }

        var normal = kept.ToString().Trim();
        return normal.StartsWith("the ", StringComparison.Ordinal) ? normal[4..].Trim() : normal;
    }

    private static int Width(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

    private static bool IsWord(string text, int at) => text[at] == '_' || CharUnicodeInfo.GetUnicodeCategory(text, at) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
