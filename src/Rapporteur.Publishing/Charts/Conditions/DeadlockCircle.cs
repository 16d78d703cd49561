using System.Collections.Immutable;
using static Rapporteur.Publishing.Pixels;

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

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("n first relation then whose basis", _arrows.Select((a, i) => new ChartRow(
        [Words.Number(i + 1), Name(_boxes[a.From]), Words.Of(a.IsExclusion ? "chart.excludes" : "chart.before-then"), Name(_boxes[a.To]), a.Party, Words.Of(a.IsInferred ? "chart.inferred" : "chart.stated")])));

    private protected override (int Width, int Height) Size => (Width, _boxes.Length switch { 1 => 150, 2 => 190, 3 => 235, _ => 120 + (_boxes.Length * 62) });

    private protected override ImmutableArray<string> Uses => [Patterns.StuckHead, Patterns.Bar];

    private protected override void Draw(Canvas canvas)
    {
        var centres = Centres();
        var labels = _arrows.Select((arrow, i) => Arrow(canvas, arrow, centres, Twin(i))).ToList();
        canvas.List(Title, () =>
        {
            for (var i = 0; i < _boxes.Length; i++) Box(canvas, _boxes[i], centres[i]);
            for (var i = 0; i < labels.Count; i++) Label(canvas, i + 1, _arrows[i], labels[i], centres);
        });
    }

    // Whether an earlier arrow joins the same two boxes, either way.
    private bool Twin(int number) => _arrows.Take(number).Any(a => (a.From, a.To) == (_arrows[number].From, _arrows[number].To) || (a.To, a.From) == (_arrows[number].From, _arrows[number].To));

    private static string Name(DeadlockBox box) => box.Owner.Length > 0 ? $"{box.Owner}: {box.Label}" : box.Label;

    private (double X, double Y)[] Centres()
    {
        var (_, height) = Size;
        var n = _boxes.Length;
        if (n == 1) return [(Width / 2.0, height / 2.0 + 20)];
        if (n == 2) return [(BoxWidth / 2.0 + 20, height / 2.0), (Width - (BoxWidth / 2.0) - 20, height / 2.0)];
        var (rx, ry) = ((Width - BoxWidth - 30) / 2.0, (height - BoxHeight - 30) / 2.0);
        return [.. Enumerable.Range(0, n).Select(i => (2 * Math.PI * i / n) - (Math.PI / 2)).Select(a => ((Width / 2.0) + (rx * Math.Cos(a)), (height / 2.0) + (ry * Math.Sin(a))))];
    }

    private (double X, double Y) Arrow(Canvas canvas, DeadlockArrow arrow, (double X, double Y)[] centres, bool twin)
    {
        var (from, to) = (centres[arrow.From], centres[arrow.To]);
        var (path, middle) = _boxes.Length switch
        {
            1 => (Loop(from), (from.X, from.Y - 62)),
            2 => Bow(from, to, twin ? 1 : -1),
            _ => Straight(from, to),
        };
        canvas.Path(arrow.IsInferred ? "arrow stuck inferred" : "arrow stuck", path, canvas.Arrow(arrow.IsExclusion ? Patterns.Bar : Patterns.StuckHead));
        return middle;
    }

    private static string Loop((double X, double Y) at) =>
        $"M{At(at.X + 60, at.Y - 31)} C{At(at.X + 60, at.Y - 76)} {At(at.X - 60, at.Y - 76)} {At(at.X - 60, at.Y - 33)}";

    // Over the boxes one way, under them the other.
    private static (string Path, (double X, double Y) Middle) Bow((double X, double Y) from, (double X, double Y) to, int side)
    {
        var (edge, turn) = (BoxHeight / 2.0 * side, ((BoxHeight / 2.0) + 48) * side);
        var way = Math.Sign(to.X - from.X);
        var path = $"M{At(from.X, from.Y + edge)} C{At(from.X + (80 * way), from.Y + turn)} {At(to.X - (80 * way), to.Y + turn)} {At(to.X, to.Y + edge + (2 * side))}";
        return (path, ((from.X + to.X) / 2, from.Y + (edge * 0.25) + (turn * 0.75)));
    }

    // From edge to edge of the boxes.
    private static (string Path, (double X, double Y) Middle) Straight((double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var part = Math.Min(((BoxWidth / 2.0) + 4) / Math.Max(1e-9, Math.Abs(dx)), ((BoxHeight / 2.0) + 4) / Math.Max(1e-9, Math.Abs(dy)));
        part = Math.Min(part, 0.46);
        return ($"M{At(from.X + (dx * part), from.Y + (dy * part))} L{At(to.X - (dx * part), to.Y - (dy * part))}", ((from.X + to.X) / 2, (from.Y + to.Y) / 2));
    }

    private void Label(Canvas canvas, int number, DeadlockArrow arrow, (double X, double Y) at, (double X, double Y)[] centres)
    {
        var party = TextStyle.Strong.Fit(arrow.Party, 130);
        var (x, y, end) = Beside(at, TextStyle.Strong.Width(party), centres);
        var relation = Words.Of(arrow.IsExclusion ? "chart.excludes" : "chart.before-then");
        canvas.Mark(new($"{(arrow.Party.Length > 0 ? arrow.Party + ": " : "")}{Name(_boxes[arrow.From])} {relation} {Name(_boxes[arrow.To])} ({Words.Of(arrow.IsInferred ? "chart.inferred" : "chart.stated")})"), "step", () =>
        {
            canvas.Circle("disc", at.X, at.Y, 9);
            canvas.Text(Words.Number(number), at.X, at.Y + 4, TextStyle.Number, TextEnd.Middle);
            canvas.Text(party, x, y, TextStyle.Strong, end, halo: true);
        });
    }

    // Where a name stands beside its number without running into a box: right of it, else above or below, else left of it.
    private static (double X, double Y, TextEnd End) Beside((double X, double Y) at, double width, (double X, double Y)[] centres)
    {
        bool IsFree(double left, double top) => !centres.Any(c => left < c.X + (BoxWidth / 2.0) && left + width > c.X - (BoxWidth / 2.0) && top < c.Y + (BoxHeight / 2.0) && top + 14 > c.Y - (BoxHeight / 2.0));
        if (IsFree(at.X + 14, at.Y - 7)) return (at.X + 14, at.Y + 4, TextEnd.Start);
        if (IsFree(at.X - (width / 2), at.Y - 27)) return (at.X, at.Y - 15, TextEnd.Middle);
        if (IsFree(at.X - (width / 2), at.Y + 13)) return (at.X, at.Y + 24, TextEnd.Middle);
        if (IsFree(at.X - 14 - width, at.Y - 7)) return (at.X - 14, at.Y + 4, TextEnd.End);
        // Boxes on both sides: over them.
        return (at.X, at.Y - (BoxHeight / 2.0) - 6, TextEnd.Middle);
    }

    private static void Box(Canvas canvas, DeadlockBox box, (double X, double Y) centre)
    {
        var left = centre.X - (BoxWidth / 2.0);
        canvas.Mark(new(Name(box)), "thing", () =>
        {
            canvas.Rect("box", left, centre.Y - (BoxHeight / 2.0), BoxWidth, BoxHeight);
            var lines = TextWidth.Wrap(box.Label, 12, BoxWidth - 20, box.Owner.Length > 0 ? 2 : 3);
            var top = centre.Y + 4 - ((lines.Count + (box.Owner.Length > 0 ? 1 : 0) - 1) * 8);
            canvas.Text(TextStyle.Strong.Fit(box.Owner, BoxWidth - 20), left + 10, top, TextStyle.Strong);
            if (box.Owner.Length > 0) top += 16;
            for (var i = 0; i < lines.Count; i++) canvas.Text(lines[i], left + 10, top + (i * 16));
        });
    }
}
