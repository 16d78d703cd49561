namespace Rapporteur.Reading;

/// <summary>Graph-based tagger and parser (Dozat and Manning 2017): words and their affixes as vectors, layers of bidirectional memory, a tagger on a lower layer, a biaffine
/// score for every pair of head and dependent, and a classifier of relations. Thread-safe between two calls of <see cref="Refresh"/>.</summary>
internal sealed class GraphNetwork
{
    private readonly PackedMatrix biaffine = new();

    /// <summary>Lays out a network; its numbers are zero.</summary>
    public GraphNetwork(GraphShape shape, WordTable vectors)
    {
        if (vectors.Width != shape.Fixed) throw new ArgumentException($"The vectors have {vectors.Width} numbers, the network takes {shape.Fixed}.", nameof(vectors));
        Shape = shape;
        Vectors = vectors;
        Words = Parameters.Add("words", shape.Words, shape.Word);
        Endings = Parameters.Add("endings", shape.EndingRows, shape.Ending);
        Beginnings = Parameters.Add("beginnings", shape.BeginningRows, shape.Beginning);
        Treebanks = Parameters.Add("treebanks", shape.Treebanks, shape.Treebank);
        Layers = new Lstm[shape.Layers, 2];
        for (var layer = 0; layer < shape.Layers; layer++)
            for (var direction = 0; direction < 2; direction++)
                Layers[layer, direction] = new(Parameters, $"layer{layer + 1}.{(direction == 0 ? "forward" : "backward")}", shape.LayerInput(layer), shape.Units);
        TagHidden = new(Parameters, "tags.hidden", 2 * shape.Units, shape.TagHidden);
        Tags = new(Parameters, "tags", shape.TagHidden, shape.Tags);
        Roles = new(Parameters, "roles", 2 * shape.Units, shape.Roles);
        Arcs = Parameters.Add("arcs", shape.Arc, shape.Arc);
        ArcBias = Parameters.Add("arcs.bias", 1, shape.Arc);
        Relations = new(Parameters, "relations", 3 * shape.Relation, shape.Relations);
        Parameters.Allocate();
    }

    /// <summary>Sizes.</summary>
    public GraphShape Shape { get; }

    /// <summary>Fixed vectors.</summary>
    public WordTable Vectors { get; }

    /// <summary>All numbers that are learned.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>Trained vectors of words.</summary>
    public Parameter Words { get; }

    /// <summary>Vectors of endings.</summary>
    public Parameter Endings { get; }

    /// <summary>Vectors of beginnings and shapes.</summary>
    public Parameter Beginnings { get; }

    /// <summary>Vectors of treebanks.</summary>
    public Parameter Treebanks { get; }

    /// <summary>The encoder, by layer and direction.</summary>
    public Lstm[,] Layers { get; }

    /// <summary>Hidden layer of the tagger.</summary>
    public Dense TagHidden { get; }

    /// <summary>Output layer of the tagger.</summary>
    public Dense Tags { get; }

    /// <summary>Layer that makes arc dependent, arc head, relation dependent and relation head of a word, in this order.</summary>
    public Dense Roles { get; }

    /// <summary>Matrix between dependent and head.</summary>
    public Parameter Arcs { get; }

    /// <summary>What makes a word a likely head of any.</summary>
    public Parameter ArcBias { get; }

    /// <summary>Output layer of relations, over dependent, head and their product number by number.</summary>
    public Dense Relations { get; }

    /// <summary>Takes over <see cref="Parameters"/>; call after they changed.</summary>
    public void Refresh()
    {
        var values = Parameters.Values;
        foreach (var layer in Layers) layer.Refresh(values);
        TagHidden.Refresh(values);
        Tags.Refresh(values);
        Roles.Refresh(values);
        Relations.Refresh(values);
        biaffine.Pack(Arcs.In(values), Arcs.Rows, Arcs.Columns, Arcs.Columns, 1);
    }

    /// <summary>Works out tags and arcs of the sentences in a buffer: everything but relations.</summary>
    public void Run(GraphBuffer buffer)
    {
        var (shape, values, batch) = (Shape, Parameters.Values, buffer.Batch);
        buffer.Begin(shape);
        Embed(buffer);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var width = shape.LayerInput(layer);
            for (var direction = 0; direction < 2; direction++)
            {
                var trace = buffer.Traces[layer][direction];
                var input = trace.BeginInput(batch.Rows * width);
                if (direction == 0) buffer.Inputs[layer].AsSpan(0, batch.Rows * width).CopyTo(input);
                else
                    for (var row = 0; row < batch.Rows; row++) buffer.Inputs[layer].AsSpan(batch.Mirror[row] * width, width).CopyTo(input.AsSpan(row * width));
                Layers[layer, direction].Run(values, batch, trace, buffer.PastMasks?[layer][direction]);
            }

            Join(buffer, layer);
        }

