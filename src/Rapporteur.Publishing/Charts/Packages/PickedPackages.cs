using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Packages that rules of fair division pick, each once with the names of its rules.</summary>
internal static class PickedPackages
{
    private const int MostRows = 400;

    /// <summary>The packages, in the order of the rules.</summary>
    public static IEnumerable<(Package Package, string Rules)> Of(PackageFindings findings) =>
        findings.Solutions.GroupBy(s => string.Join(',', s.Package.Options)).Select(g => (g.First().Package, string.Join(", ", g.Select(s => Words.Of("solution-kind", s.Kind)))));

    /// <summary>A package in words: the option of each issue, then its worth to each party.</summary>
    public static string Title(PackageFindings findings, Package package) => $"{Options(findings, package)} ({string.Join(", ", package.Utilities.Select(PackageText.Number))})";

    /// <summary>The packages that the rules pick, then those that no other beats, as a table.</summary>
    public static ChartTable Table(PackageFindings findings)
    {
        ChartRow Row(Package package, string rules) => new([rules, Options(findings, package), .. package.Utilities.Select(PackageText.Number)]);
        ImmutableArray<string> columns = [Words.Of("chart.column.rule"), Words.Of("chart.column.package"), .. findings.Parties];
        return new(columns, [.. Of(findings).Select(p => Row(p.Package, p.Rules)), .. findings.Frontier.Spread(MostRows).Select(p => Row(p, ""))]);
    }

    private static string Options(PackageFindings findings, Package package) =>
        string.Join(", ", package.Options.Select((o, i) => $"{findings.Space.Issues[i].Name}: {findings.Space.Issues[i].Options[o]}"));
}
