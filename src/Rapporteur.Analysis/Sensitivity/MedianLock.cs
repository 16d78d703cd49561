using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Warns of outcomes that the numbers cannot move: models that end at a median hold it over wide ranges of what an analyst puts in.</summary>
public static class MedianLock
{
    /// <summary>Most stakeholders, times the issues that a model takes together, of a table that is tried without being asked: each number takes two runs of the model.</summary>
    public const int Most = 20;

    /// <summary>Tries every number at the ends of its range, those without one a tenth of their scale to either side, one at a time.</summary>
    /// <param name="runner">Model and table.</param>
    /// <param name="dimension">Dimension of the outcome.</param>
    /// <returns>A sentence; null where at least a quarter of the numbers move the outcome.</returns>
    public static string? Warning(ModelRunner runner, int dimension)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = runner.Table;
        if (table.Stakeholders.Length < 3) return null;
        var numbers = TableNumbers.Of(table).Where(n => TableNumbers.IsReal(table, n)).ToArray();
        var (moves, usual) = (new bool[numbers.Length], runner.Outcome(runner.Likeliest)[dimension]);
        runner.Each(numbers.Length, i =>
        {
            var (low, high) = Ends(table, runner.Likeliest, numbers[i]);
            moves[i] = Moves(low) || Moves(high);

            bool Moves(double value) => Math.Abs(runner.Outcome(TableNumbers.With(runner.Likeliest, numbers[i], value))[dimension] - usual) > 1e-9 * (table.Dimensions[dimension].High - table.Dimensions[dimension].Low);
        });
        var moving = moves.Count(m => m);
        if (4 * moving >= numbers.Length) return null;
        var issue = table.Dimensions.Length > 1 ? $" on {table.Dimensions[dimension].Name}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"Median lock: {(moving == 0 ? "none" : moving)} of the {numbers.Length} numbers moves the outcome{issue} away from {usual:0.###} within its range (or a tenth of its scale). A narrow spread of this model is no sign of certainty.");
    }

    private static (double Low, double High) Ends(StakeholderTable table, Standpoints at, TableNumber number)
    {
        var estimate = TableNumbers.Estimate(table, number);
        if (!estimate.IsExact) return (estimate.Least, estimate.Most);
        var value = TableNumbers.Value(at, number);
        if (number.Quantity == TableQuantity.Salience) return (Math.Max(0, value - 0.1), Math.Min(1, value + 0.1));
        if (number.Quantity == TableQuantity.Capability) return (value * 0.9, value * 1.1);
        var scale = table.Dimensions[number.Dimension];
        var tenth = (scale.High - scale.Low) / 10;
        return (Math.Max(scale.Low, value - tenth), Math.Min(scale.High, value + tenth));
    }
}
