using System.Collections.Immutable;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>What came of forecasts of like probability (reliability diagram; Murphy and Winkler 1977).</summary>
public sealed record CalibrationChart : Chart
{
    private const int Left = 64;
    private const int Top = 16;
    private const int Side = 360;
    private static readonly ValueScale AcrossScale = new(0, 1, Left, Left + Side);
    private static readonly ValueScale UpScale = new(0, 1, Top + Side, Top);
    private readonly ImmutableArray<CalibrationRow> _rows;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="rows">Forecasts by probability.</param>
    public CalibrationChart(string id, ImmutableArray<CalibrationRow> rows)
        : base(id, Words.Of("chart.calibration"), Words.Of("chart.calibration-description"))
    {
        _rows = [.. rows.Where(r => r is { Count: > 0, Forecast: not null, Happened: not null })];
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("probability came-true n", _rows.Select(r => new ChartRow([Value(r.Forecast!.Value), Value(r.Happened!.Value), Words.Number(r.Count)])));

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Left + Side + 30, Top + Side + 56);

    private protected override void Draw(Canvas canvas)
    {
        Axes.Across(canvas, AcrossScale, Top, Top + Side);
        Axes.Up(canvas, UpScale, Left, Left + Side);
        canvas.Line("day", Left, Top + Side, Left + Side, Top);
        var most = _rows.IsEmpty ? 1 : _rows.Max(r => r.Count);
        canvas.List(Title, () =>
        {
            foreach (var row in _rows)
                canvas.Mark(new($"{Value(row.Forecast!.Value)} → {Value(row.Happened!.Value)}, n = {Words.Number(row.Count)}"), "package",
                    () => canvas.Circle("full", AcrossScale.At(row.Forecast.Value), UpScale.At(row.Happened.Value), 4 + (10 * Math.Sqrt(row.Count / (double)most))));
        });
        canvas.Text(Words.Of("chart.forecast-probability"), Left + (Side / 2), Top + Side + 42, end: TextEnd.Middle);
        canvas.Upright(Words.Of("chart.came-true"), 16, Top + (Side / 2));
    }
}
