namespace Rapporteur.Analysis;

/// <summary>Picks, of points in several dimensions, those that no other point beats: as good in every one and better in one. Of equal points the first stays.</summary>
public static class ParetoFrontier
{
    /// <summary>Indices of the points that stay, greatest in the first dimension first, then the second, ….</summary>
    /// <param name="points">The points, one after the other.</param>
    /// <param name="width">How many dimensions each has; at least 1.</param>
    public static int[] Of(ReadOnlySpan<double> points, int width)
    {
        var count = points.Length / width;
        if (count == 0) return [];
        var some = Survivors(points, width, count);
        Sort(points, width, some);
        return width switch
        {
            1 => [some[0]],
            2 => Two(points, some),
            _ => Many(points, width, some),
        };
    }

    // A first pass against few strong points: those with the greatest sums of what was seen so far. It drops most points before anything is sorted.
    private static int[] Survivors(ReadOnlySpan<double> points, int width, int count)
    {
        const int Most = 24;
        if (count < 1024) return [.. Enumerable.Range(0, count)];
        var pivots = Pivots(points, width, count, Most);
        var kept = new int[count];
        var left = 0;
        for (var i = 0; i < count; i++)
        {
            var point = points.Slice(i * width, width);
            var beaten = false;
            for (var p = 0; p < pivots.Length; p++)
            {
                if (!Beats(points.Slice(pivots[p] * width, width), point)) continue;
                beaten = true;
                // What beat this one is likely to beat the next.
                if (p > 0) (pivots[p - 1], pivots[p]) = (pivots[p], pivots[p - 1]);
                break;
            }

            if (!beaten) kept[left++] = i;
        }

        return kept[..left];
    }

    // Points that are best by sums with different weights.
    private static int[] Pivots(ReadOnlySpan<double> points, int width, int count, int most)
    {
        var chance = new ChanceStream(1);
        var (weights, best, at) = (new double[most * width], new double[most], new int[most]);
        for (var w = 0; w < weights.Length; w++) weights[w] = w < width ? 1 : 0.05 - Math.Log(1 - chance.Unit());
        Array.Fill(best, double.NegativeInfinity);
        // A sample is enough to find strong points.
        var step = Math.Max(1, count / 65536);
        for (var i = 0; i < count; i += step)
        {
            var point = points.Slice(i * width, width);
            for (var p = 0; p < most; p++)
            {
                var sum = 0.0;
                for (var d = 0; d < width; d++) sum += weights[(p * width) + d] * point[d];
                if (!(sum > best[p])) continue;
                (best[p], at[p]) = (sum, i);
            }
        }

        return [.. at.Distinct()];
    }

    private static void Sort(ReadOnlySpan<double> points, int width, int[] some)
    {
        var copy = new double[some.Length * width];
        for (var i = 0; i < some.Length; i++) points.Slice(some[i] * width, width).CopyTo(copy.AsSpan(i * width));
        var order = new int[some.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var first = new double[some.Length];
        for (var i = 0; i < first.Length; i++) first[i] = -copy[i * width];
        Array.Sort(first, order);
        // Runs that are equal in the first dimension are put in order by the others, then by place.
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && first[end] == first[start]) end++;
            if (end - start > 1) Array.Sort(order, start, end - start, new Lexical(copy, width));
            start = end;
        }

        var sorted = new int[some.Length];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = some[order[i]];
        sorted.CopyTo(some, 0);
    }

    private static int[] Two(ReadOnlySpan<double> points, int[] sorted)
    {
        var (kept, best) = (new List<int>(), double.NegativeInfinity);
        foreach (var i in sorted)
        {
            if (!(points[(i * 2) + 1] > best)) continue;
            best = points[(i * 2) + 1];
            kept.Add(i);
        }

        return [.. kept];
    }

    // In lexical order nothing that comes later beats what came before.
    private static int[] Many(ReadOnlySpan<double> points, int width, int[] sorted)
    {
        var (kept, front, left) = (new List<int>(), new double[Math.Max(1, sorted.Length) * (width - 1)], 0);
        var rest = width - 1;
        foreach (var i in sorted)
        {
            var point = points.Slice((i * width) + 1, rest);
            var at = 0;
            for (; at < left; at++)
            {
                var other = front.AsSpan(at * rest, rest);
                var d = 0;
                while (d < rest && other[d] >= point[d]) d++;
                if (d == rest) break;
            }

            if (at < left)
            {
                // Moved halfway to the front: it may beat the next as well.
                var to = at / 2;
                for (var d = 0; d < rest; d++) (front[(to * rest) + d], front[(at * rest) + d]) = (front[(at * rest) + d], front[(to * rest) + d]);
                continue;
            }

            point.CopyTo(front.AsSpan(left * rest, rest));
            left++;
            kept.Add(i);
        }

        return [.. kept];
    }

    private static bool Beats(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var better = false;
        for (var d = 0; d < one.Length; d++)
        {
            if (one[d] < other[d]) return false;
            better |= one[d] > other[d];
        }

        return better;
    }

    private sealed class Lexical(double[] points, int width) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            for (var d = 1; d < width; d++)
                if (points[(x * width) + d] != points[(y * width) + d]) return points[(y * width) + d].CompareTo(points[(x * width) + d]);
            return x.CompareTo(y);
        }
    }
}
