using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Gradient of products y = x · W + b. <see cref="Refresh"/> after the numbers changed; then thread-safe.</summary>
/// <param name="weights">The matrix.</param>
/// <param name="bias">The row, or null for none.</param>
internal sealed class DenseGradient(Parameter weights, Parameter? bias)
{
    private readonly PackedMatrix toInput = new();

    /// <summary>Takes over the numbers.</summary>
    public void Refresh(float[] values) => toInput.Pack(weights.In(values), weights.Columns, weights.Rows, 1, weights.Columns);

    /// <summary>Adds to the gradient of matrix and row, and works out that of the input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="stride">From row to row of the input.</param>
    /// <param name="output">Gradient of the output, without gaps.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="gradient">Gradient of the network's numbers.</param>
    /// <param name="into">Receives the gradient of the input, or is added to.</param>
    /// <param name="intoStride">From row to row of it.</param>
    /// <param name="add">Whether to add.</param>
    /// <param name="scratch">Working memory.</param>
    public void Run(float[] input, int stride, float[] output, int rows, float[] gradient, float[] into, int intoStride, bool add, GradientScratch scratch)
    {
        Gemm.Multiply(output, 0, weights.Columns, 1, rows, toInput, into, 0, intoStride, add);
        scratch.Packed.Pack(output, rows, weights.Columns, weights.Columns, 1);
        Gemm.Multiply(input, 0, 1, stride, weights.Rows, scratch.Packed, gradient, weights.Start, weights.Columns, add: true);
        if (bias is not null) AddRows(output, rows, bias.In(gradient));
    }

    /// <summary>Adds every row of a matrix to one row.</summary>
    public static void AddRows(float[] matrix, int rows, Span<float> into)
    {
        for (var row = 0; row < rows; row++)
        {
            var from = matrix.AsSpan(row * into.Length, into.Length);
            for (var i = 0; i < from.Length; i++) into[i] += from[i];
        }
    }

    /// <summary>Undoes <see cref="VectorMath.LeakyRelu"/> and a mask on a gradient: masked outputs keep their sign, so that their slope is known.</summary>
    public static void LeakyRelu(ReadOnlySpan<float> output, float[]? mask, Span<float> gradient)
    {
        if (mask is not null) Lstm.Multiply(gradient, mask);
        for (var i = 0; i < gradient.Length; i++)
            if (output[i] <= 0) gradient[i] *= 0.1f;
    }
}
