using System.Globalization;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Packages of two parties as points, each at its worth to both, with the line of those that no other beats and the names of what rules pick.</summary>
public sealed record PackageChart : Chart
{
    private const int Side = 460;
    private const int Left = 64;
    private const int Top = 24;
    private const int Most = 400;
    private readonly PackageFindings _findings;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="name">Name of the problem.</param>
    /// <param name="findings">Findings of two parties.</param>
    public PackageChart(string id, string name, PackageFindings findings)
        : base(id, Words.Fill("chart.packages", ("name", name)), Words.Fill("chart.packages-description", ("first", findings.Parties[0]), ("second", findings.Parties[1])))
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(findings.Parties.Length, 2);
        _findings = findings;
    }

    private protected override (int Width, int Height) Size => (Left + Side + 190, Top + Side + 56);

    private protected override void Draw(Markup svg)
    {
        Axes(svg);
        var shown = _findings.Frontier.Spread(Most);
        svg.Open("path", ("class", "frontier"), ("d", string.Concat(shown.Select((p, i) => $"{(i == 0 ? "M" : " L")}{At(X(p))},{At(Y(p))}"))));
        svg.Close("path");
        foreach (var package in shown) Dot(svg, package, "package", 3);
        var last = double.NegativeInfinity;
        foreach (var (package, names) in PickedPackages.Of(_findings).OrderBy(n => Y(n.Package)))
        {
            Dot(svg, package, "picked", 6);
            var y = Math.Max(Y(package) - 8, last + 16);
            last = y;
            svg.Element("text", names, ("class", "label"), ("x", At(X(package) + 10)), ("y", At(y)));
        }
    }

    private void Axes(Markup svg)
    {
        for (var i = 0; i <= 4; i++)
        {
            var (x, y, label) = (Left + (Side * i / 4.0), Top + Side - (Side * i / 4.0), (i / 4.0).ToString("0.##", CultureInfo.InvariantCulture));
            svg.Open("path", ("class", "tick"), ("d", $"M{At(x)},{Top} L{At(x)},{Top + Side} M{Left},{At(y)} L{Left + Side},{At(y)}"));
            svg.Close("path");
            svg.Element("text", label, ("class", "scale middle"), ("x", At(x)), ("y", Words.Number(Top + Side + 18)));
            svg.Element("text", label, ("class", "scale end"), ("x", Words.Number(Left - 8)), ("y", At(y + 4)));
        }

        var (first, second) = (_findings.Reservations[0], _findings.Reservations[1]);
        if (first > 0) Least(svg, $"M{At(Left + (Side * first))},{Top} L{At(Left + (Side * first))},{Top + Side}");
        if (second > 0) Least(svg, $"M{Left},{At(Top + Side - (Side * second))} L{Left + Side},{At(Top + Side - (Side * second))}");
        svg.Element("text", TextWidth.Fit(_findings.Parties[0], 12, Side), ("class", "middle"), ("x", Words.Number(Left + (Side / 2))), ("y", Words.Number(Top + Side + 42)));
        svg.Element("text", TextWidth.Fit(_findings.Parties[1], 12, Side), ("class", "middle"), ("x", "0"), ("y", "0"), ("transform", $"translate(16 {Top + (Side / 2)}) rotate(-90)"));
    }

    // The least that a party takes.
    private static void Least(Markup svg, string path)
    {
        svg.Open("path", ("class", "day"), ("d", path));
        svg.Close("path");
    }

    private void Dot(Markup svg, Package package, string kind, int radius)
    {
        svg.Open("g", ("class", kind));
        svg.Element("title", $"{string.Join(", ", package.Options.Select((o, i) => $"{_findings.Space.Issues[i].Name}: {_findings.Space.Issues[i].Options[o]}"))} ({PackageText.Number(package.Utilities[0])}, {PackageText.Number(package.Utilities[1])})");
        svg.Open("circle", ("cx", At(X(package))), ("cy", At(Y(package))), ("r", Words.Number(radius)));
        svg.Close("circle");
        svg.Close("g");
    }

    private static double X(Package package) => Left + (Side * Math.Clamp(package.Utilities[0], 0, 1));

    private static double Y(Package package) => Top + Side - (Side * Math.Clamp(package.Utilities[1], 0, 1));
}
