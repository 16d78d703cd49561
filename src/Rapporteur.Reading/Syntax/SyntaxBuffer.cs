namespace Rapporteur.Reading;

/// <summary>The sentence at hand, as tagger and parser see it: words, and what was found out about them. Grows and is used again; one a thread.</summary>
internal sealed class SyntaxBuffer
{
    /// <summary>Words in the sentence.</summary>
    public int Count { get; private set; }

    /// <summary>Features of the words; one more than <see cref="Count"/>, for the root.</summary>
    public WordFeatures[] Words { get; private set; } = new WordFeatures[128];

    /// <summary>Tag of every word, an index into the tagger's tags; the root has 255.</summary>
    public byte[] Tags { get; private set; } = new byte[128];

    /// <summary>Head of every word; <see cref="Count"/> for the root's child.</summary>
    public int[] Heads { get; private set; } = new int[128];

    /// <summary>Relation of every word to its head.</summary>
    public byte[] Relations { get; private set; } = new byte[128];

    /// <summary>The parser's working memory.</summary>
    public ParserState State { get; } = new();

    /// <summary>Makes room for a sentence.</summary>
    public void Begin(int count)
    {
        if (count + 1 > Words.Length)
        {
            var size = Math.Max(count + 1, Words.Length * 2);
            Words = new WordFeatures[size];
            Tags = new byte[size];
            Heads = new int[size];
            Relations = new byte[size];
        }

        Count = count;
        Words[count] = new() { Form = 1, Lower = 1, Shape = 1, Ambiguity = 1 };
        Tags[count] = Tagger.RootTag;
    }
}
