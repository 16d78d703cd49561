using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of "since", "until", "between", "early", "around" before a date.</summary>
internal static class BoundValues
{
    internal static TimeValue? Since(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "date", frame);
        if (inner is null || inner.Value.Contains('/') && inner.First is null) return inner;
        return inner.First is null ? inner : inner with { Type = TimeType.Date, Value = Simple(inner, true) + "/.." };
    }

    internal static TimeValue? Until(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "date", frame);
        if (inner?.Last is null || frame.Before is { Relation: "from" } && frame.Before.End + 2 >= frame.At(match.First)!.Value.Start) return inner;
        return inner with { Type = TimeType.Date, Value = "../" + Simple(inner, false) };
    }

    internal static TimeValue? Between(TimeMatch match, TimeFrame frame)
    {
        var from = TimeFunctions.Inner(match, "from", frame);
        if (from is null) return null;
        frame.Outer = match;
        var to = TimeFunctions.Inner(match, "to", frame);
        if (to is null) return null;
        if (from.First is not { } first || to.Last is not { } last) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        if (last < first && match.Inner("to")!.Has("weekday")) last = last.AddDays(7);
        else if (last < first) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        var end = last == to.Last ? Simple(to, false) : TimeValue.Iso(last);
        return new(TimeType.Date, $"{Simple(from, true)}/{end}", $"{from.Timex}/{to.Timex}", first, last);
    }

    internal static TimeValue? Part(TimeMatch match, TimeFrame frame)
    {
        var inner = TimeFunctions.Inner(match, "date", frame);
        if (inner?.First is null) return inner;
        return inner.First == inner.Last || IsWeek(inner) ? inner : inner.About();
    }

    internal static TimeValue? About(TimeMatch match, TimeFrame frame) => TimeFunctions.Inner(match, "date", frame)?.About();

    private static bool IsWeek(TimeValue value) => value.Last!.Value.DayNumber - value.First!.Value.DayNumber < 10;

    private static string Simple(TimeValue value, bool first)
    {
        var slash = value.Value.IndexOf('/');
        if (slash >= 0) return first ? value.Value[..slash] : value.Value[(slash + 1)..];
        return value.Value;
    }
}
