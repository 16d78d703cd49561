namespace Rapporteur.Reading;

/// <summary>What of a word has a learnt embedding: the word, its ending, beginning and shape, and the treebank.</summary>
internal static class WordParts
{
    /// <summary>Number of parts.</summary>
    public const int Count = 10;

    /// <summary>How many of them, from the first, are the whole word.</summary>
    public const int Whole = 2;

    /// <summary>Writes the key of every part, none of them zero.</summary>
    /// <param name="word">The word.</param>
    /// <param name="first">Whether the sentence begins with it.</param>
    /// <param name="home">Whether it is to be read by the conventions of the first treebank of training; always, but in training.</param>
    /// <param name="keys">At least <see cref="Count"/>.</param>
    public static void Fill(in WordFeatures word, bool first, bool home, Span<uint> keys)
    {
        keys[0] = WordKey(word.Lower);
        keys[1] = Key(2, word.Form);
        keys[2] = Key(3, word.Shape * 2 + (first ? 1UL : 0UL));
        keys[3] = Key(4, word.Suffix1);
        keys[4] = Key(5, word.Suffix2);
        keys[5] = Key(6, word.Suffix3);
        keys[6] = Key(7, word.Suffix4);
        keys[7] = Key(8, word.Prefix2);
        keys[8] = Key(9, word.Prefix3);
        keys[9] = Key(10, home ? 1UL : 0UL);
    }

    /// <summary>Key of the whole word in lower case, from its hash.</summary>
    public static uint WordKey(ulong lower) => Key(1, lower);

    private static uint Key(int part, ulong value) => (uint)FeatureHash.Of(part, value) | 1U;
}
