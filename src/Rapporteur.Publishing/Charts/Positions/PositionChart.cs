using System.Collections.Immutable;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Issues with their options in rows, sides in columns: who wants what, how firmly, what it refuses, and an arrow from where it stood to where it stands.</summary>
public sealed record PositionChart : Chart
{
    /// <summary>Most options of an issue that are drawn.</summary>
    public const int MostOptions = 12;

    /// <summary>Most issues that are drawn.</summary>
    public const int MostIssues = 12;

    private const int Width = 1000;
    private const int Left = 380;
    private const int Head = 26;
    private const int Row = 34;
    private readonly ImmutableArray<string> _sides;
    private readonly ImmutableArray<PositionIssue> _all;
    private readonly ImmutableArray<PositionIssue> _shown;
    private readonly int _rowsLeft;
    private readonly GridFrame _frame;
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="sides">Names of the sides, the most important first.</param>
    /// <param name="issues">The issues.</param>
    public PositionChart(string id, ImmutableArray<string> sides, ImmutableArray<PositionIssue> issues)
        : base(id, Words.Of("chart.positions"), Words.Fill("chart.positions-description", ("n", Words.Number(issues.Length))))
    {
        (_sides, _all) = (sides, issues);
        _frame = new(sides, 0, Left, Width, Row);
        var shown = issues.Take(MostIssues).Select(i => Visible(i, _frame.Columns)).ToImmutableArray();
        _shown = shown.RemoveAll(i => i.Options.IsEmpty);
        _rowsLeft = issues.Take(MostIssues).Sum(i => i.Options.Length) - _shown.Sum(i => i.Options.Length) + issues.Skip(MostIssues).Sum(i => i.Options.Length);
        _legend = new(Entries(), 8, _frame.Width - 16);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("issue option who stands move", _all.SelectMany(i => i.Options.SelectMany(o => o.Signs.Select((s, side) => (Sign: s, Side: _sides[side])).Where(s => s.Sign is not null)
        .Select(s => new ChartRow([i.Name, o.Name, s.Side, Stands(s.Sign!), s.Sign!.Move is { } move ? Words.Of("move", move) : ""], s.Sign.Mark.Href)))));

    private protected override (int Width, int Height) Size => (_frame.Width, Bottom + _legend.Height + (Rest().Length > 0 ? 18 : 0));

    private protected override ImmutableArray<string> Uses => [Patterns.Head];

    private int Bottom => _frame.Top + _shown.Sum(Height) + 4;

    private static int Height(PositionIssue issue) => Head + (Math.Min(MostOptions, issue.Options.Length) * Row) + (issue.Options.Length > MostOptions ? 16 : 0);

    private static string Stands(PositionSign sign) => sign.IsPast ? Words.Of("chart.stood") : Words.Of("chart.stands", sign.Firmness);

    private protected override void Draw(Canvas canvas)
    {
        _frame.Draw(canvas, Words.Of("header.issue"));
        var y = _frame.Top;
        foreach (var issue in _shown)
        {
            Issue(canvas, issue, y);
            y += Height(issue);
        }

        _legend.Draw(canvas, Bottom);
        canvas.Text(TextStyle.Small.Fit(Rest(), _frame.Width - 16), 8, Bottom + _legend.Height + 10, TextStyle.Small);
    }

    private void Issue(Canvas canvas, PositionIssue issue, int top)
    {
        canvas.Rect("row-band", 0, top, _frame.Width, Head - 4, round: 0);
        canvas.Text(TextStyle.Strong.Fit(issue.Name, Left - 24), 8, top + 15, TextStyle.Strong);
        if (issue.IsOrdered) canvas.Text(Words.Of("chart.ordered"), Left, top + 15, TextStyle.Small);
        var shown = Math.Min(MostOptions, issue.Options.Length);
        canvas.List(issue.Name, () =>
        {
            for (var row = 0; row < shown; row++)
            {
                var (option, middle) = (issue.Options[row], Y(top, row));
                if (row > 0) canvas.Line("tick", 0, middle - (Row / 2.0), _frame.Width, middle - (Row / 2.0));
                canvas.Lines(TextWidth.Wrap(option.Name, 12, Left - 36, 2), 20, middle, apart: 14);
                for (var side = 0; side < _frame.Columns; side++)
                    if (option.Signs[side] is { } sign) Sign(canvas, sign, X(side), middle);
            }
        });
        foreach (var shift in issue.Shifts.Where(s => s.Side < _frame.Columns && s.From < shown && s.To < shown && s.From != s.To))
        {
            var (x, down) = (X(shift.Side), shift.To > shift.From ? 1 : -1);
            var (y1, y2) = (Y(top, shift.From) + (down * 4), Y(top, shift.To) - (down * 9));
            var bow = 16 + (2 * Math.Abs(shift.To - shift.From));
            canvas.Path("arrow", $"M{At(x + 7, y1)} C{At(x + bow, y1 + (down * 8))} {At(x + bow, y2 - (down * 8))} {At(x + 5, y2)}", canvas.Arrow(Patterns.Head));
        }

        if (issue.Options.Length > shown) canvas.Text(Words.Count("header.more", issue.Options.Length - shown), 20, top + Head + (shown * Row) + 8, TextStyle.Small);
    }

    private double X(int side) => _frame.Left + (_frame.ColumnWidth * (side + 0.5));

    private static double Y(int top, int row) => top + Head + (Row * (row + 0.5)) - 4;

    private static void Sign(Canvas canvas, PositionSign sign, double x, double y) => canvas.Mark(sign.Mark, "position", () =>
    {
        var (glyph, kind) = Shape(sign);
        canvas.Shape(glyph, kind, x, y, sign.IsPast ? 5 : 6.5);
        if (sign is { IsPast: false, Move: PositionMove.Hardened or PositionMove.Softened or PositionMove.Reversed } moved) canvas.Text(Words.Of("arrow", moved.Move!.Value), x - 20, y + 4, TextStyle.Label);
    });

    private static (Glyph Glyph, string Kind) Shape(PositionSign sign) => sign switch
    {
        { IsPast: true } => (Glyph.Faint, "plain"),
        { Firmness: Firmness.RedLine } => (Glyph.Barred, "stuck"),
        { Firmness: Firmness.Demand } => (Glyph.Dot, "agree"),
        _ => (Glyph.Ring, "agree"),
    };

    // An option of which nothing would be seen is not drawn.
    private static PositionIssue Visible(PositionIssue issue, int columns)
    {
        var kept = issue.Options.Select((o, i) => (Option: o, Place: i)).Where(o => o.Option.Signs.Take(columns).Any(s => s is not null)).ToImmutableArray();
        var now = kept.Select((o, i) => (o.Place, i)).ToDictionary(o => o.Place, o => o.i);
        return issue with { Options = [.. kept.Select(o => o.Option)], Shifts = [.. issue.Shifts.Where(s => now.ContainsKey(s.From) && now.ContainsKey(s.To)).Select(s => s with { From = now[s.From], To = now[s.To] })] };
    }

    private string Rest() => GridRest.Of(_rowsLeft, _sides.Length - _frame.Columns);

    private IEnumerable<LegendEntry> Entries()
    {
        var signs = _shown.SelectMany(i => i.Options).SelectMany(o => o.Signs).OfType<PositionSign>().ToList();
        foreach (var firmness in signs.Where(s => !s.IsPast).Select(s => s.Firmness).Distinct().Order())
        {
            var (glyph, kind) = Shape(new(firmness, false, null, new("")));
            yield return LegendEntry.Of(Words.Of("chart.stands", firmness), glyph, kind);
        }

        if (signs.Exists(s => s.IsPast)) yield return LegendEntry.Of(Words.Of("chart.stood"), Glyph.Faint, "plain");
        if (_shown.Any(i => !i.Shifts.IsEmpty)) yield return LegendEntry.Of(Words.Of("chart.legend-moved"), "arrow", Patterns.Head);
        foreach (var move in signs.Where(s => !s.IsPast).Select(s => s.Move).OfType<PositionMove>().Where(m => m is PositionMove.Hardened or PositionMove.Softened or PositionMove.Reversed).Distinct().Order())
            yield return new(Words.Of("move", move), (canvas, x, y) => canvas.Text(Words.Of("arrow", move), x - 4, y + 4));
    }
}
