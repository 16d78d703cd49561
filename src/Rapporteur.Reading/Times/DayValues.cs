using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of days counted from the day of publication, and of weekdays.</summary>
internal static class DayValues
{
    private static readonly string[] Parts = ["", "TMO", "TAF", "TEV", "TNI"];

    internal static TimeValue? Offset(TimeMatch match, TimeFrame frame) => IsName(match, frame) ? null
        : frame.Anchor is { } anchor ? TimeValue.Day(anchor.AddDays(Argument(match, 0))) : TimeValue.Unknown(TimeType.Date, TimeValue.Open);

    internal static TimeValue? Part(TimeMatch match, TimeFrame frame)
    {
        var part = match.Int("part") ?? (match.Rule.Arguments.Length > 1 ? Argument(match, 1) : 0);
        return frame.Anchor is { } anchor ? WithPart(TimeValue.Day(anchor.AddDays(Argument(match, 0))), part) : TimeValue.Unknown(TimeType.Time, TimeValue.Open);
    }

    internal static TimeValue? Overnight(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? TimeValue.Interval(anchor.AddDays(-1), anchor, TimeValue.Iso(anchor) + "TNI") with { Type = TimeType.Time }
        : TimeValue.Unknown(TimeType.Time, TimeValue.Open);

    internal static TimeValue? DatePart(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "date", frame);
        if (inner is null || inner.Type != TimeType.Date) return null;
        if (inner.First is not null && inner.First != inner.Last) return null;
        return match.Int("part") is { } part ? WithPart(inner, part) : inner;
    }

    internal static TimeValue? Beside(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "date", frame);
        var days = Argument(match, 0);
        return (days < 0 ? inner?.First : inner?.Last) is { } day ? TimeValue.Day(day.AddDays(days)) : null;
    }

    internal static TimeValue? Weekday(TimeMatch match, TimeFrame frame)
    {
        var weekday = match.Int("weekday")!.Value;
        if (frame.Anchor is not { } anchor)
            return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var ahead = Ahead(anchor, weekday);
        var thisWeek = anchor.AddDays(weekday - Number(anchor));
        var day = match.Int("which") switch
        {
            -1 => anchor.AddDays(ahead == 0 ? -7 : ahead - 7),
            0 => thisWeek < anchor && frame.Tense(match) == Tense.Future ? thisWeek.AddDays(7) : thisWeek,
            1 => thisWeek.AddDays(7),
            2 => anchor.AddDays(ahead == 0 ? 7 : ahead),
            _ when IsOwnerOfThePast(match, frame) => anchor.AddDays(ahead == 0 ? 0 : ahead - 7),
            _ => frame.Tense(match) == Tense.Future ? anchor.AddDays(ahead) : anchor.AddDays(ahead == 0 ? 0 : ahead - 7),
        };
        return TimeValue.Day(day);
    }

    internal static TimeValue? ComingWeekday(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? TimeValue.Day(anchor.AddDays(Ahead(anchor, match.Int("weekday")!.Value) is var ahead and > 0 ? ahead : 7))
        : TimeValue.Unknown(TimeType.Date, TimeValue.Open);

    internal static TimeValue? WeekdayOfWeek(TimeMatch match, TimeFrame frame)
    {
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var weeks = match.Int("which") is 2 ? 1 : match.Int("which") ?? 0;
        return TimeValue.Day(anchor.AddDays(match.Int("weekday")!.Value - Number(anchor) + 7 * weeks));
    }

    internal static TimeValue? WeekdayWeek(TimeMatch match, TimeFrame frame) => frame.Anchor is { } anchor
        ? TimeValue.Day(anchor.AddDays(Ahead(anchor, match.Int("weekday")!.Value) + 7))
        : TimeValue.Unknown(TimeType.Date, TimeValue.Open);

    internal static TimeValue WithPart(TimeValue day, int part) =>
        day with { Type = TimeType.Time, Timex = day.Timex + Parts[part is > 0 and < 5 ? part : 0] };

    // "Friday's ruling" has been given, whatever verb stands around it; "Friday's meeting" may be to come.
    private static bool IsOwnerOfThePast(TimeMatch match, TimeFrame frame)
    {
        if (frame.Word(match.End) is not ("'" or "\u2019") || frame.Word(match.End + 1) is not "s") return false;
        for (var at = match.End + 2; at < match.End + 5; at++)
            if (frame.Is(at, "event-noun")) return false;
        return frame.At(match.End + 2)?.Kind == TimeWordKind.Word;
    }

    // "EU Today", "USA Today": a capital after a capitalised word of the same line.
    private static bool IsName(TimeMatch match, TimeFrame frame)
    {
        if (match.End - match.First > 1 || !char.IsUpper(frame.Word(match.First)[0])) return false;
        var before = frame.Word(match.First - 1);
        if (before.Length == 0 || !char.IsUpper(before[0])) return false;
        return !frame.Text.AsSpan(frame.At(match.First - 1)!.Value.End, frame.At(match.First)!.Value.Start - frame.At(match.First - 1)!.Value.End).Contains('\n');
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    internal static int Number(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    internal static int Argument(TimeMatch match, int index) => int.Parse(match.Rule.Arguments[index], CultureInfo.InvariantCulture);

    private static int Ahead(DateOnly from, int weekday) => (weekday - Number(from) + 7) % 7;
}
