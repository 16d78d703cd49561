using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Loss of a <see cref="GraphNetwork"/> on sentences and its gradient. <see cref="Refresh"/> after the numbers changed; then thread-safe.</summary>
internal sealed class GraphGradient
{
    private readonly GraphNetwork network;
    private readonly LstmGradient[,] layers;
    private readonly DenseGradient tagHidden;
    private readonly DenseGradient tags;
    private readonly DenseGradient roles;
    private readonly DenseGradient relations;
    private readonly DenseGradient arcs;

    /// <summary>Makes the gradient of a network.</summary>
    public GraphGradient(GraphNetwork network)
    {
        this.network = network;
        layers = new LstmGradient[network.Shape.Layers, 2];
        for (var layer = 0; layer < network.Shape.Layers; layer++)
            for (var direction = 0; direction < 2; direction++) layers[layer, direction] = new(network.Layers[layer, direction]);
        tagHidden = new(network.TagHidden.Weights, network.TagHidden.Bias);
        tags = new(network.Tags.Weights, network.Tags.Bias);
        roles = new(network.Roles.Weights, network.Roles.Bias);
        relations = new(network.Relations.Weights, network.Relations.Bias);
        arcs = new(network.Arcs, network.ArcBias);
    }

    /// <summary>Takes over the network's numbers.</summary>
    public void Refresh()
    {
        var values = network.Parameters.Values;
        foreach (var layer in layers) layer.Refresh(values);
        foreach (var dense in new[] { tagHidden, tags, roles, relations, arcs }) dense.Refresh(values);
    }

    /// <summary>Runs forwards and backwards.</summary>
    /// <param name="work">The sentences, with right heads; receives the gradient, added to what is there.</param>
    /// <param name="weight">Factor on the loss of each word.</param>
    /// <returns>The loss, with the factor.</returns>
    public double Run(GraphWork work, float weight)
    {
        var (buffer, shape) = (work.Buffer, network.Shape);
        var batch = buffer.Batch;
        network.Run(buffer);
        network.RunRelations(buffer);
        work.Begin(shape);
        var loss = 0.0;
        for (var s = 0; s < batch.Lengths.Length; s++)
        {
            for (var i = 0; i < batch.Lengths[s]; i++)
            {
                var row = batch.SentenceStart[s] + i;
                var factor = i == 0 ? 0 : weight;
                loss += Surprise(buffer.TagScores.AsSpan(row * shape.Tags, shape.Tags), work.Tags[row], factor);
                loss += Surprise(buffer.RelationScores.AsSpan(row * shape.Relations, shape.Relations), work.Relations[row], factor);
                loss += Surprise(buffer.ArcScores.AsSpan(buffer.ArcStart[s] + (i * batch.Lengths[s]), batch.Lengths[s]), buffer.Heads[row] - batch.SentenceStart[s], factor);
            }
        }

        Relations(work);
        Arcs(work);
        DenseGradient.LeakyRelu(buffer.Roles.AsSpan(0, batch.Rows * shape.Roles), buffer.RoleMask, work.Roles.AsSpan(0, batch.Rows * shape.Roles));
        var width = 2 * shape.Units;
        roles.Run(buffer.Top, width, work.Roles, batch.Rows, work.Gradient, work.Top, width, add: false, work.Scratch);
        tags.Run(buffer.TagHidden, shape.TagHidden, buffer.TagScores, batch.Rows, work.Gradient, work.TagHidden, shape.TagHidden, add: false, work.Scratch);
        DenseGradient.LeakyRelu(buffer.TagHidden.AsSpan(0, batch.Rows * shape.TagHidden), buffer.TagMask, work.TagHidden.AsSpan(0, batch.Rows * shape.TagHidden));
        tagHidden.Run(buffer.TagInput, width, work.TagHidden, batch.Rows, work.Gradient, work.TagInput, width, add: false, work.Scratch);
        Encoder(work);
        return loss;
    }

    /// <summary>Minus the logarithm of the right one's probability; the scores become its gradient.</summary>
    private static double Surprise(Span<float> scores, int right, float factor)
    {
        if (factor == 0)
        {
            scores.Clear();
            return 0;
        }

        VectorMath.Softmax(scores);
        var loss = -Math.Log(Math.Max(scores[right], 1e-30f)) * factor;
        scores[right] -= 1;
        for (var i = 0; i < scores.Length; i++) scores[i] *= factor;
        return loss;
    }

    private void Relations(GraphWork work)
    {
        var (buffer, shape) = (work.Buffer, network.Shape);
        var (rows, width) = (buffer.Batch.Rows, shape.Relation);
        relations.Run(buffer.Pairs, 3 * width, buffer.RelationScores, rows, work.Gradient, work.Pairs, 3 * width, add: false, work.Scratch);
        work.Roles.AsSpan(0, rows * shape.Roles).Clear();
        for (var row = 0; row < rows; row++)
        {
            var pair = buffer.Pairs.AsSpan(row * 3 * width, 3 * width);
            var change = work.Pairs.AsSpan(row * 3 * width, 3 * width);
            var dependent = work.Roles.AsSpan((row * shape.Roles) + (2 * shape.Arc), width);
            var head = work.Roles.AsSpan((buffer.Heads[row] * shape.Roles) + (2 * shape.Arc) + width, width);
            for (var i = 0; i < width; i++)
            {
                dependent[i] += change[i] + (change[(2 * width) + i] * pair[width + i]);
                head[i] += change[width + i] + (change[(2 * width) + i] * pair[i]);
            }
        }
    }

