using System.Globalization;

namespace Rapporteur.Publishing;

/// <summary>A tick of a time axis.</summary>
/// <param name="Day">The day.</param>
/// <param name="Label">Its label.</param>
/// <param name="Major">Whether a month or year begins.</param>
internal sealed record TimeTick(DateOnly Day, string Label, bool Major);

/// <summary>A linear axis of days.</summary>
internal sealed class TimeScale
{
    private const int LeastDays = 7;
    private readonly double _pixels;

    /// <summary>An axis from the first to the last day over a width in pixels; never shorter than a week.</summary>
    public TimeScale(DateOnly first, DateOnly last, double left, double width)
    {
        var missing = LeastDays - (last.DayNumber - first.DayNumber + 1);
        if (missing > 0)
        {
            first = first.AddDays(-(missing / 2));
            last = last.AddDays(missing - (missing / 2));
        }

        First = first;
        Last = last;
        Left = left;
        _pixels = width / (last.DayNumber - first.DayNumber + 1);
        Right = left + width;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public double Left { get; }

    public double Right { get; }

    /// <summary>Where a day begins, in pixels; held within the axis.</summary>
    public double Start(DateOnly day) => Math.Clamp(Left + (_pixels * (day.DayNumber - First.DayNumber)), Left, Right);

    /// <summary>Middle of a day.</summary>
    public double Middle(DateOnly day) => Math.Clamp(Left + (_pixels * (day.DayNumber - First.DayNumber + 0.5)), Left, Right);

    /// <summary>End of a day.</summary>
    public double End(DateOnly day) => Math.Clamp(Left + (_pixels * (day.DayNumber - First.DayNumber + 1)), Left, Right);

    /// <summary>Ticks at round days, at least 64 pixels apart.</summary>
    public IEnumerable<TimeTick> Ticks()
    {
        const double apart = 64;
        var days = apart / _pixels;
        if (days <= 1) return Days(1);
        if (days <= 7) return Days(7);
        if (days <= 14) return Days(14);
        if (days <= 31) return Months(1);
        if (days <= 92) return Months(3);
        return Months(12 * Math.Max(1, (int)Math.Ceiling(days / 366)));
    }

    // The year stands at the first tick and where it changes.
    private IEnumerable<TimeTick> Days(int step)
    {
        var day = First;
        if (step > 1) while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        DateOnly? before = null;
        for (; day <= Last; day = day.AddDays(step))
        {
            yield return new(day, day.ToString(before?.Year == day.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture), before is { } b && b.Month != day.Month);
            before = day;
        }
    }

    private IEnumerable<TimeTick> Months(int step)
    {
        var day = new DateOnly(First.Year, 1, 1);
        while (day < First) day = day.AddMonths(step);
        DateOnly? before = null;
        for (; day <= Last; day = day.AddMonths(step))
        {
            yield return new(day, day.ToString(step >= 12 ? "yyyy" : before?.Year == day.Year ? "MMM" : "MMM yyyy", CultureInfo.InvariantCulture), day.Month == 1 && step < 12);
            before = day;
        }
    }
}
