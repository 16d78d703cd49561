using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public class NetworkParts
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    public void The_decoder_finds_the_best_projective_tree_with_one_root(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 50; round++)
        {
            var scores = Numbers(random, count * count);
            var roots = Numbers(random, count);
            var heads = new int[count];
            new TreeDecoder().Decode(scores, count, roots, heads);
            Assert.True(IsTree(heads));
            Assert.Equal(Best(scores, roots, new int[count], 0), Score(scores, roots, heads), 4);
        }
    }

    [Fact]
    public void A_product_in_whole_numbers_is_near_the_one_in_real_numbers()
    {
        const int Rows = 7, Inner = 36, Columns = 70;
        var random = new Random(3);
        var left = Numbers(random, Rows * Inner);
        var right = Numbers(random, Inner * Columns);
        var rounded = new short[Rows * IntegerKernel.Padded(Inner)];
        var result = new float[Rows * IntegerKernel.Columns(Columns)];
        IntegerKernel.Round(left, Inner, Rows, Inner, IntegerKernel.LeftUnit, rounded);
        IntegerKernel.Multiply(rounded, Rows, Inner, IntegerKernel.Pack(right, Inner, Columns), Columns, 1 / (IntegerKernel.LeftUnit * IntegerKernel.RightUnit), result, IntegerKernel.Columns(Columns));
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < Inner; k++) sum += left[(row * Inner) + k] * right[(k * Columns) + column];
                Assert.Equal(sum, result[(row * IntegerKernel.Columns(Columns)) + column], 0.05);
            }
    }

    [Fact]
    public void The_transpose_of_rounded_rows_gives_the_product_of_rows_with_rows()
    {
        const int Rows = 67, Inner = 32;
        var rounded = new short[Rows * Inner];
        IntegerKernel.Round(Numbers(new Random(5), Rows * Inner), Inner, Rows, Inner, 100, rounded);
        var packed = new int[IntegerKernel.Padded(Inner) / 2 * IntegerKernel.Columns(Rows)];
        IntegerKernel.PackTransposed(rounded, Rows, Inner, packed);
        var result = new float[Rows * IntegerKernel.Columns(Rows)];
        IntegerKernel.Multiply(rounded, Rows, Inner, packed, Rows, 1, result, IntegerKernel.Columns(Rows));
        for (var i = 0; i < Rows; i++)
            for (var j = 0; j < Rows; j++) Assert.Equal(Enumerable.Range(0, Inner).Sum(k => rounded[(i * Inner) + k] * rounded[(j * Inner) + k]), result[(i * IntegerKernel.Columns(Rows)) + j]);
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 4) - 2))];

    private static double Best(float[] scores, float[] roots, int[] heads, int word)
    {
        if (word == heads.Length) return IsTree(heads) ? Score(scores, roots, heads) : double.NegativeInfinity;
        var best = double.NegativeInfinity;
        for (var head = 0; head <= heads.Length; head++)
        {
            if (head == word) continue;
            heads[word] = head;
            best = Math.Max(best, Best(scores, roots, heads, word + 1));
        }

        return best;
    }

    private static double Score(float[] scores, float[] roots, int[] heads) =>
        heads.Select((head, i) => (double)(head == heads.Length ? roots[i] : scores[(i * heads.Length) + head])).Sum();

    private static bool IsTree(int[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var (start, end) = (Math.Min(i, heads[i]), Math.Max(i, heads[i]));
            for (var j = start + 1; j < end; j++)
                if (heads[j] < start || heads[j] > end) return false;
            var above = i;
            for (var steps = 0; above != heads.Length; steps++)
            {
                if (steps > heads.Length) return false;
                above = heads[above];
            }
        }

        return heads.Count(head => head == heads.Length) == 1;
    }
}
