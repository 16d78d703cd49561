using Rapporteur.Domain;
using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Who takes part in a meeting, as the judge of participants has learned it.</summary>
public class ParticipantJudgeTests
{
    private const string Text = "Norway protested on Monday. Prime Minister Aram Sarkis of Armenia arrived in Norway for talks on Friday.";

    [Fact]
    public void Where_somebody_arrives_for_talks_they_are_with_those_there()
    {
        var (document, meeting) = Meeting(new ClaimAnnotator(DataFolder.Shipped));
        Assert.Superset(new HashSet<string> { "Norway", "Aram Sarkis" }, Names(document, meeting));
    }

    [Fact]
    public void Those_whose_ministers_meet_are_not_named_beside_them() =>
        Assert.Equal(["foreign ministers of Armenia and Turkey"], Names(SampleReader.Annotate("The foreign ministers of Armenia and Turkey held talks in Tbilisi.")));

    [Fact]
    public void Without_weights_the_rules_have_the_last_word()
    {
        var (document, meeting) = Meeting(new ClaimAnnotator(DataFolder.Shipped).With((ParticipantWeights?)null));
        Assert.DoesNotContain("Norway", Names(document, meeting));
    }

    [Fact]
    public void The_explanation_says_who_was_named_after_all()
    {
        var document = Read();
        var explanation = new ClaimAnnotator(DataFolder.Shipped).Explain(document, 1, new FeatureWords(DataFolder.Shipped));
        var named = explanation.Drafts.SelectMany(draft => draft.Participants);
        Assert.All(named, actor => Assert.True(actor.Named && actor.Probability >= 0.6));
        Assert.Equal(["Norway"], named.Select(actor => document.Actors.Single(a => a.Id == actor.Actor).Name).Order());
    }

    [Fact]
    public void Weights_that_say_nothing_leave_the_choice_of_the_rules()
    {
        var (document, meeting) = Meeting(new ClaimAnnotator(DataFolder.Shipped).With(new ParticipantWeights(new Dictionary<ulong, double>())));
        Assert.Equal(["Aram Sarkis"], Names(document, meeting));
    }

    [Fact]
    public void Weights_survive_writing_and_a_file_of_something_else_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "claims"));
        var file = Path.Combine(folder.Path, "claims", "a.participants");
        using (var stream = File.Create(file)) new ParticipantWeights(new Dictionary<ulong, double> { [7] = 1.5, [9] = -0.5, [11] = 0.0001 }).Save(stream);
        var read = ParticipantWeights.Load(new(folder.Path))!;
        Assert.Equal(0.731, read.Probability([7, 9, 11]));
        Assert.Equal(0.5, read.Probability([11]));
        File.WriteAllText(file, "not weights at all");
        Assert.Throws<InvalidDataException>(() => ParticipantWeights.Load(new(folder.Path)));
    }

    [Fact]
    public void The_trainer_learns_from_annotated_meetings_and_gives_the_same_weights_again()
    {
        var folder = Path.Combine(Repository.Root, "annotated", "learn");
        var articles = GoldFolder.Load(folder).Take(6).ToList();
        using MemoryStream first = new(), second = new();
        foreach (var stream in (ReadOnlySpan<MemoryStream>)[first, second])
            new ParticipantTrainer(new(DataFolder.Shipped), [.. articles.Select(gold => (gold, SampleReader.Pipeline.Annotate(gold.Reading.Document)))], []).Train().Save(stream);
        Assert.True(first.Length > 100);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    private static (AnnotatedDocument Document, Claim Meeting) Meeting(ClaimAnnotator annotator)
    {
        var document = annotator.Annotate(Read());
        return (document, Assert.Single(document.Claims, claim => claim.Rule == "meeting.talks"));
    }

    private static AnnotatedDocument Read() => SampleReader.Annotate(Text) with { Claims = [], Facets = [] };

    private static HashSet<string> Names(AnnotatedDocument document) => Names(document, Assert.Single(document.Claims, claim => claim.Type == ClaimType.Meeting));

    private static HashSet<string> Names(AnnotatedDocument document, Claim claim) => [.. claim.Participants.Select(id => document.Actors.Single(actor => actor.Id == id).Name)];
}
