using System.Globalization;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Packages of three parties or more as lines over an axis for each party (parallel coordinates; Inselberg 1985).</summary>
public sealed record PackageLines : Chart
{
    private const int Height = 360;
    private const int Top = 44;
    private const int Left = 60;
    private const int Apart = 150;
    private const int Most = 200;
    private readonly PackageFindings _findings;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="name">Name of the problem.</param>
    /// <param name="findings">Findings of at least two parties.</param>
    public PackageLines(string id, string name, PackageFindings findings)
        : base(id, Words.Fill("chart.packages-many", ("name", name)), Words.Of("chart.packages-many-description"))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(findings.Parties.Length, 2);
        _findings = findings;
    }

    private protected override (int Width, int Height) Size => (Left + (Apart * (_findings.Parties.Length - 1)) + 330, Top + Height + 24);

    private protected override void Draw(Markup svg)
    {
        for (var p = 0; p < _findings.Parties.Length; p++)
        {
            var x = Left + (Apart * p);
            svg.Open("path", ("class", "rule"), ("d", $"M{x},{Top} L{x},{Top + Height}"));
            svg.Close("path");
            svg.Element("text", TextWidth.Fit(_findings.Parties[p], 12, Apart - 12), ("class", "middle"), ("x", Words.Number(x)), ("y", "20"));
            for (var i = 0; i <= 4 && p == 0; i++)
                svg.Element("text", (i / 4.0).ToString("0.##", CultureInfo.InvariantCulture), ("class", "scale end"), ("x", Words.Number(x - 6)), ("y", At(Top + Height - (Height * i / 4.0) + 4)));
        }

        foreach (var package in _findings.Frontier.Spread(Most)) Line(svg, package, "package-line", null);
        var last = double.NegativeInfinity;
        foreach (var (package, names) in PickedPackages.Of(_findings).OrderBy(n => Y(n.Package.Utilities[^1])))
        {
            Line(svg, package, "picked-line", names);
            var y = Math.Max(Y(package.Utilities[^1]) + 4, last + 16);
            last = y;
            svg.Element("text", TextWidth.Fit(names, 12, 310), ("class", "label"), ("x", Words.Number(Left + (Apart * (_findings.Parties.Length - 1)) + 10)), ("y", At(y)));
        }
    }

    private void Line(Markup svg, Package package, string kind, string? names)
    {
        svg.Open("g", ("class", kind));
        svg.Element("title", (names is null ? "" : names + ": ") + string.Join(", ", package.Options.Select((o, i) => $"{_findings.Space.Issues[i].Name}: {_findings.Space.Issues[i].Options[o]}")));
        svg.Open("path", ("d", string.Concat(package.Utilities.Select((u, p) => $"{(p == 0 ? "M" : " L")}{Left + (Apart * p)},{At(Y(u))}"))));
        svg.Close("path");
        svg.Close("g");
    }

    private static double Y(double utility) => Top + Height - (Height * Math.Clamp(utility, 0, 1));
}
