using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Where the roles of a proposed claim stand: each frame of the proposals at the head of its sentences.</summary>
public class ProposalTests
{
    private static readonly FrameSet Frames = FrameSet.Load(DataFolder.Shipped);
    private static readonly Proposals Proposals = new(DataFolder.Shipped, Frames.Sets);

    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var frame in Proposals.Frames)
            for (var i = 0; i < frame.Examples.Length; i++) data.Add(frame.Id, i);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_proposal_takes_its_roles_from_around_the_word(string id, int number)
    {
        var frame = Proposals.Frames.Single(f => f.Id == id);
        var example = frame.Examples[number];
        var scene = new ClaimScene(SampleReader.Annotate(example.Text), Frames);
        var root = Enumerable.Range(0, scene.Tokens.Length).First(token => scene.Tokens[token].Head < 0);
        var draft = FrameMatcher.Match(scene, frame, root);
        Assert.Equal(example.Positive, draft is not null);
        if (draft is null) return;
        var claim = ClaimForms.Of(scene, draft).First();
        foreach (var (field, expected) in example.Fields) Assert.Equal((field, expected), (field, SampleReader.Field(scene.Document, claim, field)));
    }

    [Fact]
    public void Every_type_beside_statement_has_one_and_no_word_evokes_it()
    {
        Assert.Equal(Enum.GetValues<ClaimType>().Where(type => type != ClaimType.Statement), Proposals.Frames.Select(frame => frame.Type).Order());
        Assert.All(Proposals.Frames, frame => Assert.Empty(frame.Triggers));
    }

    [Fact]
    public void What_a_frame_drafted_is_not_proposed_again()
    {
        var scene = new ClaimScene(SampleReader.Annotate("France urged Italy to return to the talks."), Frames);
        var directions = new WordDirections(DataFolder.Shipped);
        var triggers = new TriggerReading(new(TriggerNetwork.Load(DataFolder.Shipped, directions)), scene, new(scene, directions, []), _ => true);
        Assert.Contains(Proposals.In(triggers, 0, 0), proposal => proposal.Frame.Type == ClaimType.Demand);
        Assert.DoesNotContain(Proposals.In(triggers, 0, 1u << (int)ClaimType.Demand), proposal => proposal.Frame.Type == ClaimType.Demand);
    }
}
