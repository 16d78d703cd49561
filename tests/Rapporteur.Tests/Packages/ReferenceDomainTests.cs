using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Published values of the domains of the automated negotiating agents competition.</summary>
public sealed class ReferenceDomainTests
{
    [Theory]
    [InlineData("y2011/Laptop", 27, 4, 1.000, .815, .874, .874, .178)]
    [InlineData("y2010/ItexvsCypress", 180, 18, .6705, .7215, .6705, .7215, .432)]
    [InlineData("y2010/EnglandZimbabwe", 576, 25, .9109, .7332, .8223, .7866, .278)]
    [InlineData("y2011/Grocery", 1600, 7, .840, .895, .840, .895, .191)]
    [InlineData("y2011/Camera", 3600, 16, .815, .881, .815, .881, .220)]
    [InlineData("y2011/Car", 15625, 53, .940, .930, .934, .932, .095)]
    [InlineData("y2010/Travel", 188160, 12, .882, .802, .882, .802, .230)]
    [InlineData("y2011/Energy", 390625, 209, .625, .754, .683, .684, .448)]
    public void Frontier_and_solutions_are_those_published(string domain, int size, int frontier, double nash1, double nash2, double equal1, double equal2, double opposition)
    {
        var findings = Findings(domain);
        Assert.Equal(size, findings.Space.Size);
        Assert.Equal(frontier, findings.Frontier.Packages.Length);
        // The published tables print three digits, and one of them was rounded from a rounded value.
        Near([nash1, nash2], findings.Solutions.First(s => s.Kind == SolutionKind.Nash).Package);
        Near([equal1, equal2], findings.Solutions.First(s => s.Kind == SolutionKind.KalaiSmorodinsky).Package);
        Assert.InRange(findings.Opposition, opposition - .0011, opposition + .0011);
    }

    [Fact]
    public void The_frontier_of_cars_has_seventy_five_packages_where_equal_ones_count_each()
    {
        var problem = Problem("y2011/Car");
        var unbeaten = FrontierSearch.Of(problem, cancel: TestContext.Current.CancellationToken).Packages;
        Assert.Equal(75, PackageSketch.All(problem).Count(p => unbeaten.Any(u => Math.Abs(u.Utilities[0] - p.Utilities[0]) < 1e-12 && Math.Abs(u.Utilities[1] - p.Utilities[1]) < 1e-12)));
    }

    [Fact]
    public void A_guided_search_of_ten_to_the_ten_packages_finds_the_published_frontier()
    {
        var folder = Folder("y2014/10issues");
        var expected = File.ReadLines(Path.Combine(folder, "pareto.xml")).Where(l => l.Contains(',', StringComparison.Ordinal))
            .Select(l => l.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var findings = FrontierSearch.Of(Problem("y2014/10issues", "profile-"), cancel: TestContext.Current.CancellationToken);
        Assert.Equal(SearchGuarantee.None, findings.Guarantee);
        Assert.NotEmpty(expected);
        Assert.All(expected, point => Assert.Contains(findings.Packages, p => Math.Abs(p.Utilities[0] - point[0]) < 1e-5 && Math.Abs(p.Utilities[1] - point[1]) < 1e-5));
    }

    [Fact]
    public void Every_profile_is_read_or_refused_with_its_place()
    {
        var (read, refused) = (0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(Folder(""), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            if (Path.GetFileName(file) == "pareto.xml" || GeniusReader.IsDomain(file, text)) continue;
            try
            {
                GeniusReader.Read("one", [(file, text)]);
                read++;
            }
            catch (PackageFormatException error)
            {
                refused.Add(error.Message);
            }
        }

        Assert.True(read > 300, $"{read} read");
        Assert.True(refused.Count <= 2, string.Join('\n', refused));
    }

    private static void Near(double[] expected, Package package)
    {
        // Which profile comes first is the order of files.
        double[] straight = [.. package.Utilities];
        double[] turned = [.. package.Utilities.Reverse()];
        Assert.True(IsNear(expected, straight) || IsNear(expected, turned), string.Join(' ', straight));
    }

    private static bool IsNear(double[] one, double[] other) => one.Zip(other).All(p => Math.Abs(p.First - p.Second) < .00062);

    private static PackageFindings Findings(string domain) => PackageAnalysis.Of(Problem(domain), cancel: TestContext.Current.CancellationToken);

    private static PackageProblem Problem(string domain, string named = "")
    {
        var files = Directory.GetFiles(Folder(domain), "*.xml").Where(f => Path.GetFileName(f).StartsWith(named, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => (File: f, Text: File.ReadAllText(f))).Where(f => !GeniusReader.IsDomain(f.File, f.Text)).ToList();
        var problem = GeniusReader.Read(domain, files);
        return new(domain, [.. problem.Parties.Select(p => p.In(1, 0))], []);
    }

    private static string Folder(string domain)
    {
        var folder = SharedData.Find("corpora", "bargaining", "anac");
        Assert.SkipWhen(folder is null, SharedData.Missing);
        return Path.Combine(folder!, domain);
    }
}
