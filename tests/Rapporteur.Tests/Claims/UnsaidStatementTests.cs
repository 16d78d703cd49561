using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What is only possible, asked or left unsaid is no statement.</summary>
public class UnsaidStatementTests
{
    [Theory]
    [InlineData("Italy might regard the plan as a trap.")]
    [InlineData("The truce will end if Italy says that it is over.")]
    [InlineData("Italy declined to say whether the plan was dead.")]
    public void Nothing_is_stated(string text) =>
        Assert.DoesNotContain(SampleReader.Read(text).Claims, claim => claim.Type == ClaimType.Statement);

    [Theory]
    [InlineData("Italy regards the plan as a trap.")]
    [InlineData("The truce will end, and Italy says that it is over.")]
    [InlineData("Italy said that the plan was dead.")]
    public void Something_is_stated(string text) =>
        Assert.Contains(SampleReader.Read(text).Claims, claim => claim.Type == ClaimType.Statement);
}
