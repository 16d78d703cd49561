using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of dates of the calendar; where the year is left out it is the one that brings the date nearest to the day of publication.</summary>
internal static class CalendarValues
{
    // Beyond this many days from the anchor, a date without a year follows the tense of its clause.
    private const int Near = 100;

    internal static TimeValue? Full(TimeMatch match, TimeFrame frame) =>
        Day(match.Int("year"), match.Int("month") ?? match.Int("mm"), match.Int("day") ?? match.Int("dd") ?? match.Int("nth"));

    internal static TimeValue? Figures(TimeMatch match, TimeFrame frame)
    {
        var (first, second) = (match.Int("first")!.Value, match.Int("second")!.Value);
        var year = match.Int("year") ?? Century(match.Int("yy")!.Value, frame);
        var dotted = frame.Text[frame.At(match.Word("first"))!.Value.End] != '/';
        var dayFirst = first > 12 || (second <= 12 && (frame.DayFirst ?? dotted));
        return dayFirst ? Day(year, second, first) : Day(year, first, second);
    }

    internal static TimeValue? MonthDay(TimeMatch match, TimeFrame frame)
    {
        var (month, day) = (match.Int("month")!.Value, match.Int("day")!.Value);
        if (Year(month, day, match, frame) is not { } year) return ValidWithoutYear(month, day) ? TimeValue.OfUnknownYear(month, day) : null;
        return Day(year, month, day);
    }

    internal static TimeValue? MonthDayWhich(TimeMatch match, TimeFrame frame)
    {
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        return Day(anchor.Year + Math.Min(1, match.Int("which")!.Value), match.Int("month"), match.Int("day"));
    }

    internal static TimeValue? NthDay(TimeMatch match, TimeFrame frame)
    {
        if ((frame.Previous?.First ?? frame.Anchor) is not { } from) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var day = match.Int("nth")!.Value;
        var at = day > DateTime.DaysInMonth(from.Year, from.Month) ? from.AddMonths(1) : from;
        return Day(at.Year, at.Month, day);
    }

    /// <summary>"the first Sunday of September", "the last Friday in May 2024"; null for the fifth where there are four.</summary>
    internal static TimeValue? NthWeekday(TimeMatch match, TimeFrame frame)
    {
        var (month, weekday) = (match.Int("month")!.Value, match.Int("weekday")!.Value);
        var year = match.Int("year") ?? Year(month, 15, match, frame);
        if (year is not (>= 1 and <= 9998)) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var first = new DateOnly(year.Value, month, 1);
        if (match.Int("ordinal") is { } nth)
        {
            var day = first.AddDays((weekday - DayValues.Number(first) + 7) % 7 + 7 * (nth - 1));
            return nth is >= 1 and <= 5 && day.Month == month ? TimeValue.Day(day) : null;
        }

        var last = first.AddMonths(1).AddDays(-1);
        return TimeValue.Day(last.AddDays(-((DayValues.Number(last) - weekday + 7) % 7)));
    }

    internal static TimeValue? Range(TimeMatch match, TimeFrame frame)
    {
        var (month, from, to) = (match.Int("month")!.Value, match.Int("from")!.Value, match.Int("to")!.Value);
        var year = match.Int("year") ?? Year(month, from, match, frame);
        if (year is null) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        return Interval(Day(year, month, from), Day(year, month, to));
    }

    internal static TimeValue? MonthRange(TimeMatch match, TimeFrame frame)
    {
        var (from, to) = (match.Int("from")!.Value, match.Int("to")!.Value);
        var year = match.Int("year") ?? Year(from, match.Int("d1")!.Value, match, frame);
        if (year is null) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var first = match.Has("year") && from > to ? year - 1 : year;
        return Interval(Day(first, from, match.Int("d1")), Day(from > to ? first + 1 : year, to, match.Int("d2")));
    }

    /// <summary>The year of a month and day without one; null when nothing tells.</summary>
    internal static int? Year(int month, int day, TimeMatch match, TimeFrame frame)
    {
        if (frame.Anchor is not { } anchor) return frame.Previous?.First?.Year;
        int? best = null;
        var least = int.MaxValue;
        var tense = frame.Tense(match);
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (year is < 1 or > 9999) continue;
            var distance = new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))).DayNumber - anchor.DayNumber;
            if (distance > 0 && frame.Relation is "since") continue;
            var cost = Math.Abs(distance) > Near && ((tense == Tense.Past && distance > 0) || (tense == Tense.Future && distance < 0)) ? 400 + Math.Abs(distance) : Math.Abs(distance);
            if (cost < least) (best, least) = (year, cost);
        }

        return best;
    }

    internal static TimeValue? Day(int? year, int? month, int? day)
    {
        if (year is not (>= 1 and <= 9999) || month is not (>= 1 and <= 12) || day is not >= 1) return null;
        return day > DateTime.DaysInMonth(year.Value, month.Value) ? null : TimeValue.Day(new(year.Value, month.Value, day.Value));
    }

    /// <summary>The year that two figures stand for: within 50 years before and 49 after the day of publication.</summary>
    internal static int Century(int figures, TimeFrame frame)
    {
        var anchor = frame.Anchor?.Year ?? 2000;
        var year = anchor / 100 * 100 + figures;
        return year > anchor + 49 ? year - 100 : year <= anchor - 51 ? year + 100 : year;
    }

    private static TimeValue? Interval(TimeValue? first, TimeValue? last)
    {
        if (first?.First is not { } from || last?.Last is not { } to || to < from) return null;
        return TimeValue.Interval(from, to, $"{first.Value}/{last.Value}");
    }

    private static bool ValidWithoutYear(int month, int day) => day <= DateTime.DaysInMonth(2000, month);
}
