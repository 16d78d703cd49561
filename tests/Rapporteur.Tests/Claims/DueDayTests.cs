using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>From which day a length of time is counted to the day on which a deadline runs out. The samples are published on Friday, 22 August 2025.</summary>
public sealed class DueDayTests
{
    [Theory]
    [InlineData("Norway gave Sweden 72 hours to leave the valley.", "2025-08-25")]
    [InlineData("On Monday Norway gave Sweden ten days to leave the valley.", "2025-08-28")]
    [InlineData("Norway gave Sweden 36 hours to leave the valley.", "2025-08-24")]
    [InlineData("Norway told Sweden on Monday to leave the valley within 45 days.", "2025-10-02")]
    [InlineData("On Tuesday, the president of Norway said that he would decide on sanctions in two weeks.", "2025-09-02")]
    [InlineData("The president of Norway said that he would decide on sanctions in two weeks.", "2025-09-05")]
    [InlineData("Norway gave Sweden eighteen months to hand over the mines.", "2027-02")]
    public void A_length_of_time_is_counted_from_the_day_on_which_it_was_said(string sentence, string due) =>
        Assert.Contains(due, Deadlines(sentence).Select(claim => claim.Due?.Value));

    [Theory]
    [InlineData("In July Norway gave Sweden ten days to leave the valley.")]
    [InlineData("Norway had given Sweden ten days to leave the valley.")]
    public void Where_nobody_says_when_it_began_no_day_is_made_up(string sentence)
    {
        var deadlines = Deadlines(sentence);
        Assert.NotEmpty(deadlines);
        Assert.All(deadlines, claim => Assert.Null(claim.Due));
    }

    private static List<Claim> Deadlines(string sentence) => [.. SampleReader.Unscored.Annotate(SampleReader.Annotate(sentence) with { Claims = [] }).Claims.Where(claim => claim.Type == ClaimType.Deadline)];
}
