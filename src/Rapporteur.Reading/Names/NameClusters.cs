using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>Classes of words that are used alike, fine and coarse, learned from word vectors: what lets the tagger judge words that it never met in training.</summary>
internal sealed class NameClusters
{
    private const uint Magic = 0x31434E52; // "RNC1"

    // Several readers use them, and they are large.
    private static readonly ConcurrentDictionary<string, Lazy<NameClusters>> Loaded = new(StringComparer.Ordinal);

    private readonly uint[] keys;
    private readonly ushort[] fine;
    private readonly byte[] coarse;
    private readonly int mask;

    /// <summary>Builds the table from hashes of lower-case words and their classes, both counted from 1.</summary>
    // Runs once, over hundreds of thousands of words: compiled well at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public NameClusters(ReadOnlySpan<uint> words, ReadOnlySpan<ushort> fineClasses, ReadOnlySpan<byte> coarseClasses)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words.Length * 3 / 2));
        keys = new uint[size];
        fine = new ushort[size];
        coarse = new byte[size];
        mask = size - 1;
        for (var i = 0; i < words.Length; i++)
        {
            var slot = Slot(words[i]);
            if (keys[slot] != 0) continue;
            keys[slot] = words[i];
            fine[slot] = fineClasses[i];
            coarse[slot] = coarseClasses[i];
        }
    }

    /// <summary>The classes of <c>models/names.clusters.bin</c>, read once a folder; throws <see cref="InvalidDataException"/> where it holds none.</summary>
    public static NameClusters Load(DataFolder data) => Loaded.GetOrAdd(data.Root, _ => new(() => Read(data))).Value;

    private static NameClusters Read(DataFolder data)
    {
        using var stream = data.Open("models/names.clusters.bin");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var count = bytes.Length < 8 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || bytes.Length != 8 + (count * 7))
            throw new InvalidDataException("The word classes have not the right format; train them again.");
        return new NameClusters(MemoryMarshal.Cast<byte, uint>(bytes.AsSpan(8, count * 4)),
            MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(8 + (count * 4), count * 2)), bytes.AsSpan(8 + (count * 6)));
    }

    /// <summary>Writes words sorted by hash, so that equal classes give equal bytes.</summary>
    public void Save(Stream stream)
    {
        var slots = Enumerable.Range(0, keys.Length).Where(slot => keys[slot] != 0).OrderBy(slot => keys[slot]).ToArray();
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], slots.Length);
        stream.Write(head);
        foreach (var slot in slots) stream.Write(MemoryMarshal.AsBytes(keys.AsSpan(slot, 1)));
        foreach (var slot in slots) stream.Write(MemoryMarshal.AsBytes(fine.AsSpan(slot, 1)));
        foreach (var slot in slots) stream.WriteByte(coarse[slot]);
    }

    /// <summary>Fine and coarse class of a word given by <see cref="NameHash.Lower"/>; zeros where it is unknown.</summary>
    public (uint Fine, uint Coarse) Of(uint word)
    {
        var slot = Slot(word);
        return keys[slot] == word ? (fine[slot], coarse[slot]) : (0u, 0u);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Slot(uint word)
    {
        var slot = (int)(word * 2654435769u >> 7) & mask;
        while (keys[slot] != word && keys[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }
}
