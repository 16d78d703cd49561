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
    public void Cues_are_words_that_tell_one_sense_often_and_seldom_the_other()
    {
        var reject = new MetonymyWay("nsubj", "reject", "VERB");
        var coast = new MetonymyWay("nmod.of", "coast", "NOUN");
        var mixed = new MetonymyWay("obj", "leave", "VERB");
        var cues = new MetonymyCues(MetonymyTraining.Learn([(reject, true), (reject, true), (coast, false), (coast, false), (mixed, true), (mixed, false)]));
        Assert.True(cues.Acts(reject));
        Assert.False(cues.Acts(coast));
        Assert.Null(cues.Acts(mixed));
    }

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
        Assert.True(Share(reader) >= 0.81, $"The reader is right in {Share(reader):0.000}.");
        Assert.True(Share(model) >= 0.86, $"The model is right in {Share(model):0.000}.");

        static double Share(IReadOnlyCollection<MetonymyEvaluation.Verdict> verdicts) => (double)verdicts.Count(verdict => verdict.Right == verdict.Read) / verdicts.Count;
    }

    private static IEnumerable<string> Acting(string sentence) => ActorReading.Read(sentence).Mentions.Select(mention => mention.Span.Slice(sentence).ToString());
}
