using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Works out the day of publication from an address, a dateline or a line of its own; failing these, the days between which it must lie.
/// A day named in running text becomes the day of publication only where the text calls it today, yesterday or tomorrow; else it bounds it, from below when told of as past, from above when plainly to come.</summary>
internal static partial class PublicationDating
{
    // Lines of text, from the top, in which datelines and date lines are looked for.
    private const int TopLines = 12;
    private const int LongestDateLine = 90;
    private const int MostQuoted = 80;

    /// <summary>The publication date that the source and its text give; <see cref="PublicationDate.None"/> when they give none.</summary>
    /// <param name="source">The document.</param>
    /// <param name="dates">Expressions of the text, read without a day of publication.</param>
    /// <param name="hints">Those of them that the text tells of as past or as to come.</param>
    internal static PublicationDate Infer(SourceDocument source, ImmutableArray<TimeExpression> dates, DatingHints hints) =>
        FromAddress(source.Source) ?? FromLines(source, dates) ?? FromToday(source.Text, dates) ?? Bounds(source, dates, hints) ?? PublicationDate.None;

    /// <summary>Whether an expression names day, month and year, with or without a time of day.</summary>
    internal static bool IsFullDate(TimeExpression time, string text)
    {
        if (time.Date is not { IsDay: true, Earliest: { } day }) return false;
        return time.Rule is "date.iso" or "date.day-month-year" or "date.month-day-year" or "date.figures"
            || (time.Rule.StartsWith("clock.date", StringComparison.Ordinal) && text.AsSpan(time.Span.Start, time.Span.Length).Contains($"{day.Year:0000}", StringComparison.Ordinal));
    }

