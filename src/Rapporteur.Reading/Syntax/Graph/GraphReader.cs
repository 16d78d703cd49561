namespace Rapporteur.Reading;

/// <summary>Tags and parses sentences by a <see cref="GraphModel"/>, many at a time. What a sentence gets does not depend on the others. One a thread.</summary>
/// <param name="model">The model.</param>
internal sealed class GraphReader(GraphModel model)
{
    /// <summary>Sentences beyond so many words are left to another parser.</summary>
    public const int LongestSentence = 250;

    private const int WordsAtATime = 500;
    private readonly GraphBuffer buffer = new();

    /// <summary>Reads sentences.</summary>
    /// <param name="sentences">Their words, at least one and at most <see cref="LongestSentence"/> in each.</param>
    /// <param name="treebank">Number of the treebank that they are read like.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Per sentence and word the tag, the head (-1 for the root) and the relation.</returns>
    public GraphParse[] Read(IReadOnlyList<GraphWord[]> sentences, int treebank = 0, CancellationToken cancel = default)
    {
        var parses = new GraphParse[sentences.Count];
        var order = Enumerable.Range(0, sentences.Count).OrderByDescending(i => sentences[i].Length).ToArray();
        for (var first = 0; first < order.Length;)
        {
            cancel.ThrowIfCancellationRequested();
            var (count, words) = (0, 0);
            while (first + count < order.Length && (count == 0 || words + sentences[order[first + count]].Length < WordsAtATime)) words += sentences[order[first + count++]].Length + 1;
            Some(sentences, order.AsSpan(first, count), treebank, parses);
            first += count;
        }

        return parses;
    }

    private void Some(IReadOnlyList<GraphWord[]> sentences, ReadOnlySpan<int> chosen, int treebank, GraphParse[] parses)
    {
        var lengths = new int[chosen.Length];
        for (var s = 0; s < lengths.Length; s++) lengths[s] = sentences[chosen[s]].Length + 1;
        var batch = buffer.Batch = new(lengths);
        buffer.Words = new GraphWord[batch.Rows];
        buffer.Treebank = new int[batch.Rows];
        buffer.Treebank.AsSpan().Fill(treebank);
        buffer.Heads = new int[batch.Rows];
        for (var s = 0; s < lengths.Length; s++)
        {
            buffer.Words[batch.SentenceStart[s]] = GraphWord.Root;
            sentences[chosen[s]].CopyTo(buffer.Words, batch.SentenceStart[s] + 1);
        }

        model.Network.Run(buffer);
        for (var s = 0; s < lengths.Length; s++)
        {
            var heads = buffer.Heads.AsSpan(batch.SentenceStart[s], lengths[s]);
            SpanningTree.Find(buffer.ArcScores.AsSpan(buffer.ArcStart[s], lengths[s] * lengths[s]), heads);
            for (var i = 0; i < heads.Length; i++) heads[i] = batch.SentenceStart[s] + Math.Max(0, heads[i]);
        }

        model.Network.RunRelations(buffer);
        for (var s = 0; s < lengths.Length; s++) parses[chosen[s]] = Parse(batch.SentenceStart[s], lengths[s]);
    }

    private GraphParse Parse(int start, int length)
    {
        var (tags, relations) = (model.Tags.Length, model.Relations.Length);
        var parse = new GraphParse(new byte[length - 1], new int[length - 1], new byte[length - 1]);
        for (var i = 1; i < length; i++)
        {
            var row = start + i;
            parse.Tags[i - 1] = (byte)Best(buffer.TagScores.AsSpan(row * tags, tags), -1);
            parse.Heads[i - 1] = buffer.Heads[row] - start - 1;
            parse.Relations[i - 1] = parse.Heads[i - 1] < 0 ? (byte)model.Root : (byte)Best(buffer.RelationScores.AsSpan(row * relations, relations), model.Root);
        }

        return parse;
    }

    private static int Best(ReadOnlySpan<float> scores, int except)
    {
        var best = except == 0 ? 1 : 0;
        for (var i = best + 1; i < scores.Length; i++)
            if (i != except && scores[i] > scores[best]) best = i;
        return best;
    }
}

/// <summary>What a sentence was read as.</summary>
/// <param name="Tags">Tag of each word.</param>
/// <param name="Heads">Head of each word; -1 for the root's child.</param>
/// <param name="Relations">Relation of each word to its head.</param>
internal sealed record GraphParse(byte[] Tags, int[] Heads, byte[] Relations);
