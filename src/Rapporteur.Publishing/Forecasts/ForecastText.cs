using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A forecast by a model of positions for a terminal.</summary>
/// <param name="output">Where it is written.</param>
/// <param name="modelName">Name of the model.</param>
/// <param name="steps">Whether every round and move is told.</param>
public sealed class ForecastText(TextWriter output, string modelName, bool steps)
{
    private const int MostBars = 12;

    /// <summary>Writes a forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    public void Write(PositionForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var run = forecast.Run;
        output.WriteLine($"{run.Table.Name}: {modelName} ({run.Model}), {Stakeholders(run.Table.Stakeholders.Length)}, {Rounds(run.Rounds.Length - 1)}");
        output.WriteLine();
        Outcomes(run);
        if (!forecast.Groups.IsEmpty) Groups(run.Table, forecast.Groups);
        if (forecast.Simulation is { } simulation) Simulated(run.Table, simulation);
        foreach (var sensitivity in forecast.Sensitivities) Sensitive(run.Table, sensitivity);
        if (steps) Steps(run);
        if (run.Warnings.Length > 0) output.WriteLine();
        foreach (var warning in run.Warnings) output.WriteLine($"! {warning}");
        output.WriteLine();
    }

    private void Outcomes(BargainingRun run)
    {
        var width = Math.Max(5, run.Table.Dimensions.Max(d => d.Name.Length));
        output.WriteLine($"{"issue".PadRight(width)}  {"scale",15}  {"outcome",9}  {"compromise mean",15}");
        for (var d = 0; d < run.Table.Dimensions.Length; d++)
        {
            var scale = run.Table.Dimensions[d];
            output.WriteLine($"{scale.Name.PadRight(width)}  {$"{Short(scale.Low)} to {Short(scale.High)}",15}  {Number(run.Forecast[d]),9}  {Number(run.Compromise[d]),15}");
        }
    }

    private void Groups(StakeholderTable table, ImmutableArray<ImmutableArray<GroupStanding>> rounds)
    {
        output.WriteLine();
        var width = Math.Max(5, Math.Max(table.Dimensions.Max(d => d.Name.Length), rounds[0].Max(g => g.Group.Length)));
        output.WriteLine($"{"group".PadRight(width)}  {"issue".PadRight(width)}  {"mean",9}  {"range",19}  {"at last",9}  {"range",19}  chance");
        for (var g = 0; g < rounds[0].Length; g++)
            for (var d = 0; d < table.Dimensions.Length; d++)
            {
                var (before, after) = (rounds[0][g], rounds[^1][g]);
                var chance = d == 0 && after.Chance is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "";
                output.WriteLine($"{before.Group.PadRight(width)}  {table.Dimensions[d].Name.PadRight(width)}  {Number(before.Mean[d]),9}  {Range(before, d),19}  {Number(after.Mean[d]),9}  {Range(after, d),19}  {chance}".TrimEnd());
            }

        static string Range(GroupStanding group, int dimension) => $"{Short(group.Least[dimension])} to {Short(group.Most[dimension])}";
    }

    private void Simulated(StakeholderTable table, Simulation simulation)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{simulation.Draws} draws of all ranges, seed {simulation.Seed}"));
        foreach (var pair in simulation.Correlations.Take(MostBars)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  drawn together: {pair.One.In(table)}, {pair.Other.In(table)}, rank correlation {pair.Rank:0.###}"));
        Rest(simulation.Correlations.Length, MostBars);
        var width = Math.Max(15, table.Dimensions.Max(d => d.Name.Length));
        output.WriteLine($"{"".PadRight(width)}  {string.Join("  ", Spread.Levels.Select(l => $"{string.Create(CultureInfo.InvariantCulture, $"{l:0 %}"),8}"))}  {"mean",8}  {"s.d.",8}");
        for (var d = 0; d < table.Dimensions.Length; d++)
        {
            Line(table.Dimensions[d].Name, simulation.Outcome[d]);
            for (var round = 0; simulation.Rounds.Length > 1 && round < simulation.Rounds.Length; round++) Line(round == 0 ? "  at first" : string.Create(CultureInfo.InvariantCulture, $"  after round {round}"), simulation.Rounds[round][d]);
            Line("compromise mean", simulation.Compromise[d]);
        }

        void Line(string name, Spread spread) =>
            output.WriteLine($"{name.PadRight(width)}  {string.Join("  ", spread.Quantiles.Select(q => $"{Number(q),8}"))}  {Number(spread.Mean),8}  {Number(spread.Deviation),8}");
    }

    private void Sensitive(StakeholderTable table, DimensionSensitivity sensitivity)
    {
        var issue = table.Dimensions[sensitivity.Dimension].Name;
        if (sensitivity.Tornado is { } bars)
        {
            output.WriteLine();
            output.WriteLine($"What each range does alone to {issue} (5 % to 95 %)");
            foreach (var bar in bars.Take(MostBars)) output.WriteLine($"  {bar.Number.In(table),-44} {Short(bar.Low),8} to {Short(bar.High),-8} outcome {Number(bar.AtLow),8} to {Number(bar.AtHigh),-8} swing {Number(bar.Swing)}");
            Rest(bars.Length, MostBars);
            if (bars.IsEmpty) output.WriteLine("  no number has a range");
        }

        if (sensitivity.Sobol is { } shares)
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Where the variance of {issue} comes from (Sobol, {sensitivity.SobolRuns} runs; 90 % intervals)"));
            foreach (var share in shares.Take(MostBars)) output.WriteLine($"  {share.Number.In(table),-44} alone {Share(share.First)}  in all {Share(share.Total)}");
            Rest(shares.Length, MostBars);
            if (shares.IsEmpty) output.WriteLine("  nothing varies");
        }

        if (sensitivity.Flips is { } flips)
        {
            output.WriteLine();
            output.WriteLine($"Smallest change of one number by which {issue} {sensitivity.FlipRule}");
            foreach (var flip in flips.Take(MostBars)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {flip.Number.In(table),-44} {Short(flip.From),8} to {Short(flip.To),-8} ({flip.Share:0.0 %} of {(flip.Number.Quantity == TableQuantity.Capability ? "itself" : "its scale")}) outcome {Number(flip.Outcome)}"));
            Rest(flips.Length, MostBars);
            if (flips.IsEmpty) output.WriteLine("  no change of one number does");
        }
    }

    private void Rest(int all, int shown)
    {
        if (all > shown) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {all - shown} more (--json has all)"));
    }

    private void Steps(BargainingRun run)
    {
        for (var round = 0; round < run.Rounds.Length; round++)
        {
            var at = run.Rounds[round];
            output.WriteLine();
            if (round > 0 && round < run.Rounds.Length - 1 && run.Rounds.Skip(round).All(r => r.Moves.IsEmpty))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rounds {round} to {run.Rounds.Length - 1}. Nobody moves."));
                return;
            }

            var settled = string.Join("; ", run.Table.Dimensions.Select((d, i) => $"{d.Name}: outcome {Number(at.Median[i])}, mean {Number(at.Mean[i])}"));
            output.WriteLine(round == 0 ? $"At first. {settled}" : string.Create(CultureInfo.InvariantCulture, $"Round {round}. {settled}"));
            string? told = null;
            foreach (var move in at.Moves)
            {
                if (move.Reason != told) output.WriteLine($"  {move.Kind}: {move.Reason}");
                told = move.Reason;
            }

            if (round > 0 && at.Moves.IsEmpty) output.WriteLine("  nobody moves");
        }
    }

    private static string Rounds(int count) => count switch { 0 => "no rounds", 1 => "1 round", _ => string.Create(CultureInfo.InvariantCulture, $"{count} rounds") };

    private static string Stakeholders(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "stakeholder" : "stakeholders")}");

    private static string Share(Interval share) => string.Create(CultureInfo.InvariantCulture, $"{share.Value,6:0.000} ({share.Low:0.000} to {share.High:0.000})");

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
