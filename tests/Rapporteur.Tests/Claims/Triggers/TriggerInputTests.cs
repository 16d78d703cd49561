using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What the network of triggers sees of words, and which of them it judges.</summary>
public class TriggerInputTests
{
    private static readonly FrameSet Frames = FrameSet.Load(DataFolder.Shipped);
    private static readonly WordDirections Directions = new(DataFolder.Shipped);

    [Theory]
    [InlineData("France proposed nuclear peace talks.", "proposed talks")]
    [InlineData("The nuclear talks are useful.", "talks useful")]
    [InlineData("Norway shelled the harbour on Tuesday.", "shelled harbour")]
    public void Words_that_merely_describe_another_and_dates_are_not_judged(string text, string judged)
    {
        var (document, words) = Words(text);
        Assert.Equal(judged, string.Join(' ', words.Index().Where(word => word.Item.MayTell).Select(word => document.Form(word.Index).ToString())));
    }

    [Fact]
    public void A_word_is_seen_with_its_tag_what_it_names_and_in_whose_words_it_stands()
    {
        var (document, words) = Words("Norway said on Monday: \"We zzqxy the talks.\"");
        Assert.Equal(document.Tokens.Length, words.Length);
        Assert.Equal(2 + (int)ActorKind.State, words[0].Actor);
        Assert.Equal(2, words[1].Seen & 2);
        Assert.Equal(1, words[3].Actor);
        var quoted = words.Index().Single(word => document.Form(word.Index) is "talks").Item;
        Assert.True(quoted.Voice > 0);
        Assert.Equal(1, quoted.Seen & 1);
        Assert.Equal(0, words[1].Voice);
        Assert.Equal(-1, words.Index().Single(word => document.Form(word.Index) is "zzqxy").Item.Vector);
        Assert.All(words, word => Assert.True(word.Part > 0 && word.Relation > 0));
        Assert.Equal(words[1].Part, Words("Kenya paid.").Words[1].Part);
    }

    [Fact]
    public void A_word_is_seen_with_what_frames_drafted_there_and_how_sure_the_surest_of_them_is()
    {
        var document = SampleReader.Annotate("Norway urged Italy to return to the talks.");
        var words = SampleReader.Unscored.TriggerWords(document)[0];
        var urged = words.Index().Single(word => document.Form(word.Index) is "urged").Item;
        Assert.InRange(urged.Sure((int)ClaimType.Demand), 0.5f, 1f);
        Assert.Equal(0, urged.Sure((int)ClaimType.Incident));
        Assert.True(urged.Frame > 0);
        Assert.Equal((0UL, 0), (words[0].Drafted, words[0].Frame));

        var demand = Frames.Frames.First(frame => frame.Type == ClaimType.Demand);
        var threat = Frames.Frames.First(frame => frame.Type == ClaimType.Threat);
        ClaimDraft Draft(Frame frame, double sure) => new() { Frame = frame, Trigger = 1, Words = new Dictionary<string, System.Collections.Immutable.ImmutableArray<int>>(), Confidence = sure };
        var scene = new ClaimScene(document, Frames);
        var seen = new TriggerInputs(scene, Directions, [Draft(demand, 0.4), Draft(demand, 0.8), Draft(demand, 0.2), Draft(threat, 0.01)]).Of(document.Sentences[0])[1];
        Assert.Equal(0.8f, seen.Sure((int)ClaimType.Demand), 1e-3f);
        Assert.Equal(1 / 15f, seen.Sure((int)ClaimType.Threat), 1e-3f);
        Assert.Equal(seen.Frame, new TriggerInputs(scene, Directions, [Draft(demand, 0.8)]).Of(document.Sentences[0])[1].Frame);
    }

    private static (AnnotatedDocument Document, TriggerWord[] Words) Words(string text)
    {
        var document = SampleReader.Annotate(text);
        return (document, new TriggerInputs(new(document, Frames), Directions, []).Of(document.Sentences[0]));
    }
}
