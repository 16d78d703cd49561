using System.Text;

namespace Rapporteur.Domain;

/// <summary>Folds letters for comparison: lower case, without diacritics, apostrophes made straight. Done by hand, since the program runs without
/// the tables of ICU.</summary>
public static class Folding
{
    // Base letters of U+00C0 to U+017F in order; "." keeps the letter.
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll" +
        "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The letter, folded; letters outside Latin are only made lower case.</summary>
    /// <param name="letter">One UTF-16 unit.</param>
    public static char Fold(char letter)
    {
        if (letter < 0x80) return letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter;
        if (letter is '\u2019' or '\u2018' or '\u02BC') return '\'';
        if (letter is '\u2013' or '\u2014' or '\u2010' or '\u2011') return '-';
        if (letter >= 0xC0 && letter - 0xC0 < Latin.Length && Latin[letter - 0xC0] is var folded && folded != '.') return folded;
        return char.ToLowerInvariant(letter);
    }

    /// <summary>Words of letters and digits, folded, joined by single spaces; a possessive <c>'s</c> is dropped.</summary>
    /// <param name="name">Name or words.</param>
    public static string Normalise(string name)
    {
        var folded = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = Fold(name[i]);
            if (letter == '\'' && i + 1 < name.Length && Fold(name[i + 1]) == 's' && (i + 2 == name.Length || !char.IsLetterOrDigit(name[i + 2])))
            {
                i++;
                continue;
            }

            if (letter is '.' or '\'') continue;
            if (char.IsLetterOrDigit(letter)) folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
