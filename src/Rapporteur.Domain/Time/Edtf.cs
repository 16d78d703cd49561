using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>A date or interval of the Extended Date/Time Format (ISO 8601-2, level 1, and decades as <c>199X</c>):
/// its spelling and the days that bound it. Immutable; equality is that of the spelling.</summary>
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
        var bare = text.Replace("~", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);
        var approximate = bare.Length != text.Length;
        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!TryBounds(bare, out var first, out var last)) return false;
            date = new(text, first, last, approximate);
            return true;
        }

        if (!TryBounds(bare[..slash], out var start, out _) || !TryBounds(bare[(slash + 1)..], out _, out var end)) return false;
        if (start > end) return false;
        date = new(text, start, end, approximate);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Equal when spelled equally.</summary>
    /// <param name="other">The date to compare with.</param>
    public bool Equals(Edtf? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Bound(DateOnly? day) => day is { } d ? Iso(d) : "..";

    private static bool TryBounds(string text, out DateOnly? first, out DateOnly? last)
    {
        first = last = null;
        var t = text.IndexOf('T', StringComparison.Ordinal);
        if (t > 0) text = text[..t];
        if (text is "" or "..") return true;
        var parts = text.Split('-');
        if (parts.Length > 3 || parts[0].Length != 4) return false;
        var unknown = parts[0].IndexOf('X', StringComparison.Ordinal);
        if (unknown > 0)
        {
            var low = parts[0].Replace('X', '0');
            var high = parts[0].Replace('X', '9');
            if (parts.Length > 1 || !TryNumber(low, 1, 9999, out var a) || !TryNumber(high, 1, 9999, out var b)) return false;
            first = new DateOnly(a, 1, 1);
            last = new DateOnly(b, 12, 31);
            return true;
        }

        if (!TryNumber(parts[0], 1, 9999, out var year)) return false;
        if (parts.Length == 1)
        {
            first = new DateOnly(year, 1, 1);
            last = new DateOnly(year, 12, 31);
            return true;
        }

        if (parts[1].Length != 2 || !TryNumber(parts[1], 1, 41, out var month)) return false;
        if (month > 12) return TrySeason(year, month, parts.Length, out first, out last);
        if (parts.Length == 2)
        {
            first = new DateOnly(year, month, 1);
            last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return true;
        }

        if (parts[2].Length != 2 || !TryNumber(parts[2], 1, DateTime.DaysInMonth(year, month), out var day)) return false;
        first = last = new DateOnly(year, month, day);
        return true;
    }

    // Northern seasons 21–24 and quarters 33–36 (ISO 8601-2, 4.8).
    private static bool TrySeason(int year, int code, int parts, out DateOnly? first, out DateOnly? last)
    {
        first = last = null;
        if (parts != 2) return false;
        var start = code switch { 21 => 3, 22 => 6, 23 => 9, 24 => 12, 33 => 1, 34 => 4, 35 => 7, 36 => 10, _ => 0 };
        if (start == 0 || (start == 12 && year == 9999)) return false;
        first = new DateOnly(year, start, 1);
        last = first.Value.AddMonths(3).AddDays(-1);
        return true;
    }

    private static bool TryNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
