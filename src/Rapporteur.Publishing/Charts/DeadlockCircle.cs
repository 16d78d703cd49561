using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Publishing;

/// <summary>One condition of a deadlock.</summary>
/// <param name="First">Words for what has to come first.</param>
/// <param name="Then">Words for what may follow.</param>
/// <param name="Party">Whose condition it is; empty where nobody is named.</param>
public sealed record DeadlockStep(string First, string Then, string Party);

/// <summary>Conditions around a circle, an arrow from each to the next that waits for it.</summary>
public sealed record DeadlockCircle : Chart
{
    private const int Width = 720;
    private const int BoxWidth = 250;
    private const int BoxHeight = 58;
    private readonly ImmutableArray<DeadlockStep> _steps;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="steps">The conditions in the order of the circle; at least one.</param>
    public DeadlockCircle(string id, ImmutableArray<DeadlockStep> steps)
        : base(id, Words.Fill("chart.deadlock", ("n", Words.Number(steps.Length))), Words.Of("chart.deadlock-description"))
    {
        ArgumentOutOfRangeException.ThrowIfZero(steps.Length, nameof(steps));
        _steps = steps;
    }

    private protected override (int Width, int Height) Size => (Width, _steps.Length <= 2 ? 150 : 120 + (_steps.Length * 60));

    private protected override void Draw(Markup svg)
    {
        var centres = Centres();
        svg.Open("defs");
        svg.Open("marker", ("id", Id + "-head"), ("viewBox", "0 0 8 8"), ("refX", "7"), ("refY", "4"), ("markerWidth", "8"), ("markerHeight", "8"), ("orient", "auto"));
        svg.Open("path", ("class", "head"), ("d", "M0,0 L8,4 L0,8 z"));
        svg.Close("path");
        svg.Close("marker");
        svg.Close("defs");
        for (var i = 0; i < _steps.Length; i++) DrawArrow(svg, centres[i], centres[(i + 1) % _steps.Length]);
        for (var i = 0; i < _steps.Length; i++) DrawBox(svg, _steps[i], centres[i]);
    }

    private (double X, double Y)[] Centres()
    {
        var (_, height) = Size;
        var n = _steps.Length;
        if (n == 1) return [(Width / 2.0, height / 2.0)];
        if (n == 2) return [(BoxWidth / 2.0 + 20, height / 2.0), (Width - (BoxWidth / 2.0) - 20, height / 2.0)];
        var (rx, ry) = ((Width - BoxWidth - 40) / 2.0, (height - BoxHeight - 40) / 2.0);
        return [.. Enumerable.Range(0, n).Select(i => (2 * Math.PI * i / n) - (Math.PI / 2)).Select(a => ((Width / 2.0) + (rx * Math.Cos(a)), (height / 2.0) + (ry * Math.Sin(a))))];
    }

    private void DrawArrow(Markup svg, (double X, double Y) from, (double X, double Y) to)
    {
        var d = _steps.Length switch
        {
            1 => $"M{P(from.X + 60)},{P(from.Y - 29)} C{P(from.X + 60)},{P(from.Y - 74)} {P(from.X - 60)},{P(from.Y - 74)} {P(from.X - 60)},{P(from.Y - 31)}",
            2 when from.X < to.X => $"M{P(from.X)},{P(from.Y - 29)} C{P(from.X + 80)},{P(from.Y - 76)} {P(to.X - 80)},{P(to.Y - 76)} {P(to.X)},{P(to.Y - 31)}",
            2 => $"M{P(from.X)},{P(from.Y + 29)} C{P(from.X - 80)},{P(from.Y + 76)} {P(to.X + 80)},{P(to.Y + 76)} {P(to.X)},{P(to.Y + 31)}",
            _ => Straight(from, to),
        };
        svg.Open("path", ("class", "arrow"), ("d", d), ("marker-end", $"url(#{Id}-head)"));
        svg.Close("path");
    }

    // From edge to edge of the boxes.
    private static string Straight((double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var part = Math.Min((BoxWidth / 2.0 + 3) / Math.Max(1e-9, Math.Abs(dx)), (BoxHeight / 2.0 + 3) / Math.Max(1e-9, Math.Abs(dy)));
        part = Math.Min(part, 0.48);
        return $"M{P(from.X + (dx * part))},{P(from.Y + (dy * part))} L{P(to.X - (dx * part))},{P(to.Y - (dy * part))}";
    }

    private static void DrawBox(Markup svg, DeadlockStep step, (double X, double Y) centre)
    {
        var left = centre.X - (BoxWidth / 2.0);
        svg.Open("g");
        svg.Element("title", $"{step.Party}: “{step.Then}” / “{step.First}”");
        svg.Open("rect", ("class", "box"), ("x", P(left)), ("y", P(centre.Y - (BoxHeight / 2.0))), ("width", P(BoxWidth)), ("height", P(BoxHeight)), ("rx", "4"));
        svg.Close("rect");
        svg.Element("text", TextWidth.Fit(step.Party, 11, BoxWidth - 20), ("class", "owner"), ("x", P(left + 10)), ("y", P(centre.Y - 12)));
        svg.Element("text", TextWidth.Fit("1. " + step.First, 12, BoxWidth - 20), ("class", "label"), ("x", P(left + 10)), ("y", P(centre.Y + 4)));
        svg.Element("text", TextWidth.Fit("2. " + step.Then, 12, BoxWidth - 20), ("class", "label"), ("x", P(left + 10)), ("y", P(centre.Y + 20)));
        svg.Close("g");
    }

    private static string P(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
