namespace Rapporteur.Analysis;

/// <summary>A round of position exchange: where everybody stands on scales from 0 to 100, what it weighs, and which exchanges could be made.</summary>
internal sealed class ExchangeBoard
{
    /// <summary>What rounding may add to a place on the scale.</summary>
    public const double Slack = 1e-9;

    private readonly double[] _places;
    private readonly double[] _saliences;
    private readonly double[] _weights;
    private readonly double[] _totals;
    private readonly int _issues;

    /// <summary>Sets up a round.</summary>
    /// <param name="places">Positions from 0 to 100, stakeholder by stakeholder.</param>
    /// <param name="saliences">Saliences, laid out alike; 0 for who takes no part.</param>
    /// <param name="capabilities">Capabilities, by stakeholder.</param>
    public ExchangeBoard(double[] places, double[] saliences, double[] capabilities)
    {
        (Count, _issues) = (capabilities.Length, places.Length / capabilities.Length);
        (_places, _saliences, _weights, _totals) = (places, saliences, new double[places.Length], new double[_issues]);
        for (var i = 0; i < Count; i++)
            for (var d = 0; d < _issues; d++) _totals[d] += _weights[(i * _issues) + d] = capabilities[i] * saliences[(i * _issues) + d];
    }

    /// <summary>How many stakeholders there are.</summary>
    public int Count { get; }

    /// <summary>Position of a stakeholder on an issue at the start of the round.</summary>
    public double Place(int actor, int issue) => _places[(actor * _issues) + issue];

    /// <summary>Salience of an issue for a stakeholder.</summary>
    public double Salience(int actor, int issue) => _saliences[(actor * _issues) + issue];

    /// <summary>Capability × salience.</summary>
    public double Weight(int actor, int issue) => _weights[(actor * _issues) + issue];

    /// <summary>The outcome of an issue: the weighted mean.</summary>
    public double Outcome(int issue)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++) sum += Place(i, issue) * Weight(i, issue);
        return _totals[issue] > 0 ? sum / _totals[issue] : 0;
    }

    /// <summary>The outcome of the issue that a side supplies, if it stood elsewhere.</summary>
    /// <param name="side">The side.</param>
    /// <param name="place">Where it would stand.</param>
    /// <param name="seen">Where others stand by exchanges that were made; not a number for where they stood.</param>
    public double Outcome(Swapper side, double place, ReadOnlySpan<double> seen) => Sum(side, place, seen, own: true) / _totals[side.Supply];

    /// <summary>How far a side has to move for the outcome to be a given one.</summary>
    public double Needed(Swapper side, double outcome, ReadOnlySpan<double> seen) => ((outcome * _totals[side.Supply]) - Sum(side, side.Place, seen, own: false)) / side.Weight;

    /// <summary>How far the outcome shifts when a side moves.</summary>
    public double Shift(Swapper side, double distance) => distance * side.Weight / _totals[side.Supply];

    /// <summary>How far a side has to move to shift the outcome.</summary>
    public double Distance(Swapper side, double shift) => shift * _totals[side.Supply] / side.Weight;

    /// <summary>Every pair of stakeholders on opposite sides of the outcomes of two issues.</summary>
    public List<Swap> Swaps()
    {
        var left = new bool[_places.Length];
        for (var d = 0; d < _issues; d++)
        {
            var outcome = Outcome(d);
            for (var i = 0; i < Count; i++) left[(i * _issues) + d] = Place(i, d) <= outcome + Slack;
        }

        var swaps = new List<Swap>();
        for (var p = 0; p < _issues; p++)
            for (var q = p + 1; q < _issues; q++)
            {
                Pair(swaps, left, p, q, 0);
                Pair(swaps, left, p, q, 1);
            }

        return swaps;
    }

    // Corner 0: above both outcomes against below both; corner 1: below the first alone against below the second alone.
    private void Pair(List<Swap> swaps, bool[] left, int p, int q, int corner)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Corner(left, i, p, q) != corner) continue;
            for (var j = 0; j < Count; j++)
                if (Corner(left, j, p, q) == 3 - corner) swaps.Add(new(this, i, j, p, q));
        }
    }

    private int Corner(bool[] left, int actor, int p, int q) =>
        Weight(actor, p) <= 0 || Weight(actor, q) <= 0 ? -1 : (left[(actor * _issues) + p] ? 1 : 0) + (left[(actor * _issues) + q] ? 2 : 0);

    private double Sum(Swapper side, double place, ReadOnlySpan<double> seen, bool own)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var moved = i == side.Actor && (own || double.IsNaN(seen[i])) ? place : double.IsNaN(seen[i]) ? Place(i, side.Supply) : seen[i];
            sum += moved * Weight(i, side.Supply);
        }

        return sum;
    }
}
