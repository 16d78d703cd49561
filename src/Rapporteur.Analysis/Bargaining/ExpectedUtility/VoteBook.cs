using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>Who would vote for which position against which, and with what odds: the sums over voters of one round. Positions are taken once each.</summary>
/// <param name="count">How many actors there are.</param>
internal sealed class VoteBook(int count)
{
    // Rows of positions are padded to whole vectors.
    private readonly int _width = Width(count);
    private readonly double[] _for = new double[count * Width(count)];
    private readonly double[] _odds = new double[count * Width(count)];
    private readonly double[] _costs = new double[count * Width(count)];
    private readonly int[] _first = new int[count * count];
    private readonly int[] _second = new int[count * count];
    private int _pairs;

    /// <summary>Index of the position of each actor.</summary>
    public int[] PlaceOf { get; } = new int[count];

    /// <summary>The positions, each once, as they are first met.</summary>
    public double[] Places { get; } = new double[count];

    /// <summary>How many positions there are.</summary>
    public int Count { get; private set; }

    /// <summary>Distance of each actor from each position as a share of the range.</summary>
    public double[] Distances { get; } = new double[count * count];

    /// <summary>Takes the positions of a round.</summary>
    /// <param name="positions">Positions, by actor.</param>
    /// <param name="range">The range.</param>
    public void Take(ReadOnlySpan<double> positions, double range)
    {
        Count = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            var place = 0;
            while (place < Count && Places[place] != positions[i]) place++;
            if (place == Count) Places[Count++] = positions[i];
            PlaceOf[i] = place;
        }

        for (var i = 0; i < positions.Length; i++)
            for (var p = 0; p < Count; p++) Distances[(i * Count) + p] = Math.Abs(positions[i] - Places[p]) / range;
        _pairs = 0;
        for (var a = 0; a < positions.Length; a++)
            for (var b = 0; b < positions.Length; b++)
            {
                if (PlaceOf[a] == PlaceOf[b]) continue;
                (_first[_pairs], _second[_pairs]) = (PlaceOf[a], PlaceOf[b]);
                _pairs++;
            }
    }

    /// <summary>Counts the votes over every pair of positions.</summary>
    /// <param name="weights">Capability × salience, by actor.</param>
    /// <param name="exponents">Exponents of the distances, by actor; empty for 1.</param>
    /// <param name="pairOdds">Whether odds divide by the votes of the pair alone.</param>
    public void Poll(ReadOnlySpan<double> weights, ReadOnlySpan<double> exponents, bool pairOdds)
    {
        var m = Count;
        for (var k = 0; k < weights.Length; k++)
            for (var p = 0; p < m; p++)
            {
                var distance = Distances[(k * m) + p];
                _costs[(k * _width) + p] = exponents.IsEmpty || distance == 0 ? distance : Math.Pow(distance, exponents[k]);
            }

        Array.Clear(_for);
        for (var k = 0; k < weights.Length; k++) Add(_costs.AsSpan(k * _width, _width), weights[k]);
        var every = pairOdds ? 0 : Every(weights);
        for (var p = 0; p < m; p++)
            for (var q = 0; q < m; q++)
            {
                var all = pairOdds ? For(p, q) + For(q, p) : every;
                _odds[(p * _width) + q] = all > 0 ? For(p, q) / all : pairOdds ? 0.5 : 0;
            }
    }

    // A voter's votes for each position against each other: its weight times how much nearer the position is.
    private void Add(Span<double> costs, double weight)
    {
        var scale = new Vector<double>(weight);
        for (var p = 0; p < Count; p++)
        {
            var (own, row) = (new Vector<double>(costs[p]), p * _width);
            for (var q = 0; q < Count; q += Vector<double>.Count)
            {
                var votes = scale * (new Vector<double>(costs[q..]) - own);
                var sum = _for.AsSpan(row + q);
                (new Vector<double>(sum) + Vector.Max(votes, Vector<double>.Zero)).CopyTo(sum);
            }
        }
    }

    /// <summary>The odds that one position wins against another.</summary>
    public double Odds(int place, int against) => _odds[(place * _width) + against];

    /// <summary>Votes for a position against another.</summary>
    public double For(int place, int against) => _for[(place * _width) + against];

    // One chain of additions in the order of the code: any other order gives other last digits.
    private double Every(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        var first = _first.AsSpan(0, _pairs);
        var second = _second.AsSpan(0, _pairs);
        for (var k = 0; k < weights.Length; k++)
        {
            var row = _costs.AsSpan(k * _width, _width);
            var weight = weights[k];
            for (var pair = 0; pair < first.Length; pair++) sum += Math.Abs(weight * (row[second[pair]] - row[first[pair]]));
        }

        return sum;
    }

    private static int Width(int count) => (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
}
