using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Loss of a <see cref="SyntaxNetwork"/> over some sentences, and its gradient. Inputs and hidden layers are partly dropped at random.</summary>
internal sealed class NetworkGradient
{
    private const float Dropout = 0.33f;
    private readonly NetworkShape shape;
    private readonly ParameterMap map;
    private readonly EmbeddingTraining embeddings;
    private readonly NetworkDropout dropout;
    private readonly List<(int Start, int End, TrainingSentence Sentence)> sentences = [];
    private int count;
    private int[] used = [];
    private float[] input = [], final = [], heads = [], queries = [], hidden = [], scores = [], tagScores = [], around = [];
    private float[][] dropped = [], sums = [], states = [], outputs = [];
    private readonly PackedMatrix right = new();
    private float[] product = [];

    /// <summary>Begins with a gradient of zero.</summary>
    public NetworkGradient(NetworkShape shape, ParameterMap map, EmbeddingTraining embeddings)
    {
        (this.shape, this.map, this.embeddings) = (shape, map, embeddings);
        Gradient = new float[map.Count];
        dropout = new(Dropout);
        dropped = new float[shape.Layers][];
        sums = new float[shape.Layers][];
        states = new float[shape.Layers][];
        outputs = new float[shape.Layers][];
        Array.Fill(dropped, []);
        Array.Fill(sums, []);
        Array.Fill(states, []);
        Array.Fill(outputs, []);
    }

    /// <summary>Gradient of the parameters.</summary>
    public float[] Gradient { get; }

    /// <summary>Gradient of the inputs, row by row.</summary>
    public float[] InputGradient { get; private set; } = [];

    /// <summary>Sum of the losses of all words.</summary>
    public double Loss { get; private set; }

    /// <summary>Words in the sentences.</summary>
    public int Count => count;

    /// <summary>Rows of the embeddings that made the input of a word.</summary>
    public ReadOnlySpan<int> Used(int word) => used.AsSpan(word * WordParts.Count, WordParts.Count);

    /// <summary>Goes forward and back.</summary>
    public void Run(IEnumerable<TrainingSentence> some, PackedParameters packed, SeededOrder random)
    {
        Loss = 0;
        sentences.Clear();
        count = 0;
        foreach (var sentence in some)
        {
            sentences.Add((count, count + sentence.Words.Length, sentence));
            count += sentence.Words.Length;
        }

        if (count == 0) return;
        dropout.Begin(random);
        Forward(packed, random);
        var dFinal = Back(packed);
        for (var layer = shape.Layers - 1; layer >= 0; layer--) dFinal = BackLayer(layer, packed, dFinal);
        InputGradient = dFinal;
    }

    private void Forward(PackedParameters packed, SeededOrder random)
    {
        Grow(ref input, count * shape.Input);
        Grow(ref used, count * WordParts.Count);
        foreach (var (start, end, sentence) in sentences)
            for (var i = start; i < end; i++)
                embeddings.Embed(sentence.Words[i - start], i == start, sentence.IsHome, 0.5f, random, input.AsSpan(i * shape.Input, shape.Input), used.AsSpan(i * WordParts.Count, WordParts.Count));
        var from = input;
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var (rows, columns) = (shape.LayerInput(layer), shape.LayerOutput(layer));
            Grow(ref dropped[layer], count * rows);
            dropout.Columns($"layer{layer}", sentences, from, dropped[layer], rows, layer == 0 ? 0.2f : Dropout);
            Grow(ref sums[layer], count * columns);
            Grow(ref states[layer], count * shape.Width);
            Grow(ref outputs[layer], count * shape.Width);
            Gemm.Multiply(dropped[layer], 0, rows, 1, count, packed.Of($"layer{layer}"), sums[layer], 0, columns, add: false);
            foreach (var (start, end, _) in sentences)
                RecurrentUnits.Run(shape, layer, packed.Plain($"gates{layer}"), start, end, sums[layer], from, states[layer], outputs[layer]);
            from = outputs[layer];
        }

