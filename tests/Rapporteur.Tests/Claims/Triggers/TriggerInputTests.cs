using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Which words the network of triggers judges and what it takes from words.</summary>
public class TriggerInputTests
{
    private static readonly FrameSet Frames = FrameSet.Load(DataFolder.Shipped);
    private static readonly NameClusters Clusters = NameClusters.Load(DataFolder.Shipped);
    private static readonly WordDirections Directions = new(DataFolder.Shipped);
    private static readonly TriggerNetwork Network = TriggerNetwork.Load(DataFolder.Shipped)!;

    [Theory]
    [InlineData("France proposed nuclear peace talks.", "proposed talks")]
    [InlineData("The nuclear talks are useful.", "talks useful")]
    [InlineData("Norway shelled the harbour on Tuesday.", "shelled harbour")]
    public void Words_that_merely_describe_another_and_dates_are_not_judged(string text, string judged)
    {
        var scene = new ClaimScene(SampleReader.Annotate(text), Frames);
        var inputs = new TriggerInputs(scene, Clusters);
        inputs.Look(0);
        Assert.Equal(judged, string.Join(' ', inputs.Tokens.ToArray().Select(token => scene.Document.Form(token).ToString())));
    }

    [Fact]
    public void Each_feature_of_a_word_counts_once_and_what_is_kept_is_what_was_seen()
    {
        var scene = new ClaimScene(SampleReader.Annotate("France urged Italy on Monday in Oslo on the hill to return to the talks in the town. Norway left."), Frames);
        var inputs = new TriggerInputs(scene, Clusters);
        var kept = inputs.Of(0);
        inputs.Look(1);
        Assert.NotEqual(kept.Words.Length, inputs.Tokens.Length);
        inputs.Look(0);
        Assert.Equal(kept.Words.Length, inputs.Tokens.Length);
        for (var word = 0; word < kept.Words.Length; word++)
        {
            Assert.Equal(kept.Words[word].Features, kept.Words[word].Features.Distinct());
            Assert.Equal(kept.Words[word].Features, inputs.FeaturesOf(word).ToArray());
            Assert.Equal(kept.Words[word].Places, inputs.PlacesOf(word).ToArray());
        }
    }

    [Fact]
    public void What_a_word_brings_is_the_same_whenever_it_is_asked_for()
    {
        var document = SampleReader.Annotate("France urged Italy to return, Norway urged Sweden to zzqxy.");
        var (first, second) = (new WordProjections(Network, Directions), new WordProjections(Network, Directions));
        var forwards = Enumerable.Range(0, document.Tokens.Length).Select(token => first.Of(document, token).ToArray()).ToArray();
        for (var token = document.Tokens.Length - 1; token >= 0; token--) Assert.Equal(forwards[token], second.Of(document, token).ToArray());
        Assert.Equal(forwards[1], forwards[7]);
        Assert.NotEqual(forwards[1], forwards[4]);
        Assert.Empty(forwards[10]);
        Assert.Equal(Network.Columns, forwards[1].Length);
    }
}
