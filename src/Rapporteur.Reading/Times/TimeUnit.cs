using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Units of time, numbered as in class <c>unit</c> of <c>data/times/words.txt</c>.</summary>
internal enum TimeUnit
{
    Second = 1,
    Minute = 2,
    Hour = 3,
    Day = 4,
    Week = 5,
    Month = 6,
    Year = 7,
    Decade = 8,
    Century = 9,
    Quarter = 10,
    Weekend = 11,
    Fortnight = 12,
    Night = 13,
}

/// <summary>Amounts of units as lengths.</summary>
internal static class TimeUnits
{
    private const int Largest = 100_000;

    /// <summary>An amount of a unit; null when it is beyond any reason. Halves become the next smaller unit.</summary>
    internal static IsoDuration? Length(double amount, TimeUnit unit)
    {
        if (amount is < 0 or > Largest) return null;
        var whole = (int)Math.Floor(amount);
        var rest = amount - whole;
        return unit switch
        {
            TimeUnit.Second => new(Seconds: whole),
            TimeUnit.Minute => new(Minutes: whole, Seconds: Part(60)),
            TimeUnit.Hour => new(Hours: whole, Minutes: Part(60)),
            TimeUnit.Day or TimeUnit.Night => new(Days: whole, Hours: Part(24)),
            TimeUnit.Week => new(Weeks: whole, Days: Part(7)),
            TimeUnit.Month => new(Months: whole, Weeks: Part(4)),
            TimeUnit.Year => new(Years: whole, Months: Part(12)),
            TimeUnit.Decade => new(Years: (int)Math.Round(amount * 10)),
            TimeUnit.Century => new(Years: (int)Math.Round(amount * 100)),
            TimeUnit.Quarter => new(Months: (int)Math.Round(amount * 3)),
            TimeUnit.Weekend => new(Days: 2 * whole),
            TimeUnit.Fortnight => new(Weeks: (int)Math.Round(amount * 2)),
            _ => null,
        };

        int Part(int of) => (int)Math.Round(rest * of);
    }

    /// <summary>TIMEX3 value of an amount that the words leave open ("months").</summary>
    internal static string Open(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "PTXS",
        TimeUnit.Minute => "PTXM",
        TimeUnit.Hour => "PTXH",
        TimeUnit.Week or TimeUnit.Fortnight => "PXW",
        TimeUnit.Month or TimeUnit.Quarter => "PXM",
        TimeUnit.Year => "PXY",
        TimeUnit.Decade => "PXDE",
        TimeUnit.Century => "PXCE",
        _ => "PXD",
    };

    /// <summary>Whether it counts hours or less.</summary>
    internal static bool IsShorterThanDay(TimeUnit unit) => unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour;
}
