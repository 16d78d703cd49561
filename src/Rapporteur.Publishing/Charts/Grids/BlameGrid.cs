using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Who blames in rows, who is blamed in columns: a square for each pair, the greater the more often, with the number in it.</summary>
public sealed record BlameGrid : Chart
{
    /// <summary>Most rows that are drawn.</summary>
    public const int MostRows = 20;

    private const int Width = 1000;
    private const int Left = 220;
    private const int Row = 40;
    private const double Greatest = 32;
    private readonly ImmutableArray<string> _sides;
    private readonly ImmutableArray<BlameRow> _all;
    private readonly ImmutableArray<BlameRow> _rows;
    private readonly GridFrame _frame;
    private readonly int _most;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="sides">Names of those who are blamed, the most often first.</param>
    /// <param name="rows">Those who blame, in the order of the brief.</param>
    public BlameGrid(string id, ImmutableArray<string> sides, ImmutableArray<BlameRow> rows)
        : base(id, Words.Of("chart.blame"), Words.Of("chart.blame-description"))
    {
        var columns = GridFrame.Fitting(sides.Length, Left, Width);
        // A row of which nothing would be seen is not drawn.
        (_sides, _all, _rows) = (sides, rows, [.. rows.Where(r => r.Signs.Take(columns).Any(s => s is not null)).Take(MostRows)]);
        _frame = new(sides, _rows.Length, Left, Width, Row);
        _most = Math.Max(1, rows.SelectMany(r => r.Signs).Max(s => s?.Count) ?? 1);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("who-blames on n", _all.SelectMany(r => r.Signs.Select((s, i) => (Sign: s, Side: _sides[i])).Where(s => s.Sign is not null)
        .Select(s => new ChartRow([r.Name, s.Side, Words.Number(s.Sign!.Count)], s.Sign.Mark.Href))));

    private protected override (int Width, int Height) Size => (Math.Max(480, _frame.Width), _frame.Bottom + 28);

    private protected override void Draw(Canvas canvas)
    {
        _frame.Draw(canvas, Words.Of("header.who-blames"));
        for (var row = 0; row < _frame.Rows; row++)
        {
            canvas.Text(TextStyle.Label.Fit(_rows[row].Name, Left - 20), 8, _frame.Middle(row, 0).Y + 4);
            canvas.List(_rows[row].Name, () =>
            {
                for (var column = 0; column < _frame.Columns; column++)
                    if (_rows[row].Signs[column] is { } sign) Square(canvas, sign, _frame.Middle(row, column));
            });
        }

        var rest = GridRest.Of(_all.Length - _rows.Length, _sides.Length - _frame.Columns);
        canvas.Text(TextStyle.Small.Fit(string.Join(" · ", new[] { Words.Of("chart.blame-note"), rest }.Where(t => t.Length > 0)), Size.Width - 16), 8, _frame.Bottom + 18, TextStyle.Small);
    }

    // The area stands for the count. The number stands beside a square that is too small for it.
    private void Square(Canvas canvas, BlameSign sign, (double X, double Y) at)
    {
        var side = Math.Max(8, Greatest * Math.Sqrt(sign.Count / (double)_most));
        canvas.Mark(sign.Mark, "blame", () =>
        {
            canvas.Rect("cell-frame", at.X - (side / 2), at.Y - (side / 2), side, side);
            var text = Words.Number(sign.Count);
            var inside = TextStyle.Number.Width(text) + 4 <= side && side >= 16;
            canvas.Text(text, inside ? at.X : at.X + (side / 2) + 4, at.Y + 4, TextStyle.Number, inside ? TextEnd.Middle : TextEnd.Start);
        });
    }
}
