using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>A date or interval of the Extended Date/Time Format (ISO 8601-2, level 1 without years below 1 or above 9999; also quarters and half-years):
/// its spelling and the days that bound it. Qualifiers leave the bounds alone. Immutable; equality is that of the spelling.</summary>
public sealed record Edtf
{
    private Edtf(string value, DateOnly? earliest, DateOnly? latest, bool approximate)
    {
        Value = value;
        Earliest = earliest;
        Latest = latest;
        IsApproximate = approximate;
    }

    /// <summary>The spelling, such as <c>2025-08-22</c>, <c>2025-08~</c>, <c>2025-08-23/2025-09-05</c>, <c>2022/..</c> or <c>..</c>.</summary>
    public string Value { get; }

    /// <summary>First day that it may mean; null when open or unknown.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>Last day that it may mean; null when open or unknown.</summary>
    public DateOnly? Latest { get; }

    /// <summary>Whether a qualifier <c>~</c>, <c>?</c> or <c>%</c> is set.</summary>
    public bool IsApproximate { get; }

    /// <summary>The date of which nothing is known, <c>..</c>.</summary>
    public static Edtf Unknown { get; } = new("..", null, null, false);

    /// <summary>Whether both bounds are missing.</summary>
    public bool IsUnknown => Earliest is null && Latest is null;

    /// <summary>Whether it is exactly one day.</summary>
    public bool IsDay => Earliest is not null && Earliest == Latest;

    /// <summary>One day.</summary>
    /// <param name="day">The day.</param>
    public static Edtf Day(DateOnly day) => new(Iso(day), day, day, false);

    /// <summary>An interval of days, both included; a null bound is open. One day when both are equal.</summary>
    /// <param name="first">First day or null.</param>
    /// <param name="last">Last day or null; <see cref="ArgumentException"/> when before <paramref name="first"/>.</param>
    public static Edtf Interval(DateOnly? first, DateOnly? last)
    {
        if (first is null && last is null) return Unknown;
        if (first is { } f && last is { } l)
        {
            if (l < f) throw new ArgumentException($"The interval ends on {Iso(l)}, before it begins on {Iso(f)}.", nameof(last));
            if (l == f) return Day(f);
        }

        return new($"{Bound(first)}/{Bound(last)}", first, last, false);
    }

    /// <summary>One calendar month.</summary>
    /// <param name="year">Year, 1 to 9999.</param>
    /// <param name="month">Month, 1 to 12.</param>
    public static Edtf Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, new DateOnly(year, month, DateTime.DaysInMonth(year, month)), false);
    }

    /// <summary>One calendar year.</summary>
    /// <param name="year">Year, 1 to 9999.</param>
    public static Edtf Year(int year) => new(year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), false);

    /// <summary>The week of a day, Monday to Sunday.</summary>
    /// <param name="day">Any day of the week; <see cref="ArgumentOutOfRangeException"/> within a week of the last day of year 9999.</param>
    public static Edtf Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Interval(monday, monday.AddDays(6));
    }

    /// <summary>Reads a spelling; null when it is not one of those that are understood.</summary>
    /// <param name="value">Spelling to read; durations (<c>P2W</c>) are not dates and give null.</param>
    public static Edtf? Parse(string? value) => TryParse(value, out var date) ? date : null;

    /// <summary>Reads a spelling.</summary>
    /// <param name="value">Spelling to read.</param>
    /// <param name="date">The date when understood.</param>
    /// <returns>Whether it was understood.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out Edtf? date)
    {
        date = null;
        if (value is null) return false;
        var text = value.Trim();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!TryQualified(text, out var bare, out var approximate) || !EdtfBounds.TryRead(bare, out var first, out var last)) return false;
            date = new(bare.Length == 0 ? ".." : text, first, last, approximate);
            return true;
        }

        if (!TryQualified(text[..slash], out var from, out var early) || !TryQualified(text[(slash + 1)..], out var to, out var late)) return false;
        if (!EdtfBounds.TryRead(from, out var start, out _) || !EdtfBounds.TryRead(to, out _, out var end)) return false;
        if (start > end) return false;
        date = new(text, start, end, early || late);
        return true;
    }

    /// <summary>The same date, marked as approximate (<c>~</c> on each bound that is a date).</summary>
    public Edtf Approximately()
    {
        if (IsApproximate || IsUnknown) return this;
        static string Mark(string date) => date is "" or ".." ? date : date + "~";
        var slash = Value.IndexOf('/', StringComparison.Ordinal);
        var value = slash < 0 ? Mark(Value) : $"{Mark(Value[..slash])}/{Mark(Value[(slash + 1)..])}";
        return new(value, Earliest, Latest, true);
    }

    /// <summary>Whether a day may be meant; an open or unknown side excludes nothing.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => (Earliest is not { } first || first <= day) && (Latest is not { } last || day <= last);

    /// <summary>Whether both dates have equal bounds and are equally approximate, however they are spelled.</summary>
    /// <param name="other">The date to compare with.</param>
    public bool SameBounds(Edtf other) => Earliest == other.Earliest && Latest == other.Latest && IsApproximate == other.IsApproximate;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Equal when spelled equally.</summary>
    /// <param name="other">The date to compare with.</param>
    public bool Equals(Edtf? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    // Level 1: one qualifier at the end of a date.
    private static bool TryQualified(string text, out string bare, out bool approximate)
    {
        approximate = text.Length > 1 && text[^1] is '~' or '?' or '%';
        bare = approximate ? text[..^1] : text;
        return !bare.AsSpan().ContainsAny('~', '?', '%') && !(approximate && bare == "..");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Bound(DateOnly? day) => day is { } d ? Iso(d) : "..";
}
