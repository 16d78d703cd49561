using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ListContentTests
{
    private static string[] Of(AnnotatedDocument document, string cue) =>
        [.. document.Attributions.First(each => each.Cue.Slice(document.Text) == cue).Content.Select(span => span.Slice(document.Text))];

    [Theory]
    [InlineData("First step: opening the road.\n\nSecond step: an exchange of prisoners.")]
    [InlineData("1. opening the road.\n2. an exchange of prisoners.")]
    [InlineData("(a) opening the road;\n(b) an exchange of prisoners.")]
    [InlineData("• opening the road;\n• an exchange of prisoners.")]
    [InlineData("-\nFirst step: opening the road.\n-\nSecond step: an exchange of prisoners.")]
    [InlineData("opening the road;\nan exchange of prisoners.")]
    public void Items_belong_to_whoever_introduces_the_list(string items)
    {
        var document = AttributionReader.Read("Marlen outlined a plan:\n\n" + items + "\n\nThe envoy left the valley on Friday.", "Marlen");
        Assert.Equal(["a plan", "opening the road", "an exchange of prisoners"], Of(document, "outlined"));
    }

    [Fact]
    public void A_verb_of_saying_without_words_of_its_own_takes_the_list()
    {
        var document = AttributionReader.Read("Marlen said on Friday:\n\n• The road is open.\n• The prisoners are free.\n\nThe envoy left.", "Marlen");
        Assert.Equal(["The road is open", "The prisoners are free"], Of(document, "said"));
        Assert.Equal("Marlen", Assert.Single(document.Attributions).Source);
    }

    [Fact]
    public void Full_sentences_in_the_next_paragraph_are_no_list()
    {
        var document = AttributionReader.Read("Marlen outlined a plan:\n\nThe envoy left the valley on Friday.\n\nThe road was closed.", "Marlen");
        Assert.Equal(["a plan"], Of(document, "outlined"));
    }

    [Fact]
    public void A_list_that_nobody_introduces_is_the_reporters()
    {
        var document = AttributionReader.Read("The week in the valley:\n\n• The road was closed.\n• The bridge was opened.\n", "Marlen");
        Assert.Empty(document.Attributions);
    }
}
