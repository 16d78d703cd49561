using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ContentWordTests
{
    [Fact]
    public void Examples_of_the_list_of_meeting_words_hold()
    {
        var examples = File.ReadAllLines(Repository.File("data", "linking", "meeting-words.txt")).Where(l => l.StartsWith("# + ", StringComparison.Ordinal) || l.StartsWith("# - ", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Count > 3);
        foreach (var example in examples) Assert.Equal(example[2] == '+', ContentWords.NameMeeting(example[4..]));
    }

    [Theory]
    [InlineData("the sanctions", "sanction")]
    [InlineData("finalizing the talks", "finalization of talks")]
    [InlineData("meets", "meeting")]
    [InlineData("Erdoğan’s promises", "erdogan promise")]
    public void Inflection_and_accents_make_no_difference(string one, string other) =>
        Assert.Equal(1, ContentWords.Similarity(ContentWords.Of(one), ContentWords.Of(other)));

    [Fact]
    public void A_negated_phrase_is_marked() => Assert.Contains(ContentWords.Negation, ContentWords.Of("without any foreign troops"));
}
