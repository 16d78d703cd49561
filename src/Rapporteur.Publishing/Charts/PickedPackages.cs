using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Packages that rules of fair division pick, each once with the names of its rules.</summary>
internal static class PickedPackages
{
    /// <summary>The packages, in the order of the rules.</summary>
    public static IEnumerable<(Package Package, string Rules)> Of(PackageFindings findings) =>
        findings.Solutions.GroupBy(s => string.Join(',', s.Package.Options)).Select(g => (g.First().Package, string.Join(", ", g.Select(s => Words.Of("solution-kind", s.Kind)))));
}
