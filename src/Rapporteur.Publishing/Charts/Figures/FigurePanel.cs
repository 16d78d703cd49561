using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A point at its place.</summary>
internal sealed record FigurePlace(FigurePoint Point, double X, double Y, string Label, bool HasLabel);

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
        var places = ImmutableArray.CreateBuilder<FigurePlace>();
        var taken = new List<(double X, double Y)>();
        var labels = new List<(double X, double Y, double Wide)>();
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

            while (taken.Exists(t => Math.Abs(t.X - x) < Dodge && Math.Abs(t.Y - y) < Dodge) && x < Left + Width - 20) x += Dodge;
            taken.Add((x, y));
            var label = $"{Sign(point.Bound)}{Pixels.Value(point.Value)} {Letter(point.Source)}";
            var wide = TextStyle.Small.Width(label);
            var isFree = x + 9 + wide <= Left + Width && !labels.Exists(l => Math.Abs(l.Y - y) < 13 && l.X < x + 9 + wide && x + 9 < l.X + l.Wide);
            if (isFree) labels.Add((x + 9, y, wide));
            places.Add(new(point, x, y, label, isFree));
        }

        // A label gives way to a mark that was placed after it.
        return [.. places.Select(p => p with { HasLabel = p.HasLabel && !taken.Exists(t => Math.Abs(t.Y - p.Y) < 10 && t.X > p.X + 1 && t.X - 6 < p.X + 9 + TextStyle.Small.Width(p.Label)) })];
    }

    /// <summary>What stands before a number.</summary>
    public static string Sign(FigureBound bound) => bound switch { FigureBound.About => "~", FigureBound.AtLeast => "≥", FigureBound.AtMost => "≤", _ => "" };
}
