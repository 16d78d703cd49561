using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The value functions that rules under <c>data/times</c> name. A function gives null when the words turn out not to be a time.</summary>
internal static class TimeFunctions
{
    private static readonly Dictionary<string, Func<TimeMatch, TimeFrame, TimeValue?>> All = new(StringComparer.Ordinal)
    {
        ["day-offset"] = DayValues.Offset,
        ["day-part"] = DayValues.Part,
        ["overnight"] = DayValues.Overnight,
        ["date-part"] = DayValues.DatePart,
        ["day-beside"] = DayValues.Beside,
        ["weekday"] = DayValues.Weekday,
        ["weekday-coming"] = DayValues.ComingWeekday,
        ["weekday-of-week"] = DayValues.WeekdayOfWeek,
        ["weekday-week"] = DayValues.WeekdayWeek,
        ["full-date"] = CalendarValues.Full,
        ["figure-date"] = CalendarValues.Figures,
        ["month-day"] = CalendarValues.MonthDay,
        ["month-day-which"] = CalendarValues.MonthDayWhich,
        ["nth-day"] = CalendarValues.NthDay,
        ["day-range"] = CalendarValues.Range,
        ["day-month-range"] = CalendarValues.MonthRange,
        ["month-year"] = PeriodValues.MonthYear,
        ["month"] = PeriodValues.BareMonth,
        ["month-near"] = PeriodValues.NearMonth,
        ["month-range"] = PeriodValues.MonthRange,
        ["year"] = PeriodValues.Year,
        ["short-year"] = PeriodValues.ShortYear,
        ["year-range"] = PeriodValues.YearRange,
        ["decade"] = PeriodValues.Decade,
        ["century"] = PeriodValues.Century,
        ["season"] = PeriodValues.Season,
        ["quarter"] = PeriodValues.Quarter,
        ["half-year"] = PeriodValues.HalfYear,
        ["part-of"] = BoundValues.Part,
        ["about"] = BoundValues.About,
        ["period"] = RelativeValues.Period,
        ["the-period"] = RelativeValues.ThePeriod,
        ["this-period"] = RelativeValues.ThisPeriod,
        ["period-part"] = RelativeValues.PeriodPart,
        ["weekend"] = RelativeValues.Weekend,
        ["after-next"] = RelativeValues.AfterNext,
        ["rest"] = RelativeValues.Rest,
        ["nth-weekday"] = CalendarValues.NthWeekday,
        ["length-sum"] = LengthValues.Sum,
        ["week-of"] = RelativeValues.WeekOf,
        ["length"] = LengthValues.Length,
        ["length-or-rate"] = LengthValues.LengthOrRate,
        ["quarter-back"] = PeriodValues.QuarterBack,
        ["spoken-year"] = PeriodValues.SpokenYear,
        ["year-end"] = PeriodValues.YearEnd,
        ["back-year"] = PeriodValues.BackYear,
        ["unit-length"] = (match, _) => TimeUnits.Length(1, (TimeUnit)DayValues.Argument(match, 0)) is { } length ? TimeValue.Length(length) : null,
        ["length-about"] = LengthValues.About,
        ["vague-length"] = LengthValues.Vague,
        ["ago"] = LengthValues.Ago,
        ["ago-at-most"] = LengthValues.AgoAtMost,
        ["past-vague"] = LengthValues.PastVague,
        ["in-length"] = LengthValues.In,
        ["within"] = LengthValues.Within,
        ["next-length"] = LengthValues.NextLength,
        ["next-units"] = LengthValues.NextUnits,
        ["past-length"] = LengthValues.PastLength,
        ["past-units"] = LengthValues.PastUnits,
        ["after-previous"] = LengthValues.AfterPrevious,
        ["before-previous"] = LengthValues.BeforePrevious,
        ["after-date"] = LengthValues.AfterDate,
        ["before-date"] = LengthValues.BeforeDate,
        ["event"] = LengthValues.Event,
        ["since"] = BoundValues.Since,
        ["until"] = BoundValues.Until,
        ["between"] = BoundValues.Between,
        ["clock"] = ClockValues.Clock,
        ["clock-date"] = ClockValues.ClockDate,
        ["clock-part"] = ClockValues.ClockPart,
        ["set"] = SetValues.Every,
        ["unit-set"] = (match, _) => TimeUnits.Length(DayValues.Argument(match, 0), (TimeUnit)DayValues.Argument(match, 1)) is { } length ? TimeValue.Set(length.ToString()) : null,
        ["set-length"] = SetValues.EveryLength,
        ["set-other"] = SetValues.EveryOther,
        ["set-weekday"] = SetValues.Weekday,
        ["set-month"] = SetValues.Month,
        ["back-same"] = RelativeValues.BackSame,
        ["back-shift"] = RelativeValues.BackShift,
        ["feast"] = (_, _) => null,
        ["feast-near"] = FeastValues.Near,
        ["feast-year"] = FeastValues.InYear,
        ["reference"] = (match, _) => TimeValue.Unknown(TimeType.Date, match.Rule.Arguments[0]),
    };

    /// <summary>The function of a name; <see cref="FormatException"/> when there is none.</summary>
    internal static Func<TimeMatch, TimeFrame, TimeValue?> Named(string name) =>
        All.TryGetValue(name, out var function) ? function : throw new FormatException($"There is no value function '{name}' for time rules.");

    internal static TimeValue? Value(TimeMatch match, TimeFrame frame) => match.Rule.Function(match, frame);

    /// <summary>Value of a named part that another rule found.</summary>
    internal static TimeValue? Inner(TimeMatch match, string name, TimeFrame frame) =>
        match.Inner(name) is { } inner ? Value(inner, frame) : null;
}
