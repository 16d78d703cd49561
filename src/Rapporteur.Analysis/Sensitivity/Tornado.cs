using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What each number with a range does to the outcome when it goes from its 5 % to its 95 % quantile and all others stay at their likeliest.</summary>
public static class Tornado
{
    /// <summary>The bars, the greatest swing first.</summary>
    /// <param name="runner">Model and table.</param>
    /// <param name="dimension">Dimension of the outcome.</param>
    public static ImmutableArray<TornadoBar> Of(ModelRunner runner, int dimension)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var numbers = TableNumbers.Of(runner.Table).Where(n => !TableNumbers.Estimate(runner.Table, n).IsExact).ToArray();
        var bars = new TornadoBar[numbers.Length];
        runner.Each(numbers.Length, i =>
        {
            var estimate = TableNumbers.Estimate(runner.Table, numbers[i]);
            var (low, high) = (estimate.Quantile(0.05), estimate.Quantile(0.95));
            bars[i] = new(numbers[i], low, high, Outcome(low), Outcome(high));

            double Outcome(double value) => runner.Outcome(TableNumbers.With(runner.Likeliest, numbers[i], value))[dimension];
        });
        return [.. bars.OrderByDescending(b => b.Swing)];
    }
}
