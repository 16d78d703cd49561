using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of lengths of time, and of the points and intervals that lengths are counted to.</summary>
internal static class LengthValues
{
    internal static TimeValue? Length(TimeMatch match, TimeFrame frame)
    {
        var (amount, unit) = Counted(match);
        if (TimeUnits.Length(amount, unit) is not { } length) return null;
        // Parts of a whole, not of a year: "three quarters of them".
        if (unit == TimeUnit.Quarter && amount is 1 or 3 && !frame.Is(match.First - 1, "lastish") && !frame.Is(match.First - 1, "nextish")) return null;
        var value = TimeValue.Length(length);
        if (unit is TimeUnit.Decade && amount >= 1) value = value with { Timex = $"P{amount:0}DE" };
        if (unit is TimeUnit.Quarter && amount >= 1) value = value with { Timex = $"P{amount:0}Q" };
        return match.Has("n2") ? value.About() : value;
    }

    /// <summary>"a week" as a length, or in "four flights a week" as a rate.</summary>
    internal static TimeValue? LengthOrRate(TimeMatch match, TimeFrame frame)
    {
        var value = Length(match, frame);
        var isRate = frame.At(match.First - 1)?.Kind == TimeWordKind.Number || frame.Is(match.First - 1, "units") || frame.Is(match.First - 1, "scale") || frame.Tag(match.First - 1) == "NNS";
        return !isRate ? value : value is null || frame.TimeMl ? null : value with { Type = TimeType.Set };
    }

    internal static TimeValue? About(TimeMatch match, TimeFrame frame)
    {
        var value = TimeFunctions.Inner(match, "length", frame);
        return match.Has("about") || frame.Word(match.End - 1) is "so" ? value?.About() : value;
    }

    /// <summary>"two years and three months": units that go down.</summary>
    internal static TimeValue? Sum(TimeMatch match, TimeFrame frame)
    {
        if (match.Inner("length") is not { } first || match.Inner("second") is not { } second) return null;
        var ((many, large), (few, small)) = (Counted(Innermost(first)), Counted(Innermost(second)));
        if (large is not (TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Day or TimeUnit.Hour or TimeUnit.Minute) || small >= large || small is TimeUnit.Quarter) return null;
        if (TimeUnits.Length(many, large) is not { } whole || TimeUnits.Length(few, small) is not { } rest || many != Math.Floor(many)) return null;
        return TimeValue.Length(new(whole.Years + rest.Years, whole.Months + rest.Months, whole.Weeks + rest.Weeks, whole.Days + rest.Days,
            whole.Hours + rest.Hours, whole.Minutes + rest.Minutes, whole.Seconds + rest.Seconds));
    }

    internal static TimeValue? Vague(TimeMatch match, TimeFrame frame) => TimeValue.Unknown(TimeType.Duration, TimeUnits.Open(UnitOf(match)));

    internal static TimeValue? Ago(TimeMatch match, TimeFrame frame) => Counted(match, frame, frame.Anchor, -1, true);

    internal static TimeValue? AfterPrevious(TimeMatch match, TimeFrame frame) => Counted(match, frame, frame.Previous?.Last ?? frame.Anchor, 1, true);

    internal static TimeValue? BeforePrevious(TimeMatch match, TimeFrame frame) => Counted(match, frame, frame.Previous?.First ?? frame.Anchor, -1, true);

