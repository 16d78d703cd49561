using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rapporteur.Analysis;

/// <summary>Who would vote for which position against which, and with what odds: the sums over voters of one round. Positions are taken once each.</summary>
/// <param name="count">How many actors there are.</param>
/// <param name="quick">Whether powers and sums are quick: the same but for the last digits, which hang on the order of the additions.</param>
internal sealed class VoteBook(int count, bool quick = false)
{
    // Rows of positions are padded to whole vectors.
    private readonly int _width = PowerTable.Width(count);
    private readonly double[] _for = new double[count * PowerTable.Width(count)];
    private readonly double[] _odds = new double[count * PowerTable.Width(count)];
    private readonly double[] _costs = new double[count * PowerTable.Width(count)];
    private readonly double[] _shifts = new double[count * PowerTable.Width(count)];
    private readonly int[] _cells = new int[count * count];
    private readonly int[] _holders = new int[count];
    private int _pairs;

    /// <summary>Index of the position of each actor.</summary>
    public int[] PlaceOf { get; } = new int[count];

    /// <summary>The positions, each once, as they are first met.</summary>
    public double[] Places { get; } = new double[count];

    /// <summary>How many positions there are.</summary>
    public int Count { get; private set; }

    /// <summary>Distance of each position from each other as a share of the range.</summary>
    public PowerTable Distances { get; } = new(count, quick);

    /// <summary>Takes the positions of a round.</summary>
    /// <param name="positions">Positions, by actor.</param>
    /// <param name="range">The range.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ReadOnlySpan<double> positions, double range)
    {
        Count = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            var place = 0;
            while (place < Count && Places[place] != positions[i]) place++;
            if (place == Count) (Places[Count], _holders[Count]) = (positions[i], 0);
            Count = Math.Max(Count, place + 1);
            PlaceOf[i] = place;
            _holders[place]++;
        }

        for (var p = 0; p < Count; p++)
        {
            var row = Distances.Row(p);
            for (var q = 0; q < Count; q++) row[q] = Math.Abs(Places[p] - Places[q]) / range;
        }

        Distances.Take(Count);
        _pairs = 0;
        for (var a = 0; a < (quick ? 0 : count); a++)
            for (var b = 0; b < count; b++)
                if (PlaceOf[a] != PlaceOf[b]) _cells[_pairs++] = (PlaceOf[a] * _width) + PlaceOf[b];
    }

    /// <summary>Counts the votes over every pair of positions.</summary>
    /// <param name="weights">Capability × salience, by actor.</param>
    /// <param name="exponents">Exponents of the distances, by actor; empty for 1.</param>
    /// <param name="pairOdds">Whether odds divide by the votes of the pair alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Poll(ReadOnlySpan<double> weights, ReadOnlySpan<double> exponents, bool pairOdds)
    {
        for (var k = 0; k < weights.Length; k++)
            Distances.Raise(PlaceOf[k], exponents.IsEmpty ? 1 : exponents[k], Count, _costs.AsSpan(k * _width, _width));
        CountVotes(weights);
        if (pairOdds) PairOdds();
        else Odds(quick ? Every() : Every(weights));
    }

    // Votes for each position against each other: a voter's weight times how much nearer the position is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountVotes(ReadOnlySpan<double> weights)
    {
        ref var costs = ref MemoryMarshal.GetArrayDataReference(_costs);
        for (var p = 0; p < Count; p++)
            for (var q = 0; q < Count; q += Vector<double>.Count)
            {
                var sum = Vector<double>.Zero;
                for (var k = 0; k < weights.Length; k++)
                {
                    var (own, row) = (new Vector<double>(Unsafe.Add(ref costs, (k * _width) + p)), Vector.LoadUnsafe(ref costs, (nuint)((k * _width) + q)));
                    sum += Vector.Max(new Vector<double>(weights[k]) * (row - own), Vector<double>.Zero);
                }

                sum.CopyTo(_for, (p * _width) + q);
            }
    }

    // Odds where both sides share the votes of the pair.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PairOdds()
    {
        for (var p = 0; p < Count; p++)
            for (var q = 0; q < Count; q++)
            {
                var all = For(p, q) + For(q, p);
                _odds[(p * _width) + q] = all > 0 ? For(p, q) / all : 0.5;
            }
    }

    // Odds where everything is divided by all votes there are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Odds(double every)
    {
        var all = new Vector<double>(every > 0 ? every : double.PositiveInfinity);
        for (var i = 0; i < Count * _width; i += Vector<double>.Count) (new Vector<double>(_for, i) / all).CopyTo(_odds, i);
    }

    /// <summary>The odds that one position wins against another.</summary>
    public double Odds(int place, int against) => _odds[(place * _width) + against];

    /// <summary>Votes for a position against another.</summary>
    public double For(int place, int against) => _for[(place * _width) + against];

    // All votes over all pairs of actors, in one chain of additions in the order of the code: any other order gives other last digits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Every(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++)
        {
            var costs = _costs.AsSpan(k * _width, _width);
            for (var p = 0; p < Count; p++)
                for (var q = 0; q < Count; q += Vector<double>.Count)
                    Vector.Abs(weights[k] * (new Vector<double>(costs[q..]) - new Vector<double>(costs[p]))).CopyTo(_shifts, (p * _width) + q);
            foreach (var cell in _cells.AsSpan(0, _pairs)) sum += _shifts[cell];
        }

        return sum;
    }

    // The same from what stands in the book: whoever votes for one of two places votes against the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Every()
    {
        var sum = 0.0;
        for (var p = 0; p < Count; p++)
        {
            var row = 0.0;
            for (var q = 0; q < Count; q++) row += _holders[q] * For(p, q);
            sum += _holders[p] * row;
        }

        return 2 * sum;
    }
}
