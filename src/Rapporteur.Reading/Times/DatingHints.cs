using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Dates of a text that bound its day of publication.</summary>
internal sealed partial class DatingHints
{
    private const int LongestSentence = 400;

    /// <summary>Days, and months of a named year, that the text tells of as past.</summary>
    internal List<TimeExpression> Past { get; } = [];

    /// <summary>Days that the text plainly says are to come: "will be signed on 3 September 2025".</summary>
    internal List<TimeExpression> Ahead { get; } = [];

    /// <summary>Takes a time where it bounds the day of publication.</summary>
    /// <param name="time">A time, read without a day of publication.</param>
    /// <param name="text">The text.</param>
    /// <param name="tense">Tense of its clause.</param>
    internal void Add(TimeExpression time, string text, Tense tense)
    {
        var full = PublicationDating.IsFullDate(time, text);
        if (tense == Tense.Past && (full || time is { Rule: "month.year", Date: not null })) Past.Add(time);
        else if (tense == Tense.Future && full && IsPlain(Sentence(text, time.Span))) Ahead.Add(time);
    }

    private static ReadOnlySpan<char> Sentence(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && span.Start - start < LongestSentence && text[start - 1] is not ('.' or '!' or '?' or '\n')) start--;
        while (end < text.Length && end - span.End < LongestSentence && text[end] is not ('.' or '!' or '?' or '\n')) end++;
        return text.AsSpan(start, end - start);
    }

    // What somebody expected at some time ("would be signed", "had planned") bounds nothing.
    private static bool IsPlain(ReadOnlySpan<char> sentence) => ToCome().IsMatch(sentence) && !Told().IsMatch(sentence);

    [GeneratedRegex(@"\b(?:will|shall|is to|are to|(?:is|are) (?:now )?(?:set|due|scheduled|expected|planned))\b", RegexOptions.CultureInvariant)]
    private static partial Regex ToCome();

    [GeneratedRegex(@"\b(?:would|had|was|were|if|could|might)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Told();
}
