using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class KindOfMeasureTests
{
    [Theory]
    [InlineData("Northland sent troops to the border.", "troop deployment")]
    [InlineData("Northland moved troops to the border.", "troop deployment")]
    [InlineData("Northland withdrew its troops from the valley.", "troop withdrawal")]
    [InlineData("Both sides agreed to pull back their forces to earlier positions.", "troop withdrawal")]
    [InlineData("Northland said it would pull out its soldiers.", "troop withdrawal")]
    public void Troops_that_are_pulled_back_are_not_deployed(string text, string kind)
    {
        var claims = SampleReader.Unscored.Candidates(SampleReader.Annotate(text)).SelectMany(c => c.Claims).Where(c => c.Type == ClaimType.Measure).ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims, c => Assert.Equal(kind, c.Kind));
    }
}
