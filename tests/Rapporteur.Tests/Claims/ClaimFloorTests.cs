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
        var score = Score(folder);
        Assert.Equal(12, score.Documents);
        AtLeast(score, 0.7, 0.57);
    }

    [Fact]
    public void Claims_of_articles_on_other_negotiations_stay_above_their_floors() => AtLeast(Score(Repository.File("annotated", "measure")), 0.67, 0.5);

    private static ClaimScore Score(string folder)
    {
        var zones = ZoneFinder.Shipped;
        return ClaimEvaluation.Of(folder, document => SampleReader.Pipeline.Read(document with { Zones = zones.Find(document.Text, document.Title) }, TestContext.Current.CancellationToken)).Score;
    }

    private static void AtLeast(ClaimScore score, double trigger, double role)
    {
        Assert.True(score["trigger"].F1 >= trigger, $"trigger F1 is {score["trigger"].F1:0.000}");
        Assert.True(score["role"].F1 >= role, $"role F1 is {score["role"].F1:0.000}");
    }
}
