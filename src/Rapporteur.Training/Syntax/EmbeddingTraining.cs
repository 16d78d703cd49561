using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>The inputs of a network in training: fixed word vectors, and embeddings of the parts of words that are learnt (lazy Adam over the rows that occur).</summary>
internal sealed class EmbeddingTraining
{
    private readonly WordTable vectors;
    private readonly SortedDictionary<uint, int> counts = [];
    private readonly uint[] keys;
    private readonly Dictionary<uint, int> rows = [];
    private readonly float[] values, gradient, mean, square;
    private readonly bool[] touched;
    private readonly List<int> order = [];
    private readonly NetworkShape shape;

    /// <summary>Counts the parts of all words; those that occur often enough get an embedding.</summary>
    public EmbeddingTraining(NetworkShape shape, WordTable vectors, IEnumerable<TrainingSentence> sentences, int leastCount, SeededOrder random)
    {
        (this.shape, this.vectors) = (shape, vectors);
        Span<uint> parts = stackalloc uint[WordParts.Count];
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                WordParts.Fill(sentence.Words[i], i == 0, sentence.IsHome, parts);
                foreach (var part in parts) counts[part] = counts.GetValueOrDefault(part) + 1;
            }
        }

        keys = [.. counts.Where(count => count.Value >= leastCount).Select(count => count.Key)];
        for (var i = 0; i < keys.Length; i++) rows[keys[i]] = i;
        values = new float[keys.Length * shape.Embedding];
        for (var i = 0; i < values.Length; i++) values[i] = ((random.Next(1 << 20) / (float)(1 << 19)) - 1) * 0.15f;
        gradient = new float[values.Length];
        mean = new float[values.Length];
        square = new float[values.Length];
        touched = new bool[keys.Length];
    }

    /// <summary>Number of embeddings.</summary>
    public int Rows => keys.Length;

    /// <summary>Writes the input of a word. Rare words are left out now and then, so that the network learns to do without.</summary>
    /// <param name="word">The word.</param>
    /// <param name="first">Whether the sentence begins with it.</param>
    /// <param name="home">Whether it stands in the first treebank.</param>
    /// <param name="dropout">Number a of the chance a / (a + count) that the whole word has no embedding.</param>
    /// <param name="random">Chance.</param>
    /// <param name="input">Filled in.</param>
    /// <param name="used">The rows that were added up, one a part; -1 for none.</param>
    public void Embed(in WordFeatures word, bool first, bool home, float dropout, SeededOrder random, Span<float> input, Span<int> used)
    {
        Span<uint> parts = stackalloc uint[WordParts.Count];
        input.Clear();
        if (shape.Vector > 0) vectors.AddTo(vectors.Row((uint)word.Lower), input[..shape.Vector]);
        WordParts.Fill(word, first, home, parts);
        for (var part = 0; part < WordParts.Count; part++)
        {
            used[part] = -1;
            if (!rows.TryGetValue(parts[part], out var row)) continue;
            if (part < WordParts.Whole && random.Next(1 << 20) < dropout / (dropout + counts[parts[part]]) * (1 << 20)) continue;
            used[part] = row;
            var from = values.AsSpan(row * shape.Embedding, shape.Embedding);
            for (var k = 0; k < from.Length; k++) input[shape.Vector + k] += from[k];
        }
    }

    /// <summary>Adds a word's gradient to the rows that made its input.</summary>
    public void Back(ReadOnlySpan<int> used, ReadOnlySpan<float> inputGradient)
    {
        foreach (var row in used)
        {
            if (row < 0) continue;
            if (!touched[row])
            {
                touched[row] = true;
                order.Add(row);
            }

            var into = gradient.AsSpan(row * shape.Embedding, shape.Embedding);
            for (var k = 0; k < into.Length; k++) into[k] += inputGradient[shape.Vector + k];
        }
    }

    /// <summary>Changes the rows that have a gradient.</summary>
    public void Step(AdamSteps adam, float factor)
    {
        foreach (var row in order)
        {
            var at = row * shape.Embedding;
            adam.Step(values.AsSpan(at, shape.Embedding), gradient.AsSpan(at, shape.Embedding), mean.AsSpan(at, shape.Embedding), square.AsSpan(at, shape.Embedding), factor);
            touched[row] = false;
        }

        order.Clear();
    }

    /// <summary>Sum of the squares of the gradient.</summary>
    public double Norm()
    {
        var sum = 0.0;
        foreach (var row in order)
            foreach (var number in gradient.AsSpan(row * shape.Embedding, shape.Embedding)) sum += number * number;
        return sum;
    }

    /// <summary>The embeddings, in eight bits.</summary>
    public WordTable Freeze()
    {
        var most = values.Length == 0 ? 1 : values.Max(Math.Abs);
        return new(shape.Embedding, most / 127, keys, [.. values.Select(value => (sbyte)MathF.Round(value / most * 127))]);
    }
}
