using System.Numerics;

namespace Rapporteur.Training;

/// <summary>Groups word vectors by spherical k-means (Dhillon and Modha 2001), in whole numbers: the same groups on every machine.</summary>
internal static class WordClusters
{
    /// <summary>The group of every vector, from zero.</summary>
    /// <param name="vectors">Vectors of equal length.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="rounds">How often centres are moved.</param>
    public static int[] Of(IReadOnlyList<short[]> vectors, int groups, int rounds)
    {
        var centres = new short[groups][];
        for (var group = 0; group < groups; group++) centres[group] = Pad(vectors[(int)((long)group * (vectors.Count / 2) / groups)]);
        var padded = vectors.Select(Pad).ToArray();
        var assigned = new int[vectors.Count];
        for (var round = 0; round <= rounds; round++)
        {
            Parallel.For(0, padded.Length, i => assigned[i] = Nearest(padded[i], centres));
            if (round < rounds) Move(padded, assigned, centres);
        }

        return assigned;
    }

    private static void Move(short[][] vectors, int[] assigned, short[][] centres)
    {
        var sums = new long[centres.Length][];
        for (var group = 0; group < centres.Length; group++) sums[group] = new long[centres[0].Length];
        for (var i = 0; i < vectors.Length; i++)
            for (var d = 0; d < vectors[i].Length; d++) sums[assigned[i]][d] += vectors[i][d];
        for (var group = 0; group < centres.Length; group++)
        {
            var norm = 0.0;
            foreach (var sum in sums[group]) norm += (double)sum * sum;
            if (norm == 0) continue;
            norm = Math.Sqrt(norm);
            centres[group] = [.. sums[group].Select(sum => (short)Math.Round(sum / norm * WordVectors.Length))];
        }
    }

    private static int Nearest(short[] vector, short[][] centres)
    {
        var best = 0;
        var most = int.MinValue;
        for (var group = 0; group < centres.Length; group++)
        {
            var product = Product(vector, centres[group]);
            if (product > most) (best, most) = (group, product);
        }

        return best;
    }

    private static int Product(short[] left, short[] right)
    {
        var sum = Vector<int>.Zero;
        for (var i = 0; i < left.Length; i += Vector<short>.Count)
        {
            // No product of two components passes 127 squared, which a short holds.
            Vector.Widen(new Vector<short>(left, i) * new Vector<short>(right, i), out var low, out var high);
            sum += low + high;
        }

        return Vector.Sum(sum);
    }

    private static short[] Pad(short[] vector)
    {
        var padded = new short[(vector.Length + 31) / 32 * 32];
        vector.CopyTo(padded, 0);
        return padded;
    }
}
