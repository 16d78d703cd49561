using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the numbers of a network. A batch is always cut into two shares whose gradients are added in order, so that the number of threads changes nothing.</summary>
internal sealed class GraphLearner
{
    private const int Shares = 2;
    private readonly GraphNetwork network;
    private readonly GraphTrainingOptions options;
    private readonly GraphGradient gradient;
    private readonly GraphWork[] works;
    private readonly Adam adam;
    private readonly int batchesToCome;
    private int batchesDone;

    /// <summary>Makes a learner and gives the network its first numbers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How to train.</param>
    /// <param name="batches">How many batches there will be.</param>
    public GraphLearner(GraphNetwork network, GraphTrainingOptions options, int batches)
    {
        this.network = network;
        this.options = options;
        batchesToCome = batches;
        gradient = new(network);
        works = [.. Enumerable.Range(0, Shares).Select(_ => new GraphWork(network))];
        adam = new(network.Parameters);
        Initialise(network, options.Seed);
    }

    /// <summary>Running mean of the numbers, which is better than their last state.</summary>
    public float[] Mean => adam.Mean;

    /// <summary>Gives a network its first numbers.</summary>
    public static void Initialise(GraphNetwork network, ulong seed)
    {
        var values = network.Parameters.Values;
        var random = new SeededNumbers(seed);
        foreach (var parameter in network.Parameters.All)
        {
            var embedding = parameter == network.Words || parameter == network.Endings || parameter == network.Beginnings || parameter == network.Treebanks;
            var limit = parameter.Rows == 1 ? 0 : embedding ? 0.1f : MathF.Sqrt(6f / (parameter.Rows + Math.Min(parameter.Columns, 2 * parameter.Rows)));
            foreach (ref var value in parameter.In(values)) value = random.Around(limit);
        }

        foreach (var layer in network.Layers) layer.Bias.In(values).Slice(layer.Units, layer.Units).Fill(1);
    }

    /// <summary>Learns from a batch; gives its loss by word.</summary>
    public double Learn(IReadOnlyList<GraphSentence> batch)
    {
        network.Refresh();
        gradient.Refresh();
        var words = batch.Sum(sentence => sentence.Words.Length);
        var losses = new double[Shares];
        Parallel.For(0, Shares, new() { MaxDegreeOfParallelism = Math.Clamp(options.Threads, 1, Shares) }, share =>
        {
            var some = batch.Where((_, i) => i % Shares == share).OrderByDescending(sentence => sentence.Words.Length).ToArray();
            if (some.Length == 0) return;
            var random = new SeededNumbers(options.Seed + ((ulong)((batchesDone * Shares) + share) * 7919) + 1);
            Fill(works[share], some, random);
            losses[share] = gradient.Run(works[share], 1f / words);
        });
        var (sum, other) = (works[0].Gradient, works[1].Gradient);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += other[i];
            other[i] = 0;
        }

        adam.Step(sum, Rate());
        batchesDone++;
        return losses.Sum();
    }

    private double Rate()
    {
        var warm = Math.Min(1, (batchesDone + 1.0) / options.WarmSteps);
        return options.Rate * warm * (0.02 + (0.49 * (1 + Math.Cos(Math.PI * batchesDone / batchesToCome))));
    }

    private void Fill(GraphWork work, GraphSentence[] sentences, SeededNumbers random)
    {
        var buffer = work.Buffer;
        var batch = Load(work, sentences);
        for (var row = 0; row < batch.Rows; row++)
        {
            ref var word = ref buffer.Words[row];
            if (word.Word == 1) continue;
            if (random.Share() < options.WordDropout) word.Word = 0;
            if (random.Share() < options.VectorDropout) word.Fixed = -1;
        }

        var shape = network.Shape;
        buffer.InputMasks = [.. Enumerable.Range(0, shape.Layers + 1).Select(layer => Mask(random, batch.Lengths.Length * shape.LayerInput(layer), layer == 0 ? options.InputDropout : options.Dropout))];
        buffer.PastMasks = [.. Enumerable.Range(0, shape.Layers).Select(_ => new[] { Mask(random, batch.Lengths.Length * shape.Units, options.PastDropout), Mask(random, batch.Lengths.Length * shape.Units, options.PastDropout) })];
        buffer.TagMask = Mask(random, batch.Rows * shape.TagHidden, options.Dropout);
        var roles = Mask(random, batch.Lengths.Length * shape.Roles, options.Dropout);
        buffer.RoleMask = new float[batch.Rows * shape.Roles];
        for (var s = 0; s < batch.Lengths.Length; s++)
            for (var i = 0; i < batch.Lengths[s]; i++) roles.AsSpan(s * shape.Roles, shape.Roles).CopyTo(buffer.RoleMask.AsSpan((batch.SentenceStart[s] + i) * shape.Roles));
    }

    /// <summary>Puts sentences, longest first, into working memory.</summary>
    public static SentenceBatch Load(GraphWork work, GraphSentence[] sentences)
    {
        var buffer = work.Buffer;
        var batch = buffer.Batch = new([.. sentences.Select(sentence => sentence.Words.Length + 1)]);
        buffer.Words = new GraphWord[batch.Rows];
        buffer.Treebank = new int[batch.Rows];
        buffer.Heads = new int[batch.Rows];
        work.Tags = new int[batch.Rows];
        work.Relations = new int[batch.Rows];
        for (var s = 0; s < sentences.Length; s++)
        {
            var (sentence, start) = (sentences[s], batch.SentenceStart[s]);
            buffer.Words[start] = GraphWord.Root;
            buffer.Heads[start] = start;
            buffer.Treebank.AsSpan(start, sentence.Words.Length + 1).Fill(sentence.Treebank);
            sentence.Words.CopyTo(buffer.Words, start + 1);
            sentence.Tags.CopyTo(work.Tags, start + 1);
            sentence.Relations.CopyTo(work.Relations, start + 1);
            for (var i = 0; i < sentence.Heads.Length; i++) buffer.Heads[start + 1 + i] = start + 1 + sentence.Heads[i];
        }

        return batch;
    }

    private static float[] Mask(SeededNumbers random, int length, double dropped)
    {
        var mask = new float[length];
        random.Drop(mask, dropped);
        return mask;
    }
}
