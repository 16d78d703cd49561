using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Positions on one issue over the rounds of a model, with the fan of its outcomes where ranges were drawn from.</summary>
public sealed record ForecastRounds : Chart
{
    private const int Left = 62;
    private const int Top = 22;
    private const int Height = 360;
    private const int Plot = 520;
    private const int FanWidth = 34;
    private const int MostNames = 16;
    private readonly PositionForecast _forecast;
    private readonly int _issue;
    private readonly ValueScale _scale;

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="issue">Index of the issue.</param>
    public ForecastRounds(string id, string model, PositionForecast forecast, int issue)
        : base(id, Words.Fill("chart.rounds", ("issue", forecast.Run.Table.Dimensions[issue].Name), ("model", model)), Words.Fill("chart.rounds-description", ("fan", forecast.Simulation is null ? "" : Words.Of("chart.rounds-fan"))).TrimEnd())
    {
        (_forecast, _issue) = (forecast, issue);
        var dimension = forecast.Run.Table.Dimensions[issue];
        _scale = new(dimension.Low, dimension.High, Top + Height, Top, isRound: false);
    }

    // Who takes no part in the issue has no place on it.
    private IEnumerable<(int At, string Name)> Taking => _forecast.Run.Table.Stakeholders.Select((s, i) => (s, i)).Where(s => !s.s.Stakes[_issue].IsAbsent).Select(s => (s.i, s.s.Name));

    private ImmutableArray<BargainingRound> Rounds => _forecast.Run.Rounds;

    /// <inheritdoc/>
    public override ChartTable Table => new([Words.Of("chart.column.who"), .. Rounds.Select((_, r) => Round(r))],
    [
        .. Taking.Select(s => new ChartRow([s.Name, .. Rounds.Select(r => Value(r.Positions[s.At][_issue]))])),
        new([Words.Of("chart.outcome"), .. Rounds.Select(r => Value(r.Median[_issue]))]),
        new([Words.Of("chart.compromise"), .. Rounds.Select(_ => Value(_forecast.Run.Compromise[_issue]))]),
    ]);

    private protected override bool IsPicture => true;

    private protected override (int Width, int Height) Size => (Left + Plot + 240, Top + Height + 40);

    private protected override void Draw(Canvas canvas)
    {
        Axes.Up(canvas, _scale, Left, Left + Plot);
        var every = Math.Max(1, (Rounds.Length + 9) / 10);
        for (var round = 0; round < Rounds.Length; round += every) canvas.Text(Round(round), X(round), Top + Height + 22, TextStyle.Scale, TextEnd.Middle);
        canvas.List(Title, () =>
        {
            foreach (var (at, name) in Taking)
                canvas.Mark(new(name), "stakeholder", () => Way(canvas, "walk", round => Rounds[round].Positions[at][_issue]));
        });
        Way(canvas, "compromise", _ => _forecast.Run.Compromise[_issue]);
        Way(canvas, "outcome", round => Rounds[round].Median[_issue]);
        Names(canvas);
        if (_forecast.Simulation is { } simulation) Fan(canvas, simulation);
    }

    private static string Round(int round) => round == 0 ? Words.Of("chart.before") : Words.Number(round);

    private void Way(Canvas canvas, string kind, Func<int, double> value)
    {
        var last = Math.Max(1, Rounds.Length - 1);
        canvas.Path(kind, string.Concat(Enumerable.Range(0, last + 1).Select(round => (round == 0 ? "M" : " L") + At(X(round), _scale.At(value(Math.Min(round, Rounds.Length - 1)))))));
    }

    // Who stands at one place at the end is named together; names keep a line apart and stay within the picture.
    private void Names(Canvas canvas)
    {
        var places = Taking.GroupBy(s => Math.Round(Rounds[^1].Positions[s.At][_issue], 2))
            .Select(g => (At: g.Key, Name: string.Join(", ", g.Select(s => s.Name)), Style: TextStyle.Label)).OrderByDescending(p => p.At).Take(MostNames)
            .Append((At: _forecast.Run.Compromise[_issue], Name: Words.Of("chart.compromise"), Style: TextStyle.Strong)).OrderByDescending(p => p.At).ToList();
        var last = double.NegativeInfinity;
        for (var i = 0; i < places.Count; i++)
        {
            last = Math.Min(Math.Max(_scale.At(places[i].At) + 4, last + 15), Top + Height + 16 - ((places.Count - 1 - i) * 15));
            canvas.Text(places[i].Style.Fit(places[i].Name, 220 - FanWidth), Left + Plot + FanWidth + 14, last, places[i].Style);
        }
    }

    private void Fan(Canvas canvas, Simulation simulation)
    {
        var spread = simulation.Outcome[_issue].Quantiles;
        canvas.Mark(new(Words.Fill("chart.draws", ("n", simulation.Draws.ToString("#,0", CultureInfo.InvariantCulture)))), "fan", () =>
        {
            for (var i = 0; i < 3; i++) canvas.Rect("band", Left + Plot + 6, _scale.At(spread[^(i + 1)]), FanWidth, Math.Max(1, _scale.At(spread[i]) - _scale.At(spread[^(i + 1)])));
            canvas.Line("outcome", Left + Plot + 6, _scale.At(spread[3]), Left + Plot + 6 + FanWidth, _scale.At(spread[3]));
        });
    }

    private double X(int round) => Left + (Plot * round / (double)Math.Max(1, Rounds.Length - 1));
}