        Grow(ref final, count * shape.Width);
        dropout.Columns("final", sentences, from, final, shape.Width, Dropout);
    }

    private float[] TagInput => shape.TagLayer == shape.Layers ? final : dropped[shape.TagLayer];

    /// <summary>The losses; returns the gradient of the dropped output of the last layer.</summary>
    private float[] Back(PackedParameters packed)
    {
        var columns = shape.Heads;
        var dFinal = new float[count * shape.Width];
        Grow(ref heads, count * columns);
        Gemm.Multiply(final, 0, shape.Width, 1, count, packed.Of("heads"), heads, 0, columns, add: false);
        DenseRows.AddBias(heads, columns, count, map.Of("headsBias", packed.Values), 2 * shape.Arc);
        dropout.Elements("heads", heads, columns, count, 2 * shape.Arc);
        var dHeads = new float[count * columns];
        Arcs(packed, columns, dHeads);
        Labels(packed, columns, dHeads);
        dropout.ElementsBack("heads", dHeads, columns, count, 2 * shape.Arc);
        for (var i = 0; i < count; i++)
            for (var k = 0; k < 2 * shape.Arc; k++)
                if (heads[(i * columns) + k] <= 0) dHeads[(i * columns) + k] = 0;
        AddColumns(dHeads, columns, map.Of("headsBias", Gradient));
        Accumulate("heads", final, shape.Width, dHeads, columns);
        Through("heads", packed, dHeads, columns, dFinal);
        return dFinal;
    }

    private void Arcs(PackedParameters packed, int columns, float[] dHeads)
    {
        var width = shape.Arc;
        Grow(ref queries, count * width);
        Gemm.Multiply(heads, width, columns, 1, count, packed.Of("arc"), queries, 0, width, add: false);
        DenseRows.AddBias(queries, width, count, map.Of("arcBias", packed.Values), 0);
        var dQueries = new float[count * width];
        var root = map.Of("root", packed.Values);
        var dRoot = map.Of("root", Gradient);
        var distances = shape.Heads - NetworkShape.Distances;
        foreach (var (start, end, sentence) in sentences)
        {
            var length = end - start;
            Grow(ref scores, length + 1);
            for (var i = start; i < end; i++)
            {
                var query = queries.AsSpan(i * width, width);
                var dQuery = dQueries.AsSpan(i * width, width);
                for (var j = 0; j < length; j++)
                    scores[j] = start + j == i ? float.NegativeInfinity : DenseRows.Dot(query, heads.AsSpan((start + j) * columns, width)) + heads[(i * columns) + distances + NetworkShape.Distance(i, start + j)];
                scores[length] = DenseRows.Dot(query, root);
                Loss += GradientMath.Softmax(scores.AsSpan(0, length + 1), sentence.Heads[i - start]);
                for (var j = 0; j < length; j++)
                {
                    if (start + j == i) continue;
                    GradientMath.Add(dQuery, heads.AsSpan((start + j) * columns, width), scores[j]);
                    GradientMath.Add(dHeads.AsSpan((start + j) * columns, width), query, scores[j]);
                    dHeads[(i * columns) + distances + NetworkShape.Distance(i, start + j)] += scores[j];
                }

                GradientMath.Add(dQuery, root, scores[length]);
                GradientMath.Add(dRoot, query, scores[length]);
            }
        }

        AddColumns(dQueries, width, map.Of("arcBias", Gradient));
        var children = new float[count * width];
        for (var i = 0; i < count; i++) heads.AsSpan((i * columns) + width, width).CopyTo(children.AsSpan(i * width));
        Accumulate("arc", children, width, dQueries, width);
        var dChildren = new float[count * width];
        Through("arc", packed, dQueries, width, dChildren);
        for (var i = 0; i < count; i++) GradientMath.Add(dHeads.AsSpan((i * columns) + width, width), dChildren.AsSpan(i * width, width), 1);
    }

    private void Labels(PackedParameters packed, int columns, float[] dHeads)
    {
        var width = shape.Label;
        Grow(ref hidden, count * width);
        var far = map.Of("labelDistance", packed.Values);
        foreach (var (start, end, sentence) in sentences)
        {
            for (var i = start; i < end; i++)
            {
                var row = hidden.AsSpan(i * width, width);
                var head = sentence.Heads[i - start];
                row.Clear();
                if (head == end - start) continue;
                var above = heads.AsSpan(((start + head) * columns) + (2 * shape.Arc), width);
                var below = heads.AsSpan((i * columns) + (2 * shape.Arc) + width, width);
                var distance = far.Slice(NetworkShape.Distance(i - start, head) * width, width);
                for (var k = 0; k < width; k++) row[k] = Math.Max(0, above[k] + below[k] + distance[k]);
            }
        }

        dropout.Elements("label", hidden, width, count, width);
        Grow(ref tagScores, count * shape.Relations);
        Gemm.Multiply(hidden, 0, width, 1, count, packed.Of("label"), tagScores, 0, shape.Relations, add: false);
        DenseRows.AddBias(tagScores, shape.Relations, count, map.Of("labelBias", packed.Values), 0);
        foreach (var (start, end, sentence) in sentences)
        {
            for (var i = start; i < end; i++)
            {
                var row = tagScores.AsSpan(i * shape.Relations, shape.Relations);
                if (sentence.Heads[i - start] == end - start) row.Clear();
                else Loss += GradientMath.Softmax(row, sentence.Relations[i - start]);
            }
        }

        AddColumns(tagScores, shape.Relations, map.Of("labelBias", Gradient));
        Accumulate("label", hidden, width, tagScores, shape.Relations);
        var dHidden = new float[count * width];
        Through("label", packed, tagScores, shape.Relations, dHidden);
        dropout.ElementsBack("label", dHidden, width, count, width);
        var dFar = map.Of("labelDistance", Gradient);
        foreach (var (start, end, sentence) in sentences)
        {
            for (var i = start; i < end; i++)
            {
                var head = sentence.Heads[i - start];
                if (head == end - start) continue;
                var row = dHidden.AsSpan(i * width, width);
                for (var k = 0; k < width; k++)
                    if (hidden[(i * width) + k] <= 0) row[k] = 0;
                GradientMath.Add(dHeads.AsSpan(((start + head) * columns) + (2 * shape.Arc), width), row, 1);
                GradientMath.Add(dHeads.AsSpan((i * columns) + (2 * shape.Arc) + width, width), row, 1);
                GradientMath.Add(dFar.Slice(NetworkShape.Distance(i - start, head) * width, width), row, 1);
            }
        }
    }

    private void Tags(PackedParameters packed, float[] dInput)
    {
        Grow(ref tagScores, count * shape.Tags);
        Gemm.Multiply(TagInput, 0, shape.Width, 1, count, packed.Of("tag"), tagScores, 0, shape.Tags, add: false);
        DenseRows.AddBias(tagScores, shape.Tags, count, map.Of("tagBias", packed.Values), 0);
        foreach (var (start, end, sentence) in sentences)
        {
            for (var i = start; i < end; i++)
            {
                var row = tagScores.AsSpan(i * shape.Tags, shape.Tags);
                Loss += GradientMath.Softmax(row, sentence.Tags[i - start]);
            }
        }

        AddColumns(tagScores, shape.Tags, map.Of("tagBias", Gradient));
        Accumulate("tag", TagInput, shape.Width, tagScores, shape.Tags);
        Through("tag", packed, tagScores, shape.Tags, dInput);
    }

    /// <summary>Goes back through a layer from the gradient of its dropped output; returns that of its dropped input, for the first layer of its input.</summary>
    private float[] BackLayer(int layer, PackedParameters packed, float[] dDropped)
    {
        if (layer + 1 == shape.TagLayer) Tags(packed, dDropped);
        var (rows, columns) = (shape.LayerInput(layer), shape.LayerOutput(layer));
        dropout.ColumnsBack(layer + 1 == shape.Layers ? "final" : $"layer{layer + 1}", sentences, dDropped, shape.Width);
        if (layer + 1 < shape.Layers) GradientMath.Add(dDropped, around.AsSpan(0, dDropped.Length), 1);
        foreach (var (start, end, _) in sentences)
            RecurrentGradient.Run(shape, layer, packed.Plain($"gates{layer}"), start, end, sums[layer], layer == 0 ? input : outputs[layer - 1], states[layer], dDropped, map.Of($"gates{layer}", Gradient));
        around = dDropped;
        Accumulate($"layer{layer}", dropped[layer], rows, sums[layer], columns);
        var dInput = new float[count * rows];
        Through($"layer{layer}", packed, sums[layer], columns, dInput);
        if (layer == 0) dropout.ColumnsBack("layer0", sentences, dInput, rows);
        return dInput;
    }

    /// <summary>Adds the sums of columns.</summary>
    private void AddColumns(float[] rows, int stride, Span<float> into)
    {
        for (var i = 0; i < count; i++) GradientMath.Add(into, rows.AsSpan(i * stride, into.Length), 1);
    }

    /// <summary>Adds a matrix's gradient: its input transposed times the gradient of its output.</summary>
    private void Accumulate(string name, float[] from, int rows, float[] gradient, int stride)
    {
        var columns = map.Size(name).Columns;
        Grow(ref product, rows * columns);
        Gemm.Multiply(from, 0, 1, rows, rows, right.Pack(gradient, count, columns, stride, 1), product, 0, columns, add: false);
        GradientMath.Add(map.Of(name, Gradient), product.AsSpan(0, rows * columns), 1);
    }

    /// <summary>Adds the gradient of a matrix's input.</summary>
    private void Through(string name, PackedParameters packed, float[] gradient, int stride, float[] into)
    {
        var rows = map.Size(name).Rows;
        Grow(ref product, count * rows);
        Gemm.Multiply(gradient, 0, stride, 1, count, packed.Transposed(name), product, 0, rows, add: false);
        GradientMath.Add(into.AsSpan(0, count * rows), product.AsSpan(0, count * rows), 1);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = new T[length * 5 / 4];
    }
}
