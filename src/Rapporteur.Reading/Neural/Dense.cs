namespace Rapporteur.Reading;

/// <summary>A layer that multiplies its input by a matrix and adds a row: y = x · W + b.</summary>
internal sealed class Dense
{
    private readonly PackedMatrix packed = new();

    /// <summary>Adds its matrices to a network.</summary>
    public Dense(ParameterSet parameters, string name, int inputs, int outputs)
    {
        Inputs = inputs;
        Outputs = outputs;
        Weights = parameters.Add(name + ".weights", inputs, outputs);
        Bias = parameters.Add(name + ".bias", 1, outputs);
    }

    /// <summary>Width of the input.</summary>
    public int Inputs { get; }

    /// <summary>Width of the output.</summary>
    public int Outputs { get; }

    /// <summary>The matrix.</summary>
    public Parameter Weights { get; }

    /// <summary>The row.</summary>
    public Parameter Bias { get; }

    /// <summary>Takes over the numbers; call after they changed.</summary>
    public void Refresh(float[] values) => packed.Pack(Weights.In(values), Inputs, Outputs, Outputs, 1);

    /// <summary>Fills <paramref name="output"/>, row after row without gaps.</summary>
    /// <param name="values">The network's numbers.</param>
    /// <param name="input">Holds the rows.</param>
    /// <param name="start">Where the first row begins.</param>
    /// <param name="stride">From row to row.</param>
    /// <param name="rows">How many.</param>
    /// <param name="output">Receives the result.</param>
    public void Run(float[] values, float[] input, int start, int stride, int rows, float[] output)
    {
        VectorMath.FillRows(Bias.In(values), output.AsSpan(0, rows * Outputs));
        Gemm.Multiply(input, start, stride, 1, rows, packed, output, 0, Outputs, add: true);
    }
}
