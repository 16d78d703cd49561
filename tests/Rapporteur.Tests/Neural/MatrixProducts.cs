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
