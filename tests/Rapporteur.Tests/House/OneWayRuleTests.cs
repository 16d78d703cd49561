using System.Xml.Linq;
using Xunit;

namespace Rapporteur.Tests;

public sealed class OneWayRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Rapporteur.Domain"] = [],
        ["Rapporteur.Reading"] = ["Rapporteur.Domain"],
        ["Rapporteur.Plugs"] = ["Rapporteur.Domain", "Rapporteur.Reading"],
        ["Rapporteur.Record"] = ["Rapporteur.Domain"],
        ["Rapporteur.Analysis"] = ["Rapporteur.Domain"],
        ["Rapporteur.Publishing"] = ["Rapporteur.Domain"],
        ["Rapporteur.Desk"] = ["Rapporteur.Domain", "Rapporteur.Record", "Rapporteur.Analysis", "Rapporteur.Publishing"],
        ["Rapporteur.Printing"] = [],
        ["Rapporteur.Training"] = ["Rapporteur.Domain", "Rapporteur.Reading", "Rapporteur.Record", "Rapporteur.Analysis"],
        ["Rapporteur.Web"] = ["Rapporteur.Domain", "Rapporteur.Reading", "Rapporteur.Plugs", "Rapporteur.Record", "Rapporteur.Analysis", "Rapporteur.Publishing", "Rapporteur.Desk", "Rapporteur.Printing"],
        ["Rapporteur.Cli"] = ["Rapporteur.Domain", "Rapporteur.Reading", "Rapporteur.Plugs", "Rapporteur.Record", "Rapporteur.Analysis", "Rapporteur.Publishing", "Rapporteur.Desk", "Rapporteur.Printing", "Rapporteur.Training", "Rapporteur.Web"],
    };

    public static TheoryData<string> Projects()
    {
        var data = new TheoryData<string>();
        foreach (var file in Repository.Files("src", "*.csproj")) data.Add(Path.GetFileNameWithoutExtension(file));
        return data;
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_knows_only_rooms_that_it_may_know(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} is a room that docs/architecture.md does not list.");
        var file = Repository.Files("src", project + ".csproj").Single();
        foreach (var reference in XDocument.Load(file).Descendants("ProjectReference"))
        {
            var known = Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!);
            Assert.Contains(known, Allowed[project]);
        }
    }

    [Fact]
    public void The_domain_uses_no_package()
    {
        var file = Repository.Files("src", "Rapporteur.Domain.csproj").Single();
        Assert.Empty(XDocument.Load(file).Descendants("PackageReference"));
    }

    [Fact]
    public void Every_package_version_is_pinned_in_one_place()
    {
        foreach (var file in Repository.Files("", "*.csproj"))
            Assert.DoesNotContain(XDocument.Load(file).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.DoesNotContain("*", (string)version.Attribute("Version")!, StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_of_code_is_longer_than_400_lines()
    {
        var long_ = Repository.Files("src", "*.cs").Where(file => File.ReadLines(file).Count() > 400).Select(Path.GetFileName);
        Assert.Empty(long_);
    }

    [Fact]
    public void The_weights_stay_under_40_megabytes()
    {
        var folder = Path.Combine(Repository.Root, "data", "models");
        Assert.True(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) < 40_000_000);
    }
}
