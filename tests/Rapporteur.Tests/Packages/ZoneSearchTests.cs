using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ZoneSearchTests
{
    [Fact]
    public void A_zone_is_open_where_some_package_crosses_no_line_and_gives_each_enough()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var problem = PackageSketch.Random(seed, 4, 3, 3, 0, 4);
            var inside = PackageSketch.All(problem).Where(p => Crossed(problem, p).Count == 0).ToList();
            var (zone, agreeable) = ZoneSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
            Assert.Equal(inside.Count > 0, zone.IsOpen);
            Assert.Equal(inside.Count, zone.Count);
            Assert.Equal(PackageSketch.Points(inside.Where(p => !inside.Exists(o => PackageSketch.Beats(o, p)))), PackageSketch.Points(agreeable.Packages));
        }
    }

    [Fact]
    public void The_smallest_changes_are_those_of_brute_force()
    {
        var closed = 0;
        for (var seed = 0UL; seed < 80; seed++)
        {
            var problem = PackageSketch.Random(seed, 3, 3, 3, 0, 4);
            var crossed = PackageSketch.All(problem).ConvertAll(p => Crossed(problem, p));
            var (zone, _) = ZoneSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
            if (zone.IsOpen || !zone.AreAll) continue;
            closed++;
            var smallest = crossed.Where(c => !crossed.Exists(o => o.Count < c.Count && o.IsSubsetOf(c))).Select(Text).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(smallest, zone.Openings.Select(o => Text([.. o.Select(b => Name(problem, b))])).Order(StringComparer.Ordinal));
        }

        Assert.True(closed > 20, $"{closed} zones were closed");
    }

    [Fact]
    public void How_far_a_reservation_value_would_have_to_fall_is_said()
    {
        var space = PackageSketch.Space(1, 3);
        var problem = new PackageProblem("two", [new(space, "North", [[1, .6, 0]], [], .8), new(space, "South", [[0, .5, 1]], [], .5)], []);
        var (zone, _) = ZoneSearch.Of(problem, cancel: TestContext.Current.CancellationToken);
        Assert.False(zone.IsOpen);
        Assert.Equal(.2, zone.Shortfalls[0]!.Value, 9);
        Assert.Equal(.5, zone.Shortfalls[1]!.Value, 9);
        Assert.Equal(2, zone.Openings.Length);
    }

    [Fact]
    public void Exchanges_leave_nobody_worse_off_and_the_greatest_least_gain_comes_first()
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var problem = PackageSketch.Random(seed, 5, 3, 2);
            var from = LogrollSearch.IssueByIssue(problem);
            var rolls = LogrollSearch.Of(problem, from, 8, TestContext.Current.CancellationToken);
            Assert.All(rolls, r => Assert.True(PackageSketch.Beats(r.After, from)));
            Assert.Equal(rolls.Select(r => Math.Round(r.Gains.Min(), 9)).OrderDescending(), rolls.Select(r => Math.Round(r.Gains.Min(), 9)));
        }
    }

    [Fact]
    public void Two_who_care_for_different_issues_give_way_where_each_cares_less()
    {
        var space = PackageSketch.Space(2, 3);
        var problem = new PackageProblem("two", [new(space, "North", [[0, .4, .8], [.2, .1, 0]], [], 0), new(space, "South", [[.2, .1, 0], [0, .4, .8]], [], 0)], []);
        var from = LogrollSearch.IssueByIssue(problem);
        Assert.Equal([1, 1], from.Options);
        var best = LogrollSearch.Of(problem, from, cancel: TestContext.Current.CancellationToken)[0];
        Assert.Equal([2, 2], best.After.Options);
        Assert.All(best.Gains, g => Assert.Equal(.3, g, 9));
    }

    private static HashSet<string> Crossed(PackageProblem problem, Package package)
    {
        var crossed = problem.RedLines.Where(l => l.Options.Contains(package.Options[l.Issue])).Select(l => Name(problem, new(l.Party, l))).ToHashSet(StringComparer.Ordinal);
        for (var p = 0; p < problem.Parties.Length; p++)
            if (package.Utilities[p] < problem.Parties[p].Reservation) crossed.Add($"reservation {p}");
        return crossed;
    }

    private static string Name(PackageProblem problem, Bar bar) => bar.Line is { } line ? $"line {problem.RedLines.IndexOf(line)}" : $"reservation {bar.Party}";

    private static string Text(HashSet<string> set) => string.Join(", ", set.Order(StringComparer.Ordinal));
}
