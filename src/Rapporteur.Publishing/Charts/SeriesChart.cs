using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>How a result of a model changes with one of its inputs.</summary>
public sealed record SeriesChart : Chart
{
    private const int Left = 70;
    private const int Top = 16;
    private const int Plot = 460;
    private const int Height = 260;
    private readonly ComparativeStatics _statics;
    private readonly double _lowAt;
    private readonly double _highAt;
    private readonly double _low;
    private readonly double _high;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="statics">The series; at least one point.</param>
    public SeriesChart(string id, ComparativeStatics statics)
        : base(id, Words.Fill("chart.series", ("result", statics.Result), ("input", statics.Input)), Words.Fill("chart.series-description", ("result", statics.Result), ("input", statics.Input), ("direction", statics.Direction)))
    {
        _statics = statics;
        (_lowAt, _highAt) = Ends([.. statics.Points.Select(p => p.At)]);
        (_low, _high) = Ends([.. statics.Points.Select(p => p.Value).Where(double.IsFinite)]);
    }

    private protected override (int Width, int Height) Size => (Left + Plot + 30, Top + Height + 56);

    private protected override void Draw(Markup svg)
    {
        for (var i = 0; i <= 4; i++)
        {
            var (at, value) = (_lowAt + ((_highAt - _lowAt) * i / 4), _low + ((_high - _low) * i / 4));
            svg.Open("path", ("class", "tick"), ("d", $"M{Left},{At(Y(value))} L{Left + Plot},{At(Y(value))}"));
            svg.Close("path");
            svg.Element("text", Number(value), ("class", "scale end"), ("x", Words.Number(Left - 8)), ("y", At(Y(value) + 4)));
            svg.Element("text", Number(at), ("class", "scale middle"), ("x", At(X(at))), ("y", Words.Number(Top + Height + 20)));
        }

        var (path, isOpen) = (new System.Text.StringBuilder(), false);
        foreach (var point in _statics.Points)
        {
            // Where a result does not exist the line is broken.
            isOpen &= double.IsFinite(point.Value);
            if (!double.IsFinite(point.Value)) continue;
            path.Append(isOpen ? " L" : " M").Append(At(X(point.At))).Append(',').Append(At(Y(point.Value)));
            isOpen = true;
        }

        svg.Open("path", ("class", "outcome"), ("d", path.ToString().Trim()));
        svg.Close("path");
        svg.Element("text", _statics.Input, ("class", "middle"), ("x", Words.Number(Left + (Plot / 2))), ("y", Words.Number(Top + Height + 44)));
        svg.Element("text", TextWidth.Fit(_statics.Result, 12, Height), ("class", "middle"), ("x", "0"), ("y", "0"), ("transform", $"translate(14 {Top + (Height / 2)}) rotate(-90)"));
    }

    private static (double Low, double High) Ends(double[] values)
    {
        if (values.Length == 0) return (0, 1);
        var (low, high) = (values.Min(), values.Max());
        return high - low < 1e-12 ? (low - 0.5, high + 0.5) : (low, high);
    }

    private double X(double at) => Left + (Plot * (at - _lowAt) / (_highAt - _lowAt));

    private double Y(double value) => Top + Height - (Height * (value - _low) / (_high - _low));

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string At(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
