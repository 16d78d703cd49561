using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Shares of the outcome's variance by number: first indices by Saltelli et al. (2010), total indices by Jansen (1999), intervals by bootstrap over the base draws.</summary>
public static class SobolIndices
{
    private const int Resamples = 400;

    /// <summary>The indices, the greatest total first; empty where no number has a range or the outcome does not vary.</summary>
    /// <param name="runner">Model and table.</param>
    /// <param name="dimension">Dimension of the outcome.</param>
    /// <param name="draws">Base draws, at least 2; the model runs as often as this times the numbers with a range and two.</param>
    public static ImmutableArray<SobolIndex> Of(ModelRunner runner, int dimension, int draws)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        if (runner.Correlations is not null) throw new ArgumentException("Shares of variance are of numbers that are drawn apart; these are drawn together.", nameof(runner));
        var all = TableNumbers.Of(runner.Table);
        var varied = Enumerable.Range(0, all.Length).Where(i => !TableNumbers.Estimate(runner.Table, all[i]).IsExact).ToArray();
        if (varied.Length == 0) return [];
        var runs = Runs(runner, dimension, draws, all.Length, varied);
        if (!(Variance(runs[0], runs[1]) > 0)) return [];
        var indices = new SobolIndex[varied.Length];
        runner.Each(varied.Length, k => indices[k] = Index(all[varied[k]], runs[0], runs[1], runs[k + 2], runner.Seed));
        return [.. indices.OrderByDescending(i => i.Total.Value)];
    }

    /// <summary>How often the model runs.</summary>
    /// <param name="table">The table.</param>
    /// <param name="draws">Base draws.</param>
    public static int Runs(StakeholderTable table, int draws) => draws * (2 + TableNumbers.Of(table).Count(n => !TableNumbers.Estimate(table, n).IsExact));

    // Rows: all numbers by the first draw, all by the second, and then the first with one number of the second.
    private static double[][] Runs(ModelRunner runner, int dimension, int draws, int numbers, int[] varied)
    {
        var runs = new double[varied.Length + 2][];
        for (var row = 0; row < runs.Length; row++) runs[row] = new double[draws];
        runner.Each(draws, draw =>
        {
            var (first, second) = (MonteCarlo.Shares(runner.Seed, 2 * draw, numbers), MonteCarlo.Shares(runner.Seed, (2 * draw) + 1, numbers));
            runs[0][draw] = runner.DrawnOutcome(Standpoints.At(runner.Table, first), draw)[dimension];
            runs[1][draw] = runner.DrawnOutcome(Standpoints.At(runner.Table, second), draw)[dimension];
            for (var k = 0; k < varied.Length; k++)
                runs[k + 2][draw] = runner.DrawnOutcome(Standpoints.At(runner.Table, first.SetItem(varied[k], second[varied[k]])), draw)[dimension];
        });
        return runs;
    }

    private static SobolIndex Index(TableNumber number, double[] first, double[] second, double[] mixed, ulong seed)
    {
        var (firsts, totals, picks) = (new double[Resamples], new double[Resamples], new int[first.Length]);
        for (var i = 0; i < picks.Length; i++) picks[i] = i;
        var value = Shares(first, second, mixed, picks);
        // The same resamples for every number, so that their intervals can be compared.
        var chance = new ChanceStream(seed, ulong.MaxValue);
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var i = 0; i < picks.Length; i++) picks[i] = chance.Below(picks.Length);
            (firsts[resample], totals[resample]) = Shares(first, second, mixed, picks);
        }

        Array.Sort(firsts);
        Array.Sort(totals);
        return new(number, new(value.First, MonteCarlo.Quantile(firsts, 0.05), MonteCarlo.Quantile(firsts, 0.95)), new(value.Total, MonteCarlo.Quantile(totals, 0.05), MonteCarlo.Quantile(totals, 0.95)));
    }

    /// <summary>First and total index of one number.</summary>
    /// <param name="first">Outcomes with all numbers by one draw.</param>
    /// <param name="second">By another.</param>
    /// <param name="mixed">By the first, with this number by the second.</param>
    /// <param name="picks">Which draws count.</param>
    internal static (double First, double Total) Shares(double[] first, double[] second, double[] mixed, int[] picks)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var i in picks) mean += first[i] + second[i];
        mean /= 2 * picks.Length;
        var (alone, whole) = (0.0, 0.0);
        foreach (var i in picks)
        {
            var (a, b, m) = (first[i] - mean, second[i] - mean, mixed[i] - mean);
            squares += (a * a) + (b * b);
            alone += b * (m - a);
            whole += (a - m) * (a - m);
        }

        var variance = squares / 2;
        return variance > 0 ? (alone / variance, whole / 2 / variance) : (0, 0);
    }

    private static double Variance(double[] first, double[] second)
    {
        var mean = (first.Sum() + second.Sum()) / (2 * first.Length);
        return first.Concat(second).Sum(v => (v - mean) * (v - mean));
    }
}
