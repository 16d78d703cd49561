using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class AcceptabilityTests
{
    private static readonly OutcomeSpace Two = PackageSketch.Space(2, 2);

    // One package is best on the first issue, the other on the second.
    private static readonly ImmutableArray<ImmutableArray<Estimate>> Opposed = [[Estimate.Exactly(1), Estimate.Exactly(0)], [Estimate.Exactly(0), Estimate.Exactly(1)]];

    [Fact]
    public void Under_an_order_of_issues_the_package_that_is_best_on_the_first_always_comes_first()
    {
        var standing = Standing(new PartyPreferences(Two, "North", [], [0, 1], Opposed));
        Assert.Equal(1, standing[0].Ranks[0][0]);
        Assert.Equal(0, standing[1].Ranks[0][0]);
        Assert.Empty(standing[1].CentralWeights[0]);
        // Evenly among weights w ≥ 1 − w: the middle is three quarters.
        Assert.Equal(.75, standing[0].CentralWeights[0][0], 2);
        Assert.Equal(1, standing[0].Confidence[0]);
    }

    [Fact]
    public void Equal_ranges_leave_either_first_in_half_of_the_draws()
    {
        var standing = Standing(new PartyPreferences(Two, "North", [Estimate.Between(0, 1), Estimate.Between(0, 1)], [], Opposed));
        Assert.Equal(.5, standing[0].Ranks[0][0], 2);
        Assert.Equal(1, standing.Sum(s => s.Ranks[0][0]), 9);
        Assert.Equal(1, standing[0].Ranks[0].Sum(), 9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_with_any_number_of_threads()
    {
        var party = new PartyPreferences(Two, "North", [Estimate.Between(0, 1), Estimate.Around(0, .2, 1)], [], [[Estimate.Between(.5, 1), Estimate.Exactly(0)], [Estimate.Exactly(.1), Estimate.Between(0, 1)]]);
        Assert.Equal(Text(Standing(party, 1)), Text(Standing(party, 2)));
        Assert.NotEqual(Text(Standing(party, 1)), Text(Standing(party, 1, seed: 9)));
    }

    [Fact]
    public void Weights_known_in_order_only_stand_at_their_centroid_in_a_single_run()
    {
        var function = new PartyPreferences(Two, "North", [], [1, 0], Opposed).Likeliest();
        Assert.Equal(.25, function.Of([0, 0]), 9);
        Assert.Equal(.75, function.Of([1, 1]), 9);
    }

    private static string Text(ImmutableArray<Acceptability> standing) => string.Join('\n', standing.Select(s => string.Join(' ', s.Ranks.SelectMany(r => r).Concat(s.CentralWeights.SelectMany(w => w)).Concat(s.Confidence).Append(s.Nash))));

    private static ImmutableArray<Acceptability> Standing(PartyPreferences party, int threads = 1, ulong seed = 4)
    {
        var table = new PackageTable("two", Two, [party], []);
        var problem = table.Likeliest();
        return AcceptabilityAnalysis.Of(table, [problem.At([0, 0]), problem.At([1, 1])], 40_000, seed, threads, TestContext.Current.CancellationToken);
    }
}
