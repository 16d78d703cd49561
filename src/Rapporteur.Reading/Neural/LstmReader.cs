using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>One direction of a layer of long short-term memory that has learned and only reads: what a step hands to the next is multiplied in whole numbers (<see cref="IntegerKernel"/>), so every machine finds the same, and nothing is kept that only training needs. Thread-safe.</summary>
internal sealed class LstmReader
{
    private const float MostUnit = 8192;

    private readonly int[] _past;
    private readonly float _unit, _scale;

    /// <summary>Takes a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="values">The network's numbers.</param>
    public LstmReader(Lstm layer, float[] values)
    {
        Units = layer.Units;
        var past = layer.Past.In(values);
        var right = Finest(Most(past), short.MaxValue);
        _past = IntegerKernel.Pack(past, Units, 4 * Units, right);
        _unit = Finest(MostOfColumn(past, 4 * Units, right), int.MaxValue);
        _scale = 1 / (_unit * right);
    }

    /// <summary>Width of its output.</summary>
    public int Units { get; }

    /// <summary>Runs over sentences from step to step.</summary>
    /// <param name="batch">How the sentences lie.</param>
    /// <param name="work">Holds what biases and input bring to the gates, in order of time; receives the output.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(SentenceBatch batch, LstmWork work)
    {
        for (var step = 0; step < batch.Steps; step++)
        {
            var (first, active) = (batch.StepStart[step], batch.Active(step));
            if (step > 0) IntegerKernel.Multiply(work.Handed, active, Units, _past, 4 * Units, _scale, work.Sums, work.SumsStride);
            for (var s = 0; s < active; s++) Cell(work, first + s, s, step > 0);
        }
    }

    private void Cell(LstmWork work, int row, int s, bool follows)
    {
        var gates = work.Gates.AsSpan(row * 4 * Units, 4 * Units);
        var sums = work.Sums.AsSpan(s * work.SumsStride, 4 * Units);
        var cells = work.Cells.AsSpan(s * Units, Units);
        var output = work.Output.AsSpan(row * Units, Units);
        var handed = work.Handed.AsSpan(s * work.HandedStride, Units);
        for (var i = 0; i < Units; i += VectorMath.Lanes)
        {
            var (input, forget, open, candidate) = (At(gates, i), At(gates, Units + i), At(gates, (2 * Units) + i), At(gates, (3 * Units) + i));
            if (follows)
            {
                input += At(sums, i);
                forget += At(sums, Units + i);
                open += At(sums, (2 * Units) + i);
                candidate += At(sums, (3 * Units) + i);
            }

            var cell = VectorMath.Sigmoid(input) * VectorMath.Tanh(candidate);
            if (follows) cell = Vector256.FusedMultiplyAdd(VectorMath.Sigmoid(forget), At(cells, i), cell);
            var shown = VectorMath.Sigmoid(open) * VectorMath.Tanh(cell);
            cell.CopyTo(cells[i..]);
            shown.CopyTo(output[i..]);
            var whole = Vector256.ConvertToInt32Native(Vector256.Floor(Vector256.FusedMultiplyAdd(shown, Vector256.Create(_unit), Vector256.Create(0.5f))));
            Vector128.Narrow(whole.GetLower(), whole.GetUpper()).CopyTo(handed[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> At(Span<float> values, int i) => Vector256.Create<float>(values[i..]);

    // The finest unit in which a number does not go beyond what a register holds.
    private static float Finest(double number, double most)
    {
        var unit = MostUnit;
        while (unit > 1 && number * unit >= most) unit /= 2;
        return unit;
    }

    private static double Most(ReadOnlySpan<float> past)
    {
        var most = 0.0;
        foreach (var number in past) most = Math.Max(most, Math.Abs((double)number));
        return most;
    }

    // The output lies within ±1, so that no sum over a column is larger than this, in the column's units.
    private static double MostOfColumn(ReadOnlySpan<float> past, int columns, float unit)
    {
        var sums = new double[columns];
        for (var i = 0; i < past.Length; i++) sums[i % columns] += Math.Ceiling(Math.Abs((double)past[i]) * unit);
        return sums.Max();
    }
}

/// <summary>What <see cref="LstmReader"/> works with. One a thread; used again.</summary>
internal sealed class LstmWork
{
    private float[] _gates = [], _cells = [], _output = [], _sums = [];
    private short[] _handed = [];

    /// <summary>What biases and input bring to the gates, row by row in order of time.</summary>
    public float[] Gates => _gates;

    /// <summary>The output, row by row in order of time.</summary>
    public float[] Output => _output;

    /// <summary>States of the cells, by sentence.</summary>
    public float[] Cells => _cells;

    /// <summary>What the last step adds to the gates, by sentence.</summary>
    public float[] Sums => _sums;

    /// <summary>The last output in whole numbers, by sentence.</summary>
    public short[] Handed => _handed;

    /// <summary>Distance of rows of <see cref="Sums"/>.</summary>
    public int SumsStride { get; private set; }

    /// <summary>Distance of rows of <see cref="Handed"/>.</summary>
    public int HandedStride { get; private set; }

    /// <summary>Makes room.</summary>
    /// <param name="batch">How the sentences lie.</param>
    /// <param name="units">Units of the layer.</param>
    public void Begin(SentenceBatch batch, int units)
    {
        (SumsStride, HandedStride) = (IntegerKernel.Columns(4 * units), IntegerKernel.Padded(units));
        Scratch.Room(ref _gates, batch.Rows * 4 * units);
        Scratch.Room(ref _output, batch.Rows * units);
        Scratch.Room(ref _cells, batch.Lengths.Length * units);
        Scratch.Room(ref _sums, batch.Lengths.Length * SumsStride);
        // What fills a row up is zero from the beginning and never written.
        if (_handed.Length < batch.Lengths.Length * HandedStride) _handed = new short[batch.Lengths.Length * HandedStride];
    }
}