    private static PublicationDate? FromAddress(string address)
    {
        var match = AddressDate().Match(address);
        if (!match.Success) return null;
        var spelling = $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}";
        return Edtf.Parse(spelling) is { IsDay: true } day ? new(day, DateBasis.Inferred, $"The address holds \"{match.Value.Trim('/')}\".") : null;
    }

    private static PublicationDate? FromLines(SourceDocument source, ImmutableArray<TimeExpression> dates)
    {
        var text = source.Text;
        var (line, start) = (0, 0);
        foreach (var time in dates)
        {
            if (!IsFullDate(time, text)) continue;
            for (var next = text.IndexOf('\n', start); next >= 0 && next < time.Span.Start; next = text.IndexOf('\n', start))
            {
                if (!text.AsSpan(start, next - start).IsWhiteSpace()) line++;
                start = next + 1;
            }

            var end = text.IndexOf('\n', time.Span.End);
            if (end < 0) end = text.Length;
            var before = text[start..time.Span.Start].Trim();
            var after = text[time.Span.End..end].Trim();
            var says = source.ZoneAt(time.Span.Start) == ZoneKind.Caption ? null
                : IsLabel(before) ? "A line says"
                : line >= TopLines ? null
                : IsDateline(before, after) ? "The dateline says"
                : IsDateLine(before, after, end - start) ? "A line at the top says"
                : null;
            if (says is not null) return new(Edtf.Day(time.Date!.Earliest!.Value), DateBasis.Inferred, $"{says} \"{Quote(text, start, time.Span)}\".");
        }

        return null;
    }

    // "Published: ", "Last updated on ", "Date: ".
    private static bool IsLabel(string before) => before.Length < 40 && Label().IsMatch(before);

    // "KYIV, August 22, 2025 (Agency) —", "GENEVA (Agency), 3 May 2024 -".
    private static bool IsDateline(string before, string after) =>
        before.Length is > 1 and < 60 && Place().IsMatch(before) && after.Length > 0 && (after[0] is '(' or '-' or '–' or '—' or ':' || (after[0] is ',' or '/' && after.AsSpan(0, Math.Min(after.Length, 40)).IndexOfAny('—', '–', '(') >= 0));

    // A line that holds a date and besides it little more than a name, a weekday or an hour.
    private static bool IsDateLine(string before, string after, int length) =>
        length <= LongestDateLine && before.Length <= 60 && after.Length <= 40 && !Sentence().IsMatch(before) && !Sentence().IsMatch(after) && !after.Contains(". ", StringComparison.Ordinal);

    // "today, 22 August 2025", "yesterday (August 21, 2025)": the two name one day.
    private static PublicationDate? FromToday(string text, ImmutableArray<TimeExpression> dates)
    {
        for (var i = 0; i + 1 < dates.Length; i++)
        {
            var (left, right) = (dates[i], dates[i + 1]);
            var (named, relative) = IsFullDate(right, text) ? (right, left) : (left, right);
            if (!IsFullDate(named, text) || Distance(relative.Rule) is not { } days || !Joins().IsMatch(text.AsSpan(left.Span.End, right.Span.Start - left.Span.End))) continue;
            var day = named.Date!.Earliest!.Value;
            if (TimeFrame.IsOrdinary(day)) return new(Edtf.Day(day.AddDays(-days)), DateBasis.Inferred, $"The text says \"{text[left.Span.Start..right.Span.End].ReplaceLineEndings(" ")}\".");
        }

        return null;
    }

    private static int? Distance(string rule) => rule switch
    {
        "day.today" or "day.earlier-today" or "day.tonight" or "day.this-part" or "day.this-day" => 0,
        "day.yesterday" or "day.last-night" or "day.offset-part" => -1,
        "day.tomorrow" or "day.tomorrow-part" => 1,
        _ => null,
    };

    // From the latest day told of as past, or on which a picture was taken, to the first that is plainly to come.
    private static PublicationDate? Bounds(SourceDocument source, ImmutableArray<TimeExpression> dates, DatingHints hints)
    {
        TimeExpression? latest = null;
        foreach (var time in hints.Past.Concat(dates.Where(time => IsFullDate(time, source.Text) && (source.ZoneAt(time.Span.Start) == ZoneKind.Caption || IsCredited(source.Text, time.Span)))))
            if (latest is null || time.Date!.Earliest > latest.Date!.Earliest) latest = time;
        var first = latest?.Date?.Earliest;
        TimeExpression? next = null;
        foreach (var time in hints.Ahead)
            if (!(time.Date!.Latest < first) && (next is null || time.Date.Latest < next.Date!.Latest)) next = time;
        var last = next?.Date?.Latest;
        if (first is null && last is null) return null;
        var reasons = new List<string>();
        if (latest is not null) reasons.Add($"The text tells of {latest.Span.Slice(source.Text)} as past: \"{Around(source.Text, latest.Span)}\".");
        if (next is not null) reasons.Add($"The text tells of {next.Span.Slice(source.Text)} as to come: \"{Around(source.Text, next.Span)}\".");
        return new(Edtf.Interval(first, last), DateBasis.Inferred, string.Join(' ', reasons));
    }

    // The credit of a picture stands behind the day on which it was taken.
    private static bool IsCredited(string text, TextSpan span)
    {
        var end = text.IndexOf('\n', span.End);
        return Credit().IsMatch(text.AsSpan(span.End, Math.Min(120, (end < 0 ? text.Length : end) - span.End)));
    }

    private static string Quote(string text, int line, TextSpan date) => text[Math.Max(line, date.End - MostQuoted)..date.End].Trim();

    private static string Around(string text, TextSpan span)
    {
        var from = Math.Max(0, span.Start - MostQuoted / 2);
        while (from > 0 && from < span.Start && !char.IsWhiteSpace(text[from - 1])) from++;
        var to = Math.Min(text.Length, span.End + MostQuoted / 4);
        while (to < text.Length && to > span.End && !char.IsWhiteSpace(text[to])) to--;
        return "…" + text[from..to].ReplaceLineEndings(" ").Trim() + "…";
    }

    [GeneratedRegex(@"^[ ,(\u2013\u2014-]*(?:on |is |of )?[ ,(]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Joins();

    [GeneratedRegex(@"(?<![0-9])((?:19|20)[0-9]{2})[/_-]?([01][0-9])[/_-]?([0-3][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AddressDate();

    [GeneratedRegex(@"^(?:first |last |originally )?(?:published|posted|updated|issued|released|date|date of publication|publication date|modified|filed|created)(?: on| at)? ?:?$|^(?:published|posted|updated|issued|released)[^.]{0,20}(?::| on)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?!(?:On|In|At|By|Since|Until|From|After|Before|For|The|As|It|This|That|He|She|They)\b)\p{Lu}[\p{Lu}\p{Ll}.' ’/-]+(?:, [\p{Lu}][\p{Lu}\p{Ll}.' -]+)*(?: ?\([^)]{1,30}\))?[,:]? ?[–—-]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(?!(?:by|at|on|and|of|the|published|updated|posted|last|de|van|von|al|am|pm|a\.m|p\.m|min|read|from|in|for)\b)\p{Ll}{2,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:CC BY|CC0|Wikimedia|[Pp]hoto|Getty|©|Image|Picture|File|AFP|Reuters/|AP Photo|EPA)\b|©", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
