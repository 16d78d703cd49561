using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What a run of the spatial model shows: how likely positions are, rounds, moves and their reasons, the forecast.</summary>
internal static class SpatialAccount
{
    private const double SamePlace = 1e-3;

    /// <summary>The greatest of some chances, the first of equals.</summary>
    public static int Likeliest(ReadOnlySpan<double> chances)
    {
        var best = 0;
        for (var b = 1; b < chances.Length; b++)
            if (chances[b] > chances[best]) best = b;
        return best;
    }

    // An election among the places where somebody stands, by everybody's own attitude to risk; of each place who comes first in an order.
    private static (List<int> Places, double[] Chances) Elect(SpatialBargaining run, SpatialOptions options, int[] order)
    {
        var (table, places) = (run.Table, new List<int>());
        foreach (var i in order)
            if (!places.Exists(place => Distance(run, i, place) < SamePlace)) places.Add(i);
        var (space, chances) = (new ElectionSpace(), new double[places.Count]);
        space.Fit(table.Count, places.Count);
        for (var voter = 0; voter < table.Count; voter++)
            for (var p = 0; p < places.Count; p++) space.Utilities[(voter * space.Stride) + p] = run.State.Own[(places[p] * table.Stride) + voter];
        options.Election.Distribute(table.Capabilities.AsSpan(0, table.Count), chances, space);
        return (places, chances);
    }

    // What a place is must not depend on the order of the file.
    private static int[] ByPosition(SpatialBargaining run)
    {
        int[] order = [.. Enumerable.Range(0, run.Table.Count)];
        Array.Sort(order, (i, j) =>
        {
            for (var row = 0; row < run.Table.Dimensions * run.Table.Stride; row += run.Table.Stride)
                if (run.State.Positions[row + i].CompareTo(run.State.Positions[row + j]) is var sign and not 0) return sign;
            return i.CompareTo(j);
        });
        return order;
    }

    // Who stands within reach of two places is counted with the later, as KTAB counts it.
    private static double[] ByStakeholder(SpatialBargaining run, List<int> places, double[] chances) =>
        [.. Enumerable.Range(0, run.Table.Count).Select(i => chances[places.FindLastIndex(place => Distance(run, i, place) < SamePlace)])];

    private static double Distance(SpatialBargaining run, int i, int j)
    {
        var square = 0.0;
        for (var d = 0; d < run.Table.Dimensions; d++)
        {
            var apart = run.State.Positions[(d * run.Table.Stride) + i] - run.State.Positions[(d * run.Table.Stride) + j];
            square += apart * apart;
        }

        return Math.Sqrt(square);
    }

    private static ImmutableArray<double> Place(SpatialBargaining run, int stakeholder)
    {
        var place = new double[run.Table.Dimensions];
        for (var d = 0; d < place.Length; d++) place[d] = run.Table.Low[d] + (run.State.Positions[(d * run.Table.Stride) + stakeholder] * run.Table.Width[d]);
        return [.. place];
    }

    /// <summary>The outcome, by dimension: the mean of the distribution over places, or the likeliest place.</summary>
    public static ImmutableArray<double> Forecast(SpatialBargaining run, SpatialOptions options)
    {
        var (places, chances) = Elect(run, options, ByPosition(run));
        if (options.Point != DistributionPoint.Mean) return Place(run, places[Likeliest(chances)]);
        var mean = new double[run.Table.Dimensions];
        for (var p = 0; p < places.Count; p++)
        {
            var place = Place(run, places[p]);
            for (var d = 0; d < mean.Length; d++) mean[d] += chances[p] * place[d];
        }

        return [.. mean];
    }

    /// <summary>Where everybody stands.</summary>
    public static BargainingRound Round(SpatialBargaining run, SpatialOptions options, ImmutableArray<BargainingMove> moves)
    {
        var (table, (places, chances)) = (run.Table, Elect(run, options, [.. Enumerable.Range(0, run.Table.Count)]));
        ImmutableArray<ImmutableArray<double>> positions = [.. Enumerable.Range(0, table.Count).Select(i => Place(run, i))];
        var mean = new double[table.Dimensions];
        for (var d = 0; d < mean.Length; d++)
        {
            var (sum, total) = (0.0, 0.0);
            for (var i = 0; i < table.Count; i++)
            {
                var weight = table.Capabilities[i] * table.Saliences[(d * table.Stride) + i];
                sum += weight * positions[i][d];
                total += weight;
            }

            var dimension = d;
            mean[d] = total > 0 ? sum / total : positions.Average(place => place[dimension]);
        }

        return new(positions, [.. mean], positions[places[Likeliest(chances)]], moves) { Chances = [.. ByStakeholder(run, places, chances)] };
    }

    /// <summary>Who moves as it chose, before it does.</summary>
    public static ImmutableArray<BargainingMove> Moves(StakeholderTable table, SpatialBargaining run)
    {
        var moves = ImmutableArray.CreateBuilder<BargainingMove>();
        for (var i = 0; i < run.Table.Count; i++)
        {
            var bargain = run.Chosen[i];
            if (bargain.Initiator == bargain.Receiver) continue;
            var (from, to) = (Place(run, i), bargain.Initiator == i ? bargain.ToInitiator : bargain.ToReceiver);
            var other = bargain.Initiator == i ? bargain.Receiver : bargain.Initiator;
            var (challenger, target) = (table.Stakeholders[bargain.Initiator].Name, table.Stakeholders[bargain.Receiver].Name);
            var (bargains, chance) = (run.BargainsOf(i), 0.0);
            var chances = run.ChancesOf(i);
            for (var b = 0; b < bargains.Count; b++)
                if (ReferenceEquals(bargains[b], bargain)) chance = chances[b];
            ImmutableArray<double> place = [.. to.Select((value, d) => run.Table.Low[d] + (value * run.Table.Width[d]))];
            var reason = FormattableString.Invariant($"{table.Stakeholders[i].Name} goes from {Shown(from)} to {Shown(place)} in a bargain that {challenger} proposed to {target}, expecting to win with {bargain.Challenge.Odds:0.000} and to gain {bargain.Challenge.Gain:0.000}; of {bargains.Count - 1} {(bargains.Count == 2 ? "bargain" : "bargains")} and staying, it comes out with {chance:0.000}.");
            moves.Add(new(i, other, "bargain", from, place, reason) { Stakes = [bargain.Challenge.Odds, bargain.Challenge.Gain, chance] });
        }

        return moves.DrainToImmutable();
    }

    private static string Shown(ImmutableArray<double> place) => string.Join(", ", place.Select(value => value.ToString("0.##", CultureInfo.InvariantCulture)));
}
