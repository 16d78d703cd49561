using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Asks a model for one outcome after another on as many threads as wanted. Each run has its place, so that the number of threads changes nothing.</summary>
/// <param name="model">The model.</param>
/// <param name="table">The table.</param>
/// <param name="seed">Seed of the chance.</param>
/// <param name="threads">How many threads, at least 1.</param>
/// <param name="cancel">Cancels between runs.</param>
public sealed class ModelRunner(BargainingModel model, StakeholderTable table, ulong seed, int threads, CancellationToken cancel = default)
{
    // Models draw from streams of their own, apart from those that draw the table's numbers.
    private const ulong ModelStreams = 0x5851f42d4c957f2d;

    /// <summary>The model.</summary>
    public BargainingModel Model => model;

    /// <summary>The table.</summary>
    public StakeholderTable Table => table;

    /// <summary>Seed of the chance.</summary>
    public ulong Seed => seed;

    /// <summary>Which numbers are drawn together; null where all are drawn apart.</summary>
    public RankCorrelations? Correlations { get; init; }

    /// <summary>Every number at its likeliest.</summary>
    public Standpoints Likeliest { get; } = Standpoints.Likeliest(table);

    /// <summary>The outcome of given numbers.</summary>
    /// <param name="at">The numbers.</param>
    /// <param name="draw">Which draw of the model's own chance.</param>
    public ReadOnlySpan<double> Outcome(Standpoints at, int draw = 0) => model.Outcome(table, at, Chance(draw)).AsSpan();

    /// <summary>The outcome of numbers that were drawn, by the model's quickest arithmetic.</summary>
    /// <param name="at">The numbers.</param>
    /// <param name="draw">Which draw of the model's own chance.</param>
    public ReadOnlySpan<double> DrawnOutcome(Standpoints at, int draw) => model.DrawnOutcome(table, at, Chance(draw)).AsSpan();

    /// <summary>The outcome after every round of numbers that were drawn, the first before any.</summary>
    /// <param name="at">The numbers.</param>
    /// <param name="draw">Which draw of the model's own chance.</param>
    public ImmutableArray<ImmutableArray<double>> DrawnRounds(Standpoints at, int draw) => model.DrawnRounds(table, at, Chance(draw));

    /// <summary>The model's own chance in a draw.</summary>
    /// <param name="draw">Which draw.</param>
    public ChanceStream Chance(int draw) => new(seed ^ ModelStreams, (ulong)draw);

    /// <summary>Does a piece of work for each index.</summary>
    /// <param name="count">How many.</param>
    /// <param name="work">The work; it writes to its own place alone.</param>
    public void Each(int count, Action<int> work)
    {
        if (threads == 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                work(i);
            }

            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, work);
    }
}
