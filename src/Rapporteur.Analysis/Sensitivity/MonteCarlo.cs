using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Draws every number of a table from its range, runs the model, and sums up where the outcomes lie.</summary>
public static class MonteCarlo
{
    /// <summary>Outcomes of all draws, draw by draw, dimension by dimension, and the compromise mean of each.</summary>
    /// <param name="runner">Model and table.</param>
    /// <param name="draws">How many draws, at least 1.</param>
    public static (double[] Outcomes, double[] Compromises) Draw(ModelRunner runner, int draws)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var (dimensions, numbers) = (runner.Table.Dimensions.Length, Standpoints.Numbers(runner.Table));
        var (outcomes, compromises) = (new double[draws * dimensions], new double[draws * dimensions]);
        runner.Each(draws, draw =>
        {
            var at = Numbers(runner, draw, numbers);
            runner.DrawnOutcome(at, draw).CopyTo(outcomes.AsSpan(draw * dimensions));
            Weights.Compromise(at).AsSpan().CopyTo(compromises.AsSpan(draw * dimensions));
        });
        return (outcomes, compromises);
    }

    /// <summary>Sums up the draws.</summary>
    /// <param name="runner">Model and table.</param>
    /// <param name="draws">How many draws, at least 1.</param>
    public static Simulation Run(ModelRunner runner, int draws)
    {
        var (outcomes, compromises) = Draw(runner, draws);
        var dimensions = runner.Table.Dimensions.Length;
        return new(draws, runner.Seed, [.. Enumerable.Range(0, dimensions).Select(d => Spread(outcomes, d, dimensions))], [.. Enumerable.Range(0, dimensions).Select(d => Spread(compromises, d, dimensions))])
        {
            Correlations = runner.Correlations?.Pairs ?? [],
        };
    }

    /// <summary>The model's outcome after every round, over all draws, by round and dimension: the first before any round. A draw that ended stays where it ended.</summary>
    /// <param name="runner">Model and table.</param>
    /// <param name="draws">How many draws, at least 1.</param>
    public static ImmutableArray<ImmutableArray<Spread>> ByRound(ModelRunner runner, int draws)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var (dimensions, numbers) = (runner.Table.Dimensions.Length, Standpoints.Numbers(runner.Table));
        var runs = new ImmutableArray<ImmutableArray<double>>[draws];
        runner.Each(draws, draw => runs[draw] = runner.DrawnRounds(Numbers(runner, draw, numbers), draw));
        var rounds = ImmutableArray.CreateBuilder<ImmutableArray<Spread>>();
        for (var round = 0; round < runs.Max(run => run.Length); round++)
        {
            var spreads = ImmutableArray.CreateBuilder<Spread>(dimensions);
            for (var d = 0; d < dimensions; d++)
            {
                var own = new double[draws];
                for (var i = 0; i < draws; i++) own[i] = runs[i][Math.Min(round, runs[i].Length - 1)][d];
                spreads.Add(Spread(own));
            }

            rounds.Add(spreads.MoveToImmutable());
        }

        return rounds.ToImmutable();
    }

    private static Standpoints Numbers(ModelRunner runner, int draw, int numbers)
    {
        var shares = Shares(runner.Seed, draw, numbers);
        return Standpoints.At(runner.Table, runner.Correlations?.Apply(shares) ?? shares);
    }

    /// <summary>A share for each number of a draw.</summary>
    internal static ImmutableArray<double> Shares(ulong seed, int draw, int numbers)
    {
        var (chance, shares) = (new ChanceStream(seed, (ulong)draw), ImmutableArray.CreateBuilder<double>(numbers));
        for (var i = 0; i < numbers; i++) shares.Add(chance.Unit());
        return shares.MoveToImmutable();
    }

    private static Spread Spread(double[] values, int dimension, int dimensions)
    {
        var own = new double[values.Length / dimensions];
        for (var i = 0; i < own.Length; i++) own[i] = values[(i * dimensions) + dimension];
        return Spread(own);
    }

    // Sums in the order of the draws, then sorts.
    private static Spread Spread(double[] own)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in own) sum += value;
        var mean = sum / own.Length;
        foreach (var value in own) squares += (value - mean) * (value - mean);
        Array.Sort(own);
        return new(mean, Math.Sqrt(squares / Math.Max(1, own.Length - 1)), [.. Domain.Spread.Levels.Select(level => Quantile(own, level))]);
    }

    /// <summary>A quantile of sorted values, between two of them in proportion.</summary>
    /// <param name="sorted">The values, ascending; at least one.</param>
    /// <param name="level">The level, in [0, 1].</param>
    internal static double Quantile(ReadOnlySpan<double> sorted, double level)
    {
        var place = level * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 >= sorted.Length ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
