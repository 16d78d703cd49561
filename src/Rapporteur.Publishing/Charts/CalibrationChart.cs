using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What came of forecasts of like probability (reliability diagram; Murphy and Winkler 1977).</summary>
public sealed record CalibrationChart : Chart
{
    private const int Left = 64;
    private const int Top = 16;
    private const int Side = 360;
    private readonly ImmutableArray<CalibrationRow> _rows;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="rows">Forecasts by probability.</param>
    public CalibrationChart(string id, ImmutableArray<CalibrationRow> rows)
        : base(id, Words.Of("chart.calibration"), Words.Of("chart.calibration-description"))
    {
        _rows = [.. rows.Where(r => r is { Count: > 0, Forecast: not null, Happened: not null })];
    }

    private protected override (int Width, int Height) Size => (Left + Side + 30, Top + Side + 56);

    private protected override void Draw(Markup svg)
    {
        for (var i = 0; i <= 4; i++)
        {
            var share = i / 4.0;
            svg.Open("path", ("class", "tick"), ("d", $"M{At(X(share))},{Top} L{At(X(share))},{Top + Side} M{Left},{At(Y(share))} L{Left + Side},{At(Y(share))}"));
            svg.Close("path");
            svg.Element("text", share.ToString("0.##", CultureInfo.InvariantCulture), ("class", "scale middle"), ("x", At(X(share))), ("y", Words.Number(Top + Side + 18)));
            svg.Element("text", share.ToString("0.##", CultureInfo.InvariantCulture), ("class", "scale end"), ("x", Words.Number(Left - 8)), ("y", At(Y(share) + 4)));
        }

        svg.Open("path", ("class", "day"), ("d", $"M{Left},{Top + Side} L{Left + Side},{Top}"));
        svg.Close("path");
        var most = _rows.IsEmpty ? 1 : _rows.Max(r => r.Count);
        foreach (var row in _rows)
        {
            svg.Open("g", ("class", "package"));
            svg.Element("title", $"{Share(row.Forecast!.Value)} → {Share(row.Happened!.Value)}, n = {Words.Number(row.Count)}");
            svg.Open("circle", ("cx", At(X(row.Forecast.Value))), ("cy", At(Y(row.Happened.Value))), ("r", At(4 + (10 * Math.Sqrt(row.Count / (double)most)))));
            svg.Close("circle");
            svg.Close("g");
        }

        svg.Element("text", Words.Of("chart.forecast-probability"), ("class", "middle"), ("x", Words.Number(Left + (Side / 2))), ("y", Words.Number(Top + Side + 42)));
        svg.Element("text", Words.Of("chart.came-true"), ("class", "middle"), ("x", "0"), ("y", "0"), ("transform", $"translate(16 {Top + (Side / 2)}) rotate(-90)"));
    }

    private static string Share(double share) => share.ToString("0.##", CultureInfo.InvariantCulture);

    private static double X(double share) => Left + (Side * share);

    private static double Y(double share) => Top + Side - (Side * share);

    private static string At(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