    internal static TimeValue? In(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "length", frame);
        if (inner is null) return null;
        if (IsoDuration.Parse(inner.Value) is null && (frame.Tense(match) != Tense.Future || frame.Is(match.First - 1, "time-word"))) return inner;
        if (frame.Tense(match) == Tense.Past && !match.Inner("length")!.Rule.Id.EndsWith("bare", StringComparison.Ordinal)) return inner;
        return Counted(match, frame, frame.Anchor, 1, false);
    }

    internal static TimeValue? AfterDate(TimeMatch match, TimeFrame frame) =>
        TimeFunctions.Inner(match, "date", frame)?.Last is { } day ? Counted(match, frame, day, 1, false) : null;

    internal static TimeValue? BeforeDate(TimeMatch match, TimeFrame frame) =>
        TimeFunctions.Inner(match, "date", frame)?.First is { } day ? Counted(match, frame, day, -1, false) : null;

    /// <summary>"two days before the deadline", from the day that the text gives to the deadline; null where it gives none, or none fine enough.</summary>
    internal static TimeValue? Event(TimeMatch match, TimeFrame frame)
    {
        if (frame.Events?.Of(frame.Word(match.Word("event"))) is not { First: { } first, Last: { } last }) return null;
        if (TimeFunctions.Inner(match, "length", frame) is not { } inner || IsoDuration.Parse(inner.Value) is null || IsShort(match)) return null;
        var unit = UnitOf(Innermost(match));
        var span = last.DayNumber - first.DayNumber;
        if (span > (unit is TimeUnit.Month or TimeUnit.Quarter ? 31 : unit is TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century ? 366 : 0)) return null;
        return match.Rule.Arguments[0] switch
        {
            "before" => Counted(match, frame, first, -1, unit is not (TimeUnit.Week or TimeUnit.Fortnight)),
            "after" => Counted(match, frame, last, 1, true),
            _ => Counted(match, frame, first, 1, true),
        };
    }

    internal static TimeValue? Within(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "length", frame);
        if (inner is null || frame.Anchor is not { } anchor) return inner is null ? null : inner with { Type = TimeType.Date, Value = TimeValue.Open };
        if (PeriodValues.Contains(match, frame, "past")) return PastLength(match, frame);
        if (IsShort(match)) return TimeValue.Interval(anchor, anchor.AddDays(1), inner.Timex) with { Type = TimeType.Time };
        return Ahead(inner, anchor);
    }

    internal static TimeValue? NextLength(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "length", frame);
        if (inner is null || frame.Anchor is not { } anchor) return inner is null ? null : inner with { Type = TimeType.Date, Value = TimeValue.Open };
        return IsShort(match) ? TimeValue.Interval(anchor, anchor.AddDays(1), inner.Timex) : Ahead(inner, anchor);
    }

    internal static TimeValue? NextUnits(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? TimeValue.Interval(anchor, null, TimeUnits.Open(UnitOf(match)))
        : TimeValue.Unknown(TimeType.Date, TimeUnits.Open(UnitOf(match)));

    internal static TimeValue? PastUnits(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? TimeValue.Interval(null, anchor, TimeUnits.Open(UnitOf(match)))
        : TimeValue.Unknown(TimeType.Date, TimeUnits.Open(UnitOf(match)));

    internal static TimeValue? PastVague(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? TimeValue.Interval(null, anchor, "PAST_REF")
        : TimeValue.Unknown(TimeType.Date, "PAST_REF");

    internal static TimeValue? PastLength(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "length", frame);
        if (inner is null) return null;
        if (frame.Anchor is not { } anchor) return inner with { Type = TimeType.Date, Value = TimeValue.Open };
        var first = IsoDuration.Parse(inner.Value)?.From(anchor, -1);
        return first == anchor ? TimeValue.Interval(anchor.AddDays(-1), anchor, inner.Timex) : TimeValue.Interval(first, anchor, inner.Timex);
    }

    internal static TimeValue? AgoAtMost(TimeMatch match, TimeFrame frame) => PastLength(match, frame);

    // "within two weeks" begins on the day after and ends with the last day of the second week; months and years are counted from day to day.
    private static TimeValue Ahead(TimeValue length, DateOnly anchor)
    {
        if (IsoDuration.Parse(length.Value) is not { } duration || duration.From(anchor) is not { } last || last <= anchor) return TimeValue.Interval(anchor, null, length.Timex);
        return TimeValue.Interval(duration.Years + duration.Months > 0 ? anchor : anchor.AddDays(1), last, length.Timex);
    }

    // A point as fine as the unit it is counted in: "two months ago" is a month.
    private static TimeValue? Counted(TimeMatch match, TimeFrame frame, DateOnly? from, int sign, bool coarse)
    {
        var inner = TimeFunctions.Inner(match, "length", frame);
        if (inner is null) return null;
        var (amount, unit) = Counted(Innermost(match));
        if (from is not { } start) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        if (IsoDuration.Parse(inner.Value) is not { } length)
            return sign > 0 ? TimeValue.Interval(start, null, "FUTURE_REF") : TimeValue.Interval(null, start, "PAST_REF");
        if (coarse && unit == TimeUnit.Year && amount == Math.Floor(amount) && sign < 0 && frame.PreviousQuarter is { First: { } quarter } && frame.Anchor is not null)
            return TimeValue.Quarter(quarter.Year - (int)amount, (quarter.Month - 1) / 3 + 1);
        if (length.From(start, sign) is not { } day) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var approximate = inner.Approximate;
        var value = unit switch
        {
            TimeUnit.Year when amount == Math.Floor(amount) && (coarse || amount >= 2) => TimeValue.Year(day.Year),
            TimeUnit.Decade or TimeUnit.Century => TimeValue.Year(day.Year).About(),
            TimeUnit.Month or TimeUnit.Year or TimeUnit.Quarter => coarse || amount >= 2 ? TimeValue.Month(day.Year, day.Month) : TimeValue.Day(day),
            TimeUnit.Week or TimeUnit.Fortnight when coarse && sign < 0 => TimeValue.Day(day) with { Timex = TimeValue.WeekName(day) },
            _ => TimeValue.Day(day),
        };
        return approximate ? value.About() : value;
    }

    private static bool IsShort(TimeMatch match) => TimeUnits.IsShorterThanDay(UnitOf(Innermost(match)));

    private static TimeMatch Innermost(TimeMatch match)
    {
        while (match.Inner("length") is { } inner) match = inner;
        return match;
    }

    private static TimeUnit UnitOf(TimeMatch match) =>
        (TimeUnit)(match.Int("unit") ?? match.Int("units") ?? match.Int("one-unit") ?? match.Int("period-unit") ?? match.Int("long-unit") ?? match.Int("half-one") ?? match.Int("half") ?? match.Int("couple") ?? (int)TimeUnit.Day);

    private static (double Amount, TimeUnit Unit) Counted(TimeMatch match)
    {
        var unit = UnitOf(match);
        if (match.Has("half")) return (0.5, unit);
        if (match.Has("half-one")) return (1.5, unit);
        if (match.Has("couple")) return (2, unit);
        return (match.Amount("n2") ?? match.Amount("n") ?? 1, unit);
    }
}
