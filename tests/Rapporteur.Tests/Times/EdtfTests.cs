using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class EdtfTests
{
    private static readonly Arbitrary<DateOnly> Days = Gen.Choose(0, DateOnly.MaxValue.DayNumber - 40).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Fact]
    public void A_day_reads_back_as_itself() => Prop.ForAll(Days, day =>
    {
        var date = Edtf.Day(day);
        return Edtf.Parse(date.Value) == date && date.IsDay && date.Earliest == day;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_interval_reads_back_with_its_bounds() => Prop.ForAll(Days, Gen.Choose(0, 39).ToArbitrary(), (first, days) =>
    {
        var date = Edtf.Interval(first, first.AddDays(days));
        return Edtf.Parse(date.Value) is { } read && read.SameBounds(date) && date.Earliest == first && date.Latest == first.AddDays(days) && date.Contains(first);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Open_intervals_read_back() => Prop.ForAll(Days, day =>
        Edtf.Parse(Edtf.Interval(day, null).Value) is { } after && after.Earliest == day && after.Latest is null
        && Edtf.Parse(Edtf.Interval(null, day).Value) is { } before && before.Latest == day && before.Earliest is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Bounds_are_ordered_and_approximation_leaves_them_alone() => Prop.ForAll(Days, day =>
    {
        foreach (var date in (Edtf[])[Edtf.Day(day), Edtf.Month(day.Year, day.Month), Edtf.Year(day.Year), Edtf.Week(day), Edtf.Interval(day, day.AddDays(3))])
        {
            var about = date.Approximately();
            if (date.Earliest > date.Latest || !date.Contains(day) || about.Earliest != date.Earliest || about.Latest != date.Latest || !about.IsApproximate || Edtf.Parse(about.Value) != about) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_week_runs_from_Monday_to_Sunday() => Prop.ForAll(Days, day =>
        Edtf.Week(day) is { Earliest: { DayOfWeek: DayOfWeek.Monday } first, Latest: { DayOfWeek: DayOfWeek.Sunday } last } && last.DayNumber - first.DayNumber == 6).QuickCheckThrowOnFailure();

    [Fact]
    public void An_interval_that_ends_before_it_begins_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Edtf.Interval(new(2025, 2, 1), new(2025, 1, 1)));
        Assert.Null(Edtf.Parse("2025-02/2025-01"));
    }

    [Theory]
    [InlineData("2025-08~", "2025-08-01", "2025-08-31")]
    [InlineData("199X", "1990-01-01", "1999-12-31")]
    [InlineData("19XX", "1900-01-01", "1999-12-31")]
    [InlineData("2025-XX", "2025-01-01", "2025-12-31")]
    [InlineData("2025-08-XX", "2025-08-01", "2025-08-31")]
    [InlineData("2025-22", "2025-06-01", "2025-08-31")]
    [InlineData("2024-24", "2024-12-01", "2025-02-28")]
    [InlineData("2025-34", "2025-04-01", "2025-06-30")]
    [InlineData("2025-40", "2025-01-01", "2025-06-30")]
    [InlineData("2025-08-23/2025-09", "2025-08-23", "2025-09-30")]
    [InlineData("2007~/2009?", "2007-01-01", "2009-12-31")]
    [InlineData("2025-08-22T10:30Z", "2025-08-22", "2025-08-22")]
    [InlineData("2022/..", "2022-01-01", null)]
    [InlineData("../2022", null, "2022-12-31")]
    [InlineData("..", null, null)]
    public void Spellings_have_bounds(string value, string? first, string? last)
    {
        var date = Edtf.Parse(value);
        Assert.NotNull(date);
        Assert.Equal(value, date.Value);
        Assert.Equal(first, date.Earliest?.ToString("yyyy-MM-dd", null));
        Assert.Equal(last, date.Latest?.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-30")]
    [InlineData("25-02-03")]
    [InlineData("P2W")]
    [InlineData("2025~-08")]
    [InlineData("2025-8")]
    [InlineData("..~")]
    [InlineData("2025-08-22T9")]
    [InlineData("soon")]
    public void Other_spellings_are_refused(string value) => Assert.Null(Edtf.Parse(value));

    [Fact]
    public void A_year_without_any_digit_is_refused()
    {
        var unspecified = new string('X', 4);
        Assert.Null(Edtf.Parse(unspecified));
    }
}
