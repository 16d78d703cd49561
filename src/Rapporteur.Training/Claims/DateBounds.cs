using System.Globalization;
using System.Text.RegularExpressions;

namespace Rapporteur.Training;

/// <summary>What two spellings of a time have to share to count as the same value.</summary>
internal static partial class DateBounds
{
    /// <summary>A text that is equal for two spellings exactly when they bound the same days (or are the same duration), with the same time of day and the same vagueness.</summary>
    /// <param name="value">EDTF or ISO 8601 duration; null where there is none.</param>
    public static string? Of(string? value)
    {
        if (value is null) return null;
        value = value.Trim();
        var approximate = value.AsSpan().ContainsAny("~?%") ? "~" : "";
        value = value.Replace("~", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);
        var duration = Duration().Match(value);
        if (duration.Success && value != "P")
        {
            var months = (12 * Number(duration.Groups[1])) + Number(duration.Groups[2]);
            var days = (7 * Number(duration.Groups[3])) + Number(duration.Groups[4]);
            var rest = value.Split('T') is [_, var tail, ..] ? tail : "";
            return string.Create(CultureInfo.InvariantCulture, $"P|{months}|{days}|{rest}|{approximate}");
        }

        if (value is ".." or "" or "P" or "PX") return "unknown";
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        var (from, to) = slash < 0 ? (value, value) : (value[..slash], value[(slash + 1)..]);
        var t = value.IndexOf('T', StringComparison.Ordinal);
        var time = slash < 0 && t >= 0 ? value[(t + 1)..] : "";
        return $"{Bound(from, last: false)}|{Bound(to, last: true)}|{time}|{approximate}";
    }

    private static string Bound(string value, bool last)
    {
        value = value.Split('T')[0];
        if (value is "" or "..") return "..";
        var parts = value.Split('-');
        if (!TryNumber(parts[0], out var year)) return value;
        var month = last ? 12 : 1;
        if (parts.Length > 1 && !TryNumber(parts[1], out month)) return value;
        if (month > 12) return value;
        if (parts.Length > 2)
            return TryNumber(parts[2], out var given) ? Day(year, month, given) : value;
        if (!last) return Day(year, month, 1);
        return year is >= 1 and <= 9999 && month >= 1 ? Day(year, month, DateTime.DaysInMonth(year, month)) : value;
    }

    private static string Day(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\AP(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T.*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
