using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Findings on packages for a terminal.</summary>
public static class PackageText
{
    /// <summary>Most packages that a list shows.</summary>
    public const int MostShown = 20;

    /// <summary>The findings as text; lines end in a line feed.</summary>
    /// <param name="name">Name of the problem.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="draws">How often weights were drawn.</param>
    public static string Of(string name, PackageFindings findings, int draws)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = new Lines(findings);
        text.Add(Words.Fill("package.head", ("name", name), ("issues", Words.Count("package.issues", findings.Space.Issues.Length)), ("packages", Words.Count("package.packages", findings.Space.Size)), ("parties", Words.Count("package.parties", findings.Parties.Length))));
        for (var i = 0; i < findings.RedLines.Length; i++) text.Add("  " + Words.Fill("package.red-line", ("n", Words.Number(i + 1)), ("line", text.Line(findings.RedLines[i]))));
        text.Add();
        text.Add($"{Words.Count("package.frontier", findings.Frontier.Packages.Length)} ({Promise(findings.Frontier)})");
        text.Packages(findings.Frontier.Packages, [.. findings.Frontier.Packages.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))]);
        text.Add();
        text.Add(Words.Of(findings.Zone.IsOpen ? "package.solutions" : "package.solutions-all"));
        text.Packages([.. findings.Solutions.Select(s => s.Package)], [.. findings.Solutions.Select(s => Words.Of("solution-kind", s.Kind))]);
        if ((findings.Zone.IsOpen ? findings.Agreeable : findings.Frontier).Guarantee != SearchGuarantee.Exact)
            text.Add("  " + Words.Of(findings.SolutionGuarantee == SearchGuarantee.Exact ? "package.rules-exact" : "package.rules-known"));
        if (Tied(findings) is { Length: > 0 } rules) text.Add("  " + Words.Fill("package.tied", ("rules", rules)));
        text.Add(Words.Fill("package.opposition", ("value", Number(findings.Opposition))));
        text.Add();
        Zone(text, findings);
        text.Add();
        text.Add(Words.Fill("package.from", ("package", text.Options(findings.From))));
        if (findings.Logrolls.IsEmpty) text.Add("  " + Words.Of("package.no-exchange"));
        foreach (var roll in findings.Logrolls)
            text.Add($"  - {string.Join("; ", roll.Changes.Select(text.Change))}: {string.Join(", ", roll.Gains.Select((g, p) => Words.Fill("package.gains", ("party", findings.Parties[p]), ("value", Signed(g)))))}");
        Standing(text, findings, draws);
        text.Add();
        text.Add(Words.Of("package.caveat"));
        return text.ToString();
    }

    /// <summary>A share with three digits.</summary>
    internal static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>What the search for a frontier promises.</summary>
    internal static string Promise(Frontier frontier) => frontier.Guarantee switch
    {
        SearchGuarantee.Exact => Words.Of("package.exact"),
        SearchGuarantee.Within => Words.Fill("package.within", ("distance", frontier.Distance.ToString(CultureInfo.InvariantCulture))),
        _ => Words.Of("package.none"),
    };

    // Rules that hold several packages equal.
    private static string Tied(PackageFindings findings) =>
        string.Join(", ", findings.Solutions.GroupBy(s => s.Kind).Where(g => g.Skip(1).Any()).Select(g => $"{Words.Of("solution-kind", g.Key)} ({Words.Number(g.Count())})"));

    private static string Signed(double value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static void Zone(Lines text, PackageFindings findings)
    {
        var zone = findings.Zone;
        if (zone.IsOpen)
        {
            text.Add(zone.Count is { } count ? Words.Count("package.open", count) : Words.Of("package.open-uncounted"));
            text.Add($"{Words.Of("package.agreeable")} ({Promise(findings.Agreeable)})");
            text.Packages(findings.Agreeable.Packages, [.. findings.Agreeable.Packages.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))]);
            return;
        }

        text.Add(Words.Of("package.closed"));
        text.Add(zone.Openings.IsEmpty ? Words.Of("package.nothing-opens") : Words.Of(zone.AreAll ? "package.openings" : "package.openings-some"));
        foreach (var opening in zone.Openings) text.Add("  - " + string.Join("; ", opening.Select(text.Bar)));
        for (var p = 0; p < findings.Parties.Length; p++)
            if (zone.Shortfalls[p] is { } less and > 0) text.Add("  " + Words.Fill("package.shortfall", ("party", findings.Parties[p]), ("value", Number(less))));
    }

    private static void Standing(Lines text, PackageFindings findings, int draws)
    {
        if (findings.Acceptabilities.IsEmpty) return;
        text.Add();
        text.Add(Words.Fill("package.standing", ("n", draws.ToString("#,0", CultureInfo.InvariantCulture))));
        text.Add("  " + Words.Of("package.standing-head"));
        foreach (var one in findings.Acceptabilities.Where(a => a.Ranks.Any(r => r[0] > 0) || a.Nash > 0).OrderByDescending(a => a.Nash).Take(MostShown))
            text.Add($"  {text.Options(one.Package)}; {string.Join(", ", one.Ranks.Select((r, p) => $"{findings.Parties[p]} {Number(r[0])}"))}; {Number(one.InZone)}; {Number(one.Nash)}");
    }

    private sealed class Lines(PackageFindings findings)
    {
        private readonly StringBuilder _text = new();

        internal void Add(string line = "") => _text.Append(line).Append('\n');

        internal void Packages(ImmutableArray<Package> packages, ImmutableArray<string> names)
        {
            if (packages.IsEmpty) return;
            var shown = Math.Min(packages.Length, MostShown);
            var width = Math.Max(2, names.Take(shown).Max(n => n.Length));
            var columns = findings.Parties.Select(p => Math.Max(5, p.Length)).ToArray();
            Add($"  {new string(' ', width)}  {string.Join("  ", findings.Parties.Select((p, i) => p.PadLeft(columns[i])))}");
            for (var i = 0; i < shown; i++)
                Add($"  {names[i].PadRight(width)}  {string.Join("  ", packages[i].Utilities.Select((u, p) => Number(u).PadLeft(columns[p])))}  {Options(packages[i])}");
            if (packages.Length > shown) Add($"  … {(packages.Length - shown).ToString("#,0", CultureInfo.InvariantCulture)} more: --json lists them all");
        }

        internal string Options(Package package) => PackageWords.Options(findings, package);

        internal string Change(OptionChange change) => PackageWords.Change(findings, change);

        internal string Line(RedLine line) => PackageWords.Line(findings, line);

        internal string Bar(Bar bar) => PackageWords.Bar(findings, bar);

        public override string ToString() => _text.ToString();
    }
}
