using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>The projective tree with one child of the root whose arcs score highest together (Eisner 1996). Cubic in the length of the sentence, over which
/// a table of maxima is filled span by span. Grows and is used again; one a thread.</summary>
internal sealed class TreeDecoder
{
    private const int Lanes = 8;
    private int room;
    private int stride;
    // Of every span: the best complete tree headed at its left or right end, the best with an arc between its ends. A "By" table is stored by the span's last word.
    private float[] right = [], rightBy = [], left = [], leftBy = [], arcRight = [], arcLeftBy = [];

    /// <summary>Finds the heads.</summary>
    /// <param name="scores">Row of every word: score of every word as its head, in column order.</param>
    /// <param name="scoreStride">Distance of rows.</param>
    /// <param name="roots">Score of every word as the child of the root.</param>
    /// <param name="heads">Filled in; the number of words for the root.</param>
    public void Decode(ReadOnlySpan<float> scores, int scoreStride, ReadOnlySpan<float> roots, Span<int> heads)
    {
        var count = heads.Length;
        Greedy(scores, scoreStride, roots, heads);
        if (IsTree(heads)) return;
        Begin(count);
        for (var length = 1; length < count; length++)
        {
            for (var i = 0; i + length < count; i++)
            {
                var j = i + length;
                var inner = Most(right.AsSpan(At(i, i), length), leftBy.AsSpan(At(j, i + 1), length));
                arcLeftBy[At(j, i)] = inner + scores[(i * scoreStride) + j];
                arcRight[At(i, j)] = inner + scores[(j * scoreStride) + i];
                left[At(i, j)] = leftBy[At(j, i)] = Most(left.AsSpan(At(i, i), length), arcLeftBy.AsSpan(At(j, i), length));
                right[At(i, j)] = rightBy[At(j, i)] = Most(arcRight.AsSpan(At(i, i + 1), length), rightBy.AsSpan(At(j, i + 1), length));
            }
        }

        var best = 0;
        var most = float.NegativeInfinity;
        for (var i = 0; i < count; i++)
        {
            var score = left[At(0, i)] + right[At(i, count - 1)] + roots[i];
            if (score > most) (best, most) = (i, score);
        }

        heads[best] = count;
        Left(0, best, heads);
        Right(best, count - 1, heads);
    }

    /// <summary>The best head of every word by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Greedy(ReadOnlySpan<float> scores, int scoreStride, ReadOnlySpan<float> roots, Span<int> heads)
    {
        var count = heads.Length;
        for (var i = 0; i < count; i++)
        {
            var row = scores.Slice(i * scoreStride, count);
            var before = i > 0 ? DenseRows.Best(row[..i]) : count;
            var behind = i + 1 < count ? i + 1 + DenseRows.Best(row[(i + 1)..]) : count;
            var best = before == count || (behind < count && row[behind] > row[before]) ? behind : before;
            heads[i] = best < count && row[best] >= roots[i] ? best : count;
        }
    }

    /// <summary>Whether heads are a projective tree with one child of the root: then no tree scores higher.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        var count = heads.Length;
        var roots = 0;
        for (var i = 0; i < count; i++)
        {
            if (heads[i] == count) roots++;
            var above = i;
            for (var steps = 0; above < count; steps++)
            {
                if (steps > count) return false;
                above = heads[above];
            }

            int start = Math.Min(i, heads[i]), end = Math.Max(i, heads[i]);
            for (var j = start + 1; j < end; j++)
                if (heads[j] < start || heads[j] > end) return false;
        }

        return roots == 1;
    }

    private int At(int row, int column) => (row * stride) + column;

    private void Begin(int count)
    {
        if (count > room)
        {
            room = Math.Max(count, Math.Max(64, room * 2));
            right = new float[room * room];
            rightBy = new float[room * room];
            left = new float[room * room];
            leftBy = new float[room * room];
            arcRight = new float[room * room];
            arcLeftBy = new float[room * room];
        }

        stride = count;
        for (var i = 0; i < count; i++) right[At(i, i)] = rightBy[At(i, i)] = left[At(i, i)] = leftBy[At(i, i)] = 0;
    }

    private void Left(int i, int j, Span<int> heads)
    {
        while (i < j)
        {
            var k = i + Where(left.AsSpan(At(i, i), j - i), arcLeftBy.AsSpan(At(j, i), j - i));
            heads[k] = j;
            Inner(k, j, heads);
            j = k;
        }
    }

    private void Right(int i, int j, Span<int> heads)
    {
        while (i < j)
        {
            var k = i + 1 + Where(arcRight.AsSpan(At(i, i + 1), j - i), rightBy.AsSpan(At(j, i + 1), j - i));
            heads[k] = i;
            Inner(i, k, heads);
            i = k;
        }
    }

    private void Inner(int i, int j, Span<int> heads)
    {
        var k = i + Where(right.AsSpan(At(i, i), j - i), leftBy.AsSpan(At(j, i + 1), j - i));
        Right(i, k, heads);
        Left(k + 1, j, heads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Most(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var most = float.NegativeInfinity;
        var i = 0;
        if (first.Length >= Lanes)
        {
            var mosts = Vector256.Create(first) + Vector256.Create(second);
            for (i = Lanes; i <= first.Length - Lanes; i += Lanes) mosts = Vector256.Max(mosts, Vector256.Create(first[i..]) + Vector256.Create(second[i..]));
            var half = Vector128.Max(mosts.GetLower(), mosts.GetUpper());
            most = Math.Max(Math.Max(half[0], half[1]), Math.Max(half[2], half[3]));
        }

        for (; i < first.Length; i++) most = Math.Max(most, first[i] + second[i]);
        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Where(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var best = 0;
        for (var i = 1; i < first.Length; i++)
            if (first[i] + second[i] > first[best] + second[best]) best = i;
        return best;
    }
}
