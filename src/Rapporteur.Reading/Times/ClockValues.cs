using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of times of day. The day is that of the expression, else the date named last, else the day of publication.</summary>
internal static class ClockValues
{
    internal static TimeValue? Clock(TimeMatch match, TimeFrame frame)
    {
        if (Read(match, match.Int("part")) is not { } clock) return null;
        if (IsScore(match, frame)) return null;
        return On(clock, (frame.Previous is { } previous && previous.First == previous.Last ? previous.First : null) ?? frame.Anchor);
    }

    internal static TimeValue? ClockPart(TimeMatch match, TimeFrame frame)
    {
        if (Read(match.Inner("clock") ?? match, match.Int("part")) is not { } clock) return null;
        return On(clock, frame.Previous?.First ?? frame.Anchor);
    }

    internal static TimeValue? ClockDate(TimeMatch match, TimeFrame frame)
    {
        var date = TimeFunctions.Inner(match, "date", frame);
        if (match.Inner("clock") is not { } inner || Read(inner, PartOf(match)) is not { } clock || date is null) return null;
        if (date.First is not null && date.First != date.Last) return null;
        return On(clock, date.First);
    }

    private static int? PartOf(TimeMatch match) => match.Inner("date") is { } date ? date.Int("part") : null;

    private static TimeValue On(string clock, DateOnly? day) => day is { } known
        ? new(TimeType.Time, $"{TimeValue.Iso(known)}T{clock}", $"{TimeValue.Iso(known)}T{clock}", known, known)
        : TimeValue.Unknown(TimeType.Time, $"T{clock}");

    private static string? Read(TimeMatch match, int? part)
    {
        var (hour, minute) = match.Int("hhmm") is { } military ? (military / 100, military % 100) : (match.Int("hh") ?? match.Int("noon") ?? -1, match.Int("mi") ?? 0);
        if (hour is < 0 or > 24) return null;
        if (match.Int("half") is { } half)
        {
            if (hour is 0 or > 12) return null;
            hour = hour % 12 + half;
        }
        else if (part is 2 or 3 or 4 && hour is > 0 and < 12 && (part != 4 || hour > 5))
        {
            hour += 12;
        }

        var zone = match.Int("zone") is not { } offset ? "" : offset == 0 ? "Z" : $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}";
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}{zone}");
    }

    // A bare "3:12" may be a score or a verse; it counts as a time after "at", "by", "around", "from", "until", "since", "before", "after".
    private static bool IsScore(TimeMatch match, TimeFrame frame)
    {
        if (match.Has("half") || match.Has("zone") || match.Has("noon") || match.Has("hhmm") || match.End - match.First > 3) return false;
        return !frame.Is(match.First - 1, "clock-preposition");
    }
}
