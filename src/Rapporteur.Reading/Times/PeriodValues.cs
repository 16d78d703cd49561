using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of months, seasons, quarters, years, and of weeks and other periods named from the day of publication.</summary>
internal static class PeriodValues
{
    internal static TimeValue? MonthYear(TimeMatch match, TimeFrame frame) =>
        Month(match.Int("year") ?? CalendarValues.Century(match.Int("yy")!.Value, frame), match.Int("month")!.Value);

    internal static TimeValue? BareMonth(TimeMatch match, TimeFrame frame)
    {
        var month = match.Int("month")!.Value;
        if (IsName(match, frame)) return null;
        if (frame.Anchor is not { } anchor)
            return frame.Previous?.First is { } previous ? Month(previous.Year, month) : TimeValue.OfUnknownYear(month);
        var thisYear = IsYearNamed(match, frame);
        var year = match.Int("which") switch
        {
            -1 when thisYear => anchor.Year - 1,
            0 when thisYear => anchor.Year,
            1 or 2 when thisYear => anchor.Year + 1,
            -1 => month < anchor.Month ? anchor.Year : anchor.Year - 1,
            0 => anchor.Year,
            1 or 2 => month > anchor.Month ? anchor.Year : anchor.Year + 1,
            _ => frame.Tense(match) switch
            {
                Tense.Future => month >= anchor.Month ? anchor.Year : anchor.Year + 1,
                Tense.Past => month <= anchor.Month ? anchor.Year : anchor.Year - 1,
                _ => Nearest(anchor, month),
            },
        };
        return Month(year, month);
    }

    internal static TimeValue? NearMonth(TimeMatch match, TimeFrame frame)
    {
        var month = match.Int("month")!.Value;
        if (frame.Anchor is not { } anchor) return TimeValue.OfUnknownYear(month);
        var past = Contains(match, frame, "past");
        return Month(past ? (month < anchor.Month ? anchor.Year : anchor.Year - 1) : month > anchor.Month ? anchor.Year : anchor.Year + 1, month);
    }

    internal static TimeValue? MonthRange(TimeMatch match, TimeFrame frame)
    {
        var (from, to, year) = (match.Int("from")!.Value, match.Int("to")!.Value, match.Int("year")!.Value);
        var first = Month(from > to ? year - 1 : year, from);
        var last = Month(year, to);
        return first is null || last is null ? null : new(TimeType.Date, $"{first.Value}/{last.Value}", $"{first.Value}/{last.Value}", first.First, last.Last);
    }

    internal static TimeValue? Year(TimeMatch match, TimeFrame frame)
    {
        var year = match.Int("year")!.Value;
        var word = match.Word("year");
        var named = match.End - match.First > 1 || frame.Is(word - 1, "year-preposition");
        if (year is < 1000 or > 2199 || (!named && year is < 1700 or > 2100)) return null;
        if (frame.Is(word - 1, "of-word") && frame.Is(word - 2, "named-by-year")) return null;
        return !named && IsCount(word, frame) ? null : TimeValue.Year(year);
    }

    internal static TimeValue? ShortYear(TimeMatch match, TimeFrame frame) => TimeValue.Year(CalendarValues.Century(match.Int("yy")!.Value, frame));

    internal static TimeValue? YearRange(TimeMatch match, TimeFrame frame)
    {
        var from = match.Int("from")!.Value;
        var to = match.Int("to") ?? from / 100 * 100 + match.Int("toyy")!.Value;
        if (to <= from || from is < 1000 or > 2150 || to > 2199) return null;
        var mark = match.Has("a") || match.Has("a2") ? "~" : "";
        var (first, last) = (TimeValue.Year(from), TimeValue.Year(to));
        return new(TimeType.Date, $"{first.Value}{mark}/{last.Value}{mark}", $"{first.Value}/{last.Value}", first.First, last.Last);
    }

    internal static TimeValue? Decade(TimeMatch match, TimeFrame frame)
    {
        // "the 30s" and "the '90s", but not "in his 30s".
        if (frame.At(match.Word("decade")) is { Number: < 100 } && match.End - match.First == 1) return null;
        var value = TimeValue.Decade(match.Int("decade")!.Value);
        return match.End - match.First > 1 && !Contains(match, frame, "the") || match.End - match.First > 2 ? value.About() : value;
    }

    internal static TimeValue? Century(TimeMatch match, TimeFrame frame)
    {
        var nth = match.Int("ordinal") ?? match.Int("nth")!.Value;
        if (nth is < 1 or > 22) return null;
        var (first, last) = (TimeValue.Year(100 * nth - 99), TimeValue.Year(100 * nth));
        return new(TimeType.Date, $"{first.Value}/{last.Value}", $"{nth - 1:00}", first.First, last.Last);
    }

