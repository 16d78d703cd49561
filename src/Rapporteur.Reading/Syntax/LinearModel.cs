using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>Adds up the weights of features; frozen for reading, growing while training.</summary>
internal interface IScorer
{
    /// <summary>Sets the score of every class to the sum of its weights over the features.</summary>
    /// <param name="keys">Keys of the features.</param>
    /// <param name="scores">One score a class.</param>
    void Score(ReadOnlySpan<ulong> keys, Span<int> scores);
}

/// <summary>A sparse linear model: features by hash, each with the weights of a few classes. Sums are of integers, the same on every machine.
/// Thread-safe.</summary>
internal sealed class LinearModel : IScorer
{
    /// <summary>Most features that a decision may have.</summary>
    public const int MostFeatures = 128;

    private readonly ulong[] slots;
    private readonly int[] entries;
    private readonly int shift;

    /// <summary>Makes a model of its table: a slot is the key's low 16 bits, then 24 bits of position and 8 of length in the entries; an entry is a class
    /// in its low byte and above it a signed weight that <see cref="WeightCode"/> can write. Features that share a slot's 16 bits by chance, about one in 30,000, are taken for each other.</summary>
    public LinearModel(ulong[] slots, int[] entries)
    {
        this.slots = slots;
        this.entries = entries;
        shift = 64 - int.Log2(slots.Length);
    }

    /// <summary>Number of weights.</summary>
    public int Weights => entries.Length;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<ulong> keys, Span<int> scores)
    {
        scores.Clear();
        // All slots are loaded first, so that the waits for memory overlap.
        Span<ulong> first = stackalloc ulong[MostFeatures];
        for (var i = 0; i < keys.Length; i++) first[i] = slots[(int)(keys[i] >> shift)];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = first[i];
            var low = (uint)keys[i] & 0xFFFF;
            if (slot != 0 && (uint)(slot >> 32) != low) slot = Probe(keys[i]);
            if (slot == 0) continue;
            foreach (var entry in entries.AsSpan((int)((uint)slot >> 8), (int)(slot & 0xFF))) scores[entry & 0xFF] += entry >> 8;
        }
    }

    private ulong Probe(ulong key)
    {
        var mask = slots.Length - 1;
        var low = (uint)key & 0xFFFF;
        var index = (int)(key >> shift);
        ulong slot;
        do slot = slots[index = (index + 1) & mask];
        while (slot != 0 && (uint)(slot >> 32) != low);
        return slot;
    }

    /// <summary>Writes table sizes, slots in use and weights.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(slots.Length);
        writer.Write(slots.Count(slot => slot != 0));
        writer.Write(entries.Length);
        for (var i = 0; i < slots.Length; i += 8)
        {
            var bits = 0;
            for (var bit = 0; bit < 8; bit++)
                if (slots[i + bit] != 0) bits |= 1 << bit;
            writer.Write((byte)bits);
        }

        foreach (var slot in slots)
            if (slot != 0) writer.Write((ushort)(slot >> 32));
        foreach (var slot in slots)
            if (slot != 0) writer.Write((byte)slot);
        foreach (var entry in entries) writer.Write((byte)entry);
        foreach (var entry in entries) writer.Write(WeightCode.Of(entry >> 8));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LinearModel Read(BlobReader reader)
    {
        var slots = new ulong[reader.Int()];
        var used = reader.Int();
        var count = reader.Int();
        var bitmap = reader.Bytes(slots.Length / 8);
        var keys = MemoryMarshal.Cast<byte, ushort>(reader.Bytes(used * 2));
        var lengths = reader.Bytes(used);
        uint start = 0;
        var next = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            if ((bitmap[i >> 3] & (1 << (i & 7))) == 0) continue;
            slots[i] = ((ulong)keys[next] << 32) | (start << 8) | lengths[next];
            start += lengths[next++];
        }

        var classes = reader.Bytes(count);
        var weights = reader.Bytes(count);
        var entries = new int[count];
        Span<int> decoded = stackalloc int[256];
        for (var code = -128; code < 128; code++) decoded[code & 0xFF] = WeightCode.Weight(code) << 8;
        for (var i = 0; i < entries.Length; i++) entries[i] = decoded[weights[i]] | classes[i];
        return new(slots, entries);
    }
}
