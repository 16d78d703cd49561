using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What an expression is worth: EDTF or ISO duration, TIMEX3, and the days that later expressions may refer back to.</summary>
/// <param name="Type">What it names.</param>
/// <param name="Value">EDTF or ISO 8601 duration.</param>
/// <param name="Timex">TIMEX3 value.</param>
/// <param name="First">First day; null for lengths, sets and what is open or unknown.</param>
/// <param name="Last">Last day; null alike.</param>
internal sealed record TimeValue(TimeType Type, string Value, string Timex, DateOnly? First = null, DateOnly? Last = null)
{
    private static readonly string[] SeasonNames = ["SP", "SU", "FA", "WI"];

    internal const string Open = "..";

    // EDTF (ISO 8601-2:2019) writes an X for each digit that is not specified; a year has four, and a week of it two.
    private const char Unspecified = 'X';
    private static readonly string AnyYear = new(Unspecified, 4);
    private static readonly string AnyWeek = $"W{new string(Unspecified, 2)}";

    /// <summary>Whether it says that it is only about so.</summary>
    internal bool Approximate { get; init; }

    internal static TimeValue Unknown(TimeType type, string timex) => new(type, Open, timex);

    /// <summary>A month, or a day of it, in a year that nobody knows.</summary>
    internal static TimeValue OfUnknownYear(int month, int? day = null) => Unknown(TimeType.Date, InAnyYear(month, day));

    /// <summary>A month of every year.</summary>
    internal static TimeValue EveryYear(int month) => Set(InAnyYear(month));

    /// <summary>A day of every week: 1 Monday to 7 Sunday.</summary>
    internal static TimeValue EveryWeek(int? weekday) => Set("P1W", $"{AnyYear}-{AnyWeek}-{weekday}");

    internal static TimeValue Day(DateOnly day) => new(TimeType.Date, Iso(day), Iso(day), day, day);

    internal static TimeValue Month(int year, int month)
    {
        var value = Edtf.Month(year, month);
        return new(TimeType.Date, value.Value, value.Value, value.Earliest, value.Latest);
    }

    internal static TimeValue Year(int year)
    {
        var value = Edtf.Year(year);
        return new(TimeType.Date, value.Value, value.Value, value.Earliest, value.Latest);
    }

    internal static TimeValue Week(DateOnly day)
    {
        var value = Edtf.Week(day);
        return new(TimeType.Date, value.Value, WeekName(day), value.Earliest, value.Latest);
    }

    internal static TimeValue Weekend(DateOnly saturday) =>
        new(TimeType.Date, Between(saturday, saturday.AddDays(1)), WeekName(saturday) + "-WE", saturday, saturday.AddDays(1));

    internal static TimeValue Quarter(int year, int quarter) => Coded(year, 32 + quarter, $"{year:0000}-Q{quarter}");

    internal static TimeValue Half(int year, int half) => Coded(year, 39 + half, $"{year:0000}-H{half}");

    /// <summary>A season: 1 spring to 4 winter (that of year N begins in December N).</summary>
    internal static TimeValue Season(int year, int season) => Coded(year, 20 + season, $"{year:0000}-{SeasonNames[season - 1]}");

    internal static TimeValue Decade(int first) =>
        new(TimeType.Date, $"{first / 10}X", $"{first / 10}X", new DateOnly(Math.Max(1, first), 1, 1), new DateOnly(first + 9, 12, 31));

    /// <summary>A closed interval of days, or one with an open side.</summary>
    internal static TimeValue Interval(DateOnly? first, DateOnly? last, string timex) =>
        first > last ? Unknown(TimeType.Date, timex) : new(TimeType.Date, Edtf.Interval(first, last).Value, timex, first, last);

    internal static TimeValue Length(IsoDuration length) => new(TimeType.Duration, length.ToString(), length.ToString());

    internal static TimeValue Set(string value, string? timex = null) => new(TimeType.Set, value, timex ?? value);

    internal TimeValue About() => Approximate || Value == Open ? this
        : this with { Approximate = true, Value = Edtf.Parse(Value) is { } date ? date.Approximately().Value : Value.EndsWith('~') ? Value : Value + "~" };

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string WeekName(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}";
    }

    private static string InAnyYear(int month, int? day = null) => day is { } given ? $"{AnyYear}-{month:00}-{given:00}" : $"{AnyYear}-{month:00}";

    private static string Between(DateOnly first, DateOnly last) => Edtf.Interval(first, last).Value;

    private static TimeValue Coded(int year, int code, string timex)
    {
        var value = Edtf.Parse($"{year:0000}-{code}");
        return value is null ? Unknown(TimeType.Date, timex) : new(TimeType.Date, value.Value, timex, value.Earliest, value.Latest);
    }
}
