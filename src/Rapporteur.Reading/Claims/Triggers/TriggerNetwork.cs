using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>
/// A small neural network that says how likely a word tells a claim of each type, whether a frame knows the word or not: one hidden layer over the vectors of the word and its neighbours in the tree, the mean vector of its sentence, and sparse features.
/// Sums over vectors are whole numbers and all others run in one order, so every machine finds the same. Thread-safe.
/// </summary>
internal sealed class TriggerNetwork
{
    /// <summary>Number of types of claims.</summary>
    public const int Types = 15;

    /// <summary>Vectors that count: those of <see cref="TriggerInputs.Places"/> words and the mean of the sentence.</summary>
    public const int Vectors = TriggerInputs.Places + 1;

    private const uint Magic = 0x314E5452; // "RTN1"
    private const int Start = 16, Unit = (int)IntegerKernel.RightUnit, Lanes = 16;

    private readonly Dictionary<ulong, int> _rows;
    private readonly FeatureTable _table;
    private readonly short[] _numbers;
    private readonly int[] _vectors;
    // Of the output, a row of types for each unit, as long as a register is.
    private readonly float[] _features, _output, _bias;

    // The numbers: bias by type, output by type and unit, matrices by vector, then a row of units for each feature.
    private TriggerNetwork(int hidden, int width, Dictionary<ulong, int> rows, short[] numbers)
    {
        (Hidden, Width, _rows, _numbers) = (hidden, width, rows, numbers);
        _table = new(rows.ToDictionary(r => r.Key, r => r.Value + 1));
        var at = 0;
        _bias = new float[Lanes];
        Next(Types).CopyTo(_bias, 0);
        _output = Turned(Next(Types * hidden), hidden);
        _vectors = IntegerKernel.Pack(Abreast(Next(Vectors * width * hidden), width, hidden), width, Vectors * hidden);
        _features = Next(rows.Count * hidden);

        float[] Next(int count)
        {
            var part = Array.ConvertAll(numbers[at..(at + count)], number => (float)number / Unit);
            at += count;
            return part;
        }
    }

    /// <summary>Units of the hidden layer, a multiple of 16.</summary>
    public int Hidden { get; }

    /// <summary>Length of a word's vector.</summary>
    public int Width { get; }

    /// <summary>Takes weights, which are rounded to multiples of one over 2048.</summary>
    /// <param name="hidden">Units of the hidden layer, a multiple of 16.</param>
    /// <param name="width">Length of a word's vector, a multiple of 4.</param>
    /// <param name="features">Weights to the hidden layer by feature.</param>
    /// <param name="dense">Bias by type, output by type and unit, and matrices to the hidden layer by vector, one after the other.</param>
    public static TriggerNetwork Of(int hidden, int width, IReadOnlyDictionary<ulong, float[]> features, ReadOnlySpan<float> dense)
    {
        var sorted = features.OrderBy(f => f.Key).ToArray();
        var numbers = new short[dense.Length + (sorted.Length * hidden)];
        for (var i = 0; i < dense.Length; i++) numbers[i] = Whole(dense[i]);
        for (var row = 0; row < sorted.Length; row++)
            for (var unit = 0; unit < hidden; unit++) numbers[dense.Length + (row * hidden) + unit] = Whole(sorted[row].Value[unit]);
        return new(hidden, width, sorted.Select((f, row) => (f.Key, row)).ToDictionary(f => f.Key, f => f.row), numbers);
    }

