using System.Collections.Immutable;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>What may come of one issue, as quantiles.</summary>
/// <param name="Name">The issue.</param>
/// <param name="Low">Low end of its scale.</param>
/// <param name="High">High end of its scale.</param>
/// <param name="Quantiles">The quantiles of 5, 10, 25, 50, 75, 90 and 95 per cent.</param>
/// <param name="Compromise">The compromise mean beside it; null where there is none.</param>
public sealed record FanRow(string Name, double Low, double High, ImmutableArray<double> Quantiles, double? Compromise);

/// <summary>Forecasts of several issues below each other: the darker, the likelier, each on its own scale.</summary>
public sealed record FanChart : Chart
{
    /// <summary>Most issues that are drawn.</summary>
    public const int Most = 40;

    private const int Width = 860;
    private const int Left = 300;
    private const int Right = 820;
    private const int Top = 12;
    private const int Row = 46;
    private readonly ImmutableArray<FanRow> _all;
    private readonly ImmutableArray<FanRow> _rows;
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="rows">The issues; each with seven quantiles.</param>
    public FanChart(string id, string model, ImmutableArray<FanRow> rows)
        : base(id, Words.Fill("chart.fans", ("model", model)), Words.Fill("chart.fans-description", ("n", Words.Number(rows.Length))))
    {
        foreach (var row in rows) ArgumentOutOfRangeException.ThrowIfNotEqual(row.Quantiles.Length, 7, nameof(rows));
        (_all, _rows) = (rows, [.. rows.Take(Most)]);
        _legend = new(Entries(), 8, Width - 16);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("issue q05 q10 q25 q50 q75 q90 q95 compromise", _all.Select(r => new ChartRow([r.Name, .. r.Quantiles.Select(Value), r.Compromise is { } mean ? Value(mean) : ""])));

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Width, Bottom + _legend.Height + (_all.Length > Most ? 18 : 0));

    private int Bottom => Top + (_rows.Length * Row);

    private protected override void Draw(Canvas canvas)
    {
        canvas.List(Title, () =>
        {
            for (var i = 0; i < _rows.Length; i++) Fan(canvas, _rows[i], Top + (i * Row));
        });
        _legend.Draw(canvas, Bottom);
        if (_all.Length > Most) canvas.Text(Words.Count("header.more", _all.Length - Most), 8, Bottom + _legend.Height + 10, TextStyle.Small);
    }

    private static void Fan(Canvas canvas, FanRow row, int top)
    {
        var scale = new ValueScale(row.Low, row.High, Left, Right, isRound: false);
        canvas.Lines(TextWidth.Wrap(row.Name, 12, Left - 30, 2), 8, top + 14, apart: 14);
        foreach (var value in scale.Ticks())
        {
            canvas.Line("tick", scale.At(value), top, scale.At(value), top + 28);
            canvas.Text(Value(value), scale.At(value), top + 40, TextStyle.Scale, TextEnd.Middle);
        }

        canvas.Mark(new($"{row.Name}: {Value(row.Quantiles[3])} ({Value(row.Quantiles[1])}–{Value(row.Quantiles[5])})"), "fan", () =>
        {
            for (var i = 0; i < 3; i++)
            {
                var (from, to) = (scale.At(row.Quantiles[i]), scale.At(row.Quantiles[^(i + 1)]));
                canvas.Rect("band", from, top + 4 + (i * 2), to - from, 20 - (i * 4), round: 0);
            }

            // The ends of the widest band, for print.
            canvas.Path("edge", $"M{At(scale.At(row.Quantiles[0]), top + 4)} v20 M{At(scale.At(row.Quantiles[^1]), top + 4)} v20");
            canvas.Line("outcome", scale.At(row.Quantiles[3]), top + 1, scale.At(row.Quantiles[3]), top + 27);
            if (row.Compromise is { } mean) canvas.Shape(Glyph.Frame, "ask", scale.At(mean), top + 14, 4.5);
        });
    }

    private IEnumerable<LegendEntry> Entries()
    {
        yield return new(Words.Of("chart.legend-bands"), (canvas, x, y) => canvas.Group("fan", () =>
        {
            for (var i = 0; i < 3; i++) canvas.Rect("band", x - 12 + (i * 4), y - 6 + (i * 1.5), 24 - (i * 8), 12 - (i * 3));
        }));
        yield return new(Words.Of("chart.legend-median"), (canvas, x, y) => canvas.Line("outcome", x, y - 7, x, y + 7));
        if (_rows.Any(r => r.Compromise is not null)) yield return LegendEntry.Of(Words.Of("chart.compromise"), Glyph.Frame, "ask");
    }
}
