using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public sealed class LinkingTests
{
    [Fact]
    public void Annotated_claims_link_into_the_annotated_threads()
    {
        var (threads, gold) = (SharedData.Find("gold", "threads-seeds.json"), SharedData.Find("gold"));
        Assert.SkipUnless(threads is not null && gold is not null, SharedData.Missing);
        var figures = LinkingEvaluation.Run(GoldDossier.Load(threads!, gold!));
        TestContext.Current.TestOutputHelper?.WriteLine(LinkingEvaluation.Report(figures));
        Assert.True(figures.Core.F1 >= 0.9, $"B3 F1 {figures.Core.F1:F3}");
        Assert.Equal(figures.States.Of, figures.States.Right);
        Assert.True(figures.Disputes.Count(d => d.Gold is not null) >= 5);
    }

    [Fact]
    public void B_cubed_is_one_for_equal_clusterings_and_punishes_what_is_joined_or_torn()
    {
        var gold = Clusters(("a", "1"), ("b", "1"), ("c", "2"));
        Assert.Equal(1, BCubed.Score(gold, gold).F1, 9);
        Assert.True(BCubed.Score(gold, Clusters(("a", "x"), ("b", "x"), ("c", "x"))).Precision < 1);
        Assert.Equal(2.0 / 3, BCubed.Score(gold, Clusters(("a", "x"), ("b", "y"), ("c", "z"))).Recall, 9);
    }

    private static Dictionary<string, IReadOnlySet<string>> Clusters(params (string Item, string Cluster)[] pairs) =>
        pairs.ToDictionary(p => p.Item, p => (IReadOnlySet<string>)new HashSet<string> { p.Cluster });
}
