using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Values of holidays. Easter by the Gregorian and Julian computus; Islamic feasts by the Umm al-Qura tables or the tabular calendar, which can be a day off what is seen, so they are approximate.</summary>
internal static class FeastValues
{
    internal static TimeValue? Near(TimeMatch match, TimeFrame frame)
    {
        if (frame.Anchor is not { } anchor) return TimeValue.Unknown(TimeType.Date, TimeValue.Open);
        if (match.Inner("feast") is not { } feast) return null;
        TimeValue? best = null;
        var least = int.MaxValue;
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (In(year, feast.Rule) is not { First: { } day } value) continue;
            var distance = day.DayNumber - anchor.DayNumber;
            var wrong = match.Int("which") switch { -1 => distance >= 0, 0 => day.Year != anchor.Year, 1 or 2 => distance <= 0, _ => Against(distance, match, frame) };
            var cost = Math.Abs(distance) + (wrong ? 1000 : 0);
            if (cost < least) (best, least) = (value, cost);
        }

        return best;
    }

    internal static TimeValue? InYear(TimeMatch match, TimeFrame frame) =>
        match.Inner("feast") is { } feast && match.Int("year") is { } year and > 1582 ? In(year, feast.Rule) : null;

    /// <summary>Western Easter Sunday (Meeus, Jones, Butcher).</summary>
    internal static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new(year, n / 31, n % 31 + 1);
    }

    /// <summary>Orthodox Easter Sunday in the Gregorian calendar (Meeus, Julian algorithm).</summary>
    internal static DateOnly OrthodoxEaster(int year)
    {
        var d = (19 * (year % 19) + 15) % 30;
        var e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        var julian = new DateOnly(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1);
        return julian.AddDays(year / 100 - year / 400 - 2);
    }

    private static bool Against(int distance, TimeMatch match, TimeFrame frame) => Math.Abs(distance) > 60 && frame.Tense(match) switch
    {
        Tense.Past => distance > 0,
        Tense.Future => distance < 0,
        _ => false,
    };

    private static TimeValue? In(int year, TimeRule rule)
    {
        int Number(int index) => int.Parse(rule.Arguments[index], CultureInfo.InvariantCulture);
        if (year is < 1583 or > 9998) return null;
        switch (rule.Arguments[0])
        {
            case "fixed":
                return TimeValue.Day(new(year, Number(1), Number(2)));
            case "easter":
                return TimeValue.Day(Easter(year).AddDays(Number(1)));
            case "orthodox-easter":
                return TimeValue.Day(OrthodoxEaster(year).AddDays(Number(1)));
            case "nth-weekday":
                return TimeValue.Day(NthWeekday(year, Number(1), Number(2), Number(3)));
            case "islamic":
                return Islamic(year, Number(1), Number(2)) is { } day ? TimeValue.Day(day).About() : null;
            case "islamic-month":
                return Islamic(year, Number(1), 1) is { } first ? TimeValue.Interval(first, first.AddDays(29), TimeValue.Iso(first)).About() : null;
            default:
                throw new FormatException($"The time rule {rule.Id} names no known kind of feast: {rule.Arguments[0]}");
        }
    }

    private static DateOnly NthWeekday(int year, int month, int weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((DayValues.Number(last) - weekday + 7) % 7));
        }

        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - DayValues.Number(first) + 7) % 7 + 7 * (nth - 1));
    }

    private static DateOnly? Islamic(int year, int month, int day)
    {
        Calendar calendar = year is > 1900 and < 2077 ? new UmAlQuraCalendar() : new HijriCalendar();
        var first = calendar.GetYear(new DateTime(year, 1, 1));
        for (var hijri = first; hijri < first + 3; hijri++)
        {
            var date = DateOnly.FromDateTime(calendar.ToDateTime(hijri, month, day, 0, 0, 0, 0));
            if (date.Year >= year) return date.Year == year ? date : null;
        }

        return null;
    }
}
