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
    private static readonly ValueScale AcrossScale = new(0, 1, Left, Left + Side);
    private static readonly ValueScale UpScale = new(0, 1, Top + Side, Top);
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

    /// <inheritdoc/>
    public override ChartTable Table => PickedPackages.Table(_findings);

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Left + Side + 200, Top + Side + 56);

    private protected override void Draw(Canvas canvas)
    {
        Axes.Across(canvas, AcrossScale, Top, Top + Side);
        Axes.Up(canvas, UpScale, Left, Left + Side);
        var (first, second) = (_findings.Reservations[0], _findings.Reservations[1]);
        // The least that a party takes.
        if (first > 0) canvas.Line("day", AcrossScale.At(first), Top, AcrossScale.At(first), Top + Side);
        if (second > 0) canvas.Line("day", Left, UpScale.At(second), Left + Side, UpScale.At(second));
        canvas.Text(TextStyle.Label.Fit(_findings.Parties[0], Side), Left + (Side / 2), Top + Side + 42, end: TextEnd.Middle);
        canvas.Upright(TextStyle.Label.Fit(_findings.Parties[1], Side), 16, Top + (Side / 2));
        var shown = _findings.Frontier.Spread(Most);
        canvas.Path("frontier", string.Concat(shown.Select((p, i) => (i == 0 ? "M" : " L") + At(X(p), Y(p)))));
        canvas.List(Title, () => Packages(canvas, shown));
    }

    private void Packages(Canvas canvas, IEnumerable<Package> shown)
    {
        foreach (var package in shown) Dot(canvas, package, "package", 3, "");
        var last = double.NegativeInfinity;
        foreach (var (package, names) in PickedPackages.Of(_findings).OrderBy(n => Y(n.Package)))
        {
            Dot(canvas, package, "picked", 6, names + ": ");
            last = Math.Max(Y(package) - 8, last + 16);
            canvas.Text(TextStyle.Label.Fit(names, Left + Side + 196 - X(package) - 10), X(package) + 10, last, halo: true);
        }
    }

    private void Dot(Canvas canvas, Package package, string kind, int radius, string names) =>
        canvas.Mark(new(names + PickedPackages.Title(_findings, package)), kind, () => canvas.Circle("full", X(package), Y(package), radius));

    private static double X(Package package) => AcrossScale.At(package.Utilities[0]);

    private static double Y(Package package) => UpScale.At(package.Utilities[1]);
}
