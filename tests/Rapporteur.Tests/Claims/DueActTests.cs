using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What is to be done by a deadline, and that one act with one day is one deadline.</summary>
public sealed class DueActTests
{
    [Theory]
    [InlineData("Norway told Sweden to leave the valley within 45 days.", "leave the valley")]
    [InlineData("Norway demanded that the prisoners be released by Friday.", "the prisoners be released")]
    [InlineData("Norway told Sweden to sign the treaty no later than 3 October.", "sign the treaty")]
    [InlineData("Norway told Sweden to hand over by Friday the maps of the mines.", "hand over by Friday the maps of the mines")]
    public void The_act_has_what_suffers_it_and_not_the_day(string sentence, string act)
    {
        var document = SampleReader.Annotate(sentence);
        var read = SampleReader.Unscored.Annotate(document with { Claims = [] });
        Assert.Contains(act, read.Claims.Where(claim => claim.Type == ClaimType.Deadline).Select(claim => SampleReader.Field(read, claim, "what")));
    }

    [Fact]
    public void One_act_with_one_day_is_one_deadline()
    {
        var read = SampleReader.Read("Norway promised to withdraw its troops from the valley by Friday.");
        var deadline = Assert.Single(read.Claims, claim => claim.Type == ClaimType.Deadline);
        Assert.Equal("2025-08-22", deadline.Due?.Value);
    }
}
