using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>Classes of characters that tokeniser and sentence splitter tell apart.</summary>
internal static class Characters
{
    /// <summary>White space and characters without width or meaning (zero-width space, byte order mark, soft hyphen, controls).</summary>
    public static bool IsBlank(char c) =>
        c <= ' ' || char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u00ad' or '\u2060' || (c >= '\u007f' && c < '\u00a0');

    /// <summary>An end of line, alone or as part of one.</summary>
    public static bool IsNewline(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v' or '\u0085';

    /// <summary>Straight, curly and guillemet quotation marks, single ones and the backtick included.</summary>
    public static bool IsQuote(char c) => IsApostrophe(c) || c is '"' or '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb' or '`' or '\u201a' or '\u2039' or '\u203a';

    /// <summary>Straight or curly apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02bc';

    /// <summary>Opening quotation marks and brackets; straight marks count, for they may open.</summary>
    public static bool IsOpener(char c) => c is '(' or '[' or '{' || (IsQuote(c) && c is not ('\u201d' or '\u00bb' or '\u203a'));

    /// <summary>Closing quotation marks and brackets; straight marks count, for they may close.</summary>
    public static bool IsCloser(char c) => c is ')' or ']' or '}' || (IsQuote(c) && c is not ('\u201c' or '\u201e' or '\u201f' or '\u00ab' or '\u2018' or '\u201a' or '\u2039' or '`'));

    /// <summary>Hyphens and dashes of every length.</summary>
    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212';

    /// <summary>Signs of currencies.</summary>
    public static bool IsCurrency(char c) => c is '$' or '£' or '€' or '¥' || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol);

    /// <summary>Marks that lines of a list begin with.</summary>
    public static bool IsBullet(char c) => c is '\u2022' or '\u2023' or '\u25aa' or '\u25cf' or '\u25cb' or '\u25e6' or '\u2219' or '\u00b7' or '\u25a0' or '\u2043' or '\u27a4' or '\u25ba';

    /// <summary>Letters, digits and combining marks; halves of surrogate pairs are left to <see cref="PairIsWord"/>.</summary>
    public static bool IsWord(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '_' : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether the surrogate pair that begins at the index is a letter or digit.</summary>
    public static bool PairIsWord(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;
}
