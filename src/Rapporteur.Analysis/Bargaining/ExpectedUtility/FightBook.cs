using System.Runtime.CompilerServices;

namespace Rapporteur.Analysis;

/// <summary>What a fight over each position is worth to each actor in one round, when it is won, when it is lost and when nothing changes.</summary>
/// <param name="count">How many actors there are.</param>
/// <param name="quick">Whether powers are quick.</param>
internal sealed class FightBook(int count, bool quick)
{
    private readonly PowerTable _near = new(count, quick);
    private readonly PowerTable _far = new(count, quick);
    private readonly double[] _wins = new double[count * PowerTable.Width(count)];
    private readonly double[] _losses = new double[count * PowerTable.Width(count)];
    private readonly double[] _still = new double[count];
    private readonly int _width = PowerTable.Width(count);

    /// <summary>Takes the positions of a round.</summary>
    /// <param name="votes">The positions.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(VoteBook votes)
    {
        for (var p = 0; p < votes.Count; p++)
        {
            var distances = votes.Distances.Row(p);
            var near = _near.Row(p);
            var far = _far.Row(p);
            for (var q = 0; q < distances.Length; q++) (near[q], far[q]) = (0.5 - (0.5 * distances[q]), 0.5 + (0.5 * distances[q]));
        }

        _near.Take(votes.Count);
        _far.Take(votes.Count);
    }

    /// <summary>Works out what fights are worth.</summary>
    /// <param name="votes">The positions.</param>
    /// <param name="risks">Exponents of risk, by actor.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Weigh(VoteBook votes, ReadOnlySpan<double> risks)
    {
        for (var i = 0; i < risks.Length; i++)
        {
            _still[i] = Utility(0.5, risks[i]);
            var wins = _wins.AsSpan(i * _width, _width);
            var losses = _losses.AsSpan(i * _width, _width);
            _near.Raise(votes.PlaceOf[i], risks[i], votes.Count, wins);
            _far.Raise(votes.PlaceOf[i], risks[i], votes.Count, losses);
            for (var q = 0; q < wins.Length; q++) (wins[q], losses[q]) = (2 - (4 * wins[q]), 2 - (4 * losses[q]));
        }
    }

    /// <summary>Utility of a fight won, and of one lost, to who stands at a distance from a place.</summary>
    /// <param name="view">Who looks.</param>
    /// <param name="place">The place that the fight is with.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double Win, double Loss) Over(int view, int place) => (_wins[(view * _width) + place], _losses[(view * _width) + place]);

    /// <summary>Utility of what is.</summary>
    /// <param name="view">Who looks.</param>
    public double Still(int view) => _still[view];

    /// <summary>Utility of a share of the range: 2 − 4·shareʳ.</summary>
    /// <param name="share">The share.</param>
    /// <param name="risk">Exponent of risk.</param>
    public static double Utility(double share, double risk) => 2 - (4 * (risk == 1 ? share : Math.Pow(share, risk)));
}
