using System.Collections.Immutable;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Numbers that the sources give, a panel for each unit and kind of event: a point for each source's number, with what bounds it. Sources that differ stand beside each other; nothing is added up or averaged.</summary>
public sealed record FigureChart : Chart
{
    /// <summary>Most panels that are drawn.</summary>
    public const int Most = 10;

    /// <summary>Most numbers that stand alone and are listed.</summary>
    public const int MostAlone = 24;

    private const int Width = 1000;
    private const int AloneRow = 20;
    private readonly ImmutableArray<FigureSeries> _all;
    private readonly ImmutableArray<FigureSeries> _alone;
    private readonly int _left;
    private readonly ImmutableArray<FigurePanel> _panels;
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="series">Series with at least one number each; those with most numbers are drawn first.</param>
    public FigureChart(string id, ImmutableArray<FigureSeries> series)
        : base(id, Words.Of("chart.figures"), Words.Fill("chart.figures-description", ("all", Words.Number(series.Length))))
    {
        _all = [.. series.OrderByDescending(s => s.Points.Length).ThenBy(s => s.Kind, StringComparer.Ordinal).ThenBy(s => s.Unit, StringComparer.Ordinal)];
        var several = _all.Where(s => s.Points.Length > 1).ToImmutableArray();
        var alone = _all.RemoveAll(s => s.Points.Length > 1);
        _alone = [.. alone.OrderBy(s => s.Points[0].Day ?? DateOnly.MaxValue).ThenBy(s => s.Kind, StringComparer.Ordinal).ThenBy(s => s.Unit, StringComparer.Ordinal).Take(MostAlone)];
        _left = several.Length - Math.Min(Most, several.Length) + alone.Length - _alone.Length;
        _panels = [.. several.Take(Most).Select((s, i) => new FigurePanel(s, i % 2 * 510, i / 2 * FigurePanel.Height))];
        _legend = new(Entries(), 8, Width - 16);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("what unit when bound value source", _all.SelectMany(s => s.Points.Select(p => new ChartRow(
        [s.Kind, s.Unit, p.Day is { } day ? DateWords.Of(day) : Words.Of("header.undated"), Words.Of("chart.bound", p.Bound), Value(p.Value), p.Source], p.Mark.Href))));

    private protected override (int Width, int Height) Size => (Width, Bottom + (_panels.IsEmpty ? 0 : _legend.Height) + (_left > 0 ? 18 : 0));

    private int Panels => (_panels.Length + 1) / 2 * FigurePanel.Height;

    private int Bottom => Panels + (_alone.IsEmpty ? 0 : 34 + (((_alone.Length + 1) / 2) * AloneRow));

    private protected override void Draw(Canvas canvas)
    {
        foreach (var panel in _panels) Panel(canvas, panel);
        if (!_alone.IsEmpty) Alone(canvas, Panels);
        if (!_panels.IsEmpty) _legend.Draw(canvas, Bottom);
        if (_left > 0) canvas.Text(Words.Fill("chart.figures-more", ("n", Words.Number(_left))), 8, Size.Height - 8, TextStyle.Small);
    }

    // Numbers to which no other compares have no axis.
    private void Alone(Canvas canvas, int top)
    {
        if (!_panels.IsEmpty) canvas.Line("rule", 0, top, Width, top);
        canvas.Text(Words.Of("chart.figures-alone"), 8, top + 20, TextStyle.Strong);
        canvas.List(Words.Of("chart.figures-alone"), () =>
        {
            for (var i = 0; i < _alone.Length; i++)
            {
                var (point, rows) = (_alone[i].Points[0], (_alone.Length + 1) / 2);
                var (x, y) = (i < rows ? 8.0 : 518, top + 40 + (i % rows * AloneRow));
                canvas.Mark(point.Mark, "figure", () =>
                {
                    canvas.Text(TextStyle.Strong.Fit(FigurePanel.Sign(point.Bound) + Value(point.Value), 78), x + 80, y, TextStyle.Strong, TextEnd.End);
                    canvas.Text(TextStyle.Label.Fit($"{_alone[i].Unit} · {_alone[i].Kind}", 200), x + 88, y);
                    canvas.Text(TextStyle.Small.Fit(point.Source, 180), x + 298, y, TextStyle.Small);
                });
            }
        });
    }

    private static void Panel(Canvas canvas, FigurePanel panel)
    {
        var (left, top) = (panel.Left, panel.Top);
        canvas.Text(TextStyle.Strong.Fit($"{panel.Series.Unit} · {panel.Series.Kind}", FigurePanel.Width - 16), left + 8, top + 18, TextStyle.Strong);
        Axes.Up(canvas, panel.Values, left + FigurePanel.PlotLeft, left + FigurePanel.Width);
        if (panel.Days is { } days)
            foreach (var (x, label) in Dates(days, panel))
            {
                canvas.Line("tick", x, top + FigurePanel.PlotBottom, x, top + FigurePanel.PlotBottom + 4);
                canvas.Text(label, x, top + FigurePanel.PlotBottom + 17, TextStyle.Scale, TextEnd.Middle);
            }

        if (panel.HasUndated) canvas.Text(Words.Of("header.undated"), left + FigurePanel.PlotLeft, top + FigurePanel.PlotBottom + 17, TextStyle.Scale);
        canvas.List($"{panel.Series.Unit}, {panel.Series.Kind}", () =>
        {
            foreach (var place in panel.Places) canvas.Mark(place.Point.Mark, "figure", () => Point(canvas, place));
        });
        var sources = string.Join(" · ", panel.Sources.Select(s => $"{panel.Letter(s)} {s}"));
        var lines = TextWidth.Wrap(sources, TextStyle.Small.Size(), FigurePanel.Width - 16, 2);
        for (var i = 0; i < lines.Count; i++) canvas.Text(lines[i], left + 8, top + FigurePanel.PlotBottom + 36 + (i * 14), TextStyle.Small);
    }

    // The days of which the numbers speak, as many as there is room for.
    private static IEnumerable<(double X, string Label)> Dates(TimeScale days, FigurePanel panel)
    {
        var free = panel.HasUndated ? days.Left - 6 : double.NegativeInfinity;
        foreach (var day in panel.Series.Points.Select(p => p.Day).OfType<DateOnly>().Distinct().Order())
        {
            var (x, label) = (days.Middle(day), DateWords.Of(day));
            var half = TextStyle.Scale.Width(label) / 2;
            if (x - half < free || x + half > panel.Left + FigurePanel.Width) continue;
            free = x + half + 8;
            yield return (x, label);
        }
    }

    private static void Point(Canvas canvas, FigurePlace place)
    {
        var (x, y) = (place.X, place.Y);
        var kind = place.Point.IsReportDay ? "ask" : "agree";
        switch (place.Point.Bound)
        {
            case FigureBound.AtLeast: canvas.Path(kind + " stroke", $"M{At(x, y)} L{At(x, y - 16)} M{At(x - 4, y - 12)} L{At(x, y - 17)} L{At(x + 4, y - 12)}"); break;
            case FigureBound.AtMost: canvas.Path(kind + " stroke", $"M{At(x, y)} L{At(x, y + 16)} M{At(x - 4, y + 12)} L{At(x, y + 17)} L{At(x + 4, y + 12)}"); break;
        }

        canvas.Shape(Sign(place.Point), kind, x, y, 4.5);
        if (place.HasLabel && place.LabelY < y - 15) canvas.Line("lead", x, y - (place.Point.Bound == FigureBound.AtLeast ? 18 : 6), x, place.LabelY + 2);
        if (place.HasLabel) canvas.Text(place.Label, place.LabelX, place.LabelY, TextStyle.Small, halo: true);
    }

    private static Glyph Sign(FigurePoint point) => (point.Bound == FigureBound.About, point.IsReportDay) switch
    {
        (true, _) => Glyph.Faint,
        (_, true) => Glyph.Frame,
        _ => Glyph.Dot,
    };

    private IEnumerable<LegendEntry> Entries()
    {
        var points = _panels.SelectMany(p => p.Series.Points).ToList();
        if (points.Exists(p => !p.IsReportDay && p.Bound != FigureBound.About)) yield return LegendEntry.Of(Words.Of("chart.legend-event-day"), Glyph.Dot, "agree");
        if (points.Exists(p => p.IsReportDay && p.Bound != FigureBound.About)) yield return LegendEntry.Of(Words.Of("chart.legend-report-day"), Glyph.Frame, "ask");
        if (points.Exists(p => p.Bound == FigureBound.About)) yield return LegendEntry.Of(Words.Of("chart.bound.about"), Glyph.Faint, "plain");
        if (points.Exists(p => p.Bound == FigureBound.AtLeast)) yield return new(Words.Of("chart.bound.at-least"), (canvas, x, y) => canvas.Path("plain stroke", $"M{At(x, y + 6)} L{At(x, y - 6)} M{At(x - 4, y - 2)} L{At(x, y - 7)} L{At(x + 4, y - 2)}"));
        if (points.Exists(p => p.Bound == FigureBound.AtMost)) yield return new(Words.Of("chart.bound.at-most"), (canvas, x, y) => canvas.Path("plain stroke", $"M{At(x, y - 6)} L{At(x, y + 6)} M{At(x - 4, y + 2)} L{At(x, y + 7)} L{At(x + 4, y + 2)}"));
        yield return new(Words.Of("chart.legend-letters"), (canvas, x, y) => canvas.Text("a b", x - 9, y + 4, TextStyle.Small));
    }
}
