using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class MetonymyTests
{
    [Theory]
    [InlineData("The river rises in the hills of Norway and flows north.")]
    [InlineData("Fishermen worked along the shore of Norway for years.")]
    [InlineData("They crossed Norway on foot.")]
    public void A_state_is_a_place_where_its_land_is_spoken_of(string sentence) => Assert.DoesNotContain("Norway", Acting(sentence));

    [Theory]
    [InlineData("Norway rejected the proposal.")]
    [InlineData("The envoy welcomed the decision of Norway.")]
    public void A_state_acts_where_it_decides(string sentence) => Assert.Contains("Norway", Acting(sentence));

    [Fact]
    public void A_town_that_is_not_in_the_world_model_acts_where_it_decides_and_is_a_place_elsewhere()
    {
        Assert.Contains("Ludbreg", Acting("Ludbreg rejected the proposal and won the vote."));
        Assert.DoesNotContain("Ludbreg", Acting("The river flows through Ludbreg to the coast."));
    }

    [Fact]
    public void Cues_are_learned_so_that_their_majority_is_right()
    {
        MetonymyCue rejects = new("nsubj", "reject"), coast = new("nmod.of", "coast"), leaves = new("obj", "leave");
        MetonymyCase acts = new([rejects, leaves], Rules: false, Metonymic: true), place = new([coast, leaves], Rules: false, Metonymic: false);
        var cues = new MetonymyCues(MetonymyTraining.Learn([.. Enumerable.Repeat(acts, 20), .. Enumerable.Repeat(place, 20)]));
        Assert.True(cues.Voices([rejects]) > 0);
        Assert.True(cues.Voices([coast]) < 0);
    }

    [Fact]
    public void Every_cue_has_one_voice_and_the_rules_have_several()
    {
        MetonymyCue[] setting = [.. Enumerable.Range(0, MetonymyCues.Rules + 1).Select(i => new MetonymyCue("any", $"word{i}"))];
        var cues = new MetonymyCues(setting.Select(cue => new[] { "acts", cue.Way, cue.Word }));
        Assert.True(cues.Acts(setting, rules: false));
        Assert.False(cues.Acts(setting[1..], rules: false));
        Assert.False(cues.Acts([], rules: false));
        Assert.True(cues.Acts([], rules: true));
    }

    [Fact]
    public void A_row_with_another_voice_is_refused() => Assert.Throws<InvalidDataException>(() => new MetonymyCues([["perhaps", "any", "word"]]));

    [Fact]
    public void Examples_are_read_with_the_place_of_their_name()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "relocar_literal_train.txt"), "Bern<SEP>He lives in <ENT>Bern<ENT> now.\n");
            File.WriteAllText(Path.Combine(folder.FullName, "relocar_metonymic_train.txt"), "Peru<SEP><ENT>Peru<ENT> signed.\n");
            var examples = MetonymyCorpus.Load(folder.FullName);
            Assert.Equal(["Bern", "Peru"], examples.Select(example => example.Name.Slice(example.Text).ToString()));
            Assert.Equal([false, true], examples.Select(example => example.Metonymic));
            Assert.Equal("He lives in Bern now.", examples[0].Text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Metonymy_is_told_as_well_as_by_the_published_method()
    {
        var folder = SharedData.Find("corpora", "metonymy");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        _ = ActorReading.Pipeline();
        var (reader, model) = MetonymyEvaluation.Run(folder!, DataFolder.Shipped, TestContext.Current.CancellationToken);
        Assert.True(Share(reader) >= 0.85, $"The reader is right in {Share(reader):0.000}.");
        Assert.True(Share(model) >= 0.86, $"The model is right in {Share(model):0.000}.");

        static double Share(IReadOnlyCollection<MetonymyEvaluation.Verdict> verdicts) => (double)verdicts.Count(verdict => verdict.Right == verdict.Read) / verdicts.Count;
    }

    private static IEnumerable<string> Acting(string sentence) => ActorReading.Read(sentence).Mentions.Select(mention => mention.Span.Slice(sentence).ToString());
}
