using Xunit;

namespace Rapporteur.Tests;

/// <summary>Lemmas of verbs that the learnt rules do not know.</summary>
public class LemmaRepairTests
{
    [Theory]
    [InlineData("The villagers fled the valley on Monday.", "fled", "flee")]
    [InlineData("France froze the assets of the bank.", "froze", "freeze")]
    [InlineData("France blamed the delay on the weather.", "blamed", "blame")]
    [InlineData("France stopped the convoy.", "stopped", "stop")]
    [InlineData("Italian troops shelled the town on Monday.", "shelled", "shell")]
    [InlineData("Italy withheld the payment.", "withheld", "withhold")]
    public void A_verb_gets_the_lemma_that_people_use(string text, string form, string lemma)
    {
        var document = SampleReader.Annotate(text);
        var token = Enumerable.Range(0, document.Tokens.Length).First(i => document.Form(i).SequenceEqual(form));
        Assert.Equal(lemma, document.Tokens[token].Lemma);
    }
}
