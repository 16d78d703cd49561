using System.Buffers.Binary;

namespace Rapporteur.Reading;

/// <summary>
/// Says how likely a sentence holds a claim of each type, whether a frame matches there or not: a noisy-or over its words, each judged by a logistic model (multiple-instance learning; Zhang, Platt and Viola 2005).
/// Weights are whole numbers. Thread-safe.
/// </summary>
internal sealed class SentenceModel
{
    /// <summary>Number of types of claims.</summary>
    public const int Types = 15;

    private const uint Magic = 0x314D5352;
    private const int Scale = 256, Entry = 8 + (2 * Types);
    private readonly Dictionary<ulong, int> _rows;
    private readonly short[] _weights;
    private readonly short[] _bias;

    /// <summary>Takes weights.</summary>
    /// <param name="weights">Weight by type of each feature.</param>
    /// <param name="bias">Weight by type that each word has.</param>
    public SentenceModel(IReadOnlyDictionary<ulong, double[]> weights, double[] bias)
    {
        _bias = Array.ConvertAll(bias, Whole);
        _rows = new(weights.Count);
        _weights = new short[weights.Count * Types];
        foreach (var (feature, row) in weights.OrderBy(w => w.Key))
        {
            for (var type = 0; type < Types; type++) _weights[(_rows.Count * Types) + type] = Whole(row[type]);
            _rows.Add(feature, _rows.Count);
        }
    }

    private SentenceModel(Dictionary<ulong, int> rows, short[] weights, short[] bias) => (_rows, _weights, _bias) = (rows, weights, bias);

    /// <summary>Reads the weights; null where they do not ship.</summary>
    /// <param name="data">The data folder.</param>
    public static SentenceModel? Load(DataFolder data)
    {
        if (data.Files("claims", ".sentences") is not [var file, ..]) return null;
        using var stream = data.Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var count = bytes.Length < 8 + (2 * Types) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        if (count < 0 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || bytes.Length != 8 + (2 * Types) + ((long)count * Entry)) throw new InvalidDataException($"{file} holds no weights of sentences.");
        var (rows, weights, bias) = (new Dictionary<ulong, int>(count), new short[count * Types], new short[Types]);
        for (var type = 0; type < Types; type++) bias[type] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(8 + (2 * type)));
        for (var (i, at) = (0, 8 + (2 * Types)); i < count; i++, at += Entry)
        {
            rows.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at)), i);
            for (var type = 0; type < Types; type++) weights[(i * Types) + type] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(at + 8 + (2 * type)));
        }

        return new(rows, weights, bias);
    }

    /// <summary>Writes the weights, sorted by feature.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream)
    {
        Span<byte> head = stackalloc byte[8 + (2 * Types)];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _rows.Count);
        for (var type = 0; type < Types; type++) BinaryPrimitives.WriteInt16LittleEndian(head[(8 + (2 * type))..], _bias[type]);
        stream.Write(head);
        Span<byte> entry = stackalloc byte[Entry];
        foreach (var (feature, row) in _rows.OrderBy(r => r.Key))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(entry, feature);
            for (var type = 0; type < Types; type++) BinaryPrimitives.WriteInt16LittleEndian(entry[(8 + (2 * type))..], _weights[(row * Types) + type]);
            stream.Write(entry);
        }
    }

    /// <summary>Probability by type that a sentence with these words holds a claim of it, in [0, 1].</summary>
    /// <param name="words">Features of each word, as <see cref="SentenceFeatures"/> gives them.</param>
    public double[] Probabilities(IReadOnlyList<ulong[]> words)
    {
        Span<double> none = stackalloc double[Types];
        none.Fill(1);
        Span<int> sums = stackalloc int[Types];
        foreach (var word in words)
        {
            for (var type = 0; type < Types; type++) sums[type] = _bias[type];
            foreach (var feature in word)
            {
                if (!_rows.TryGetValue(feature, out var row)) continue;
                var weights = _weights.AsSpan(row * Types, Types);
                for (var type = 0; type < Types; type++) sums[type] += weights[type];
            }

            for (var type = 0; type < Types; type++) none[type] /= 1 + Math.Exp(sums[type] / (double)Scale);
        }

        var found = new double[Types];
        for (var type = 0; type < Types; type++) found[type] = 1 - none[type];
        return found;
    }

    private static short Whole(double weight) => (short)Math.Clamp(Math.Round(weight * Scale), short.MinValue, short.MaxValue);
}
