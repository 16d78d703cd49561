using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Issues that hang together, eliminated one by one: held to listing on small spaces, to a walk along the chain on one that cannot be listed.</summary>
public sealed class EliminationTests
{
    // No listing: every block is eliminated.
    private static readonly SearchLimits NoList = new(Block: 1);

    [Theory]
    [InlineData(2, "chain")]
    [InlineData(3, "chain")]
    [InlineData(2, "circle")]
    [InlineData(3, "star")]
    [InlineData(2, "two chains")]
    [InlineData(2, "any")]
    public void The_frontier_of_issues_that_hang_together_is_what_listing_gives(int parties, string shape)
    {
        for (var seed = 0UL; seed < 12; seed++)
        {
            var problem = PackageSketch.Tied(seed, 6, 3, parties, Ties(shape, seed));
            var all = PackageSketch.All(problem);
            var frontier = FrontierSearch.Of(problem, NoList, TestContext.Current.CancellationToken);
            Assert.Equal(SearchGuarantee.Exact, frontier.Guarantee);
            Assert.Equal(PackageSketch.Points(all.Where(p => !all.Exists(o => PackageSketch.Beats(o, p)))), PackageSketch.Points(frontier.Packages));
        }
    }

    [Theory]
    [InlineData("chain", 1)]
    [InlineData("circle", 2)]
    [InlineData("star", 1)]
    [InlineData("any", 5)]
    public void The_largest_table_has_a_row_for_each_option_of_an_issue_and_of_those_it_hangs_on(string shape, int width)
    {
        var problem = PackageSketch.Tied(1, 6, 3, 2, Ties(shape, 1));
        Assert.InRange(EliminationPlan.Of(problem, [0, 1, 2, 3, 4, 5], [3, 3, 3, 3, 3, 3]).Rows, 9, Math.Pow(3, width + 1));
    }

    [Theory]
    [InlineData("chain")]
    [InlineData("circle")]
    [InlineData("star")]
    [InlineData("any")]
    public void The_greatest_sum_and_what_every_rule_picks_are_those_of_listing(string shape)
    {
        for (var seed = 0UL; seed < 15; seed++)
        {
            var problem = PackageSketch.Tied(seed, 6, 3, 3, Ties(shape, seed), .3);
            var all = PackageSketch.All(problem);
            var tables = Tables(problem);
            foreach (var weights in new double[][] { [1, 1, 1], [.2, .5, .3], [1, 0, 0] })
            {
                var sum = new SumElimination(problem, tables, weights);
                Assert.Equal(all.Max(p => Sum(p, weights)), sum.Most, 1e-12);
                Assert.Equal(sum.Most, Sum(problem.At(sum.Package()), weights), 1e-12);
            }

            double[] reservations = [.3, .3, .3];
            var zone = all.Where(p => SolutionPoints.IsAgreeable(p, [.. reservations])).ToImmutableArray();
            if (zone.IsEmpty) continue;
            double[] ranges = [.. reservations.Select((r, party) => zone.Max(p => p.Utilities[party]) - r)];
            foreach (var kind in Enum.GetValues<SolutionKind>())
            {
                var rule = new RuleValue(kind, reservations, kind == SolutionKind.KalaiSmorodinsky ? ranges : [1, 1, 1]);
                var (package, isCertain) = RuleSearch.Of(problem, tables, rule, null, 1_000_000, TestContext.Current.CancellationToken);
                Assert.True(isCertain);
                Assert.Equal(zone.Max(p => rule.Of(p.Utilities.AsSpan())), rule.Of(problem.At(package!).Utilities.AsSpan()), 1e-12);
            }

            // From a frontier of which only a part is known the rules come to the same points.
            var exact = SolutionPoints.Of(zone, [.. reservations]);
            var (points, guarantee) = SolutionSearch.Of(problem, SolutionPoints.Of([zone[0], zone[^1]], [.. reservations]), null, TestContext.Current.CancellationToken);
            Assert.Equal(SearchGuarantee.Exact, guarantee);
            foreach (var point in points) Assert.Equal(exact.First(e => e.Kind == point.Kind).Package.Utilities.Select(u => Math.Round(u, 9)), point.Package.Utilities.Select(u => Math.Round(u, 9)));
        }
    }

