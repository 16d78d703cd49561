using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Packages of three parties or more as lines over an axis for each party (parallel coordinates; Inselberg 1985).</summary>
public sealed record PackageLines : Chart
{
    private const int Height = 360;
    private const int Top = 44;
    private const int Left = 90;
    private const int Apart = 150;
    private const int Most = 200;
    private const int Dashes = 5;
    private const int Lead = 34;
    private static readonly ValueScale Scale = new(0, 1, Top + Height, Top);
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

    /// <inheritdoc/>
    public override ChartTable Table => PickedPackages.Table(_findings);

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Left + (Apart * (_findings.Parties.Length - 1)) + 330, Top + Height + 24);

    private protected override void Draw(Canvas canvas)
    {
        Axes.Up(canvas, Scale, Left, Left + (Apart * (_findings.Parties.Length - 1)));
        for (var p = 0; p < _findings.Parties.Length; p++)
        {
            canvas.Line("rule", Left + (Apart * p), Top, Left + (Apart * p), Top + Height);
            canvas.Text(TextStyle.Strong.Fit(_findings.Parties[p], Apart - 12), Left + (Apart * p), 20, TextStyle.Strong, TextEnd.Middle);
        }

        canvas.List(Title, () => Lines(canvas));
    }

    private void Lines(Canvas canvas)
    {
        foreach (var package in _findings.Frontier.Spread(Most)) Line(canvas, package, "package-line", "way", null, null);
        var (last, end) = (double.NegativeInfinity, Left + (Apart * (_findings.Parties.Length - 1)));
        var dashes = 0;
        foreach (var (package, names) in PickedPackages.Of(_findings).OrderBy(n => Scale.At(n.Package.Utilities[^1])))
        {
            last = Math.Max(Scale.At(package.Utilities[^1]) + 4, last + 16);
            // Each has a dash of its own, which leads on to its name.
            Line(canvas, package, "picked-line", $"way dash-{dashes++ % Dashes}", names, At(end + Lead, last - 4));
            canvas.Text(TextStyle.Label.Fit(names, 310 - Lead), end + Lead + 8, last);
        }
    }

    private void Line(Canvas canvas, Package package, string kind, string way, string? names, string? label) => canvas.Mark(new((names is null ? "" : names + ": ") + PickedPackages.Title(_findings, package)), kind,
        () => canvas.Path(way, string.Concat(package.Utilities.Select((u, p) => (p == 0 ? "M" : " L") + At(Left + (Apart * p), Scale.At(u)))) + (label is null ? "" : " L" + label)));
}
