using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Stochastic multicriteria acceptability analysis: which packages come first for whom, over all weights that an analyst admits (SMAA-2, Lahdelma and Salminen 2001).</summary>
public static class AcceptabilityAnalysis
{
    private const int Chunk = 256;

    /// <summary>How the packages stand.</summary>
    /// <param name="table">What the analyst put in.</param>
    /// <param name="packages">The packages to compare.</param>
    /// <param name="draws">How often weights and values are drawn; above 0.</param>
    /// <param name="seed">Seed: the same seed gives the same figures with any number of threads.</param>
    /// <param name="threads">How many threads may draw; at least 1.</param>
    /// <param name="cancel">Stops the analysis.</param>
    public static ImmutableArray<Acceptability> Of(PackageTable table, ImmutableArray<Package> packages, int draws, ulong seed, int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (packages.IsEmpty) return [];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        var chunks = (draws + Chunk - 1) / Chunk;
        var tallies = new Tally[chunks];
        Parallel.For(0, chunks, options, c =>
        {
            var tally = tallies[c] = new(table, packages);
            for (var draw = c * Chunk; draw < Math.Min(draws, (c + 1) * Chunk); draw++) tally.Draw(new(seed, (ulong)draw));
        });
        // Chunks are added in their order, so that sums do not depend on threads.
        var all = new Tally(table, packages);
        foreach (var tally in tallies) all.Add(tally);
        var confident = new int[chunks][];
        Parallel.For(0, chunks, options, c =>
        {
            confident[c] = new int[packages.Length * table.Parties.Length];
            for (var draw = c * Chunk; draw < Math.Min(draws, (c + 1) * Chunk); draw++) all.Confident(new(seed + 1, (ulong)draw), confident[c]);
        });
        var (parties, issues) = (table.Parties.Length, table.Space.Issues.Length);
        return
        [
            .. packages.Select((package, a) => new Acceptability(package,
                [.. Enumerable.Range(0, parties).Select(p => Enumerable.Range(0, packages.Length).Select(r => all.Ranks[Place(p, a, packages.Length), r] / (double)draws).ToImmutableArray())],
                [.. Enumerable.Range(0, parties).Select(p => all.Ranks[Place(p, a, packages.Length), 0] is var first && first == 0 ? [] : Enumerable.Range(0, issues).Select(i => all.Weights[Place(p, a, packages.Length), i] / first).ToImmutableArray())],
                [.. Enumerable.Range(0, parties).Select(p => confident.Sum(c => c[Place(p, a, packages.Length)]) / (double)draws)],
                all.InZone[a] / (double)draws, all.Nash[a] / (double)draws)),
        ];
    }

    private static int Place(int party, int package, int packages) => (party * packages) + package;

    private sealed class Tally(PackageTable table, ImmutableArray<Package> packages)
    {
        internal int[,] Ranks { get; } = new int[table.Parties.Length * packages.Length, packages.Length];

        internal double[,] Weights { get; } = new double[table.Parties.Length * packages.Length, table.Space.Issues.Length];

        internal int[] InZone { get; } = new int[packages.Length];

        internal int[] Nash { get; } = new int[packages.Length];

        internal void Draw(ChanceStream chance)
        {
            var count = packages.Length;
            var (utilities, order) = (new double[table.Parties.Length][], new int[count]);
            for (var p = 0; p < table.Parties.Length; p++)
            {
                var party = table.Parties[p];
                var weights = party.DrawnWeights(chance);
                var function = party.With(weights, party.DrawnValues(chance));
                var own = utilities[p] = Worth(function);
                Order(own, order);
                for (var rank = 0; rank < count; rank++) Ranks[Place(p, order[rank], count), rank]++;
                for (var i = 0; i < weights.Length; i++) Weights[Place(p, order[0], count), i] += weights[i];
            }

            var (nash, best) = (-1, 0.0);
            for (var a = 0; a < count; a++)
            {
                var product = 1.0;
                for (var p = 0; p < utilities.Length; p++) product *= Math.Max(0, utilities[p][a] - table.Parties[p].Reservation + 1e-12);
                if (Enumerable.Range(0, utilities.Length).All(p => utilities[p][a] >= table.Parties[p].Reservation - 1e-9)) InZone[a]++;
                if (product > best) (nash, best) = (a, product);
            }

            if (nash >= 0) Nash[nash]++;
        }

        // In how many draws of values each package is first under its central weights.
        internal void Confident(ChanceStream chance, int[] counts)
        {
            var order = new int[packages.Length];
            for (var p = 0; p < table.Parties.Length; p++)
            {
                var values = table.Parties[p].DrawnValues(chance);
                for (var a = 0; a < packages.Length; a++)
                {
                    var place = Place(p, a, packages.Length);
                    if (Ranks[place, 0] == 0) continue;
                    var central = new double[table.Space.Issues.Length];
                    for (var i = 0; i < central.Length; i++) central[i] = Weights[place, i] / Ranks[place, 0];
                    Order(Worth(table.Parties[p].With(central, values)), order);
                    if (order[0] == a) counts[place]++;
                }
            }
        }

        internal void Add(Tally other)
        {
            for (var i = 0; i < Ranks.GetLength(0); i++)
            {
                for (var r = 0; r < packages.Length; r++) Ranks[i, r] += other.Ranks[i, r];
                for (var w = 0; w < table.Space.Issues.Length; w++) Weights[i, w] += other.Weights[i, w];
            }

            for (var a = 0; a < packages.Length; a++)
            {
                InZone[a] += other.InZone[a];
                Nash[a] += other.Nash[a];
            }
        }

        private double[] Worth(UtilityFunction function)
        {
            var worth = new double[packages.Length];
            for (var a = 0; a < worth.Length; a++) worth[a] = function.Of(packages[a].Options.AsSpan());
            return worth;
        }

        // Best first; equal ones in the order of the list.
        private static void Order(double[] worth, int[] order)
        {
            for (var a = 0; a < order.Length; a++) order[a] = a;
            Array.Sort(order, (x, y) => worth[x] != worth[y] ? worth[y].CompareTo(worth[x]) : x.CompareTo(y));
        }
    }
}
