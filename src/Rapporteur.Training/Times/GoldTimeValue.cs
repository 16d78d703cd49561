using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Equality of time values by the scoring definition of the annotated articles (<c>date_bounds</c> of <c>score.py</c>): equal first day, last day, time of day
/// and approximateness; lengths by months, days and hours; seasons and unspecified digits as they are spelled.</summary>
public static class GoldTimeValue
{
    /// <summary>Whether two values are the same by that definition.</summary>
    /// <param name="left">EDTF or ISO 8601 duration; null equals null only.</param>
    /// <param name="right">The same.</param>
    public static bool Same(string? left, string? right) => left is null || right is null ? left == right : Bounds(left) == Bounds(right);

    private static (string, string, string, bool) Bounds(string value)
    {
        value = value.Trim();
        var approximate = value.AsSpan().ContainsAny('~', '?', '%');
        value = value.Replace("~", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);
        if (IsoDuration.Parse(value) is { } length)
        {
            var time = value.IndexOf('T', StringComparison.Ordinal);
            return ("P" + (12 * length.Years + length.Months), (7 * length.Weeks + length.Days).ToString(CultureInfo.InvariantCulture), time < 0 ? "" : value[(time + 1)..], approximate);
        }

        if (value is ".." or "" or "P" or "PX") return ("unknown", "", "", false);
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        var (from, to) = slash < 0 ? (value, value) : (value[..slash], value[(slash + 1)..]);
        var clock = slash < 0 && value.IndexOf('T', StringComparison.Ordinal) is >= 0 and var at ? value[(at + 1)..] : "";
        return (One(from, false), One(to, true), clock, approximate);
    }

    private static string One(string text, bool last)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        if (time >= 0) text = text[..time];
        if (text is "" or "..") return "..";
        var parts = text.Split('-');
        if (!Number(parts[0], out var year)) return text;
        var month = last ? 12 : 1;
        if (parts.Length > 1 && !Number(parts[1], out month)) return text;
        if (month > 12 || year is < 1 or > 9999 || month < 1) return text;
        var day = last ? DateTime.DaysInMonth(year, month) : 1;
        if (parts.Length > 2 && !Number(parts[2], out day)) return text;
        return $"{year:0000}-{month:00}-{day:00}";
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
