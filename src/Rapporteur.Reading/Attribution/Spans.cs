using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Cuts spans of a text.</summary>
internal static class Spans
{
    /// <summary>The span without white space at its ends; empty where there is nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">A span; an end before its start counts as empty.</param>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var start = span.Start;
        var end = Math.Max(span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Whether the character is a quotation mark of any kind.</summary>
    /// <param name="c">The character.</param>
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '`';

    /// <summary>The words attributed as a span of their own: no marks of punctuation or quotation at its end, no closing ones at its start, and no quotation marks around the whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">What was found.</param>
    public static TextSpan Words(string text, TextSpan span)
    {
        var trimmed = Trim(text, span);
        var (start, end) = (trimmed.Start, trimmed.End);
        while (end > start && IsLooseEnd(text, start, end)) end--;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ';' or ':' or '.' or '—' or '–' or '-' or '”' or ')' or '*' or '•')
            && !(text[start] == '-' && start + 1 < end && char.IsDigit(text[start + 1])) && !(text[start] == '.' && start + 1 < end && text[start + 1] == '.')) start++;
        if (start < end && IsQuote(text[start]) && !ClosesInside(text, start + 1, end)) start++;
        return Trim(text, new TextSpan(start, end));
    }

    private static bool IsLooseEnd(string text, int start, int end)
    {
        var c = text[end - 1];
        if (c == '.') return !IsAbbreviation(text, start, end);
        if (c == ')') return text.AsSpan(start, end - start).IndexOf('(') < 0;
        return char.IsWhiteSpace(c) || IsQuote(c) || c is ',' or ';' or ':' or '!' or '?' or '—' or '–' or '…' or '(' or '[' || (c is '’' or '\'' && end - 2 >= start && !char.IsLetter(text[end - 2]));
    }

    /// <summary>"U.S." keeps its last stop.</summary>
    private static bool IsAbbreviation(string text, int start, int end) =>
        end - 3 >= start && char.IsUpper(text[end - 2]) && text[end - 3] == '.';

    private static bool ClosesInside(string text, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (IsQuote(text[i])) return true;
        return false;
    }
}
