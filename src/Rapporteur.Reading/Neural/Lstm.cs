using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>One direction of a layer of long short-term memory (Hochreiter and Schmidhuber 1997; gates in the order input, forget, output, candidate).</summary>
internal sealed class Lstm
{
    private readonly PackedMatrix fromInput = new();
    private readonly PackedMatrix fromPast = new();

    /// <summary>Adds its matrices to a network.</summary>
    /// <param name="parameters">The network's numbers.</param>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">Width of its input.</param>
    /// <param name="units">Width of its output, a multiple of eight.</param>
    public Lstm(ParameterSet parameters, string name, int inputs, int units)
    {
        Units = units;
        Inputs = inputs;
        Input = parameters.Add(name + ".input", inputs, 4 * units);
        Past = parameters.Add(name + ".past", units, 4 * units);
        Bias = parameters.Add(name + ".bias", 1, 4 * units);
    }

    /// <summary>Width of its output.</summary>
    public int Units { get; }

    /// <summary>Width of its input.</summary>
    public int Inputs { get; }

    /// <summary>Weights on the input.</summary>
    public Parameter Input { get; }

    /// <summary>Weights on its own output one step before.</summary>
    public Parameter Past { get; }

    /// <summary>Biases of the gates.</summary>
    public Parameter Bias { get; }

    /// <summary>Takes over the numbers; call after they changed.</summary>
    public void Refresh(float[] values)
    {
        fromInput.Pack(Input.In(values), Input.Rows, Input.Columns, Input.Columns, 1);
        fromPast.Pack(Past.In(values), Past.Rows, Past.Columns, Past.Columns, 1);
    }

    /// <summary>Runs over sentences from step to step.</summary>
    /// <param name="values">The network's numbers.</param>
    /// <param name="batch">How the sentences lie.</param>
    /// <param name="trace">Holds the input, in order of time; receives everything else.</param>
    /// <param name="mask">Per sentence, factors on what is handed to the next step; null for none.</param>
    public void Run(float[] values, SentenceBatch batch, LstmTrace trace, float[]? mask)
    {
        trace.Begin(batch.Rows, Units);
        var (gates, past) = (trace.Gates, trace.Past);
        VectorMath.FillRows(Bias.In(values), gates.AsSpan(0, batch.Rows * 4 * Units));
        Gemm.Multiply(trace.Input, 0, Inputs, 1, batch.Rows, fromInput, gates, 0, 4 * Units, add: true);
        past.AsSpan(0, (batch.Steps > 0 ? batch.Active(0) : 0) * Units).Clear();
        for (var step = 0; step < batch.Steps; step++)
        {
            var (first, active) = (batch.StepStart[step], batch.Active(step));
            if (step > 0)
            {
                trace.Output.AsSpan(batch.StepStart[step - 1] * Units, active * Units).CopyTo(past.AsSpan(first * Units));
                if (mask is not null) Multiply(past.AsSpan(first * Units, active * Units), mask);
                Gemm.Multiply(past, first * Units, Units, 1, active, fromPast, gates, first * 4 * Units, 4 * Units, add: true);
            }

            for (var s = 0; s < active; s++) Cell(trace, first + s, step == 0 ? -1 : batch.StepStart[step - 1] + s);
        }
    }

    /// <summary>Multiplies number by number.</summary>
    public static void Multiply(Span<float> values, ReadOnlySpan<float> factors)
    {
        for (var i = 0; i < values.Length; i++) values[i] *= factors[i];
    }

    private void Cell(LstmTrace trace, int row, int before)
    {
        ref var gates = ref trace.Gates[row * 4 * Units];
        ref var cells = ref trace.Cells[0];
        for (var i = 0; i < Units; i += VectorMath.Lanes)
        {
            var input = VectorMath.Sigmoid(Vector256.LoadUnsafe(ref gates, (nuint)i));
            var forget = VectorMath.Sigmoid(Vector256.LoadUnsafe(ref gates, (nuint)(Units + i)));
            var output = VectorMath.Sigmoid(Vector256.LoadUnsafe(ref gates, (nuint)((2 * Units) + i)));
            var candidate = VectorMath.Tanh(Vector256.LoadUnsafe(ref gates, (nuint)((3 * Units) + i)));
            var cell = input * candidate;
            if (before >= 0) cell = Vector256.FusedMultiplyAdd(forget, Vector256.LoadUnsafe(ref cells, (nuint)((before * Units) + i)), cell);
            var squashed = VectorMath.Tanh(cell);
            input.StoreUnsafe(ref gates, (nuint)i);
            forget.StoreUnsafe(ref gates, (nuint)(Units + i));
            output.StoreUnsafe(ref gates, (nuint)((2 * Units) + i));
            candidate.StoreUnsafe(ref gates, (nuint)((3 * Units) + i));
            cell.StoreUnsafe(ref cells, (nuint)((row * Units) + i));
            squashed.StoreUnsafe(ref trace.Squashed[(row * Units) + i]);
            (output * squashed).StoreUnsafe(ref trace.Output[(row * Units) + i]);
        }
    }
}

/// <summary>What one direction of a layer worked out, row by row in its own order of time; training needs it again. One a thread.</summary>
internal sealed class LstmTrace
{
    private float[] input = [], gates = [], cells = [], squashed = [], output = [], past = [];

    /// <summary>The input.</summary>
    public float[] Input => input;

    /// <summary>Gates after their functions.</summary>
    public float[] Gates => gates;

    /// <summary>States of the cells.</summary>
    public float[] Cells => cells;

    /// <summary>Hyperbolic tangent of the cells.</summary>
    public float[] Squashed => squashed;

    /// <summary>The output.</summary>
    public float[] Output => output;

    /// <summary>The output one step before, as it was handed on.</summary>
    public float[] Past => past;

    /// <summary>Makes room for an input.</summary>
    public float[] BeginInput(int numbers) => Scratch.Room(ref input, numbers);

    /// <summary>Makes room for the rest.</summary>
    public void Begin(int rows, int units)
    {
        Scratch.Room(ref gates, rows * 4 * units);
        Scratch.Room(ref cells, rows * units);
        Scratch.Room(ref squashed, rows * units);
        Scratch.Room(ref output, rows * units);
        Scratch.Room(ref past, rows * units);
    }
}

/// <summary>Working memory that grows and is used again.</summary>
internal static class Scratch
{
    /// <summary>An array of at least so many numbers; what it holds is left over from before.</summary>
    public static float[] Room(ref float[] array, int numbers)
    {
        if (array.Length < numbers) array = new float[Math.Max(numbers, array.Length * 3 / 2)];
        return array;
    }
}
