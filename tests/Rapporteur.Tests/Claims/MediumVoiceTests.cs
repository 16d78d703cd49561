using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A newspaper that is named reports; it speaks for nobody.</summary>
public class MediumVoiceTests
{
    [Theory]
    [InlineData("The Irish Times reported that the talks had failed.", Voice.Reporter)]
    [InlineData("The European Union said that the talks had failed.", Voice.Official)]
    public void Whose_voice_it_is_follows_from_who_speaks(string text, Voice voice) =>
        Assert.Equal(voice, Assert.Single(SampleReader.Read(text).Claims, claim => claim.Type == ClaimType.Statement).Voice);
}
