using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Publishing;

/// <summary>A thing in a deadlock.</summary>
/// <param name="Label">Words for it.</param>
/// <param name="Owner">Small words above it, such as whose assent it is; empty for most.</param>
public sealed record DeadlockBox(string Label, string Owner);

/// <summary>An arrow of a deadlock, from what comes first to what waits for it or is excluded by it.</summary>
/// <param name="From">Place of the box it begins at.</param>
/// <param name="To">Place of the box it ends at.</param>
/// <param name="Party">Whose condition it is; empty where nobody is named.</param>
/// <param name="IsInferred">Whether no text states it; drawn dashed.</param>
/// <param name="IsExclusion">Whether the two exclude each other; drawn with a bar.</param>
public sealed record DeadlockArrow(int From, int To, string Party, bool IsInferred, bool IsExclusion);

/// <summary>What is stuck as boxes around a circle and conditions as numbered arrows, stated ones solid, inferred ones dashed.</summary>
public sealed record DeadlockCircle : Chart
{
    private const int Width = 720;
    private const int BoxWidth = 216;
    private const int BoxHeight = 62;
    private readonly ImmutableArray<DeadlockBox> _boxes;
    private readonly ImmutableArray<DeadlockArrow> _arrows;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="boxes">The things in the order of the circle; at least one.</param>
    /// <param name="arrows">The conditions in the order in which they are told.</param>
    public DeadlockCircle(string id, ImmutableArray<DeadlockBox> boxes, ImmutableArray<DeadlockArrow> arrows)
        : base(id, Words.Fill("chart.deadlock", ("n", Words.Number(arrows.Length))), Words.Of("chart.deadlock-description"))
    {
        ArgumentOutOfRangeException.ThrowIfZero(boxes.Length, nameof(boxes));
        (_boxes, _arrows) = (boxes, arrows);
    }

    private protected override (int Width, int Height) Size => (Width, _boxes.Length switch { 1 => 150, 2 => 190, 3 => 235, _ => 120 + (_boxes.Length * 62) });

    private protected override void Draw(Markup svg)
    {
        var centres = Centres();
        Marker(svg, "head", "M0,0 L8,4 L0,8 z", "7", "4");
        Marker(svg, "bar", "M3,0 L5,0 L5,8 L3,8 z", "4", "4");
        var labels = _arrows.Select((arrow, i) => Arrow(svg, arrow, centres, Twin(i))).ToList();
        for (var i = 0; i < _boxes.Length; i++) Box(svg, _boxes[i], centres[i]);
        for (var i = 0; i < labels.Count; i++) Label(svg, i + 1, _arrows[i], labels[i]);
    }

    // Whether an earlier arrow joins the same two boxes, either way.
    private bool Twin(int number) => _arrows.Take(number).Any(a => (a.From, a.To) == (_arrows[number].From, _arrows[number].To) || (a.To, a.From) == (_arrows[number].From, _arrows[number].To));

    private void Marker(Markup svg, string name, string path, string x, string y)
    {
        svg.Open("defs");
        svg.Open("marker", ("id", $"{Id}-{name}"), ("viewBox", "0 0 8 8"), ("refX", x), ("refY", y), ("markerWidth", name == "bar" ? "12" : "8"), ("markerHeight", name == "bar" ? "12" : "8"), ("orient", "auto"));
        svg.Open("path", ("class", "head"), ("d", path));
        svg.Close("path");
        svg.Close("marker");
        svg.Close("defs");
    }

    private (double X, double Y)[] Centres()
    {
        var (_, height) = Size;
        var n = _boxes.Length;
        if (n == 1) return [(Width / 2.0, height / 2.0 + 20)];
        if (n == 2) return [(BoxWidth / 2.0 + 20, height / 2.0), (Width - (BoxWidth / 2.0) - 20, height / 2.0)];
        var (rx, ry) = ((Width - BoxWidth - 30) / 2.0, (height - BoxHeight - 30) / 2.0);
        return [.. Enumerable.Range(0, n).Select(i => (2 * Math.PI * i / n) - (Math.PI / 2)).Select(a => ((Width / 2.0) + (rx * Math.Cos(a)), (height / 2.0) + (ry * Math.Sin(a))))];
    }

