using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>Where a Markov chain is found in the long run, by elimination of its states one by one (Grassmann, Taksar and Heyman 1985): no differences are taken, so that small probabilities keep all their digits.</summary>
/// <remarks>Damped steps towards the same point, as KTAB takes them, end where two of them differ by less than a tolerance; this is the point itself.</remarks>
internal static class StationaryDistribution
{
    // A state that is never left for the others would be divided by nothing.
    private const double Least = 1e-300;

    /// <summary>Solves a chain.</summary>
    /// <param name="rates">How often each state (row) is left for each other (column), in any unit; the diagonal does not count. Overwritten.</param>
    /// <param name="stride">Numbers from one row to the next: a multiple of the width of a vector.</param>
    /// <param name="into">Probabilities, by state.</param>
    public static void Solve(Span<double> rates, int stride, Span<double> into)
    {
        var count = into.Length;
        for (var last = count - 1; last > 0; last--)
        {
            var row = rates.Slice(last * stride, stride);
            var leaving = 0.0;
            for (var to = 0; to < last; to++) leaving += row[to];
            leaving = Math.Max(leaving, Least);
            for (var from = 0; from < last; from++)
            {
                var other = rates.Slice(from * stride, stride);
                var share = other[last] / leaving;
                other[last] = share;
                if (share > 0) AddScaled(other, row, share, last);
            }
        }

        into[0] = 1;
        var total = 1.0;
        for (var state = 1; state < count; state++)
        {
            var reached = 0.0;
            for (var from = 0; from < state; from++) reached += into[from] * rates[(from * stride) + state];
            into[state] = reached;
            total += reached;
        }

        for (var state = 0; state < count; state++) into[state] /= total;
    }

    // Numbers beyond the last are of states that were eliminated: what they hold is their share, so the tail goes one by one.
    private static void AddScaled(Span<double> other, ReadOnlySpan<double> row, double share, int length)
    {
        var (i, factor) = (0, new Vector<double>(share));
        for (; i + Vector<double>.Count <= length; i += Vector<double>.Count) (new Vector<double>(other[i..]) + (factor * new Vector<double>(row[i..]))).CopyTo(other[i..]);
        for (; i < length; i++) other[i] += share * row[i];
    }
}
