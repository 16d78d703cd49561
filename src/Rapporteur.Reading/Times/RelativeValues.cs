using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of weeks, months and years as seen from the day of publication, and from the date named last.</summary>
internal static class RelativeValues
{
    internal static TimeValue? Period(TimeMatch match, TimeFrame frame)
    {
        var unit = (TimeUnit)(match.Int("one-span") ?? (int)TimeUnit.Week);
        return frame.Anchor is { } anchor ? Shifted(anchor, unit, Math.Min(1, match.Int("which") ?? 0)) : TimeValue.Unknown(TimeType.Date, TimeValue.Open);
    }

    internal static TimeValue? ThisPeriod(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? Shifted(anchor, (TimeUnit)DayValues.Argument(match, 0), 0)
        : TimeValue.Unknown(TimeType.Date, TimeValue.Open);

    /// <summary>"the last year" runs up to the day of publication; "the next week" is the calendar's.</summary>
    internal static TimeValue? ThePeriod(TimeMatch match, TimeFrame frame)
    {
        var unit = (TimeUnit)(match.Int("one-span") ?? match.Int("one-unit")!.Value);
        var length = TimeUnits.Length(1, unit);
        var timex = length?.ToString() ?? TimeUnits.Open(unit);
        if (frame.Anchor is not { } anchor || length is not { } one) return TimeValue.Unknown(TimeType.Date, timex);
        if (match.Has("previous"))
        {
            if (unit == TimeUnit.Weekend) return Shifted(anchor, unit, -1);
            return TimeValue.Interval(one.From(anchor, -1), anchor, timex);
        }

        return unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Weekend or TimeUnit.Year ? Shifted(anchor, unit, 1) : TimeValue.Interval(anchor, one.From(anchor), timex);
    }

    internal static TimeValue? PeriodPart(TimeMatch match, TimeFrame frame)
    {
        var unit = (TimeUnit)match.Int("one-span")!.Value;
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var shift = PeriodValues.Contains(match, frame, "next") ? 1 : PeriodValues.Contains(match, frame, "last") ? -1 : 0;
        var value = Shifted(anchor, unit, shift);
        var loose = unit is TimeUnit.Month or TimeUnit.Year && !PeriodValues.Contains(match, frame, "earlier") && !PeriodValues.Contains(match, frame, "later");
        return loose ? value?.About() : value;
    }

    /// <summary>"the week after next".</summary>
    internal static TimeValue? AfterNext(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? Shifted(anchor, (TimeUnit)match.Int("one-span")!.Value, 2)
        : TimeValue.Unknown(TimeType.Date, TimeValue.Open);

    /// <summary>"the rest of the year": from the day after publication to the end of the period.</summary>
    internal static TimeValue? Rest(TimeMatch match, TimeFrame frame)
    {
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var whole = Shifted(anchor, (TimeUnit)match.Int("one-span")!.Value, 0);
        return whole?.Last > anchor ? TimeValue.Interval(anchor.AddDays(1), whole.Last, whole.Timex) : whole;
    }

    internal static TimeValue? Weekend(TimeMatch match, TimeFrame frame)
    {
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var saturday = anchor.AddDays(6 - DayValues.Number(anchor));
        if (PeriodValues.Contains(match, frame, "this") || PeriodValues.Contains(match, frame, "coming")) return TimeValue.Weekend(saturday);
        if (PeriodValues.Contains(match, frame, "next")) return TimeValue.Weekend(saturday.AddDays(7));
        if (PeriodValues.Contains(match, frame, "last") || PeriodValues.Contains(match, frame, "past")) return TimeValue.Weekend(saturday.AddDays(-7));
        return TimeValue.Weekend(frame.Tense(match) == Tense.Future || saturday <= anchor ? saturday : saturday.AddDays(-7));
    }

    internal static TimeValue? WeekOf(TimeMatch match, TimeFrame frame) =>
        TimeFunctions.Inner(match, "date", frame)?.First is { } day ? TimeValue.Week(day) : null;

    internal static TimeValue? BackSame(TimeMatch match, TimeFrame frame)
    {
        // What has happened did not happen on a day to come, though one was named last.
        var named = frame.Previous?.First > frame.Anchor && frame.Tense(match) == Tense.Past ? frame.PreviousPast : frame.Previous;
        if ((named?.First ?? frame.Anchor) is not { } day) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        if (match.Int("day-part") is { } part) return DayValues.WithPart(TimeValue.Day(day), part);
        return Shifted(day, Unit(match, frame), 0);
    }

    internal static TimeValue? BackShift(TimeMatch match, TimeFrame frame)
    {
        if ((frame.Previous?.First ?? frame.Anchor) is not { } day) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var shift = DayValues.Argument(match, 0);
        if (match.Int("day-part") is { } part) return DayValues.WithPart(TimeValue.Day(day.AddDays(shift)), part);
        return Shifted(day, Unit(match, frame), shift);
    }

    /// <summary>The period of a unit in which a day lies, shifted by whole periods; null when the calendar ends.</summary>
    internal static TimeValue? Shifted(DateOnly day, TimeUnit unit, int by)
    {
        switch (unit)
        {
            case TimeUnit.Day or TimeUnit.Night:
                return TimeValue.Day(day.AddDays(by));
            case TimeUnit.Week:
                return TimeValue.Week(day.AddDays(7 * by));
            case TimeUnit.Weekend:
                return TimeValue.Weekend(day.AddDays(6 - DayValues.Number(day) + 7 * by));
            case TimeUnit.Fortnight:
                return TimeValue.Interval(by < 0 ? day.AddDays(-14) : day, by < 0 ? day : day.AddDays(14), "P2W");
            case TimeUnit.Month:
                var month = day.AddMonths(by);
                return TimeValue.Month(month.Year, month.Month);
            case TimeUnit.Quarter:
                var at = day.AddMonths(3 * by);
                return TimeValue.Quarter(at.Year, (at.Month - 1) / 3 + 1);
            case TimeUnit.Year:
                return TimeValue.Year(day.Year + by);
            case TimeUnit.Decade:
                return TimeValue.Decade(day.Year / 10 * 10 + 10 * by);
            case TimeUnit.Century:
                var first = (day.Year - 1) / 100 * 100 + 1 + 100 * by;
                return TimeValue.Interval(new DateOnly(first, 1, 1), new DateOnly(first + 99, 12, 31), $"{first / 100:00}XX");
            default:
                return null;
        }
    }

    private static TimeUnit Unit(TimeMatch match, TimeFrame frame)
    {
        if (match.Int("one-span") is { } span) return (TimeUnit)span;
        return PeriodValues.Contains(match, frame, "week") ? TimeUnit.Week : PeriodValues.Contains(match, frame, "month") ? TimeUnit.Month
            : PeriodValues.Contains(match, frame, "year") ? TimeUnit.Year : TimeUnit.Day;
    }
}
