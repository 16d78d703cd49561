using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Dates in words, in the invariant culture.</summary>
internal static class DateWords
{
    /// <summary>A day, such as <c>22 Aug 2025</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day of a year that is known, such as <c>22 Aug</c>.</summary>
    public static string WithoutYear(DateOnly day) => Format(day, "d MMM");

    /// <summary>A date or interval, such as <c>23 Aug – 5 Sep 2025</c>, <c>Aug 2025</c>, <c>about Aug 2025</c>, <c>since 2022</c>.</summary>
    public static string Of(Edtf? date)
    {
        if (date is null || date.IsUnknown) return Words.Of("date.unknown");
        var words = (date.Earliest, date.Latest) switch
        {
            ({ } first, { } last) => Range(first, last),
            ({ } first, null) => Words.Fill("date.since", ("date", OpenEnd(date, first))),
            (null, { } last) => Words.Fill("date.until", ("date", Of(last))),
            _ => Words.Of("date.unknown"),
        };
        return date.IsApproximate ? Words.Fill("date.about", ("date", words)) : words;
    }

    /// <summary>An interval of days in its shortest form.</summary>
    public static string Range(DateOnly first, DateOnly last)
    {
        if (first == last) return Of(first);
        var wholeMonths = first.Day == 1 && last.AddDays(1).Day == 1;
        if (wholeMonths && first is { Month: 1 } && last is { Month: 12 })
            return first.Year == last.Year ? Year(first) : $"{Year(first)}–{Year(last)}";
        if (wholeMonths && first.Year == last.Year && first.Month == last.Month) return Month(first);
        if (wholeMonths && first.Year == last.Year) return $"{Format(first, "MMM")} – {Month(last)}";
        if (first.Year != last.Year) return $"{Of(first)} – {Of(last)}";
        return first.Month == last.Month ? $"{Format(first, "%d")}–{Of(last)}" : $"{Format(first, "d MMM")} – {Of(last)}";
    }

    private static string OpenEnd(Edtf date, DateOnly first)
    {
        var start = date.Value.AsSpan();
        var slash = start.IndexOf('/');
        if (slash > 0) start = start[..slash];
        return start.Trim("~?%").Length switch { 4 => Year(first), 7 => Month(first), _ => Of(first) };
    }

    private static string Year(DateOnly day) => Format(day, "yyyy");

    private static string Month(DateOnly day) => Format(day, "MMM yyyy");

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
