using System.Runtime.Intrinsics;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Runs one direction of a layer backwards (back-propagation through time). <see cref="Refresh"/> after the numbers changed; then thread-safe.</summary>
/// <param name="lstm">The layer.</param>
internal sealed class LstmGradient(Lstm lstm)
{
    private readonly PackedMatrix toInput = new();
    private readonly PackedMatrix toPast = new();

    /// <summary>Takes over the numbers.</summary>
    public void Refresh(float[] values)
    {
        toInput.Pack(lstm.Input.In(values), lstm.Input.Columns, lstm.Input.Rows, 1, lstm.Input.Columns);
        toPast.Pack(lstm.Past.In(values), lstm.Past.Columns, lstm.Past.Rows, 1, lstm.Past.Columns);
    }

    /// <summary>Adds to the gradient of the layer's numbers and works out that of its input.</summary>
    /// <param name="batch">How the sentences lie.</param>
    /// <param name="trace">What the layer worked out; its gates are overwritten.</param>
    /// <param name="output">Gradient of the output, in the layer's order of time; is overwritten.</param>
    /// <param name="mask">As in the run forwards.</param>
    /// <param name="gradient">Gradient of the network's numbers.</param>
    /// <param name="input">Receives the gradient of the input.</param>
    /// <param name="scratch">Working memory.</param>
    public void Run(SentenceBatch batch, LstmTrace trace, float[] output, float[]? mask, float[] gradient, float[] input, GradientScratch scratch)
    {
        var units = lstm.Units;
        var widest = batch.Steps > 0 ? batch.Active(0) : 0;
        var cells = Scratch.Room(ref scratch.Cells, widest * units);
        var past = Scratch.Room(ref scratch.Past, widest * units);
        cells.AsSpan(0, widest * units).Clear();
        for (var step = batch.Steps - 1; step >= 0; step--)
        {
            var (first, active) = (batch.StepStart[step], batch.Active(step));
            for (var s = 0; s < active; s++) Cell(trace, first + s, step == 0 ? -1 : batch.StepStart[step - 1] + s, output, cells, s);
            if (step == 0) break;
            Gemm.Multiply(trace.Gates, first * 4 * units, 4 * units, 1, active, toPast, past, 0, units, add: false);
            if (mask is not null) Lstm.Multiply(past.AsSpan(0, active * units), mask);
            Add(past.AsSpan(0, active * units), output.AsSpan(batch.StepStart[step - 1] * units));
        }

        Gemm.Multiply(trace.Gates, 0, 4 * units, 1, batch.Rows, toInput, input, 0, lstm.Inputs, add: false);
        scratch.Packed.Pack(trace.Gates, batch.Rows, 4 * units, 4 * units, 1);
        Gemm.Multiply(trace.Input, 0, 1, lstm.Inputs, lstm.Inputs, scratch.Packed, gradient, lstm.Input.Start, 4 * units, add: true);
        Gemm.Multiply(trace.Past, 0, 1, units, units, scratch.Packed, gradient, lstm.Past.Start, 4 * units, add: true);
        DenseGradient.AddRows(trace.Gates, batch.Rows, lstm.Bias.In(gradient));
    }

    private void Cell(LstmTrace trace, int row, int before, float[] output, float[] cells, int sentence)
    {
        var units = lstm.Units;
        ref var gates = ref trace.Gates[row * 4 * units];
        ref var states = ref trace.Cells[0];
        ref var squashes = ref trace.Squashed[row * units];
        ref var outputs = ref output[row * units];
        ref var carried = ref cells[sentence * units];
        var one = Vector256<float>.One;
        for (var i = 0; i < units; i += VectorMath.Lanes)
        {
            var inGate = Vector256.LoadUnsafe(ref gates, (nuint)i);
            var forget = Vector256.LoadUnsafe(ref gates, (nuint)(units + i));
            var outGate = Vector256.LoadUnsafe(ref gates, (nuint)((2 * units) + i));
            var candidate = Vector256.LoadUnsafe(ref gates, (nuint)((3 * units) + i));
            var squashed = Vector256.LoadUnsafe(ref squashes, (nuint)i);
            var dOutput = Vector256.LoadUnsafe(ref outputs, (nuint)i);
            var dCell = Vector256.LoadUnsafe(ref carried, (nuint)i) + (dOutput * outGate * (one - (squashed * squashed)));
            var earlier = before < 0 ? Vector256<float>.Zero : Vector256.LoadUnsafe(ref states, (nuint)((before * units) + i));
            (dCell * candidate * inGate * (one - inGate)).StoreUnsafe(ref gates, (nuint)i);
            (dCell * earlier * forget * (one - forget)).StoreUnsafe(ref gates, (nuint)(units + i));
            (dOutput * squashed * outGate * (one - outGate)).StoreUnsafe(ref gates, (nuint)((2 * units) + i));
            (dCell * inGate * (one - (candidate * candidate))).StoreUnsafe(ref gates, (nuint)((3 * units) + i));
            (dCell * forget).StoreUnsafe(ref carried, (nuint)i);
        }
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> into)
    {
        for (var i = 0; i < from.Length; i++) into[i] += from[i];
    }
}

/// <summary>Working memory of gradients; one a thread.</summary>
internal sealed class GradientScratch
{
    /// <summary>Gradient of the cells.</summary>
    public float[] Cells = [];

    /// <summary>Gradient of what was handed on.</summary>
    public float[] Past = [];

    /// <summary>A packed factor.</summary>
    public PackedMatrix Packed { get; } = new();
}