    internal static TimeValue? Season(TimeMatch match, TimeFrame frame)
    {
        var season = match.Int("season")!.Value;
        if (match.Int("year") is { } given) return TimeValue.Season(given, season);
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        // Where the anchor stands among the seasons: December counts with the winter of its own year, January and February with that of the year before.
        var position = 4 * anchor.Year + (anchor.Month - 3 + 12) % 12 / 3 + (anchor.Month < 3 ? -4 : 0);
        var ahead = ((season - 1 - position % 4) + 4) % 4;
        var at = match.Int("which") switch
        {
            -1 => position + (ahead == 0 ? -4 : ahead - 4),
            1 or 2 => position + (ahead == 0 ? 4 : ahead),
            0 => frame.Tense(match) == Tense.Past && ahead > 1 ? position + ahead - 4 : position + ahead,
            _ => frame.Tense(match) == Tense.Future ? position + ahead : position + (ahead == 0 ? 0 : ahead - 4),
        };
        return TimeValue.Season(at / 4, at % 4 + 1);
    }

    internal static TimeValue? Quarter(TimeMatch match, TimeFrame frame) => Named(match, frame, 4, TimeValue.Quarter);

    /// <summary>The quarter named last, or the last one that is over; shifted back by as many quarters as the rule says.</summary>
    internal static TimeValue? QuarterBack(TimeMatch match, TimeFrame frame)
    {
        var day = frame.PreviousQuarter?.First ?? frame.Anchor?.AddMonths(-3);
        if (frame.PreviousQuarter is null && match.End - match.First < 3 && DayValues.Argument(match, 0) == 0) return null;
        if (day is not { } from) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        // "the year-earlier $4 million", "the year-earlier nine months".
        if (frame.Word(match.End - 1) is "ago" or "earlier" && (frame.Is(match.End, "money") || frame.At(match.End)?.Kind == TimeWordKind.Number || frame.Is(match.End, "digit"))) return null;
        if (match.Int("nth") is { } nth) return nth > 4 ? null : TimeValue.Quarter((frame.Anchor ?? from).Year - 1, nth);
        var at = from.AddMonths(-3 * DayValues.Argument(match, 0));
        return TimeValue.Quarter(at.Year, (at.Month - 1) / 3 + 1);
    }

    internal static TimeValue? SpokenYear(TimeMatch match, TimeFrame frame)
    {
        var rest = match.Int("spoken");
        if (PeriodValues.Contains(match, frame, "thousand")) return rest is > 99 ? null : TimeValue.Year(2000 + (rest ?? 0));
        return rest is >= 10 and <= 99 ? TimeValue.Year(1900 + rest.Value) : null;
    }

    internal static TimeValue? YearEnd(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? TimeValue.Day(new(anchor.Year, 12, 31))
        : TimeValue.Unknown(TimeType.Date, TimeValue.Open);

    internal static TimeValue? BackYear(TimeMatch match, TimeFrame frame) => (frame.Anchor ?? frame.Previous?.First) is { } day
        ? TimeValue.Year(day.Year)
        : TimeValue.Unknown(TimeType.Date, TimeValue.Open);

    internal static TimeValue? HalfYear(TimeMatch match, TimeFrame frame) => Named(match, frame, 2, TimeValue.Half);

    internal static bool Contains(TimeMatch match, TimeFrame frame, string form)
    {
        for (var i = match.First; i < match.End; i++)
            if (frame.Word(i).Equals(form, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static TimeValue? Named(TimeMatch match, TimeFrame frame, int most, Func<int, int, TimeValue> make)
    {
        var nth = match.Int("nth") ?? match.Int("n") ?? match.Int("later-half") ?? 0;
        if (nth < 1 || nth > most) return null;
        if (match.Int("year") is { } given) return make(given, nth);
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        if (match.Int("which") is { } which) return make(anchor.Year + Math.Min(1, which), nth);
        var now = (anchor.Month - 1) * most / 12 + 1;
        return make(frame.Tense(match) != Tense.Future && nth > now ? anchor.Year - 1 : anchor.Year, nth);
    }

    // "Jan Egeland": an abbreviation without a full stop counts after a preposition only, and not before a name.
    private static bool IsName(TimeMatch match, TimeFrame frame)
    {
        if (match.End - match.First > 1 || frame.At(match.First) is not { } word || word.BareEnd - word.Start != 3 || match.Int("month") == 5 || word.End != word.BareEnd) return false;
        var next = frame.Word(match.End);
        return !frame.Is(match.First - 1, "month-preposition") || (next.Length > 0 && char.IsUpper(next[0]));
    }

    private static bool IsYearNamed(TimeMatch match, TimeFrame frame) => Contains(match, frame, "year");

    private static int Nearest(DateOnly anchor, int month)
    {
        var distance = month - anchor.Month;
        return distance > 6 ? anchor.Year - 1 : distance < -6 ? anchor.Year + 1 : anchor.Year;
    }

    private static TimeValue? Month(int year, int month) => year is < 1 or > 9999 ? null : TimeValue.Month(year, month);

    // "2014 soldiers", not "the 2014 Olympics" or "2014 was".
    private static bool IsCount(int word, TimeFrame frame)
    {
        var tag = frame.Tag(word + 1);
        if (tag.Length > 0) return tag == "NNS";
        var next = frame.Word(word + 1);
        return next.Length > 3 && next[^1] == 's' && next[^2] != 's' && char.IsLower(next[0]) && !frame.Is(word + 1, "thing-s") && !frame.Is(word - 1, "the");
    }
}
