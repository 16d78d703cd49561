using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A point at its place.</summary>
/// <param name="Point">The point.</param>
/// <param name="X">Its place across.</param>
/// <param name="Y">Its place down.</param>
/// <param name="Label">Number and letter of its source.</param>
/// <param name="LabelX">Where the label begins.</param>
/// <param name="LabelY">Its baseline.</param>
/// <param name="HasLabel">Whether there is room for it.</param>
internal sealed record FigurePlace(FigurePoint Point, double X, double Y, string Label, double LabelX, double LabelY, bool HasLabel);

/// <summary>Places the points of one series: those of one day stand beside each other, and a label that would touch another is left out.</summary>
internal sealed class FigurePanel
{
    public const int Width = 490;
    public const int Height = 232;
    public const int PlotLeft = 58;
    public const int PlotTop = 44;
    public const int PlotBottom = 172;
    private const int UndatedWidth = 78;
    private const double Dodge = 13;

    public FigurePanel(FigureSeries series, double left, double top)
    {
        (Series, Left, Top) = (series, left, top);
        Values = new(0, Math.Max(1e-9, series.Points.Max(p => p.Value)), top + PlotBottom, top + PlotTop + 14, (int)Math.Clamp(series.Points.Max(p => p.Value), 1, 4));
        var days = series.Points.Select(p => p.Day).OfType<DateOnly>().ToImmutableArray();
        HasUndated = series.Points.Any(p => p.Day is null);
        var start = left + PlotLeft + (HasUndated && !days.IsEmpty ? UndatedWidth : 0);
        if (!days.IsEmpty) Days = new(days.Min(), days.Max(), start, left + Width - 70 - start);
        Sources = [.. series.Points.Select(p => p.Source).Distinct(StringComparer.Ordinal)];
        Places = Place();
    }

    public FigureSeries Series { get; }

    public double Left { get; }

    public double Top { get; }

    public ValueScale Values { get; }

    /// <summary>Axis of days; null where no point has one.</summary>
    public TimeScale? Days { get; }

    public bool HasUndated { get; }

    /// <summary>Sources in the order of their letters.</summary>
    public ImmutableArray<string> Sources { get; }

    public ImmutableArray<FigurePlace> Places { get; }

    /// <summary>Letter of a source; its number beyond z.</summary>
    public string Letter(string source)
    {
        var place = Sources.IndexOf(source);
        return place < 26 ? ((char)('a' + place)).ToString() : Words.Number(place + 1);
    }

    private ImmutableArray<FigurePlace> Place()
    {
        var dots = new List<(FigurePoint Point, double X, double Y)>();
        var next = Left + PlotLeft + 10;
        foreach (var point in Series.Points)
        {
            var y = Values.At(point.Value);
            double x;
            if (point.Day is { } day) x = Days!.Middle(day);
            else
            {
                x = next;
                next += Dodge;
                if (next > Left + (Days is null ? Width - 80 : PlotLeft + UndatedWidth - 12)) next = Left + PlotLeft + 10;
            }

            while (dots.Exists(t => Math.Abs(t.X - x) < Dodge && Math.Abs(t.Y - y) < Dodge) && x < Left + Width - 20) x += Dodge;
            dots.Add((point, x, y));
        }

        var taken = new List<(double X, double Y, double Wide)>();
        return [.. dots.Select(d => Labelled(d.Point, d.X, d.Y, dots, taken))];
    }

    // The label stands to the right of its mark, else above it in one of some rows, where it touches neither a mark nor another label; else it is left out.
    private FigurePlace Labelled(FigurePoint point, double x, double y, List<(FigurePoint Point, double X, double Y)> dots, List<(double X, double Y, double Wide)> taken)
    {
        var label = $"{Sign(point.Bound)}{Pixels.Value(point.Value)} {Letter(point.Source)}";
        var wide = TextStyle.Small.Width(label);
        foreach (var (dx, dy) in ((double, double)[])[(9, 4), (-4, -10), (-4, -23), (-4, -36), (-4, -49), (-4, -62)])
        {
            var (left, baseline) = (x + dx, y + dy);
            if (left + wide > Left + Width || baseline < Top + PlotTop - 2) continue;
            if (taken.Exists(t => Math.Abs(t.Y - baseline) < 12.5 && t.X < left + wide + 3 && left < t.X + t.Wide + 3)) continue;
            if (dots.Exists(t => (t.X, t.Y) != (x, y) && t.X + 6 > left && t.X - 6 < left + wide && t.Y + 6 > baseline - 9 && t.Y - (t.Point.Bound == FigureBound.AtLeast ? 18 : 6) < baseline + 2)) continue;
            if (dy < 0 && point.Bound == FigureBound.AtLeast && dy > -20) continue;
            taken.Add((left, baseline, wide));
            return new(point, x, y, label, left, baseline, true);
        }

        return new(point, x, y, label, 0, 0, false);
    }

    /// <summary>What stands before a number.</summary>
    public static string Sign(FigureBound bound) => bound switch { FigureBound.About => "~", FigureBound.AtLeast => "≥", FigureBound.AtMost => "≤", _ => "" };
}
