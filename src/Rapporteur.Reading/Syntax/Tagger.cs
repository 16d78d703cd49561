namespace Rapporteur.Reading;

/// <summary>Part-of-speech tagger: left to right, one joint universal and Penn tag a word, each chosen by a linear model that sees the words around
/// and the two tags before (averaged perceptron, Collins 2002). Thread-safe.</summary>
/// <param name="scorer">The model.</param>
/// <param name="tags">Number of tags.</param>
internal sealed class Tagger(IScorer scorer, int tags)
{
    /// <summary>Tag of the root, and of what lies before and behind the sentence.</summary>
    public const byte RootTag = 255;

    /// <summary>Tags all words of the buffer.</summary>
    public void Tag(SyntaxBuffer buffer)
    {
        Span<ulong> keys = stackalloc ulong[TaggerFeatures.Most];
        Span<int> scores = stackalloc int[tags];
        for (var i = 0; i < buffer.Count; i++)
        {
            scorer.Score(keys[..TaggerFeatures.Fill(buffer, i, keys)], scores);
            buffer.Tags[i] = (byte)Best(scores);
        }
    }

    /// <summary>The first class with the highest score.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
