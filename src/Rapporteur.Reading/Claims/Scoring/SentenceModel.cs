using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    // A row of weights fills one register of 256 bits; what it holds beyond the types is zero.
    private const int Width = 16;
    // Row of each feature, counted from 1, for the table gives 0 for what it does not hold.
    private readonly Dictionary<ulong, int> _rows;
    private readonly FeatureTable _table;
    private readonly short[] _weights;
    private readonly short[] _bias;

    /// <summary>Takes weights.</summary>
    /// <param name="weights">Weight by type of each feature.</param>
    /// <param name="bias">Weight by type that each word has.</param>
    public SentenceModel(IReadOnlyDictionary<ulong, double[]> weights, double[] bias)
    {
        _bias = new short[Width];
        for (var type = 0; type < Types; type++) _bias[type] = Whole(bias[type]);
        _rows = new(weights.Count);
        _weights = new short[(weights.Count + 1) * Width];
        foreach (var (feature, row) in weights.OrderBy(w => w.Key))
        {
            _rows.Add(feature, _rows.Count + 1);
            for (var type = 0; type < Types; type++) _weights[(_rows.Count * Width) + type] = Whole(row[type]);
        }

        _table = new(_rows);
    }

    private SentenceModel(Dictionary<ulong, int> rows, short[] weights, short[] bias) => (_rows, _table, _weights, _bias) = (rows, new(rows), weights, bias);

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
        var (rows, weights, bias) = (new Dictionary<ulong, int>(count), new short[(count + 1) * Width], new short[Width]);
        for (var type = 0; type < Types; type++) bias[type] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(8 + (2 * type)));
        for (var (row, at) = (1, 8 + (2 * Types)); row <= count; row++, at += Entry)
        {
            rows.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at)), row);
            for (var type = 0; type < Types; type++) weights[(row * Width) + type] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(at + 8 + (2 * type)));
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
            for (var type = 0; type < Types; type++) BinaryPrimitives.WriteInt16LittleEndian(entry[(8 + (2 * type))..], _weights[(row * Width) + type]);
            stream.Write(entry);
        }
    }

    /// <summary>Probability by type that a sentence with these words holds a claim of it, in [0, 1].</summary>
    /// <param name="words">Features of each word, as <see cref="SentenceFeatures"/> gives them.</param>
    public double[] Probabilities(IReadOnlyList<ulong[]> words)
    {
        var sums = new List<int>(words.Count * Width);
        foreach (var word in words) Add(sums, word);
        var probabilities = new double[Types];
        for (var type = 0; type < Types; type++) probabilities[type] = Probability(sums, type);
        return probabilities;
    }

    /// <summary>What the words of a sentence weigh by type, from which <see cref="Probability"/> follows.</summary>
    /// <param name="features">Sees the sentence.</param>
    /// <param name="sentence">Its index.</param>
    public List<int> Sums(SentenceFeatures features, int sentence)
    {
        var sums = new List<int>();
        features.Read(sentence, word => Add(sums, word));
        return sums;
    }

    /// <summary>Probability that a sentence holds a claim of a type, in [0, 1].</summary>
    /// <param name="sums">What its words weigh, as <see cref="Sums"/> gives it.</param>
    /// <param name="type">The type.</param>
    public static double Probability(List<int> sums, int type)
    {
        var none = 1.0;
        for (var at = type; at < sums.Count; at += Width) none /= 1 + Math.Exp(sums[at] / (double)Scale);
        return 1 - none;
    }

    // Adds what one word weighs by type.
    private void Add(List<int> sums, ReadOnlySpan<ulong> word)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Create<short>(_bias));
        foreach (var feature in word)
        {
            if (_table[feature] is not (not 0 and var row)) continue;
            var (low, high) = Vector256.Widen(Vector256.Create<short>(_weights.AsSpan(row * Width, Width)));
            lower += low;
            upper += high;
        }

        CollectionsMarshal.SetCount(sums, sums.Count + Width);
        var into = CollectionsMarshal.AsSpan(sums)[^Width..];
        lower.CopyTo(into);
        upper.CopyTo(into[(Width / 2)..]);
    }

    private static short Whole(double weight) => (short)Math.Clamp(Math.Round(weight * Scale), short.MinValue, short.MaxValue);
}
