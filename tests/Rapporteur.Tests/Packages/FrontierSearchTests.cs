using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class FrontierSearchTests
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void The_frontier_is_what_listing_every_package_gives(int parties, int interactions)
    {
        for (var seed = 0UL; seed < 25; seed++)
        {
            var problem = PackageSketch.Random(seed, 5, 4, parties, interactions);
            var all = PackageSketch.All(problem);
            var frontier = FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
            Assert.Equal(SearchGuarantee.Exact, frontier.Guarantee);
            Assert.Equal(PackageSketch.Points(all.Where(p => !all.Exists(o => PackageSketch.Beats(o, p)))), PackageSketch.Points(frontier.Packages));
        }
    }

    [Fact]
    public void A_space_of_ten_to_the_fifteen_is_searched_exactly()
    {
        var problem = PackageSketch.Random(7, 15, 10, 2);
        var frontier = FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(SearchGuarantee.Exact, frontier.Guarantee);
        // For any weights the best sum over packages is the sum of the best options, and an unbeaten package reaches it.
        for (var w = 0; w <= 20; w++)
        {
            var (a, b) = (w / 20.0, 1 - (w / 20.0));
            var best = Enumerable.Range(0, 15).Sum(i => Enumerable.Range(0, 10).Max(o => (a * problem.Parties[0].Terms(i)[o]) + (b * problem.Parties[1].Terms(i)[o])));
            Assert.Equal(best, frontier.Packages.Max(p => (a * p.Utilities[0]) + (b * p.Utilities[1])), 9);
        }
    }

    [Fact]
    public void A_grid_matches_every_package_within_its_distance()
    {
        for (var seed = 0UL; seed < 10; seed++)
        {
            var problem = PackageSketch.Random(seed, 6, 4, 3);
            var exact = FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
            var sample = FrontierSearch.Of(problem, new(Points: 4, Distance: 6), TestContext.Current.CancellationToken);
            Assert.Equal(SearchGuarantee.Within, sample.Guarantee);
            Assert.All(exact.Packages, e => Assert.Contains(sample.Packages, s => s.Utilities.Zip(e.Utilities).All(u => u.First >= u.Second - 6)));
        }
    }

    [Fact]
    public void A_guided_search_finds_what_listing_gives_on_a_small_space()
    {
        for (var seed = 0UL; seed < 10; seed++)
        {
            var problem = PackageSketch.Random(seed, 5, 4, 2, 12);
            var all = PackageSketch.All(problem);
            var frontier = FrontierSearch.Of(problem, new(Block: 2, Table: 2), TestContext.Current.CancellationToken);
            Assert.Equal(SearchGuarantee.None, frontier.Guarantee);
            Assert.Equal(PackageSketch.Points(all.Where(p => !all.Exists(o => PackageSketch.Beats(o, p)))), PackageSketch.Points(frontier.Packages));
        }
    }

    [Fact]
    public void The_order_of_parties_changes_nothing()
    {
        var problem = PackageSketch.Random(3, 5, 4, 3);
        var turned = new PackageProblem("turned", [problem.Parties[2], problem.Parties[0], problem.Parties[1]], []);
        var (one, other) = (FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken), FrontierSearch.Of(turned, cancel: TestContext.Current.CancellationToken));
        Assert.Equal(PackageSketch.Points(one.Packages), PackageSketch.Points(other.Packages.Select(p => p with { Utilities = [p.Utilities[1], p.Utilities[2], p.Utilities[0]] })));
    }

    [Fact]
    public void A_party_alone_gets_the_best_it_could_get()
    {
        var problem = PackageSketch.Random(5, 6, 4, 1);
        var alone = Assert.Single(FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken).Packages);
        Assert.Equal(problem.Parties[0].UpperBound, alone.Utilities[0], 9);
    }

    [Fact]
    public void An_option_that_is_worse_for_everybody_never_changes_the_frontier()
    {
        var problem = PackageSketch.Random(11, 4, 3, 3);
        var space = new OutcomeSpace([.. problem.Space.Issues.Select((issue, i) => i == 0 ? issue with { Options = issue.Options.Add("worse") } : issue)]);
        var wider = new PackageProblem("wider", [.. problem.Parties.Select(p => new UtilityFunction(space, p.Party, [.. Enumerable.Range(0, 4).Select(i => i == 0 ? [.. p.Terms(0), Least(p.Terms(0)) - 1] : p.Terms(i).ToImmutableArray())], [], 0))], []);
        Assert.Equal(PackageSketch.Points(FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken).Packages), PackageSketch.Points(FrontierSearch.Of(wider, cancel: TestContext.Current.CancellationToken).Packages));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_number_is_refused_by_name(double value)
    {
        var space = PackageSketch.Space(1, 2);
        var error = Assert.Throws<ArgumentException>(() => new UtilityFunction(space, "North", [[0, value]], [], 0));
        Assert.Contains("“o1” on “I0” to North", error.Message, StringComparison.Ordinal);
    }

    private static double Least(ReadOnlySpan<double> terms)
    {
        var least = terms[0];
        foreach (var term in terms) least = Math.Min(least, term);
        return least;
    }
}
