using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What a claim is about stops where the sentence only adds something, begins at its subject, and holds no particle of the verb.</summary>
public sealed class CoreSpanTests
{
    [Theory]
    [InlineData("France urged Italy to reopen the port, citing the shortage of grain.", ClaimType.Demand, "reopen the port")]
    [InlineData("France rejected the plan, which Italy had called fair.", ClaimType.Rejection, "the plan")]
    [InlineData("France refuses to return to the talks despite pressure from Italy.", ClaimType.Rejection, "return to the talks")]
    [InlineData("Italy's senate voted down the request to extend the truce.", ClaimType.Rejection, "the request to extend the truce")]
    [InlineData("France accused Italy of arms smuggling.", ClaimType.Accusation, "arms smuggling")]
    [InlineData("France urged Italy, which had hesitated for weeks, to accept the offer.", ClaimType.Demand, "accept the offer")]
    [InlineData("Norwegian troops attacked two Armenian posts on Monday, according to eyewitnesses.", ClaimType.Incident, "Norwegian troops attacked two Armenian posts on Monday")]
    public void What_a_claim_is_about_is_its_core(string sentence, ClaimType type, string what) =>
        Assert.Contains(what, SampleReader.Read(sentence).Claims.Where(claim => claim.Type == type).Select(claim => claim.What?.Slice(sentence)));
}
