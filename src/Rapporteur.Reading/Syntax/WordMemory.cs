using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>Remembers what the first layer of a network makes of words, which depends on the word alone, so that a word that comes again is not worked out again.
/// Exact, so that nothing depends on what was read before. Belongs to one network at a time; one a thread.</summary>
internal sealed class WordMemory
{
    // Words that are remembered, a power of two; at 768 sums a word, 12 MB where all are used.
    private const int Slots = 4096;
    private const int Shift = 64 - 12;

    private readonly WordFeatures[] words = new WordFeatures[Slots];
    // 0: empty; 1: the word stands inside a sentence; 2: a sentence begins with it.
    private readonly byte[] kinds = new byte[Slots];
    private readonly int[] batches = new int[Slots];
    private readonly List<int> missing = [];
    private SyntaxNetwork? owner;
    private float[] sums = [];
    private int[] places = [];
    private int batch;

    /// <summary>Begins with the next words; returns which of them have to be worked out, in order.</summary>
    /// <param name="network">Whose sums they are.</param>
    /// <param name="width">Sums a word.</param>
    /// <param name="buffer">The words.</param>
    public ReadOnlySpan<int> Begin(SyntaxNetwork network, int width, SyntaxBuffer buffer)
    {
        if (!ReferenceEquals(owner, network))
        {
            owner = network;
            Array.Clear(kinds);
            if (sums.Length != Slots * width) sums = new float[Slots * width];
        }

        if (places.Length < buffer.Count) places = new int[buffer.Words.Length];
        batch++;
        missing.Clear();
        foreach (var (start, end) in buffer.Sentences)
            for (var i = start; i < end; i++) places[i] = Place(buffer.Words[i], i == start, i);
        return CollectionsMarshal.AsSpan(missing);
    }

    /// <summary>Takes what was worked out and gives the sums of all words.</summary>
    /// <param name="width">Sums a word.</param>
    /// <param name="count">Number of words.</param>
    /// <param name="fresh">Sums of the missing words, row by row.</param>
    /// <param name="into">Filled in: sums of all words, row by row.</param>
    public void Complete(int width, int count, ReadOnlySpan<float> fresh, Span<float> into)
    {
        for (var row = 0; row < missing.Count; row++)
            if (places[missing[row]] is >= 0 and var slot) fresh.Slice(row * width, width).CopyTo(sums.AsSpan(slot * width));
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            var isFresh = next < missing.Count && missing[next] == i;
            (isFresh ? fresh.Slice(next * width, width) : sums.AsSpan(places[i] * width, width)).CopyTo(into[(i * width)..]);
            if (isFresh) next++;
        }
    }

    // Slot of a word; -1 where another word of the batch needs the slot.
    private int Place(in WordFeatures word, bool first, int index)
    {
        var kind = (byte)(first ? 2 : 1);
        var slot = (int)(((word.Form + kind) * 0x9E3779B97F4A7C15UL) >> Shift);
        if (kinds[slot] == kind && Same(words[slot], word))
        {
            batches[slot] = batch;
            return slot;
        }

        missing.Add(index);
        if (batches[slot] == batch) return -1;
        (words[slot], kinds[slot], batches[slot]) = (word, kind, batch);
        return slot;
    }

    private static bool Same(in WordFeatures a, in WordFeatures b) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<WordFeatures>(in a)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<WordFeatures>(in b)));
}
