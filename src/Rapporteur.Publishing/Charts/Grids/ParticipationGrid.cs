using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Meetings in rows, sides in columns: who asks for it, who declines it by its own word, who is only named.</summary>
public sealed record ParticipationGrid : Chart
{
    /// <summary>Most meetings that are drawn.</summary>
    public const int MostRows = 24;

    private const int Width = 1000;
    private const int Left = 330;
    private readonly ImmutableArray<string> _sides;
    private readonly ImmutableArray<SeatRow> _all;
    private readonly ImmutableArray<SeatRow> _rows;
    private readonly GridFrame _frame;
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="sides">Names of the sides, those most often concerned first.</param>
    /// <param name="rows">The meetings, the most important first.</param>
    public ParticipationGrid(string id, ImmutableArray<string> sides, ImmutableArray<SeatRow> rows)
        : base(id, Words.Of("chart.participation"), Words.Fill("chart.participation-description", ("n", Words.Number(Math.Min(MostRows, rows.Length))), ("all", Words.Number(rows.Length))))
    {
        var columns = GridFrame.Fitting(sides.Length, Left, Width);
        // A row of which nothing would be seen is not drawn.
        (_sides, _all, _rows) = (sides, rows, [.. rows.Where(r => r.Seats.Take(columns).Any(s => s is not null)).Take(MostRows)]);
        _frame = new(sides, _rows.Length, Left, Width, 38);
        _legend = new(Shown().Select(s => s.Sign.Seat).Distinct().Order().Select(s => LegendEntry.Of(Name(s), Shape(s).Glyph, Shape(s).Kind)), 8, _frame.Width - 16);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("meeting state who seat", _all.SelectMany(r => r.Seats.Select((s, i) => (Sign: s, Side: _sides[i])).Where(s => s.Sign is not null)
        .Select(s => new ChartRow([r.Name, r.State, s.Side, Name(s.Sign!.Seat)], s.Sign.Mark.Href))));

    private protected override (int Width, int Height) Size => (_frame.Width, _frame.Bottom + _legend.Height + (Rest().Length > 0 ? 18 : 0));

    private protected override void Draw(Canvas canvas)
    {
        _frame.Draw(canvas, Words.Of("header.meeting"));
        for (var row = 0; row < _frame.Rows; row++)
        {
            var middle = _frame.Middle(row, 0).Y;
            canvas.Text(TextStyle.Label.Fit(_rows[row].Name, Left - 20), 8, middle - 3);
            canvas.Text(TextStyle.Small.Fit(_rows[row].State, Left - 20), 8, middle + 12, TextStyle.Small);
            canvas.List(_rows[row].Name, () =>
            {
                foreach (var (sign, at, column) in Shown().Where(s => s.Row == row))
                    canvas.Mark(sign.Mark, "seat", () => canvas.Shape(Shape(sign.Seat).Glyph, Shape(sign.Seat).Kind, _frame.Middle(at, column).X, middle, 6.5));
            });
        }

        _legend.Draw(canvas, _frame.Bottom);
        canvas.Text(TextStyle.Small.Fit(Rest(), _frame.Width - 16), 8, _frame.Bottom + _legend.Height + 10, TextStyle.Small);
    }

    private IEnumerable<(SeatSign Sign, int Row, int Column)> Shown()
    {
        for (var row = 0; row < _frame.Rows; row++)
            for (var column = 0; column < _frame.Columns; column++)
                if (_rows[row].Seats[column] is { } sign) yield return (sign, row, column);
    }

    private string Rest() => GridRest.Of(_all.Length - _rows.Length, _sides.Length - _frame.Columns);

    private static string Name(Seat seat) => Words.Of("chart.seat-" + Words.Code(seat));

    private static (Glyph Glyph, string Kind) Shape(Seat seat) => seat switch
    {
        Seat.Asks => (Glyph.Call, "ask"),
        Seat.Declines => (Glyph.Barred, "stuck"),
        _ => (Glyph.Dot, "agree"),
    };
}
