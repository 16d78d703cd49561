using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Which time of a sentence dates which of its events.</summary>
public class ClauseTimeTests
{
    private const string Text = "The presidents have not met since 2021 when Joe Biden met Vladimir Putin in Geneva, eight months before Italy attacked Spain.";

    [Fact]
    public void What_happened_when_a_period_began_has_its_beginning_for_a_date() =>
        Assert.Contains(SampleReader.Read(Text).Claims, claim => claim.Type == ClaimType.Meeting && claim.Participants.Length == 2 && claim.When?.Value == "2021");

    [Fact]
    public void What_came_later_does_not_take_the_date_of_what_came_before() =>
        Assert.All(SampleReader.Read(Text).Claims.Where(claim => claim.Type == ClaimType.Incident), claim => Assert.Null(claim.When));
}
