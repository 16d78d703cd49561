using Xunit;

namespace Rapporteur.Tests;

/// <summary>Whose somebody is, by the phrases around the name.</summary>
public class AffiliationTests
{
    [Theory]
    [InlineData("The Harbour Front closed the road. Its spokeswoman, Kari Lunde, said it would stay closed.", "Kari Lunde", "Harbour Front")]
    [InlineData("The Harbour Front closed the road. The front's commander, Milo Stanek, blamed the army.", "Milo Stanek", "Harbour Front")]
    [InlineData("Hanne Solberg of the Lake Rights Institute said the draft was too long.", "Hanne Solberg", "Lake Rights Institute")]
    [InlineData("Tor Sandvik, director of the Lake Rights Institute, declined to comment.", "Tor Sandvik", "Lake Rights Institute")]
    [InlineData("Kari Lunde, who leads the Harbour Front, told reporters that it was ready to talk.", "Kari Lunde", "Harbour Front")]
    public void Phrases_around_a_name_tell_whose_somebody_is(string text, string person, string body)
    {
        var read = ActorReading.Read(text);
        var of = read.Named(person).Of;
        Assert.Equal(body, read.Actors.FirstOrDefault(actor => actor.Id == of)?.Name);
    }

    [Theory]
    [InlineData("The Harbour Front closed the road. Its rival, Kari Lunde, said it would not last.", "Kari Lunde")]
    [InlineData("Kari Lunde, who visited the Lake Rights Institute, told reporters that she was ready to talk.", "Kari Lunde")]
    [InlineData("Kari Lunde, a critic of the Lake Rights Institute, told reporters that she was ready to talk.", "Kari Lunde")]
    public void Foes_and_visitors_of_a_body_are_not_its_own(string text, string person) =>
        Assert.Null(ActorReading.Read(text).Named(person).Of);
}
