using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What each range does to the outcome alone: a bar for each number, the greatest swing first.</summary>
public sealed record TornadoChart : Chart
{
    private const int Left = 250;
    private const int Top = 16;
    private const int Plot = 420;
    private const int Row = 26;
    private const int Most = 24;
    private readonly StakeholderTable _table;
    private readonly ImmutableArray<TornadoBar> _bars;
    private readonly double _outcome;
    private readonly double _low;
    private readonly double _high;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="sensitivity">What was asked of one issue; with its tornado.</param>
    public TornadoChart(string id, string model, PositionForecast forecast, DimensionSensitivity sensitivity)
        : base(id, Words.Fill("chart.tornado", ("issue", forecast.Run.Table.Dimensions[sensitivity.Dimension].Name), ("model", model)),
            Words.Fill("chart.tornado-description", ("value", Number(forecast.Run.Forecast[sensitivity.Dimension]))))
    {
        _table = forecast.Run.Table;
        _bars = [.. (sensitivity.Tornado ?? []).Take(Most)];
        _outcome = forecast.Run.Forecast[sensitivity.Dimension];
        double[] all = [_outcome, .. _bars.SelectMany(b => new[] { b.AtLow, b.AtHigh })];
        (_low, _high) = (all.Min(), all.Max());
        if (_high - _low < 1e-9) (_low, _high) = (_low - 0.5, _high + 0.5);
    }

    private protected override (int Width, int Height) Size => (Left + Plot + 60, Top + (_bars.Length * Row) + 40);

    private protected override void Draw(Markup svg)
    {
        var bottom = Top + (_bars.Length * Row) + 6;
        for (var i = 0; i <= 4; i++)
        {
            var value = _low + ((_high - _low) * i / 4);
            svg.Open("path", ("class", "tick"), ("d", $"M{At(X(value))},{Top} L{At(X(value))},{bottom}"));
            svg.Close("path");
            svg.Element("text", Number(value), ("class", "scale middle"), ("x", At(X(value))), ("y", Words.Number(bottom + 18)));
        }

        for (var row = 0; row < _bars.Length; row++) Bar(svg, _bars[row], Top + (row * Row));
        svg.Open("path", ("class", "outcome"), ("d", $"M{At(X(_outcome))},{Top} L{At(X(_outcome))},{bottom}"));
        svg.Close("path");
    }

    private void Bar(Markup svg, TornadoBar bar, int y)
    {
        svg.Element("text", TextWidth.Fit(bar.Number.In(_table), 12, Left - 20), ("class", "label end"), ("x", Words.Number(Left - 10)), ("y", Words.Number(y + 17)));
        var (one, other) = (Math.Min(bar.AtLow, bar.AtHigh), Math.Max(bar.AtLow, bar.AtHigh));
        svg.Open("g", ("class", "swing"));
        svg.Element("title", $"{Number(bar.Low)} → {Number(bar.AtLow)}, {Number(bar.High)} → {Number(bar.AtHigh)}");
        svg.Open("rect", ("x", At(X(one))), ("y", Words.Number(y + 4)), ("width", At(Math.Max(1, X(other) - X(one)))), ("height", Words.Number(Row - 8)));
        svg.Close("rect");
        // Which end the greater value of the number leads to.
        svg.Open("circle", ("cx", At(X(bar.AtHigh))), ("cy", At(y + (Row / 2.0))), ("r", "4"));
        svg.Close("circle");
        svg.Close("g");
    }

    private double X(double value) => Left + (Plot * (value - _low) / (_high - _low));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string At(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
