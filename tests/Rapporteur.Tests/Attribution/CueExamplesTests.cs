using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class CueExamplesTests
{
    public static TheoryData<string> Examples() => [.. new DataFolder(Repository.File("data")).Lines("attribution/examples.tsv")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_of_the_lexicon_is_read_as_it_says(string line)
    {
        var fields = line.Split('\t');
        var document = AttributionReader.Read(fields[1]);
        var found = document.Attributions.Where(each => each.Class != CueClass.Stance && !each.IsDirective).Select(each => string.Join('\t',
            each.SourceSpan?.Slice(document.Text) ?? "-", each.Cue.Slice(document.Text), string.Join(" // ", each.Content.Select(span => span.Slice(document.Text))))).ToList();
        if (fields[0] == "+") Assert.Contains(string.Join('\t', fields[2..]), found);
        else Assert.Empty(found);
    }

    [Fact]
    public void Every_list_of_cues_can_be_read_and_has_no_word_twice()
    {
        var lexicon = CueLexicon.Load(new DataFolder(Repository.File("data")));
        Assert.True(lexicon.Verbs.Count > 200 && lexicon.Nouns.Count > 60 && lexicon.Adjectives.Count > 30);
        Assert.All(lexicon.Verbs.Values, entry => Assert.NotEqual(CueFrame.None, entry.Statement | entry.Stance));
    }
}
