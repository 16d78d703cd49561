namespace Rapporteur.Training;

/// <summary>Best one-to-one assignment of rows to columns by the Hungarian method.</summary>
internal static class Assignment
{
    /// <summary>Pairs (row, column) that maximise the sum of the weights, sorted by column order of the search; pairs of weight 0 are left out.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="weight">Weight of a pair, at least 0.</param>
    public static List<(int Row, int Column)> Best(int rows, int columns, Func<int, int, double> weight)
    {
        if (rows == 0 || columns == 0) return [];
        var flip = rows > columns;
        var (n, m) = flip ? (columns, rows) : (rows, columns);
        var weights = new double[n, m];
        var big = double.NegativeInfinity;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < m; j++)
            {
                weights[i, j] = flip ? weight(j, i) : weight(i, j);
                big = Math.Max(big, weights[i, j]);
            }
        }

        big += 1;
        var matched = Match(n, m, (i, j) => big - weights[i, j]);
        var pairs = new List<(int, int)>();
        for (var j = 1; j <= m; j++)
            if (matched[j] != 0 && weights[matched[j] - 1, j - 1] > 0) pairs.Add(flip ? (j - 1, matched[j] - 1) : (matched[j] - 1, j - 1));
        return pairs;
    }

    // Row matched to each column, both counted from 1; 0 for none.
    private static int[] Match(int n, int m, Func<int, int, double> cost)
    {
        var u = new double[n + 1];
        var v = new double[m + 1];
        var matched = new int[m + 1];
        var way = new int[m + 1];
        for (var i = 1; i <= n; i++)
        {
            matched[0] = i;
            var j0 = 0;
            var least = new double[m + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[m + 1];
            do
            {
                used[j0] = true;
                var (i0, delta, j1) = (matched[j0], double.PositiveInfinity, 0);
                for (var j = 1; j <= m; j++)
                {
                    if (used[j]) continue;
                    var c = cost(i0 - 1, j - 1) - u[i0] - v[j];
                    if (c < least[j]) (least[j], way[j]) = (c, j0);
                    if (least[j] < delta) (delta, j1) = (least[j], j);
                }

                for (var j = 0; j <= m; j++)
                {
                    if (used[j])
                    {
                        u[matched[j]] += delta;
                        v[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                j0 = j1;
            }
            while (matched[j0] != 0);

            while (j0 != 0)
            {
                var j1 = way[j0];
                matched[j0] = matched[j1];
                j0 = j1;
            }
        }

        return matched;
    }
}
