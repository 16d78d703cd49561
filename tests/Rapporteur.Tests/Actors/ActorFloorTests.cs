using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;


namespace Rapporteur.Tests;

public class ActorFloorTests
{
    [Fact]
    public void Actors_of_the_annotated_articles_are_found()
    {
        Assert.SkipUnless(SharedData.Find("gold", "articles") is not null, SharedData.Missing);
        var figures = ActorEvaluation.Score(GoldFolder.Load(SharedData.Find("gold")!), ActorReading.Pipeline());
        Assert.True(figures.All.F1 >= 0.70, $"Actors F1 is {figures.All.F1:0.000}.");
    }

    [Fact]
    public void Names_of_the_English_Web_Treebank_are_found()
    {
        var file = SharedData.Find("corpora", "ner", "en_ewt-ud-dev.iob2");
        Assert.SkipUnless(file is not null, SharedData.Missing);
        var data = DataFolder.Shipped;
        var tagger = new NameTagger(NameModel.Load(data), data, WorldTests.World);
        var all = NameEvaluation.Score(tagger, NameCorpus.UniversalNer(file!))["all"];
        Assert.True(all.F1 >= 0.74, $"Names F1 is {all.F1:0.000}.");
    }
}
