using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A name behind two offices, "an aide to the president, Marlen,": whose it is the world model says where it knows the person.</summary>
public sealed class AideTests
{
    [Theory]
    [InlineData("An aide to the President of the Palestinian National Authority, Mahmoud Abbas, told reporters that the talks would go on.")]
    [InlineData("A spokesman for the prime minister of Israel, Benjamin Netanyahu, said that the talks would go on.")]
    public void Who_is_known_to_hold_the_office_is_not_the_aide_who_speaks(string text)
    {
        var reading = SampleReader.Read(text);
        var speaker = Speaker(reading);
        Assert.NotEqual(ActorKind.Person, speaker.Kind);
        Assert.All(Statements(reading), c => Assert.Equal(Voice.Anonymous, c.Voice));
    }

    [Theory]
    [InlineData("An adviser to the Ukrainian president, Mykhailo Podolyak, said that the offer was a trap.", "Mykhailo Podolyak")]
    [InlineData("An aide to President Vladimir Putin, Yuri Ushakov, said that the offer was a trap.", "Yuri Ushakov")]
    public void Who_is_known_and_does_not_hold_it_is_the_aide(string text, string name)
    {
        var speaker = Speaker(SampleReader.Read(text));
        Assert.Equal(name, speaker.Name);
        Assert.NotEqual("president", speaker.Role);
    }

    private static List<Claim> Statements(DocumentReading reading) => [.. reading.Claims.Where(c => c.Type == ClaimType.Statement)];

    private static Actor Speaker(DocumentReading reading) => reading.Actors.Single(a => a.Id == Assert.Single(Statements(reading).Select(c => c.By).Distinct()));
}
