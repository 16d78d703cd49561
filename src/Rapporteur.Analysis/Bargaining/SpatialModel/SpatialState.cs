using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>Where everybody stands, how far that is from what everybody wants, and the attitudes to risk that follow. Positions are shares of their dimension's width.</summary>
internal sealed class SpatialState
{
    private readonly SpatialTable _table;
    private readonly SpatialOptions _options;
    private readonly ElectionSpace _space = new();
    private readonly double[] _ownSeen;

    public SpatialState(SpatialTable table, SpatialOptions options, double[] positions)
    {
        (_table, _options) = (table, options);
        var square = table.Count * table.Stride;
        Positions = positions;
        Ideals = [.. positions];
        (Apart, ApartBy, Own, Seen) = (new double[square], new double[square], new double[square], new double[square]);
        (ApartFromOwn, Risks, Chances, _ownSeen) = (new double[table.Stride], new double[table.Stride], new double[table.Count], new double[table.Stride]);
    }

    /// <summary>By dimension, then stakeholder.</summary>
    public double[] Positions { get; private set; }

    /// <summary>What each would like best, laid out alike.</summary>
    public double[] Ideals { get; private set; }

    /// <summary>Distance from each one's ideal (row) to each one's position (column), as the former weighs dimensions.</summary>
    public double[] Apart { get; }

    /// <summary>The same turned round: row of a position, column of who looks at it.</summary>
    public double[] ApartBy { get; }

    /// <summary>Distance of each one's position from its own ideal.</summary>
    public double[] ApartFromOwn { get; }

    /// <summary>Attitude to risk of each: above zero, distance matters less to it while it is short.</summary>
    public double[] Risks { get; }

    /// <summary>Attitudes to risk as each (row) sees those of all (columns).</summary>
    public double[] Seen { get; }

    /// <summary>Utility of a position (row) to each (column), by its own attitude to risk.</summary>
    public double[] Own { get; }

    /// <summary>How likely each position is, if nobody minds risk; positions of several count several times.</summary>
    public double[] Chances { get; }

    /// <summary>Moves everybody, and ideals towards where positions went.</summary>
    /// <param name="positions">New positions; kept.</param>
    /// <param name="accommodation">Share of each one's new ideal (row) that each one's position (column) makes; empty where ideals follow one's own position.</param>
    public void Move(double[] positions, ReadOnlySpan<double> accommodation)
    {
        Positions = positions;
        if (accommodation.IsEmpty)
        {
            Ideals = [.. positions];
            return;
        }

        var (count, stride, ideals) = (_table.Count, _table.Stride, new double[positions.Length]);
        for (var i = 0; i < count; i++)
        {
            var share = 0.0;
            for (var j = 0; j < count; j++) share += accommodation[(i * count) + j];
            var lag = 1 - Math.Min(1, share);
            for (var d = 0; d < _table.Dimensions; d++)
            {
                var ideal = 0.0;
                for (var j = 0; j < count; j++) ideal += accommodation[(i * count) + j] * positions[(d * stride) + j];
                ideals[(d * stride) + i] = ideal + (lag * Ideals[(d * stride) + i]);
            }
        }

        Ideals = ideals;
    }

    /// <summary>Works out distances, the election among positions, and attitudes to risk.</summary>
    public void Assess()
    {
        Measure();
        Elect();
        InferRisks();
        See();
        for (var j = 0; j < _table.Count; j++)
            for (var i = 0; i < _table.Stride; i += Vector<double>.Count)
                Utility(new Vector<double>(ApartBy, (j * _table.Stride) + i), new Vector<double>(_ownSeen, i)).CopyTo(Own, (j * _table.Stride) + i);
    }

    /// <summary>Utility of what lies at a distance, by attitude to risk: (1 − d)(1 + dR).</summary>
    public static Vector<double> Utility(Vector<double> distance, Vector<double> risk)
    {
        var within = Vector.Min(distance, Vector<double>.One);
        return (Vector<double>.One - distance) * (Vector<double>.One + (within * risk));
    }

