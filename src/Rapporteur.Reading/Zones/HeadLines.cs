using System.Text.RegularExpressions;

namespace Rapporteur.Reading;

/// <summary>Lines that stand around a headline and are no part of the article: bylines, dates, headers of mails, markings.</summary>
internal static partial class HeadLines
{
    public static bool IsByline(ArticleLines lines, int index)
    {
        if (lines[index].Length is < 5 or > 120 || lines.WordCount(index) > 14 || !lines.IsParagraph(index)) return false;
        var words = lines.Words(index);
        return Byline().IsMatch(words) && !words.EndsWith(".", StringComparison.Ordinal);
    }

    public static bool IsDate(ArticleLines lines, int index)
    {
        if (lines[index].Length is < 6 or > 110 || lines.WordCount(index) > 16 || !lines.IsParagraph(index)) return false;
        return DateLine().IsMatch(lines.Words(index));
    }

    public static bool IsMailHeader(ArticleLines lines, int index) => lines[index].Length <= 200 && MailHeader().IsMatch(lines.Words(index));

    public static bool IsMarking(ArticleLines lines, int index) => lines[index].Length <= 60 && MarkingWords.FindIn(lines.Words(index)) is not null;

    [GeneratedRegex("^(?:(?:[Ww]ritten |[Pp]osted |[Rr]eported |[Ss]tory )?(?:[Bb]y|BY)|[Aa]uthors?:|[Tt]ext:|[Cc]orrespondent:)\\s+(?:the )?(?:\\p{Lu}|@)", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex("""
        ^(?:(?:first\ |last\ )?(?:published|updated|posted|modified|issued|created|date|dated|last\ update)(?:\ at|\ on|\ date)?\s*[:\-–—]?\s*)?
        (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?
        (?:[0-9]{1,2}(?:st|nd|rd|th)?\ (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\ [0-9]{4}
          |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ [0-9]{1,2}(?:st|nd|rd|th)?,?\ [0-9]{4}
          |[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})
        (?:[\s,|•·–—\-/T]+(?:at\ )?[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?)?[\s]*(?:[ap]\.?m\.?)?[\s(]*(?:[a-z]{2,4}|[+-][0-9:]+)?\)?
        (?:[\s,|•·–—\-/(]*(?:(?:first\ |last\ )?(?:published|updated|modified|last\ update).*)?)?$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex DateLine();

    [GeneratedRegex("^(?:From|To|Cc|Bcc|Sent|Date|Reply-To|Message-ID|Content-Type|MIME-Version|Classification|Distribution)\\s*:\\s", RegexOptions.CultureInvariant)]
    private static partial Regex MailHeader();
}
