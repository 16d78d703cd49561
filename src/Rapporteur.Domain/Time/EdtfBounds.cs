using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>Reads one date of an EDTF spelling, without qualifiers, to the days that bound it.</summary>
internal static class EdtfBounds
{
    /// <summary>Bounds of a date; both null for an open or unknown one.</summary>
    /// <param name="text">A year, month, day, season, quarter, decade or date and time; no qualifier, no slash.</param>
    /// <param name="first">First day that it may mean.</param>
    /// <param name="last">Last day that it may mean.</param>
    /// <returns>Whether the spelling was understood.</returns>
    internal static bool TryRead(string text, out DateOnly? first, out DateOnly? last)
    {
        first = last = null;
        var time = text.IndexOf('T', StringComparison.Ordinal);
        if (time >= 0)
        {
            if (time != 10 || !IsClock(text.AsSpan(time + 1))) return false;
            text = text[..time];
        }

        if (text is "" or "..") return true;
        var parts = text.Split('-');
        if (parts.Length > 3 || parts[0].Length != 4) return false;
        if (!TryYears(parts[0], out var low, out var high)) return false;
        if (parts.Length == 1)
        {
            (first, last) = (new DateOnly(low, 1, 1), new DateOnly(high, 12, 31));
            return true;
        }

        if (parts[1] == "XX")
        {
            if (parts.Length == 3 && parts[2] != "XX") return false;
            (first, last) = (new DateOnly(low, 1, 1), new DateOnly(high, 12, 31));
            return true;
        }

        if (parts[1].Length != 2 || low != high || !TryNumber(parts[1], 1, 41, out var month)) return false;
        if (month > 12) return TrySeason(low, month, parts.Length, out first, out last);
        var days = DateTime.DaysInMonth(low, month);
        if (parts.Length == 2 || parts[2] == "XX")
        {
            (first, last) = (new DateOnly(low, month, 1), new DateOnly(low, month, days));
            return true;
        }

        if (parts[2].Length != 2 || !TryNumber(parts[2], 1, days, out var day)) return false;
        first = last = new DateOnly(low, month, day);
        return true;
    }

    private static bool TryYears(string text, out int low, out int high)
    {
        low = high = 0;
        var digits = text.AsSpan().TrimEnd('X');
        if (digits.Length == 0) return false;
        foreach (var c in digits)
            if (!char.IsAsciiDigit(c)) return false;
        low = Math.Max(1, int.Parse(text.Replace('X', '0'), CultureInfo.InvariantCulture));
        high = int.Parse(text.Replace('X', '9'), CultureInfo.InvariantCulture);
        return high > 0;
    }

    // Northern seasons 21–24, those named with their hemisphere 25–32, quarters 33–36, four-month terms 37–39, halves 40–41 (ISO 8601-2, 4.8).
    private static bool TrySeason(int year, int code, int parts, out DateOnly? first, out DateOnly? last)
    {
        first = last = null;
        if (parts != 2 || code < 21) return false;
        var (start, months) = code switch
        {
            <= 24 => (3 * (code - 20), 3),
            <= 28 => (3 * (code - 24), 3),
            <= 32 => ((3 * (code - 28) + 5) % 12 + 1, 3),
            <= 36 => (3 * (code - 33) + 1, 3),
            <= 39 => (4 * (code - 37) + 1, 4),
            _ => (6 * (code - 40) + 1, 6),
        };
        if (start == 12 && year == 9999) return false;
        first = new DateOnly(year, start, 1);
        last = first.Value.AddMonths(months - 1) is var end ? new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)) : null;
        return true;
    }

    private static bool IsClock(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("Z", StringComparison.Ordinal)) text = text[..^1];
        var zone = text.IndexOfAny('+', '-');
        if (zone >= 0)
        {
            if (!IsClock(text[(zone + 1)..])) return false;
            text = text[..zone];
        }

        if (text.Length is not (2 or 5 or 8)) return false;
        for (var i = 0; i < text.Length; i++)
            if (i % 3 == 2 ? text[i] != ':' : !char.IsAsciiDigit(text[i])) return false;
        return true;
    }

    private static bool TryNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