    /// <summary>The same, one at a time.</summary>
    public static double Utility(double distance, double risk) => (1 - distance) * (1 + (Math.Min(distance, 1) * risk));

    /// <summary>Utility to one of the position of another, as a third sees it.</summary>
    public double Utility(int seer, int to, int position) => Utility(Apart[(to * _table.Stride) + position], Seen[(seer * _table.Stride) + to]);

    /// <summary>Utility of a place to everybody, by their own attitudes to risk.</summary>
    /// <param name="place">Its coordinates.</param>
    /// <param name="first">First of the stakeholders that are asked, as many as a vector holds.</param>
    public Vector<double> UtilityOfPlace(ReadOnlySpan<double> place, int first)
    {
        var sum = Vector<double>.Zero;
        for (var d = 0; d < place.Length; d++)
        {
            var at = (d * _table.Stride) + first;
            var weighted = (new Vector<double>(Ideals, at) - new Vector<double>(place[d])) * new Vector<double>(_table.Attention, at);
            sum += weighted * weighted;
        }

        return Utility(Vector.SquareRoot(sum / new Vector<double>(_table.Squares, first)), new Vector<double>(Risks, first));
    }

    private void Measure()
    {
        var stride = _table.Stride;
        for (var i = 0; i < _table.Count; i++)
            for (var j = 0; j < stride; j += Vector<double>.Count)
            {
                var sum = Vector<double>.Zero;
                for (var d = 0; d < _table.Dimensions; d++)
                {
                    var weighted = (new Vector<double>(Ideals[(d * stride) + i]) - new Vector<double>(Positions, (d * stride) + j)) * _table.Attention[(d * stride) + i];
                    sum += weighted * weighted;
                }

                Vector.SquareRoot(sum / new Vector<double>(_table.Squares[i])).CopyTo(Apart, (i * stride) + j);
            }

        for (var i = 0; i < _table.Count; i++)
        {
            for (var j = 0; j < _table.Count; j++) ApartBy[(j * stride) + i] = Apart[(i * stride) + j];
            ApartFromOwn[i] = Apart[(i * stride) + i];
        }
    }

    private void Elect()
    {
        _space.Fit(_table.Count, _table.Count);
        for (var i = 0; i < _table.Count * _table.Stride; i++) _space.Utilities[i] = Utility(Apart[i], 0);
        _options.Election.Distribute(_table.Capabilities.AsSpan(0, _table.Count), Chances, _space);
    }

    private void InferRisks()
    {
        var (least, most) = (1.0, 0.0);
        foreach (var chance in Chances) (least, most) = (Math.Min(least, chance), Math.Max(most, chance));
        // Where no position is likelier than another, nothing can be inferred.
        if (most - least < 1e-12)
        {
            Array.Clear(Risks);
            return;
        }

        for (var i = 0; i < Chances.Length; i++)
            Risks[i] = _options.Scale switch
            {
                RiskScale.Min => (Chances[i] - least) / (most - least),
                RiskScale.Max => ((2 * Chances[i]) - (most + least)) / (most - least),
                _ => ((3 * Chances[i]) - (most + (2 * least))) / (2 * (most - least)),
            };
    }

    private void See()
    {
        for (var seer = 0; seer < _table.Count; seer++)
        {
            for (var i = 0; i < _table.Count; i++)
            {
                var (own, theirs) = (Risks[seer], Risks[i]);
                Seen[(seer * _table.Stride) + i] = _options.Sight switch
                {
                    RiskSight.None => own,
                    RiskSight.Half => (own + theirs) / 2,
                    RiskSight.TwoThirds => (own + (2 * theirs)) / 3,
                    RiskSight.Full => theirs,
                    _ => ((2 * own) + theirs) / 3,
                };
            }

            _ownSeen[seer] = Seen[(seer * _table.Stride) + seer];
        }
    }
}
