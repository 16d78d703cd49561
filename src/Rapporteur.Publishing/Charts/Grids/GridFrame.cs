using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Rows and columns of a grid with their headings.</summary>
internal sealed class GridFrame
{
    private const int Widest = 120;
    private const int Narrowest = 64;
    private readonly int _rowHeight;
    private readonly ImmutableArray<IReadOnlyList<string>> _headings;

    /// <summary>Lays a grid out.</summary>
    /// <param name="columns">Headings of the columns; those beyond the width are left out.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="left">Width of the headings of the rows.</param>
    /// <param name="width">Width of all.</param>
    /// <param name="rowHeight">Height of a row.</param>
    public GridFrame(ImmutableArray<string> columns, int rows, int left, int width, int rowHeight)
    {
        (Rows, Left, _rowHeight) = (rows, left, rowHeight);
        Columns = Fitting(columns.Length, left, width);
        ColumnWidth = Columns == 0 ? Widest : Math.Min(Widest, (width - left) / (double)Columns);
        _headings = [.. columns.Take(Columns).Select(c => TextWidth.Wrap(c, 12, ColumnWidth - 10, 2))];
        Top = 20 + (15 * Math.Max(1, _headings.IsEmpty ? 1 : _headings.Max(h => h.Count)));
        Width = (int)Math.Ceiling(left + (Columns * ColumnWidth));
    }

    /// <summary>How many of some columns there is room for.</summary>
    public static int Fitting(int columns, int left, int width) => Math.Min(columns, (width - left) / Narrowest);

    public int Rows { get; }

    public int Left { get; }

    /// <summary>How many columns there is room for.</summary>
    public int Columns { get; }

    public double ColumnWidth { get; }

    public int Top { get; }

    public int Width { get; }

    public int Bottom => Top + (Rows * _rowHeight) + 2;

    /// <summary>Middle of a cell.</summary>
    public (double X, double Y) Middle(int row, int column) => (Left + (ColumnWidth * (column + 0.5)), Top + (_rowHeight * (row + 0.5)));

    /// <summary>Draws headings and lines.</summary>
    public void Draw(Canvas canvas, string corner)
    {
        canvas.Text(TextStyle.Small.Fit(corner, Left - 16), 8, Top - 8, TextStyle.Small);
        for (var i = 0; i < Columns; i++)
            for (var line = 0; line < _headings[i].Count; line++)
                canvas.Text(TextStyle.Strong.Fit(_headings[i][line], ColumnWidth - 6), Left + (ColumnWidth * (i + 0.5)), Top - 8 - ((_headings[i].Count - 1 - line) * 14), TextStyle.Strong, TextEnd.Middle);
        for (var row = 0; row <= Rows; row++) canvas.Line(row == 0 ? "rule" : "tick", 0, Top + (row * _rowHeight), Width, Top + (row * _rowHeight));
    }
}