    [Fact]
    public void A_chain_of_ten_to_the_twelve_packages_is_searched_exactly()
    {
        var problem = PackageSketch.Tied(5, 12, 10, 2, PackageSketch.Chain(12));
        var frontier = FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(SearchGuarantee.Exact, frontier.Guarantee);
        Assert.True(frontier.Packages.Length > 20);
        // For any weights an unbeaten package reaches the best sum along the chain, reckoned from one end to the other.
        for (var w = 0; w <= 10; w++)
        {
            double[] weights = [w / 10.0, 1 - (w / 10.0)];
            Assert.Equal(AlongChain(problem, weights), frontier.Packages.Max(p => Sum(p, weights)), 1e-9);
        }
    }

    [Fact]
    public void Where_too_many_are_unbeaten_a_grid_keeps_its_distance_and_the_rules_are_still_exact()
    {
        for (var seed = 0UL; seed < 6; seed++)
        {
            var problem = PackageSketch.Tied(seed, 6, 4, 3, PackageSketch.Chain(6));
            var all = PackageSketch.All(problem);
            var exact = FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
            var limits = new SearchLimits(Points: 4, Block: 1, Distance: .05);
            var sample = FrontierSearch.Of(problem, limits, TestContext.Current.CancellationToken);
            Assert.Equal(SearchGuarantee.Within, sample.Guarantee);
            Assert.All(exact.Packages, e => Assert.Contains(sample.Packages, s => s.Utilities.Zip(e.Utilities).All(u => u.First >= u.Second - .05)));
            var findings = PackageAnalysis.Of(problem, limits, cancel: TestContext.Current.CancellationToken);
            Assert.Equal(SearchGuarantee.Exact, findings.SolutionGuarantee);
            foreach (var point in SolutionPoints.Of([.. all], [0, 0, 0]))
                Assert.Contains(findings.Solutions, s => s.Kind == point.Kind && s.Package.Utilities.Zip(point.Package.Utilities).All(u => Math.Abs(u.First - u.Second) < 1e-9));
        }
    }

    [Fact]
    public void Where_everything_hangs_on_everything_nothing_is_promised()
    {
        var problem = PackageSketch.Tied(2, 12, 10, 2, Enumerable.Range(0, 12).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j))));
        Assert.Equal(SearchGuarantee.None, FrontierSearch.Of(problem, new(Steps: 20_000), TestContext.Current.CancellationToken).Guarantee);
    }

    private static EliminationTables Tables(PackageProblem problem)
    {
        int[][] options = [.. problem.Space.Issues.Select(i => Enumerable.Range(0, i.Options.Length).ToArray())];
        return new(problem, EliminationPlan.Of(problem, [.. Enumerable.Range(0, options.Length)], [.. options.Select(o => o.Length)]), options);
    }

    private static double Sum(Package package, double[] weights) => package.Utilities.Select((u, p) => weights[p] * u).Sum();

    // The best sum over all packages of a chain, for each option of the last issue, issue by issue.
    private static double AlongChain(PackageProblem problem, double[] weights)
    {
        var best = Enumerable.Range(0, 10).Select(o => Worth(0, o)).ToArray();
        for (var issue = 1; issue < problem.Space.Issues.Length; issue++)
            best = [.. Enumerable.Range(0, 10).Select(o => Worth(issue, o) + Enumerable.Range(0, 10).Max(before => best[before] + Together(issue, before, o)))];
        return best.Max();

        double Worth(int issue, int option) => problem.Parties.Select((party, p) => weights[p] * party.Terms(issue)[option]).Sum();

        double Together(int issue, int before, int option) => problem.Parties.Select((party, p) => weights[p] * party.Interactions.Where(i => i.Where.Max(s => s.Issue) == issue && i.Where.All(s => s.Options[s.Issue == issue ? option : before])).Sum(i => i.Utility)).Sum();
    }

    private static IEnumerable<(int One, int Other)> Ties(string shape, ulong seed)
    {
        var chance = new ChanceStream(seed, 9);
        return shape switch
        {
            "chain" => PackageSketch.Chain(6),
            "circle" => [.. PackageSketch.Chain(6), (5, 0)],
            "star" => Enumerable.Range(1, 5).Select(i => (0, i)),
            "two chains" => [(0, 2), (2, 4), (1, 3)],
            _ => [.. Enumerable.Range(0, 7).Select(_ => (One: chance.Below(6), Apart: 1 + chance.Below(5))).Select(pair => (pair.One, (pair.One + pair.Apart) % 6))],
        };
    }
}
