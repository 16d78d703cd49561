using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of recurring times, as the length from one to the next; months of every year as that month of a year that is not specified.</summary>
internal static class SetValues
{
    internal static TimeValue? Every(TimeMatch match, TimeFrame frame)
    {
        var unit = (TimeUnit)(match.Int("one-unit") ?? match.Int("every-unit")!.Value);
        if (TimeUnits.Length(1, unit) is not { } length) return null;
        return TimeValue.Set(length.ToString(), unit == TimeUnit.Quarter && match.Has("one-unit") ? "P1Q" : null);
    }

    internal static TimeValue? EveryLength(TimeMatch match, TimeFrame frame) =>
        TimeFunctions.Inner(match, "length", frame) is { } length ? length with { Type = TimeType.Set } : null;

    internal static TimeValue? EveryOther(TimeMatch match, TimeFrame frame) =>
        TimeUnits.Length(2, (TimeUnit)match.Int("one-unit")!.Value) is { } length ? TimeValue.Set(length.ToString()) : null;

    internal static TimeValue? Weekday(TimeMatch match, TimeFrame frame) =>
        TimeValue.EveryWeek(match.Int("weekday") ?? match.Int("weekdays"));

    internal static TimeValue? Month(TimeMatch match, TimeFrame frame) => TimeValue.EveryYear(match.Int("month")!.Value);
}
