using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>What is known of words apart from their spelling: which tags they had in training, and the cluster of similar words they belong to. Thread-safe.</summary>
internal sealed class WordLexicon
{
    private readonly uint[] keys;
    private readonly uint[] values;
    private readonly int shift;

    /// <summary>Makes the lexicon of its words.</summary>
    /// <param name="words">By the low 32 bits of the hash of the word in lower case: ambiguity class (0 for rare words), cluster, broad cluster.</param>
    public WordLexicon(IReadOnlyCollection<(uint Lower, ushort Ambiguity, ushort Cluster, byte Broad)> words)
    {
        var size = 16;
        while (size * 2 < words.Count * 3) size *= 2;
        keys = new uint[size];
        values = new uint[size];
        shift = 32 - int.Log2(size);
        foreach (var (lower, ambiguity, cluster, broad) in words.OrderBy(word => word.Lower))
        {
            var index = Find(lower);
            keys[index] = lower;
            values[index] = ((uint)ambiguity << 18) | ((uint)cluster << 7) | broad;
        }
    }

    /// <summary>Adds what is known of the word to its features.</summary>
    public void Describe(ref WordFeatures features)
    {
        var value = values[Find((uint)features.Lower)];
        var ambiguity = value >> 18;
        features.Cluster = (ushort)((value >> 7) & 0x7FF);
        features.Broad = (byte)(value & 0x7F);
        features.Ambiguity = ambiguity != 0 ? ambiguity : features.Suffix3 ^ (features.Shape * 3);
    }

    /// <summary>Whether a word is known.</summary>
    /// <param name="word">In any case.</param>
    public bool Knows(ReadOnlySpan<char> word) => keys[Find((uint)WordShape.Lower(word))] != 0;

    /// <summary>Writes all words.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(keys.Count(key => key != 0));
        for (var i = 0; i < keys.Length; i++)
            if (keys[i] != 0) writer.Write(keys[i]);
        for (var i = 0; i < keys.Length; i++)
            if (keys[i] != 0) writer.Write(values[i]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordLexicon Read(BlobReader reader)
    {
        var count = reader.Int();
        var keys = MemoryMarshal.Cast<byte, uint>(reader.Bytes(count * 4));
        var values = MemoryMarshal.Cast<byte, uint>(reader.Bytes(count * 4));
        var words = new (uint, ushort, ushort, byte)[count];
        for (var i = 0; i < count; i++) words[i] = (keys[i], (ushort)(values[i] >> 18), (ushort)((values[i] >> 7) & 0x7FF), (byte)(values[i] & 0x7F));
        return new(words);
    }

    private int Find(uint lower)
    {
        var mask = keys.Length - 1;
        var index = (int)((lower * 0x9E3779B9U) >> shift);
        while (keys[index] != 0 && keys[index] != lower) index = (index + 1) & mask;
        return index;
    }
}
