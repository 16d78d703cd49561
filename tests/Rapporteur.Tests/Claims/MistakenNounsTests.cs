using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Verbs in the present that the tagger takes for nouns, and names that are compared or set against another.</summary>
public sealed class MistakenNounsTests
{
    [Theory]
    [InlineData("In her talks with the Norwegian President Ola Nordmann and other leaders, President Joan Lund's message significantly faulted France more than Italy.")]
    [InlineData("President Joan Lund blames France, not Italy, for the stalled peace.")]
    [InlineData("President Joan Lund blames France rather than Italy for the stalled peace.")]
    public void Who_is_blamed_is_blamed_and_who_is_not_is_not(string sentence)
    {
        var document = SampleReader.Annotate(sentence);
        var accusation = Assert.Single(document.Claims, claim => claim.Type == ClaimType.Accusation);
        Assert.Equal("Joan Lund", document.Actors.SingleOrDefault(actor => actor.Id == accusation.By)?.Name);
        Assert.Equal(["France"], accusation.To.Select(id => document.Actors.Single(actor => actor.Id == id).Name));
    }

    [Fact]
    public void An_adverb_before_a_noun_makes_it_a_verb()
    {
        var document = SampleReader.Annotate("President Lund primarily faults France, not Italy, for the stalled peace, demanding that French leaders increase their contributions.");
        var accusation = Assert.Single(document.Claims, claim => claim.Type == ClaimType.Accusation);
        Assert.Equal(["France"], accusation.To.Select(id => document.Actors.Single(actor => actor.Id == id).Name));
    }
}