        Score(buffer);
    }

    /// <summary>Works out scores of relations, each word with the head that the buffer names.</summary>
    public void RunRelations(GraphBuffer buffer)
    {
        var (shape, batch) = (Shape, buffer.Batch);
        var width = shape.Relation;
        for (var row = 0; row < batch.Rows; row++)
        {
            var dependent = buffer.Roles.AsSpan((row * shape.Roles) + (2 * shape.Arc), width);
            var head = buffer.Roles.AsSpan((buffer.Heads[row] * shape.Roles) + (2 * shape.Arc) + width, width);
            var pair = buffer.Pairs.AsSpan(row * 3 * width, 3 * width);
            dependent.CopyTo(pair);
            head.CopyTo(pair[width..]);
            for (var i = 0; i < width; i++) pair[(2 * width) + i] = dependent[i] * head[i];
        }

        Relations.Run(Parameters.Values, buffer.Pairs, 0, 3 * width, batch.Rows, buffer.RelationScores);
    }

    private void Embed(GraphBuffer buffer)
    {
        var (shape, values, batch) = (Shape, Parameters.Values, buffer.Batch);
        Span<int> endings = stackalloc int[GraphWord.Endings];
        Span<int> beginnings = stackalloc int[GraphWord.Beginnings];
        for (var row = 0; row < batch.Rows; row++)
        {
            ref var word = ref buffer.Words[row];
            var into = buffer.Inputs[0].AsSpan(batch.InTime[row] * shape.Input, shape.Input);
            Vectors.Copy(word.Fixed, into);
            into = into[shape.Fixed..];
            Words.In(values).Slice(word.Word * shape.Word, shape.Word).CopyTo(into);
            into = into[shape.Word..];
            into[..(shape.Ending + shape.Beginning)].Clear();
            if (word.Ending1 >= 0)
            {
                word.Rows(endings, beginnings);
                foreach (var ending in endings) Add(into, Endings.In(values).Slice(ending * shape.Ending, shape.Ending));
                foreach (var beginning in beginnings) Add(into[shape.Ending..], Beginnings.In(values).Slice(beginning * shape.Beginning, shape.Beginning));
            }

            Treebanks.In(values).Slice(buffer.Treebank[row] * shape.Treebank, shape.Treebank).CopyTo(into[(shape.Ending + shape.Beginning)..]);
        }

        Mask(buffer, 0);
    }

    private void Join(GraphBuffer buffer, int layer)
    {
        var (units, batch) = (Shape.Units, buffer.Batch);
        var (ahead, back) = (buffer.Traces[layer][0].Output, buffer.Traces[layer][1].Output);
        var output = buffer.Inputs[layer + 1];
        for (var row = 0; row < batch.Rows; row++)
        {
            ahead.AsSpan(row * units, units).CopyTo(output.AsSpan(row * 2 * units));
            back.AsSpan(batch.Mirror[row] * units, units).CopyTo(output.AsSpan(((row * 2) + 1) * units));
        }

        Mask(buffer, layer + 1);
    }

    private void Mask(GraphBuffer buffer, int layer)
    {
        if (buffer.InputMasks is null) return;
        var width = Shape.LayerInput(layer);
        for (var row = 0; row < buffer.Batch.Rows; row++)
            Lstm.Multiply(buffer.Inputs[layer].AsSpan(row * width, width), buffer.InputMasks[layer].AsSpan(buffer.Batch.SentenceOf[row] * width, width));
    }

    private void Score(GraphBuffer buffer)
    {
        var (shape, values, batch) = (Shape, Parameters.Values, buffer.Batch);
        var width = 2 * shape.Units;
        for (var row = 0; row < batch.Rows; row++)
        {
            buffer.Inputs[shape.TagLayer].AsSpan(batch.InTime[row] * width, width).CopyTo(buffer.TagInput.AsSpan(row * width));
            buffer.Inputs[shape.Layers].AsSpan(batch.InTime[row] * width, width).CopyTo(buffer.Top.AsSpan(row * width));
        }

        Hidden(TagHidden, buffer.TagInput, batch.Rows, buffer.TagHidden, buffer.TagMask);
        Tags.Run(values, buffer.TagHidden, 0, shape.TagHidden, batch.Rows, buffer.TagScores);
        Hidden(Roles, buffer.Top, batch.Rows, buffer.Roles, buffer.RoleMask);
        VectorMath.FillRows(ArcBias.In(values), buffer.Reach.AsSpan(0, batch.Rows * shape.Arc));
        Gemm.Multiply(buffer.Roles, 0, shape.Roles, 1, batch.Rows, biaffine, buffer.Reach, 0, shape.Arc, add: true);
        for (var s = 0; s < batch.Lengths.Length; s++)
        {
            var (start, length) = (batch.SentenceStart[s], batch.Lengths[s]);
            buffer.Packed.Pack(buffer.Roles.AsSpan((start * shape.Roles) + shape.Arc), shape.Arc, length, 1, shape.Roles);
            Gemm.Multiply(buffer.Reach, start * shape.Arc, shape.Arc, 1, length, buffer.Packed, buffer.ArcScores, buffer.ArcStart[s], length, add: false);
        }
    }

    private void Hidden(Dense layer, float[] input, int rows, float[] output, float[]? mask)
    {
        layer.Run(Parameters.Values, input, 0, layer.Inputs, rows, output);
        VectorMath.LeakyRelu(output.AsSpan(0, rows * layer.Outputs));
        if (mask is not null) Lstm.Multiply(output.AsSpan(0, rows * layer.Outputs), mask);
    }

    private static void Add(Span<float> into, ReadOnlySpan<float> row)
    {
        for (var i = 0; i < row.Length; i++) into[i] += row[i];
    }
}
