using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Reading;

/// <summary>Weights of the name tagger: a hash table from features to one 16-bit weight per label, and weights between neighbouring labels.
/// Sums are of integers, so that every machine finds the same names.</summary>
public sealed class NameModel
{
    private const uint Magic = 0x314D4E52; // "RNM1"

    private readonly uint[] keys;
    private readonly sbyte[] weights;
    private readonly short[] transitions;
    private readonly int mask;

    /// <summary>Builds a model of features and their weights.</summary>
    /// <param name="rows">Feature hash and <see cref="NameLabel.Count"/> weights in [-127, 127]; the order fixes the bytes.</param>
    /// <param name="transitions">Weights of label pairs, row = label before.</param>
    internal NameModel(IReadOnlyList<(uint Key, sbyte[] Weights)> rows, short[] transitions)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows.Count * 3 / 2));
        keys = new uint[size];
        weights = new sbyte[size * NameLabel.Width];
        mask = size - 1;
        this.transitions = transitions;
        Steps = Widened(transitions);
        foreach (var (key, row) in rows)
        {
            var slot = (int)(key & mask);
            while (keys[slot] != 0) slot = (slot + 1) & mask;
            keys[slot] = key;
            row.CopyTo(weights, slot * NameLabel.Width);
        }
    }

    /// <summary>Reads a model file; throws <see cref="InvalidDataException"/> where it is none.</summary>
    /// <param name="data">The data folder; the file is <c>models/names.bin</c>.</param>
    public static NameModel Load(DataFolder data)
    {
        using var stream = data.Open("models/names.bin");
        return Load(stream);
    }

    /// <summary>Reads a model; throws <see cref="InvalidDataException"/> where the bytes are none.</summary>
    /// <param name="stream">Bytes as <see cref="Save"/> wrote them.</param>
    public static NameModel Load(Stream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidDataException("The name model has not the right format; train it again.");
        var rows = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var at = 8 + (NameLabel.Count * NameLabel.Count * sizeof(short));
        if (bytes.Length != at + (rows * (sizeof(uint) + NameLabel.Count)))
            throw new InvalidDataException("The name model is cut off; train it again.");
        var transitions = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(8, at - 8)).ToArray();
        return new NameModel(rows, MemoryMarshal.Cast<byte, uint>(bytes.AsSpan(at, rows * sizeof(uint))),
            MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(at + (rows * sizeof(uint)))), transitions);
    }

    /// <summary>Writes the model; equal models give equal bytes.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream)
    {
        var slots = Enumerable.Range(0, keys.Length).Where(slot => keys[slot] != 0).OrderBy(slot => keys[slot]).ToList();
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], slots.Count);
        stream.Write(head);
        stream.Write(MemoryMarshal.AsBytes(transitions.AsSpan()));
        foreach (var slot in slots) stream.Write(MemoryMarshal.AsBytes(keys.AsSpan(slot, 1)));
        foreach (var slot in slots) stream.Write(MemoryMarshal.AsBytes(weights.AsSpan(slot * NameLabel.Width, NameLabel.Count)));
    }

    /// <summary>Ten times the weight of every label after another, a row of <see cref="NameLabel.Width"/> for each label before.</summary>
    internal int[] Steps { get; }

    /// <summary>Sums the weights of features into one score per label.</summary>
    /// <param name="features">Feature hashes.</param>
    /// <param name="scores">Receives <see cref="NameLabel.Width"/> sums.</param>
    internal void Score(ReadOnlySpan<uint> features, Span<short> scores)
    {
        // First where each row lies, then the rows: so that the memory works on many at a time.
        Span<int> slots = stackalloc int[features.Length];
        var found = 0;
        foreach (var feature in features)
        {
            var slot = (int)(feature & mask);
            while (keys[slot] != feature && keys[slot] != 0) slot = (slot + 1) & mask;
            slots[found] = slot;
            found += keys[slot] != 0 ? 1 : 0;
        }

        var sum = Vector256<short>.Zero;
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        foreach (var slot in slots[..found]) sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)(slot * NameLabel.Width)).ToVector256Unsafe());
        sum.CopyTo(scores);
    }

    private static int[] Widened(short[] transitions)
    {
        var steps = new int[NameLabel.Count * NameLabel.Width];
        for (var before = 0; before < NameLabel.Count; before++)
            for (var label = 0; label < NameLabel.Count; label++) steps[(before * NameLabel.Width) + label] = transitions[(before * NameLabel.Count) + label] * 10;
        return steps;
    }

    private NameModel(int rows, ReadOnlySpan<uint> rowKeys, ReadOnlySpan<sbyte> rowWeights, short[] transitions)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows * 3 / 2));
        keys = new uint[size];
        weights = new sbyte[size * NameLabel.Width];
        mask = size - 1;
        this.transitions = transitions;
        Steps = Widened(transitions);
        for (var row = 0; row < rows; row++)
        {
            var slot = (int)(rowKeys[row] & mask);
            while (keys[slot] != 0) slot = (slot + 1) & mask;
            keys[slot] = rowKeys[row];
            rowWeights.Slice(row * NameLabel.Count, NameLabel.Count).CopyTo(weights.AsSpan(slot * NameLabel.Width));
        }
    }
}
