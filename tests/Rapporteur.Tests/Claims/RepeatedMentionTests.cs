using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A meeting that is only thought of is told once, with all that a later sentence adds.</summary>
public class RepeatedMentionTests
{
    private const string First = "France proposed a summit between Italy and Spain. ";

    [Fact]
    public void A_meeting_proposed_again_adds_nothing() =>
        Assert.Equal(Meetings(First), Meetings(First + "France proposed the summit between Italy and Spain again."));

    [Fact]
    public void A_meeting_with_a_new_date_is_told_again() =>
        Assert.Equal(Meetings(First) + 1, Meetings(First + "France proposed a summit between Italy and Spain on 3 September 2025."));

    [Fact]
    public void A_meeting_that_was_held_is_told_again() =>
        Assert.Equal(Meetings(First) + 1, Meetings(First + "Italy and Spain held the summit."));

    private static int Meetings(string text) => SampleReader.Read(text).Claims.Count(claim => claim.Type == ClaimType.Meeting);
}
