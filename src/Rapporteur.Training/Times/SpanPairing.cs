using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Pairs two lists of spans one to one so that the sum of intersection over union is greatest (Kuhn and Munkres); pairs without overlap are left out.</summary>
internal static class SpanPairing
{
    internal static List<(int Left, int Right)> Best(IReadOnlyList<TextSpan> left, IReadOnlyList<TextSpan> right)
    {
        var pairs = new List<(int Left, int Right)>();
        var (leftOrder, rightOrder) = (Sorted(left), Sorted(right));
        // Spans that touch no common span fall into groups that are solved apart.
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            var (fromLeft, fromRight, end) = (i, j, -1);
            while (true)
            {
                if (i < left.Count && (end < 0 && (j >= right.Count || left[leftOrder[i]].Start <= right[rightOrder[j]].Start) || left[leftOrder[i]].Start < end))
                    end = Math.Max(end, left[leftOrder[i++]].End);
                else if (j < right.Count && (end < 0 || right[rightOrder[j]].Start < end))
                    end = Math.Max(end, right[rightOrder[j++]].End);
                else
                    break;
            }

            Solve(left, right, leftOrder[fromLeft..i], rightOrder[fromRight..j], pairs);
        }

        pairs.Sort();
        return pairs;
    }

    private static int[] Sorted(IReadOnlyList<TextSpan> spans) => [.. Enumerable.Range(0, spans.Count).OrderBy(i => spans[i]).ThenBy(i => i)];

    private static void Solve(IReadOnlyList<TextSpan> left, IReadOnlyList<TextSpan> right, int[] rows, int[] columns, List<(int, int)> pairs)
    {
        if (rows.Length == 0 || columns.Length == 0) return;
        var flip = rows.Length > columns.Length;
        var (n, m) = flip ? (columns.Length, rows.Length) : (rows.Length, columns.Length);
        double Gain(int i, int j) => flip ? left[rows[j]].IntersectionOverUnion(right[columns[i]]) : left[rows[i]].IntersectionOverUnion(right[columns[j]]);
        var (u, v, p, way) = (new double[n + 1], new double[m + 1], new int[m + 1], new int[m + 1]);
        for (var i = 1; i <= n; i++)
        {
            p[0] = i;
            var j0 = 0;
            var least = new double[m + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[m + 1];
            do
            {
                used[j0] = true;
                var (i0, delta, j1) = (p[j0], double.PositiveInfinity, 0);
                for (var j = 1; j <= m; j++)
                {
                    if (used[j]) continue;
                    var cost = 1 - Gain(i0 - 1, j - 1) - u[i0] - v[j];
                    if (cost < least[j]) (least[j], way[j]) = (cost, j0);
                    if (least[j] < delta) (delta, j1) = (least[j], j);
                }

                for (var j = 0; j <= m; j++)
                {
                    if (used[j]) (u[p[j]], v[j]) = (u[p[j]] + delta, v[j] - delta);
                    else least[j] -= delta;
                }

                j0 = j1;
            }
            while (p[j0] != 0);
            for (; j0 != 0; j0 = way[j0]) p[j0] = p[way[j0]];
        }

        for (var j = 1; j <= m; j++)
            if (p[j] > 0 && Gain(p[j] - 1, j - 1) > 0) pairs.Add(flip ? (rows[j - 1], columns[p[j] - 1]) : (rows[p[j] - 1], columns[j - 1]));
    }
}
