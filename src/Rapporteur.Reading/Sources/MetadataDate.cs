using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Dates as metadata spells them; of a time stamp the calendar day counts as it is written, whatever its zone.</summary>
internal static partial class MetadataDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads ISO 8601, EDTF, RFC 5322 and written-out English dates, and numeric ones whose order is plain; null otherwise.</summary>
    public static Edtf? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100) return null;
        text = text.Trim();
        if (Edtf.Parse(text) is { IsUnknown: false } edtf)
            return edtf.IsDay && text.Contains('T', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal) ? Edtf.Day(edtf.Earliest!.Value) : edtf;
        if (Iso().Match(text) is { Success: true } iso) return Day(iso.Groups[1].Value, iso.Groups[2].Value, iso.Groups[3].Value);
        if (Compact().Match(text) is { Success: true } compact) return Day(compact.Groups[1].Value, compact.Groups[2].Value, compact.Groups[3].Value);
        if (DayMonth().Match(text) is { Success: true } dm) return Named(dm.Groups[3].Value, dm.Groups[2].Value, dm.Groups[1].Value);
        if (MonthDay().Match(text) is { Success: true } md) return Named(md.Groups[3].Value, md.Groups[1].Value, md.Groups[2].Value);
        if (Numeric().Match(text) is not { Success: true } number) return null;
        var (first, second, year) = (number.Groups[1].Value, number.Groups[3].Value, number.Groups[4].Value);
        if (number.Groups[2].Value == "." || Number(first) > 12) return Day(year, second, first);
        return Number(second) > 12 || first == second ? Day(year, first, second) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Edtf? Named(string year, string month, string day)
    {
        var index = Array.IndexOf(Months, month[..3].ToLowerInvariant());
        return index < 0 ? null : Day(year, (index + 1).ToString(CultureInfo.InvariantCulture), day);
    }

    private static Edtf? Day(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        if (y is < 1 or > 9999 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m)) return null;
        return Edtf.Day(new DateOnly(y, m, d));
    }

    [GeneratedRegex(@"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([12][0-9]{3})([01][0-9])([0-3][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([A-Za-z]{3,9})\.?,?[ -]([0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"(?<![A-Za-z])([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^([0-9]{1,2})([./-])([0-9]{1,2})[./-]([0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
