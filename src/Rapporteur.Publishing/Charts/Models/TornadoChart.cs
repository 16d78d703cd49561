using System.Collections.Immutable;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>What each range does to the outcome alone: a bar for each number, the greatest swing first.</summary>
public sealed record TornadoChart : Chart
{
    private const int Left = 250;

    // Where no common sans serif is there, letters are wider by a seventh (DejaVu Sans).
    private const double WideFont = 1.15;
    private const int Top = 16;
    private const int Plot = 420;
    private const int Row = 26;
    private const int Most = 24;
    private readonly StakeholderTable _table;
    private readonly ImmutableArray<TornadoBar> _all;
    private readonly ImmutableArray<TornadoBar> _bars;
    private readonly double _outcome;
    private readonly ValueScale _scale;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="sensitivity">What was asked of one issue; with its tornado.</param>
    public TornadoChart(string id, string model, PositionForecast forecast, DimensionSensitivity sensitivity)
        : base(id, Words.Fill("chart.tornado", ("issue", forecast.Run.Table.Dimensions[sensitivity.Dimension].Name), ("model", model)),
            Words.Fill("chart.tornado-description", ("value", Value(forecast.Run.Forecast[sensitivity.Dimension]))))
    {
        _table = forecast.Run.Table;
        _all = [.. sensitivity.Tornado ?? []];
        _bars = [.. _all.Take(Most)];
        _outcome = forecast.Run.Forecast[sensitivity.Dimension];
        double[] all = [_outcome, .. _bars.SelectMany(b => new[] { b.AtLow, b.AtHigh })];
        _scale = new(all.Min(), all.Max(), Left, Left + Plot);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("input low at-low high at-high", _all.Select(b => new ChartRow([b.Number.In(_table), Value(b.Low), Value(b.AtLow), Value(b.High), Value(b.AtHigh)])));

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Left + Plot + 60, Top + (_bars.Length * Row) + 40 + (_all.Length > Most ? 18 : 0));

    private protected override void Draw(Canvas canvas)
    {
        var bottom = Top + (_bars.Length * Row) + 6;
        Axes.Across(canvas, _scale, Top, bottom);
        canvas.List(Title, () =>
        {
            for (var row = 0; row < _bars.Length; row++) Bar(canvas, _bars[row], Top + (row * Row));
        });
        canvas.Line("outcome", _scale.At(_outcome), Top, _scale.At(_outcome), bottom);
        if (_all.Length > Most) canvas.Text(Words.Count("header.more", _all.Length - Most), Left - 10, bottom + 34, TextStyle.Small, TextEnd.End);
    }

    private void Bar(Canvas canvas, TornadoBar bar, int y)
    {
        canvas.Text(TextStyle.Label.Fit(bar.Number.In(_table), (Left - 20) / WideFont), Left - 10, y + 17, end: TextEnd.End);
        var (one, other) = (_scale.At(Math.Min(bar.AtLow, bar.AtHigh)), _scale.At(Math.Max(bar.AtLow, bar.AtHigh)));
        canvas.Mark(new($"{bar.Number.In(_table)}: {Value(bar.Low)} → {Value(bar.AtLow)}, {Value(bar.High)} → {Value(bar.AtHigh)}"), "swing", () =>
        {
            canvas.Rect("bar", one, y + 4, Math.Max(1, other - one), Row - 8);
            // Which end the greater value of the number leads to.
            canvas.Circle("full", _scale.At(bar.AtHigh), y + (Row / 2.0), 4);
        });
    }
}
