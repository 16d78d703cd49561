using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class MatrixProducts
{
    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(7, 20, 33)]
    [InlineData(19, 40, 64)]
    public void Every_element_is_one_chain_of_fused_multiply_adds(int rows, int inner, int columns)
    {
        var random = new SeededNumbers(4);
        var (a, b, c) = (Numbers(rows * inner, random), Numbers(inner * columns, random), Numbers(rows * columns, random));
        var expected = c.ToArray();
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                for (var k = 0; k < inner; k++) expected[(i * columns) + j] = MathF.FusedMultiplyAdd(a[(i * inner) + k], b[(k * columns) + j], expected[(i * columns) + j]);
        Gemm.Multiply(a, 0, inner, 1, rows, new PackedMatrix().Pack(b, inner, columns, columns, 1), c, 0, columns, add: true);
        Assert.Equal(expected, c);
    }

    [Fact]
    public void Swapped_strides_transpose_either_factor()
    {
        var random = new SeededNumbers(5);
        var (a, b) = (Numbers(6 * 9, random), Numbers(9 * 11, random));
        var (aTurned, bTurned) = (Turn(a, 6, 9), Turn(b, 9, 11));
        var (straight, turned) = (new float[66], new float[66]);
        Gemm.Multiply(a, 0, 9, 1, 6, new PackedMatrix().Pack(b, 9, 11, 11, 1), straight, 0, 11, add: false);
        Gemm.Multiply(aTurned, 0, 1, 6, 6, new PackedMatrix().Pack(bTurned, 9, 11, 1, 9), turned, 0, 11, add: false);
        Assert.Equal(straight, turned);
    }

    [Fact]
    public void Rows_of_a_table_are_added_up_one_after_the_other()
    {
        var random = new SeededNumbers(6);
        var (row, table, sum) = (Numbers(64, random), Numbers(5 * 64, random), new float[64]);
        DenseRows.Sum(row, table, [128, 0, 256], sum);
        Assert.Equal([.. Enumerable.Range(0, 64).Select(i => row[i] + table[128 + i] + table[i] + table[256 + i])], sum);
        Assert.Throws<ArgumentOutOfRangeException>(() => DenseRows.Sum(row, table, [257], sum));
        Assert.Throws<ArgumentOutOfRangeException>(() => DenseRows.Sum(row.AsSpan(1), table, [0], sum));
    }

    [Theory]
    [InlineData(0.3f)]
    [InlineData(9)]
    public void A_layer_that_reads_says_what_it_says_while_it_learns_but_for_rounding(float most)
    {
        var (parameters, random) = (new ParameterSet(), new SeededNumbers(7));
        var layer = new Lstm(parameters, "layer", 8, 24);
        parameters.Allocate();
        for (var i = 0; i < parameters.Values.Length; i++) parameters.Values[i] = random.Around(0.3f);
        parameters.Values[layer.Past.Start] = most;
        layer.Refresh(parameters.Values);
        var (batch, trace, work) = (new SentenceBatch([7, 5, 5, 2, 1]), new LstmTrace(), new LstmWork());
        var input = trace.BeginInput(batch.Rows * 8);
        for (var i = 0; i < input.Length; i++) input[i] = random.Around(1);
        layer.Run(parameters.Values, batch, trace, null);
        work.Begin(batch, layer.Units);
        for (var row = 0; row < batch.Rows; row++) layer.Bias.In(parameters.Values).CopyTo(work.Gates.AsSpan(row * 96));
        Gemm.Multiply(input, 0, 8, 1, batch.Rows, new PackedMatrix().Pack(layer.Input.In(parameters.Values), 8, 96, 96, 1), work.Gates, 0, 96, add: true);
        new LstmReader(layer, parameters.Values).Run(batch, work);
        for (var i = 0; i < batch.Rows * layer.Units; i++) Assert.Equal(trace.Output[i], work.Output[i], most > 1 ? 1e-2f : 1e-3f);
    }

    [Fact]
    public void Exponentials_and_their_kin_are_right_to_six_digits()
    {
        for (var x = -20f; x < 20; x += 0.37f)
        {
            var value = System.Runtime.Intrinsics.Vector256.Create(x);
            Assert.Equal(Math.Exp(x), VectorMath.Exp(value)[0], Math.Exp(x) * 1e-6);
            Assert.Equal(Math.Tanh(x), VectorMath.Tanh(value)[3], 1e-6);
            Assert.Equal(1 / (1 + Math.Exp(-x)), VectorMath.Sigmoid(value)[7], 1e-6);
        }
    }

    private static float[] Numbers(int count, SeededNumbers random) => [.. Enumerable.Range(0, count).Select(_ => random.Around(1))];

    private static float[] Turn(float[] matrix, int rows, int columns) => [.. Enumerable.Range(0, rows * columns).Select(i => matrix[(i % rows * columns) + (i / rows)])];
}
