using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>An entry of a legend.</summary>
/// <param name="Text">What the mark means.</param>
/// <param name="Draw">Draws the mark around a place, at most 24 pixels wide and 12 high.</param>
internal sealed record LegendEntry(string Text, Action<Canvas, double, double> Draw)
{
    /// <summary>An entry of a shape.</summary>
    public static LegendEntry Of(string text, Glyph glyph, string kind) => new(text, (canvas, x, y) => canvas.Shape(glyph, kind, x, y));

    /// <summary>An entry of a line with an end.</summary>
    public static LegendEntry Of(string text, string kind, string? end = null) =>
        new(text, (canvas, x, y) => canvas.Path(kind, $"M{Pixels.At(x - 12, y)} L{Pixels.At(x + 11, y)}", end is null ? null : canvas.Arrow(end)));
}

/// <summary>What the marks of a chart mean, in rows under it.</summary>
internal sealed class Legend
{
    private const int RowHeight = 20;
    private const int Mark = 30;
    private const int Gap = 18;
    private readonly ImmutableArray<(LegendEntry Entry, double X, int Row)> _places;

    /// <summary>Lays the entries out in rows of a width.</summary>
    public Legend(IEnumerable<LegendEntry> entries, double left, double width)
    {
        var places = ImmutableArray.CreateBuilder<(LegendEntry, double, int)>();
        var (x, row) = (0.0, 0);
        foreach (var entry in entries)
        {
            var wide = Mark + TextStyle.Small.Width(entry.Text) + Gap;
            if (x > 0 && x + wide - Gap > width) (x, row) = (0, row + 1);
            places.Add((entry with { Text = TextStyle.Small.Fit(entry.Text, width - Mark) }, left + x, row));
            x += wide;
        }

        _places = places.ToImmutable();
        Height = places.Count == 0 ? 0 : ((row + 1) * RowHeight) + 8;
    }

    /// <summary>Height in pixels; nothing without entries.</summary>
    public int Height { get; }

    /// <summary>Draws it below a height.</summary>
    public void Draw(Canvas canvas, double top)
    {
        foreach (var (entry, x, row) in _places)
        {
            var y = top + 8 + (row * RowHeight) + (RowHeight / 2.0);
            entry.Draw(canvas, x + 12, y);
            canvas.Text(entry.Text, x + Mark, y + 4, TextStyle.Small);
        }
    }
}