    private void Arcs(GraphWork work)
    {
        var (buffer, shape) = (work.Buffer, network.Shape);
        var batch = buffer.Batch;
        for (var s = 0; s < batch.Lengths.Length; s++)
        {
            var (start, length, scores) = (batch.SentenceStart[s], batch.Lengths[s], buffer.ArcStart[s]);
            work.Scratch.Packed.Pack(buffer.Roles.AsSpan((start * shape.Roles) + shape.Arc), length, shape.Arc, shape.Roles, 1);
            Gemm.Multiply(buffer.ArcScores, scores, length, 1, length, work.Scratch.Packed, work.Reach, start * shape.Arc, shape.Arc, add: false);
            work.Scratch.Packed.Pack(buffer.Reach.AsSpan(start * shape.Arc), length, shape.Arc, shape.Arc, 1);
            Gemm.Multiply(buffer.ArcScores, scores, 1, length, length, work.Scratch.Packed, work.Roles, (start * shape.Roles) + shape.Arc, shape.Roles, add: true);
        }

        arcs.Run(buffer.Roles, shape.Roles, work.Reach, batch.Rows, work.Gradient, work.Roles, shape.Roles, add: true, work.Scratch);
    }

    private void Encoder(GraphWork work)
    {
        var (buffer, shape) = (work.Buffer, network.Shape);
        var (batch, units) = (buffer.Batch, shape.Units);
        for (var layer = shape.Layers; layer > 0; layer--)
        {
            var output = work.Outputs;
            if (layer == shape.Layers) Scatter(work.Top, output, batch, 2 * units, add: false);
            if (layer == shape.TagLayer) Scatter(work.TagInput, output, batch, 2 * units, add: true);
            Unmask(buffer, layer, output, 2 * units);
            for (var row = 0; row < batch.Rows; row++)
            {
                output.AsSpan(row * 2 * units, units).CopyTo(work.Ahead.AsSpan(row * units));
                output.AsSpan(((row * 2) + 1) * units, units).CopyTo(work.Back.AsSpan(batch.Mirror[row] * units));
            }

            var width = shape.LayerInput(layer - 1);
            layers[layer - 1, 0].Run(batch, buffer.Traces[layer - 1][0], work.Ahead, buffer.PastMasks?[layer - 1][0], work.Gradient, output, work.Scratch);
            layers[layer - 1, 1].Run(batch, buffer.Traces[layer - 1][1], work.Back, buffer.PastMasks?[layer - 1][1], work.Gradient, work.Mirrored, work.Scratch);
            for (var row = 0; row < batch.Rows; row++) Add(work.Mirrored.AsSpan(batch.Mirror[row] * width, width), output.AsSpan(row * width));
        }

        Unmask(buffer, 0, work.Outputs, shape.Input);
        Embeddings(work);
    }

    private void Embeddings(GraphWork work)
    {
        var (buffer, shape) = (work.Buffer, network.Shape);
        Span<int> endings = stackalloc int[GraphWord.Endings];
        Span<int> beginnings = stackalloc int[GraphWord.Beginnings];
        for (var row = 0; row < buffer.Batch.Rows; row++)
        {
            ref var word = ref buffer.Words[row];
            ReadOnlySpan<float> from = work.Outputs.AsSpan((buffer.Batch.InTime[row] * shape.Input) + shape.Fixed);
            Add(from[..shape.Word], network.Words.In(work.Gradient)[(word.Word * shape.Word)..]);
            from = from[shape.Word..];
            if (word.Ending1 >= 0)
            {
                word.Rows(endings, beginnings);
                foreach (var ending in endings) Add(from[..shape.Ending], network.Endings.In(work.Gradient)[(ending * shape.Ending)..]);
                foreach (var beginning in beginnings) Add(from.Slice(shape.Ending, shape.Beginning), network.Beginnings.In(work.Gradient)[(beginning * shape.Beginning)..]);
            }

            Add(from.Slice(shape.Ending + shape.Beginning, shape.Treebank), network.Treebanks.In(work.Gradient)[(buffer.Treebank[row] * shape.Treebank)..]);
        }
    }

    private static void Scatter(float[] from, float[] into, SentenceBatch batch, int width, bool add)
    {
        for (var row = 0; row < batch.Rows; row++)
        {
            var target = into.AsSpan(batch.InTime[row] * width, width);
            if (add) Add(from.AsSpan(row * width, width), target);
            else from.AsSpan(row * width, width).CopyTo(target);
        }
    }

    private static void Unmask(GraphBuffer buffer, int layer, float[] gradient, int width)
    {
        if (buffer.InputMasks is null) return;
        for (var row = 0; row < buffer.Batch.Rows; row++)
            Lstm.Multiply(gradient.AsSpan(row * width, width), buffer.InputMasks[layer].AsSpan(buffer.Batch.SentenceOf[row] * width, width));
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> into)
    {
        for (var i = 0; i < from.Length; i++) into[i] += from[i];
    }
}
