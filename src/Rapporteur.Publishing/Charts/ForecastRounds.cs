using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

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

    /// <summary>Makes the chart.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="issue">Index of the issue.</param>
    public ForecastRounds(string id, string model, PositionForecast forecast, int issue)
        : base(id, Words.Fill("chart.rounds", ("issue", forecast.Run.Table.Dimensions[issue].Name), ("model", model)), Words.Fill("chart.rounds-description", ("fan", forecast.Simulation is null ? "" : Words.Of("chart.rounds-fan"))).TrimEnd())
    {
        (_forecast, _issue) = (forecast, issue);
    }

    private ImmutableArray<BargainingRound> Rounds => _forecast.Run.Rounds;

    private Dimension Issue => _forecast.Run.Table.Dimensions[_issue];

    private protected override (int Width, int Height) Size => (Left + Plot + 220, Top + Height + 40);

    private protected override void Draw(Markup svg)
    {
        Axes(svg);
        for (var i = 0; i < _forecast.Run.Table.Stakeholders.Length; i++)
        {
            svg.Open("g", ("class", "stakeholder"));
            svg.Element("title", _forecast.Run.Table.Stakeholders[i].Name);
            Path(svg, "walk", round => Rounds[round].Positions[i][_issue]);
            svg.Close("g");
        }

        Path(svg, "compromise", _ => _forecast.Run.Compromise[_issue]);
        Path(svg, "outcome", round => Rounds[round].Median[_issue]);
        Names(svg);
        if (_forecast.Simulation is { } simulation) Fan(svg, simulation);
    }

    private void Axes(Markup svg)
    {
        for (var i = 0; i <= 4; i++)
        {
            var value = Issue.Low + ((Issue.High - Issue.Low) * i / 4);
            svg.Open("path", ("class", "tick"), ("d", $"M{Left},{At(Y(value))} L{Left + Plot},{At(Y(value))}"));
            svg.Close("path");
            svg.Element("text", value.ToString("0.##", CultureInfo.InvariantCulture), ("class", "scale end"), ("x", Words.Number(Left - 8)), ("y", At(Y(value) + 4)));
        }

        var every = Math.Max(1, (Rounds.Length + 9) / 10);
        for (var round = 0; round < Rounds.Length; round += every)
            svg.Element("text", round == 0 ? Words.Of("chart.before") : Words.Number(round), ("class", "scale middle"), ("x", At(X(round))), ("y", Words.Number(Top + Height + 22)));
    }

    private void Path(Markup svg, string kind, Func<int, double> value)
    {
        var last = Math.Max(1, Rounds.Length - 1);
        svg.Open("path", ("class", kind), ("d", string.Concat(Enumerable.Range(0, last + 1).Select(round => $"{(round == 0 ? "M" : " L")}{At(X(round))},{At(Y(value(Math.Min(round, Rounds.Length - 1))))}"))));
        svg.Close("path");
    }

    // Who stands at one place at the end is named together; names keep a line apart.
    private void Names(Markup svg)
    {
        var places = Enumerable.Range(0, _forecast.Run.Table.Stakeholders.Length).GroupBy(i => Math.Round(Rounds[^1].Positions[i][_issue], 2))
            .Select(g => (At: g.Key, Name: string.Join(", ", g.Select(i => _forecast.Run.Table.Stakeholders[i].Name)), Kind: "label")).OrderByDescending(p => p.At).Take(MostNames)
            .Append((At: _forecast.Run.Compromise[_issue], Name: Words.Of("chart.compromise"), Kind: "label soft")).OrderByDescending(p => p.At).ToList();
        var last = double.NegativeInfinity;
        foreach (var (at, name, kind) in places)
        {
            last = Math.Max(Y(at) + 4, last + 15);
            svg.Element("text", TextWidth.Fit(name, 12, 200 - FanWidth), ("class", kind), ("x", Words.Number(Left + Plot + FanWidth + 14)), ("y", At(last)));
        }
    }

    private void Fan(Markup svg, Simulation simulation)
    {
        var spread = simulation.Outcome[_issue].Quantiles;
        svg.Open("g", ("class", "fan"));
        svg.Element("title", Words.Fill("chart.draws", ("n", simulation.Draws.ToString("#,0", CultureInfo.InvariantCulture))));
        for (var i = 0; i < 3; i++) Bar(svg, spread[i], spread[^(i + 1)]);
        svg.Open("path", ("class", "outcome"), ("d", $"M{Left + Plot + 6},{At(Y(spread[3]))} L{Left + Plot + 6 + FanWidth},{At(Y(spread[3]))}"));
        svg.Close("path");
        svg.Close("g");
    }

    private void Bar(Markup svg, double low, double high)
    {
        svg.Open("rect", ("x", Words.Number(Left + Plot + 6)), ("y", At(Y(high))), ("width", Words.Number(FanWidth)), ("height", At(Math.Max(1, Y(low) - Y(high)))));
        svg.Close("rect");
    }

    private double X(int round) => Left + (Plot * round / (double)Math.Max(1, Rounds.Length - 1));

    private double Y(double value) => Top + Height - (Height * Math.Clamp((value - Issue.Low) / (Issue.High - Issue.Low), 0, 1));

    private static string At(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
