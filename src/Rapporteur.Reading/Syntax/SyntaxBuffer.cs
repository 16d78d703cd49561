using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>The sentences at hand, as the network sees them: words, and what was found out about them. Grows and is used again; one a thread.</summary>
internal sealed class SyntaxBuffer
{
    /// <summary>Head of the root's child.</summary>
    public const int Root = -1;

    private readonly List<(int Start, int End)> sentences = [];

    /// <summary>Words in all sentences.</summary>
    public int Count { get; private set; }

    /// <summary>Features of the words.</summary>
    public WordFeatures[] Words { get; private set; } = new WordFeatures[512];

    /// <summary>Tag of every word, an index into the model's tags.</summary>
    public byte[] Tags { get; private set; } = new byte[512];

    /// <summary>Head of every word, an index into the buffer; <see cref="Root"/> for the root's child.</summary>
    public int[] Heads { get; private set; } = new int[512];

    /// <summary>Relation of every word to its head.</summary>
    public byte[] Relations { get; private set; } = new byte[512];

    /// <summary>The network's working memory.</summary>
    public SyntaxWork Work { get; } = new();

    /// <summary>First word of every sentence, and the word behind its last.</summary>
    public ReadOnlySpan<(int Start, int End)> Sentences => CollectionsMarshal.AsSpan(sentences);

    /// <summary>Whether a sentence begins with the word.</summary>
    public bool IsFirst(int word) => SentenceOf(word).Start == word;

    /// <summary>First word of a word's sentence, and the word behind its last.</summary>
    public (int Start, int End) SentenceOf(int word)
    {
        int low = 0, high = sentences.Count;
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Start <= word) low = middle;
            else high = middle;
        }

        return sentences[low];
    }

    /// <summary>Begins without sentences.</summary>
    public void Begin()
    {
        Count = 0;
        sentences.Clear();
    }

    /// <summary>Makes room for one more sentence; returns where its words go.</summary>
    public Span<WordFeatures> Add(int words)
    {
        if (Count + words > Words.Length)
        {
            var size = Math.Max(Count + words, Words.Length * 2);
            var grown = new WordFeatures[size];
            Words.AsSpan(0, Count).CopyTo(grown);
            Words = grown;
            Tags = new byte[size];
            Heads = new int[size];
            Relations = new byte[size];
        }

        sentences.Add((Count, Count + words));
        Count += words;
        return Words.AsSpan(Count - words, words);
    }
}
