using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class IsoDurationTests
{
    [Fact]
    public void A_length_reads_back_as_itself()
    {
        var parts = Gen.Choose(0, 400).ArrayOf(7).ToArbitrary();
        Prop.ForAll(parts, p =>
        {
            var length = new IsoDuration(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
            return IsoDuration.Parse(length.ToString()) == length;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("P2W", "2025-09-05")]
    [InlineData("P1M", "2025-09-22")]
    [InlineData("P1Y6M", "2027-02-22")]
    [InlineData("PT48H", "2025-08-24")]
    [InlineData("P4D~", "2025-08-26")]
    public void A_length_counts_forward_from_a_day(string length, string day) =>
        Assert.Equal(day, IsoDuration.Parse(length)!.Value.From(new(2025, 8, 22))?.ToString("yyyy-MM-dd", null));

    [Fact]
    public void The_end_of_a_shorter_month_is_its_last_day() => Assert.Equal(new DateOnly(2025, 2, 28), new IsoDuration(Months: 1).From(new(2025, 1, 31)));

    [Fact]
    public void Outside_the_calendar_there_is_no_day() => Assert.Null(new IsoDuration(Years: 9000).From(new(2025, 1, 1)));

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P2X")]
    [InlineData("PXM")]
    [InlineData("2025")]
    [InlineData(null)]
    public void Other_spellings_are_refused(string? value) => Assert.Null(IsoDuration.Parse(value));
}
