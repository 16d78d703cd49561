using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rapporteur.Domain;

/// <summary>A length of time (ISO 8601), kept in the units that were named: <c>P2W</c> is not <c>P14D</c>. Parts are whole numbers, never negative.</summary>
/// <param name="Years">Years.</param>
/// <param name="Months">Months.</param>
/// <param name="Weeks">Weeks.</param>
/// <param name="Days">Days.</param>
/// <param name="Hours">Hours.</param>
/// <param name="Minutes">Minutes.</param>
/// <param name="Seconds">Seconds.</param>
public readonly partial record struct IsoDuration(int Years = 0, int Months = 0, int Weeks = 0, int Days = 0, int Hours = 0, int Minutes = 0, int Seconds = 0)
{
    /// <summary>Whether every part is zero.</summary>
    public bool IsZero => this == default;

    /// <summary>The day that lies this length after another (before, for <paramref name="sign"/> -1); hours and less count as whole days only.
    /// The last day of a shorter month where the day does not exist; null outside the years 1 to 9999.</summary>
    /// <param name="day">Where to count from.</param>
    /// <param name="sign">1 forward, -1 backward.</param>
    public DateOnly? From(DateOnly day, int sign = 1)
    {
        var months = sign * (12L * Years + Months);
        var days = sign * (7L * Weeks + Days + (Hours + Minutes / 60L) / 24);
        var at = 12L * (day.Year - 1) + day.Month - 1 + months;
        if (at is < 0 or >= 12 * 9999) return null;
        var (year, month) = ((int)(at / 12) + 1, (int)(at % 12) + 1);
        var number = new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month))).DayNumber + days;
        return number < 0 || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
    }

    /// <summary>Reads a spelling such as <c>P2W</c>, <c>P2Y6M</c> or <c>PT24H</c>, with or without a qualifier at its end; null when it is none.</summary>
    /// <param name="value">Spelling to read.</param>
    public static IsoDuration? Parse(string? value)
    {
        if (value is null || value.Length < 3 || value[0] != 'P') return null;
        var match = Pattern().Match(value.TrimEnd('~', '?', '%'));
        if (!match.Success) return null;
        var parts = new int[7];
        for (var i = 0; i < parts.Length; i++)
        {
            var group = match.Groups[i + 1];
            if (group.Success && !int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out parts[i])) return null;
        }

        return new(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }

    /// <summary>The spelling; <c>P0D</c> for no time at all.</summary>
    public override string ToString()
    {
        if (IsZero) return "P0D";
        var text = new StringBuilder("P");
        Add(Years, 'Y');
        Add(Months, 'M');
        Add(Weeks, 'W');
        Add(Days, 'D');
        if (Hours + Minutes + Seconds > 0) text.Append('T');
        Add(Hours, 'H');
        Add(Minutes, 'M');
        Add(Seconds, 'S');
        return text.ToString();

        void Add(int number, char unit)
        {
            if (number > 0) text.Append(CultureInfo.InvariantCulture, $"{number}{unit}");
        }
    }

    [GeneratedRegex(@"^P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
