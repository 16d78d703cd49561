using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Figures over the annotated articles that no change may fall below.</summary>
public class ClaimFloorTests
{
    [Fact]
    public void Claims_of_the_annotated_articles_stay_above_their_floors()
    {
        var folder = SharedData.Find("gold");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var zones = ZoneFinder.Shipped;
        var score = ClaimEvaluation.Of(folder, document => SampleReader.Pipeline.Read(document with { Zones = zones.Find(document.Text, document.Title) }, TestContext.Current.CancellationToken)).Score;
        Assert.Equal(12, score.Documents);
        Assert.True(score["trigger"].F1 >= 0.65, $"trigger F1 is {score["trigger"].F1:0.000}");
        Assert.True(score["role"].F1 >= 0.51, $"role F1 is {score["role"].F1:0.000}");
    }
}
