using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class SolutionPointTests
{
    [Fact]
    public void Packages_that_a_rule_holds_equal_are_all_named()
    {
        // Each has his way under one of the two packages, and the other then has six tenths.
        var findings = Mirrored();
        var nash = findings.Solutions.Where(s => s.Kind == SolutionKind.Nash).Select(s => s.Package).ToList();
        Assert.Equal(2, nash.Count);
        Assert.Equal(nash[0].Utilities.Reverse(), nash[1].Utilities);
        var text = PackageText.Of("mirror", findings, 0);
        Assert.Contains("Held equal by a rule, in no order between them: Nash (2), Kalai–Smorodinsky (2), equal gains (2), greatest sum (2)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_stands_first_changes_no_rule()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var problem = PackageSketch.Random(seed, 4, 3, 2);
            var turned = new PackageProblem("turned", [.. problem.Parties.Reverse()], []);
            Assert.Equal(Points(PackageAnalysis.Of(problem, cancel: TestContext.Current.CancellationToken), 0), Points(PackageAnalysis.Of(turned, cancel: TestContext.Current.CancellationToken), 1));
        }
    }

    [Fact]
    public void One_issue_and_one_party_are_not_many()
    {
        var space = PackageSketch.Space(1, 2);
        var findings = PackageAnalysis.Of(new PackageProblem("one", [new(space, "North", [[1, 0]], [], .5)], []), cancel: TestContext.Current.CancellationToken);
        var text = PackageText.Of("one", findings, 0);
        Assert.StartsWith("one: 1 issue, 2 packages, 1 party\n", text, StringComparison.Ordinal);
        Assert.Contains("A zone of agreement is open: 1 package crosses no red line", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Held equal", text, StringComparison.Ordinal);
    }

    private static PackageFindings Mirrored()
    {
        var space = PackageSketch.Space(1, 2);
        return PackageAnalysis.Of(new PackageProblem("mirror", [new(space, "North", [[1, .6]], [], 0), new(space, "South", [[.6, 1]], [], 0)], []), cancel: TestContext.Current.CancellationToken);
    }

    // Rule and utilities, the parties in one order.
    private static string[] Points(PackageFindings findings, int first) =>
        [.. findings.Solutions.Select(s => $"{s.Kind} {s.Package.Utilities[first]:0.000000} {s.Package.Utilities[1 - first]:0.000000}").Order(StringComparer.Ordinal)];
}
