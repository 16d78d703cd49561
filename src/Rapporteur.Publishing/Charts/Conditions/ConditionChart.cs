using System.Collections.Immutable;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>What waits for what: things as boxes in layers from left to right, stated conditions as solid arrows, inferred ones dashed, exclusions with a bar, deadlocks in heavy lines.</summary>
public sealed record ConditionChart : Chart
{
    /// <summary>Most things that are drawn: those of deadlocks and those with most conditions; the others are counted.</summary>
    public const int Most = 200;

    private const double Margin = 30;
    private const double Head = 20;
    private readonly ImmutableArray<GraphThing> _all;
    private readonly ImmutableArray<GraphCondition> _conditions;
    private readonly ImmutableArray<GraphThing> _things;
    private readonly int _listed;
    private readonly ImmutableArray<(GraphCondition Condition, int From, int To)> _edges;
    private readonly DrawnGraph _graph;
    private readonly (int Width, int Height) _size;
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="things">The things.</param>
    /// <param name="conditions">The conditions between them; those of which an end is not among the things are left out.</param>
    /// <param name="listed">How many conditions are not drawn but listed elsewhere, since their two things hang together with nothing else.</param>
    public ConditionChart(string id, ImmutableArray<GraphThing> things, ImmutableArray<GraphCondition> conditions, int listed = 0)
        : base(id, Words.Of("chart.graph"), Words.Fill("chart.graph-description", ("n", Words.Number(Math.Min(Most, things.Length))), ("all", Words.Number(things.Length)), ("edges", Words.Number(conditions.Length)), ("stuck", Words.Number(things.Count(t => t.IsStuck)))))
    {
        (_all, _conditions, _listed) = (things, conditions, listed);
        var degree = conditions.SelectMany(c => new[] { c.From, c.To }).CountBy(k => k, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var kept = things.OrderByDescending(t => t.IsStuck).ThenByDescending(t => degree.GetValueOrDefault(t.Key)).ThenBy(t => t.Key, StringComparer.Ordinal).Take(Most).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        _things = [.. things.Where(t => kept.Contains(t.Key))];
        var place = _things.Select((t, i) => (t.Key, i)).ToDictionary(t => t.Key, t => t.i, StringComparer.Ordinal);
        _edges = [.. conditions.Where(c => place.ContainsKey(c.From) && place.ContainsKey(c.To)).Select(c => (c, place[c.From], place[c.To]))];
        _graph = GraphLayout.Of(_things.Length, [.. _edges.Select(e => (e.From, e.To))], 1010 - (2 * Margin));
        _size = ((int)Math.Ceiling(Math.Max(720, _graph.Width + (2 * Margin) + 12)), (int)Math.Ceiling(_graph.Height + Head + Margin));
        _legend = new(Entries(), Margin, _size.Width - (2 * Margin));
    }

    /// <inheritdoc/>
    public override ChartTable Table
    {
        get
        {
            var names = _all.DistinctBy(t => t.Key).ToDictionary(t => t.Key, Name, StringComparer.Ordinal);
            return ChartTable.Of("first relation then whose basis", _conditions.Select(c => new ChartRow(
                [names.GetValueOrDefault(c.From, ""), Words.Of(c.IsExclusion ? "chart.excludes" : "chart.before-then"), names.GetValueOrDefault(c.To, ""), c.Party, Words.Of(c.IsInferred ? "chart.inferred" : "chart.stated")], c.Mark.Href)));
        }
    }

    private protected override (int Width, int Height) Size => (_size.Width, _size.Height + _legend.Height + (Rest().Length > 0 ? 20 : 0));

    private protected override ImmutableArray<string> Uses => [Patterns.Head, Patterns.StuckHead, Patterns.Bar];

    private protected override void Draw(Canvas canvas)
    {
        canvas.List(Words.Of("chart.conditions"), () =>
        {
            // What is stuck lies above the rest.
            foreach (var (edge, way) in _edges.Select((e, i) => (e, _graph.Ways[i])).OrderBy(e => e.e.Condition.IsStuck))
                canvas.Mark(edge.Condition.Mark, "condition", () => Edge(canvas, edge.Condition, _graph.Boxes[edge.From], _graph.Boxes[edge.To], way));
        });
        canvas.List(Words.Of("chart.things"), () =>
        {
            foreach (var box in _graph.Boxes) Box(canvas, _things[box.Index], box.X + Margin, box.Y + Head);
        });
        _legend.Draw(canvas, _size.Height);
        canvas.Text(Rest(), Margin, _size.Height + _legend.Height + 12, TextStyle.Small);
    }

    private string Rest() => _all.Length > Most ? Words.Fill("chart.graph-more", ("n", Words.Number(_all.Length - Most))) : _listed > 0 ? Words.Count("chart.graph-listed", _listed) : "";

    private static string Name(GraphThing thing) => thing.Owner.Length > 0 ? $"{thing.Owner}: {thing.Label}" : thing.Label;

    private static void Edge(Canvas canvas, GraphCondition condition, GraphBox from, GraphBox to, GraphWay way)
    {
        var kind = "arrow" + (condition.IsStuck ? " stuck" : "") + (condition.IsInferred ? " inferred" : "");
        canvas.Path(kind, Way(from, to, way), canvas.Arrow(condition.IsExclusion ? Patterns.Bar : condition.IsStuck ? Patterns.StuckHead : Patterns.Head));
    }

    // From the right edge of the first box to the left edge of the second; back below everything between; to itself over its own box.
    private static string Way(GraphBox from, GraphBox to, GraphWay way)
    {
        const double bend = 28;
        var (x, y) = (from.X + Margin + GraphLayout.BoxWidth, from.Y + Head + (GraphLayout.BoxHeight / 2));
        var (endX, endY) = (to.X + Margin - 2, to.Y + Head + (GraphLayout.BoxHeight / 2));
        if (from.Index == to.Index)
        {
            var top = from.Y + Head;
            return $"M{At(x - 50, top)} C{At(x - 50, top - 16)} {At(x - 130, top - 16)} {At(x - 130, top - 2)}";
        }

        if (way.Below is { } below)
        {
            var low = below + Head;
            return $"M{At(x, y)} C{At(x + 18, y)} {At(x + 18, y + 10)} {At(x + 18, y + 22)} L{At(x + 18, low - 8)} Q{At(x + 18, low)} {At(x + 8, low)} L{At(endX - 12, low)} Q{At(endX - 20, low)} {At(endX - 20, low - 8)} L{At(endX - 20, endY + 18)} C{At(endX - 20, endY + 6)} {At(endX - 14, endY)} {At(endX, endY)}";
        }

        var path = $"M{At(x, y)}";
        foreach (var pass in way.Passes)
        {
            var (left, height) = (pass.X + Margin, pass.Y + Head);
            path += $" C{At(x + bend, y)} {At(left - bend, height)} {At(left, height)} L{At(left + GraphLayout.BoxWidth, height)}";
            (x, y) = (left + GraphLayout.BoxWidth, height);
        }

        return path + $" C{At(x + bend, y)} {At(endX - bend, endY)} {At(endX, endY)}";
    }

    private static void Box(Canvas canvas, GraphThing thing, double left, double top) => canvas.Mark(new(Name(thing)), "thing" + (thing.IsStuck ? " stuck" : ""), () =>
    {
        canvas.Rect("box" + (thing.IsStuck ? " stuck" : "") + (thing.IsNamed ? "" : " inner"), left, top, GraphLayout.BoxWidth, GraphLayout.BoxHeight);
        var lines = TextWidth.Wrap(thing.Label, 12, GraphLayout.BoxWidth - 16, thing.Owner.Length > 0 ? 2 : 3);
        var middle = top + (GraphLayout.BoxHeight / 2);
        if (thing.Owner.Length == 0)
        {
            canvas.Lines(lines, left + 8, middle, apart: 14.5);
            return;
        }

        canvas.Text(TextStyle.Strong.Fit(thing.Owner, GraphLayout.BoxWidth - 16), left + 8, middle - (lines.Count * 7) + 1, TextStyle.Strong);
        canvas.Lines(lines, left + 8, middle + 7, apart: 14);
    });

    private IEnumerable<LegendEntry> Entries()
    {
        if (_edges.Any(e => !e.Condition.IsInferred && !e.Condition.IsExclusion)) yield return LegendEntry.Of(Words.Of("chart.legend-stated"), "arrow", Patterns.Head);
        if (_edges.Any(e => e.Condition.IsInferred)) yield return LegendEntry.Of(Words.Of("chart.legend-inferred"), "arrow inferred", Patterns.Head);
        if (_edges.Any(e => e.Condition.IsExclusion)) yield return LegendEntry.Of(Words.Of("chart.legend-excludes"), "arrow", Patterns.Bar);
        if (_edges.Any(e => e.Condition.IsStuck)) yield return LegendEntry.Of(Words.Of("chart.legend-stuck"), "arrow stuck", Patterns.StuckHead);
        if (_things.Any(t => !t.IsNamed)) yield return new(Words.Of("chart.legend-unnamed"), (canvas, x, y) => canvas.Rect("box inner", x - 12, y - 6, 24, 12));
    }
}
