using System.Collections.Immutable;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Who meets, demands of and blames whom: sides on a circle, ties between them as curves, the wider the more often.</summary>
public sealed record ActorNetwork : Chart
{
    /// <summary>Most sides that are drawn: those with most ties.</summary>
    public const int MostSides = 24;

    /// <summary>Most ties that are drawn: those that were read most often.</summary>
    public const int MostTies = 60;

    private const int Width = 1000;
    private const double MiddleX = 500;
    private const double AcrossRadius = 290;
    private readonly ImmutableArray<ActorTie> _all;
    private readonly ImmutableArray<string> _sides;
    private readonly ImmutableArray<ActorTie> _ties;
    private readonly int _allSides;
    private readonly double _downRadius;
    private readonly Dictionary<string, (double X, double Y, double Angle)> _places = new(StringComparer.Ordinal);
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="ties">The ties; those of a side with itself are left out.</param>
    public ActorNetwork(string id, ImmutableArray<ActorTie> ties)
        : base(id, Words.Of("chart.network"), Words.Fill("chart.network-description", ("n", Words.Number(ties.SelectMany(t => new[] { t.From, t.To }).Distinct(StringComparer.Ordinal).Count())), ("ties", Words.Number(ties.Length))))
    {
        _all = ties.RemoveAll(t => t.From == t.To);
        var strength = _all.SelectMany(t => new[] { (Side: t.From, t.Count), (Side: t.To, t.Count) }).GroupBy(t => t.Side, StringComparer.Ordinal).Select(g => (Side: g.Key, Sum: g.Sum(t => t.Count))).OrderByDescending(s => s.Sum).ThenBy(s => s.Side, StringComparer.Ordinal).ToList();
        _allSides = strength.Count;
        var named = strength.Take(MostSides).Select(s => s.Side).ToHashSet(StringComparer.Ordinal);
        _ties = [.. _all.Where(t => named.Contains(t.From) && named.Contains(t.To)).OrderByDescending(t => t.Count).ThenBy(t => t.Kind).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal).Take(MostTies)];
        var joined = _ties.SelectMany(t => new[] { t.From, t.To }).ToHashSet(StringComparer.Ordinal);
        _sides = Order([.. strength.Select(s => s.Side).Where(joined.Contains)]);
        _downRadius = Math.Max(120, 34 + (9.5 * _sides.Length));
        for (var i = 0; i < _sides.Length; i++)
        {
            // Half a step off the top, so that no name stands above another.
            var angle = (-Math.PI / 2) + (2 * Math.PI * (i + 0.5) / _sides.Length);
            _places[_sides[i]] = (MiddleX + (AcrossRadius * Math.Cos(angle)), MiddleY + (_downRadius * Math.Sin(angle)), angle);
        }

        _legend = new(_ties.Select(t => t.Kind).Distinct().Order().Select(k => LegendEntry.Of(Words.Of("chart.tie", k), Kind(k), k == TieKind.Meets ? null : k == TieKind.Blames ? Patterns.StuckHead : Patterns.Head)), 8, Width - 16);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("who tie other n", _all.Select(t => new ChartRow([t.From, Words.Of("chart.tie", t.Kind), t.To, Words.Number(t.Count)], t.Mark.Href)));

    private protected override (int Width, int Height) Size => (Width, Bottom + _legend.Height + (Rest().Length > 0 ? 20 : 0));

    private protected override ImmutableArray<string> Uses => [Patterns.Head, Patterns.StuckHead];

    private double MiddleY => _downRadius + 26;

    private int Bottom => (int)Math.Ceiling(MiddleY + _downRadius + 24);

    private ImmutableArray<string> Order(ImmutableArray<string> sides)
    {
        var weight = new double[sides.Length, sides.Length];
        foreach (var tie in _ties)
        {
            var (a, b) = (sides.IndexOf(tie.From), sides.IndexOf(tie.To));
            weight[a, b] += Math.Sqrt(tie.Count);
            weight[b, a] += Math.Sqrt(tie.Count);
        }

        return [.. CircleOrder.Of(sides.Length, weight).Select(i => sides[i])];
    }

    private protected override void Draw(Canvas canvas)
    {
        canvas.List(Words.Of("chart.ties"), () =>
        {
            var taken = new List<(double X, double Y)>();
            foreach (var tie in _ties) canvas.Mark(tie.Mark, "tie", () => Tie(canvas, tie, taken));
        });
        foreach (var side in _sides)
        {
            var (x, y, angle) = _places[side];
            var isRight = Math.Cos(angle) >= 0;
            canvas.Shape(Glyph.Dot, "plain", x, y, 5);
            canvas.Text(TextStyle.Strong.Fit(side, 190), x + (isRight ? 12 : -12), y + 4, TextStyle.Strong, isRight ? TextEnd.Start : TextEnd.End, halo: true);
        }

        _legend.Draw(canvas, Bottom);
        canvas.Text(Rest(), 8, Bottom + _legend.Height + 12, TextStyle.Small);
    }

    // Curves lean to the middle; each kind and direction leans a little otherwise, so that none covers another.
    private void Tie(Canvas canvas, ActorTie tie, List<(double X, double Y)> taken)
    {
        var (a, b) = (_places[tie.From], _places[tie.To]);
        var lean = tie.Kind switch { TieKind.Meets => 0, TieKind.Demands => 1, _ => 2 } * 13;
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var pull = 0.1 + (0.4 * Math.Min(1, length / (2 * AcrossRadius)));
        var (halfX, halfY) = ((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        var (mx, my) = (halfX + ((MiddleX - halfX) * pull) - (dy / length * lean), halfY + ((MiddleY - halfY) * pull) + (dx / length * lean));
        var gap = tie.Kind == TieKind.Meets ? 5 : 8;
        var (ax, ay) = Toward(a.X, a.Y, mx, my, 5);
        var (bx, by) = Toward(b.X, b.Y, mx, my, gap);
        canvas.Group(Kind(tie.Kind) + Wide(tie.Count), () => canvas.Path("tie-line", $"M{At(ax, ay)} Q{At(mx, my)} {At(bx, by)}", tie.Kind == TieKind.Meets ? null : canvas.Arrow(tie.Kind == TieKind.Blames ? Patterns.StuckHead : Patterns.Head)));
        // The number stands on the curve, where no other number stands.
        var (x, y) = ((ax + (2 * mx) + bx) / 4, (ay + (2 * my) + by) / 4);
        if (tie.Count == 1 || taken.Exists(t => Math.Abs(t.X - x) < 24 && Math.Abs(t.Y - y) < 15)) return;
        taken.Add((x, y));
        canvas.Text(Words.Number(tie.Count), x, y + 4, TextStyle.Number, TextEnd.Middle, halo: true);
    }

    private static (double X, double Y) Toward(double x, double y, double tx, double ty, double by)
    {
        var length = Math.Max(1, Math.Sqrt(((tx - x) * (tx - x)) + ((ty - y) * (ty - y))));
        return (x + ((tx - x) * by / length), y + ((ty - y) * by / length));
    }

    private static string Kind(TieKind kind) => Words.Code(kind);

    private static string Wide(int count) => count switch { 1 => " w1", < 4 => " w2", < 8 => " w3", _ => " w4" };

    private string Rest()
    {
        var (sides, ties) = (_allSides - _sides.Length, _all.Length - _ties.Length);
        return sides > 0 || ties > 0 ? Words.Fill("chart.network-more", ("sides", Words.Number(sides)), ("ties", Words.Number(ties))) : "";
    }
}