    private (double X, double Y) Arrow(Markup svg, DeadlockArrow arrow, (double X, double Y)[] centres, bool twin)
    {
        var (from, to) = (centres[arrow.From], centres[arrow.To]);
        var (path, middle) = _boxes.Length switch
        {
            1 => (Loop(from), (from.X, from.Y - 62)),
            2 => Bow(from, to, twin ? 1 : -1),
            _ => Straight(from, to),
        };
        svg.Open("path", ("class", arrow.IsInferred ? "arrow inferred" : "arrow"), ("d", path), ("marker-end", $"url(#{Id}-{(arrow.IsExclusion ? "bar" : "head")})"));
        svg.Close("path");
        return middle;
    }

    private static string Loop((double X, double Y) at) =>
        $"M{P(at.X + 60)},{P(at.Y - 31)} C{P(at.X + 60)},{P(at.Y - 76)} {P(at.X - 60)},{P(at.Y - 76)} {P(at.X - 60)},{P(at.Y - 33)}";

    // Over the boxes one way, under them the other.
    private static (string Path, (double X, double Y) Middle) Bow((double X, double Y) from, (double X, double Y) to, int side)
    {
        var (edge, turn) = (BoxHeight / 2.0 * side, ((BoxHeight / 2.0) + 48) * side);
        var way = Math.Sign(to.X - from.X);
        var path = $"M{P(from.X)},{P(from.Y + edge)} C{P(from.X + (80 * way))},{P(from.Y + turn)} {P(to.X - (80 * way))},{P(to.Y + turn)} {P(to.X)},{P(to.Y + edge + (2 * side))}";
        return (path, ((from.X + to.X) / 2, from.Y + (edge * 0.25) + (turn * 0.75)));
    }

    // From edge to edge of the boxes.
    private static (string Path, (double X, double Y) Middle) Straight((double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var part = Math.Min(((BoxWidth / 2.0) + 4) / Math.Max(1e-9, Math.Abs(dx)), ((BoxHeight / 2.0) + 4) / Math.Max(1e-9, Math.Abs(dy)));
        part = Math.Min(part, 0.46);
        return ($"M{P(from.X + (dx * part))},{P(from.Y + (dy * part))} L{P(to.X - (dx * part))},{P(to.Y - (dy * part))}", ((from.X + to.X) / 2, (from.Y + to.Y) / 2));
    }

    private static void Label(Markup svg, int number, DeadlockArrow arrow, (double X, double Y) at)
    {
        svg.Open("g", ("class", "step"));
        svg.Open("circle", ("cx", P(at.X)), ("cy", P(at.Y)), ("r", "9"));
        svg.Close("circle");
        svg.Element("text", Words.Number(number), ("class", "number"), ("x", P(at.X)), ("y", P(at.Y + 4)));
        if (arrow.Party.Length > 0) svg.Element("text", TextWidth.Fit(arrow.Party, 11, 130), ("class", "whose"), ("x", P(at.X + 14)), ("y", P(at.Y + 4)));
        svg.Close("g");
    }

    private static void Box(Markup svg, DeadlockBox box, (double X, double Y) centre)
    {
        var left = centre.X - (BoxWidth / 2.0);
        svg.Open("g");
        svg.Element("title", box.Owner.Length > 0 ? $"{box.Owner}: {box.Label}" : box.Label);
        svg.Open("rect", ("class", "box"), ("x", P(left)), ("y", P(centre.Y - (BoxHeight / 2.0))), ("width", P(BoxWidth)), ("height", P(BoxHeight)), ("rx", "4"));
        svg.Close("rect");
        var lines = TextWidth.Wrap(box.Label, 12, BoxWidth - 20, box.Owner.Length > 0 ? 2 : 3);
        var top = centre.Y + 4 - ((lines.Count + (box.Owner.Length > 0 ? 1 : 0) - 1) * 8);
        if (box.Owner.Length > 0)
        {
            svg.Element("text", TextWidth.Fit(box.Owner, 11, BoxWidth - 20), ("class", "owner"), ("x", P(left + 10)), ("y", P(top)));
            top += 16;
        }

        for (var i = 0; i < lines.Count; i++) svg.Element("text", lines[i], ("class", "label"), ("x", P(left + 10)), ("y", P(top + (i * 16))));
        svg.Close("g");
    }

    private static string P(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
