using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Cuts text into the words by which it is found: runs of letters and digits, folded (<see cref="Folding"/>); an apostrophe inside a word is
/// dropped, and so is a possessive <c>'s</c>. Words longer than 100 characters are cut.</summary>
internal static class SearchWords
{
    private const int Longest = 100;

    /// <summary>The words with single spaces between them.</summary>
    internal static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (char.IsLetterOrDigit(unit))
            {
                if (length++ == 0 && line.Length > 0) line.Append(' ');
                if (length <= Longest) line.Append(Folding.Fold(unit));
            }
            else if (length > 0 && Joins(text, i, ref length))
            {
                continue;
            }
            else
            {
                length = 0;
            }
        }

        return line.ToString();
    }

    // Marks above a letter, and apostrophes between letters; a possessive ends the word.
    private static bool Joins(string text, int at, ref int length)
    {
        if (char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark) return true;
        if (Folding.Fold(text[at]) != '\'' || at + 1 == text.Length || !char.IsLetter(text[at + 1])) return false;
        if (text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]))) length = Longest + 1;
        return true;
    }
}
