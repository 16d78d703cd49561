using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Where the outcomes of all draws lie on one issue, round by round: bands about the median, the single run and the compromise mean.</summary>
public sealed record RoundFan : Chart
{
    private const int Left = 62;
    private const int Top = 22;
    private const int Height = 320;
    private const int Plot = 640;
    private const int Right = 100;
    private readonly PositionForecast _forecast;
    private readonly ImmutableArray<Spread> _rounds;
    private readonly int _issue;
    private readonly ValueScale _scale;
    private readonly Legend _legend;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="forecast">The forecast; its simulation has rounds.</param>
    /// <param name="issue">Index of the issue.</param>
    public RoundFan(string id, string model, PositionForecast forecast, int issue)
        : base(id, Words.Fill("chart.round-fan", ("issue", forecast.Run.Table.Dimensions[issue].Name), ("model", model)), Words.Fill("chart.round-fan-description", ("n", (forecast.Simulation?.Draws ?? 0).ToString("#,0", CultureInfo.InvariantCulture))))
    {
        if (forecast.Simulation is not { Rounds.Length: > 1 } simulation) throw new ArgumentException("The simulation has no rounds.", nameof(forecast));
        (_forecast, _issue, _rounds) = (forecast, issue, [.. simulation.Rounds.Select(round => round[issue])]);
        var dimension = forecast.Run.Table.Dimensions[issue];
        _scale = new(dimension.Low, dimension.High, Top + Height, Top, isRound: false);
        _legend = new(Entries(), 8, Left + Plot + Right - 16);
    }

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of("round q05 q10 q25 q50 q75 q90 q95 outcome compromise", _rounds.Select((spread, round) =>
        new ChartRow([Round(round), .. spread.Quantiles.Select(Value), Value(Single(round)), Value(_forecast.Run.Compromise[_issue])])));

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Left + Plot + Right, Top + Height + 34 + _legend.Height);

    private protected override void Draw(Canvas canvas)
    {
        Axes.Up(canvas, _scale, Left, Left + Plot);
        var every = Math.Max(1, (_rounds.Length + 9) / 10);
        for (var round = 0; round < _rounds.Length; round += every) canvas.Text(Round(round), X(round), Top + Height + 22, TextStyle.Scale, TextEnd.Middle);
        canvas.Group("fan", () =>
        {
            for (var band = 0; band < 3; band++) canvas.Path("band", Band(band));
            canvas.Path("edge", Way(round => _rounds[round].Quantiles[0]) + " " + Way(round => _rounds[round].Quantiles[^1]));
        });
        canvas.Path("compromise", Way(_ => _forecast.Run.Compromise[_issue]));
        canvas.Path("walk", Way(Single));
        canvas.Path("outcome", Way(round => _rounds[round].Quantiles[3]));
        Ends(canvas);
        _legend.Draw(canvas, Top + Height + 34);
    }

    private static string Round(int round) => round == 0 ? Words.Of("chart.before") : Words.Number(round);

    // What the model says where every number is at its likeliest; it stays where it ended.
    private double Single(int round) => round >= _forecast.Run.Rounds.Length - 1 ? _forecast.Run.Forecast[_issue] : _forecast.Run.Rounds[round].Median[_issue];

    private string Way(Func<int, double> value) => string.Concat(Enumerable.Range(0, _rounds.Length).Select(round => (round == 0 ? "M" : " L") + At(X(round), _scale.At(value(round)))));

    // There along the upper quantile, back along the lower.
    private string Band(int band) => Way(round => _rounds[round].Quantiles[^(band + 1)])
        + string.Concat(Enumerable.Range(0, _rounds.Length).Reverse().Select(round => " L" + At(X(round), _scale.At(_rounds[round].Quantiles[band])))) + " z";

    // Quantiles of the last round at its right, none on another.
    private void Ends(Canvas canvas)
    {
        var last = double.NegativeInfinity;
        foreach (var (level, value) in Spread.Levels.Zip(_rounds[^1].Quantiles).Reverse())
        {
            var y = _scale.At(value) + 4;
            if (y < last + 13) continue;
            canvas.Text(string.Create(CultureInfo.InvariantCulture, $"{level:0 %}: {Value(value)}"), Left + Plot + 8, y, TextStyle.Scale);
            last = y;
        }
    }

    private static IEnumerable<LegendEntry> Entries()
    {
        yield return new(Words.Of("chart.legend-bands"), (canvas, x, y) => canvas.Group("fan", () =>
        {
            for (var i = 0; i < 3; i++) canvas.Rect("band", x - 12 + (i * 4), y - 6 + (i * 1.5), 24 - (i * 8), 12 - (i * 3));
        }));
        yield return new(Words.Of("chart.legend-median"), (canvas, x, y) => canvas.Line("outcome", x - 12, y, x + 12, y));
        yield return new(Words.Of("chart.legend-single"), (canvas, x, y) => canvas.Line("walk", x - 12, y, x + 12, y));
        yield return new(Words.Of("chart.compromise"), (canvas, x, y) => canvas.Line("compromise", x - 12, y, x + 12, y));
    }

    private double X(int round) => Left + (Plot * round / (double)(_rounds.Length - 1));
}