    /// <summary>Reads the weights; null where they do not ship.</summary>
    /// <param name="data">The data folder.</param>
    public static TriggerNetwork? Load(DataFolder data)
    {
        if (data.Files("claims", ".triggers") is not [var file, ..]) return null;
        using var stream = data.Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < Start || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException($"{file} holds no weights of triggers.");
        var (hidden, width, count) = (Int(4), Int(8), Int(12));
        var dense = Types + (hidden * (Types + (Vectors * width)));
        if (hidden is <= 0 or > 4096 || width is <= 0 or > 4096 || count < 0 || bytes.Length != Start + (2L * dense) + (count * (8 + (2L * hidden)))) throw new InvalidDataException($"{file} is cut short.");
        var (rows, numbers) = (new Dictionary<ulong, int>(count), new short[dense + (count * hidden)]);
        for (var row = 0; row < count; row++) rows.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(Start + (8 * row))), row);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(Start + (8 * count) + (2 * i)));
        return new(hidden, width, rows, numbers);

        int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
    }

    /// <summary>Writes the weights, features sorted.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream)
    {
        Span<byte> head = stackalloc byte[Start];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], Hidden);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Width);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], _rows.Count);
        stream.Write(head);
        var body = new byte[(8 * _rows.Count) + (2 * _numbers.Length)];
        foreach (var (feature, row) in _rows) BinaryPrimitives.WriteUInt64LittleEndian(body.AsSpan(8 * row), feature);
        for (var i = 0; i < _numbers.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(body.AsSpan((8 * _rows.Count) + (2 * i)), _numbers[i]);
        stream.Write(body);
    }

    /// <summary>Length of what <see cref="Project"/> gives.</summary>
    public int Columns => IntegerKernel.Columns(Vectors * Hidden);

    /// <summary>What a vector brings to the hidden layer at each place.</summary>
    /// <param name="vector">The vector, rounded by <see cref="IntegerKernel.Round"/>.</param>
    /// <param name="result">Place by place, <see cref="Columns"/> long.</param>
    public void Project(ReadOnlySpan<short> vector, Span<float> result) =>
        IntegerKernel.Multiply(vector, 1, Width, _vectors, Vectors * Hidden, 1 / (IntegerKernel.LeftUnit * IntegerKernel.RightUnit), result, Columns);

    /// <summary>Adds what features bring to the hidden layer.</summary>
    /// <param name="features">Hashes of features; unknown ones bring nothing.</param>
    /// <param name="sums">The hidden layer.</param>
    public void Add(ReadOnlySpan<ulong> features, Span<float> sums)
    {
        foreach (var feature in features)
            if (_table[feature] is > 0 and var row) DenseRows.Add(_features.AsSpan((row - 1) * Hidden, Hidden), sums);
    }

    /// <summary>Log-odds of each type.</summary>
    /// <param name="sums">The hidden layer; cut off below zero by this.</param>
    /// <param name="odds">One number for each type.</param>
    public void Answer(Span<float> sums, Span<float> odds)
    {
        DenseRows.Rectify(sums);
        var (low, high) = (Vector256.Create<float>(_bias), Vector256.Create<float>(_bias.AsSpan(Lanes / 2)));
        for (var unit = 0; unit < sums.Length; unit++)
        {
            var by = Vector256.Create(sums[unit]);
            var row = _output.AsSpan(unit * Lanes, Lanes);
            low = Vector256.FusedMultiplyAdd(by, Vector256.Create<float>(row), low);
            high = Vector256.FusedMultiplyAdd(by, Vector256.Create<float>(row[(Lanes / 2)..]), high);
        }

        Span<float> all = stackalloc float[Lanes];
        low.CopyTo(all);
        high.CopyTo(all[(Lanes / 2)..]);
        all[..Types].CopyTo(odds);
    }

    // A row of types for each unit, out of a row of units for each type.
    private static float[] Turned(float[] output, int hidden)
    {
        var turned = new float[hidden * Lanes];
        for (var type = 0; type < Types; type++)
            for (var unit = 0; unit < hidden; unit++) turned[(unit * Lanes) + type] = output[(type * hidden) + unit];
        return turned;
    }

    // The matrices of all places side by side, out of one after the other.
    private static float[] Abreast(float[] matrices, int width, int hidden)
    {
        var abreast = new float[matrices.Length];
        for (var place = 0; place < Vectors; place++)
            for (var row = 0; row < width; row++)
                matrices.AsSpan(((place * width) + row) * hidden, hidden).CopyTo(abreast.AsSpan(((row * Vectors) + place) * hidden));
        return abreast;
    }

    private static short Whole(float weight) => (short)Math.Clamp(Math.Round(weight * Unit), short.MinValue, short.MaxValue);
}
