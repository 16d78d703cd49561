using System.Runtime.InteropServices;

namespace Rapporteur.Reading;

/// <summary>A neural tagger and graph-based parser. Words come in as vectors and embeddings of their parts; layers of simple recurrent units (Lei et al. 2018)
/// read the sentence both ways; a lower layer gives the tags, the highest scores every word as head of every other (biaffine, Dozat and Manning 2017),
/// <see cref="TreeDecoder"/> finds the best tree, and a small layer names its arcs. Thread-safe.</summary>
internal sealed class SyntaxNetwork
{
    /// <summary>Most words that are read as one sentence; longer ones are cut.</summary>
    public const int LongestSentence = 160;

    private readonly NetworkShape shape;
    private readonly float[] values;
    private readonly ParameterMap map;
    private readonly WordTable vectors;
    private readonly WordTable embeddings;
    private readonly int[][] layers;
    private readonly float[][] gates;
    private readonly int[] heads, arc, label, tag;
    private readonly int root;

    /// <summary>Makes a network of its parameters.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="values">Parameters, as <see cref="ParameterMap"/> lays them out.</param>
    /// <param name="vectors">Word vectors by hash of the word in lower case.</param>
    /// <param name="embeddings">Learnt embeddings by <see cref="WordParts"/>.</param>
    /// <param name="root">Index of the relation to the root.</param>
    public SyntaxNetwork(NetworkShape shape, float[] values, WordTable vectors, WordTable embeddings, int root)
    {
        (this.shape, this.values, this.vectors, this.embeddings, this.root) = (shape, values, vectors, embeddings, root);
        map = new(shape);
        layers = [.. Enumerable.Range(0, shape.Layers).Select(layer => Packed($"layer{layer}"))];
        gates = [.. Enumerable.Range(0, shape.Layers).Select(layer => map.Of($"gates{layer}", values).ToArray())];
        heads = Packed("heads");
        arc = Packed("arc");
        label = Packed("label");
        tag = Packed("tag");
    }

    /// <summary>Whether a word has a vector or occurred in training.</summary>
    /// <param name="word">In any case.</param>
    public bool Knows(ReadOnlySpan<char> word)
    {
        var lower = WordShape.Lower(word);
        return vectors.Row((uint)lower) >= 0 || embeddings.Row(WordParts.WordKey(lower)) >= 0;
    }

    private int[] Packed(string name)
    {
        var (rows, columns) = map.Size(name);
        return IntegerKernel.Pack(map.Of(name, values), rows, columns);
    }

    /// <summary>Fills in tags, heads and relations of the words of the buffer's sentences.</summary>
    public void Analyse(SyntaxBuffer buffer)
    {
        var work = buffer.Work;
        work.Begin(shape, buffer.Count);
        ReadOnlySpan<float> input = work.Input;
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var output = work.Layers[layer];
            if (layer == 0) Enter(buffer);
            else Multiply(work, input, shape.LayerInput(layer), buffer.Count, shape.LayerInput(layer), layers[layer], shape.LayerOutput(layer), work.Gates);
            foreach (var (start, end) in buffer.Sentences) RecurrentUnits.Run(shape, layer, gates[layer], start, end, work.Gates, input, work.States, output);
            input = output;
            if (layer + 1 == shape.TagLayer) Tag(buffer, output);
        }

        var columns = IntegerKernel.Columns(shape.Heads);
        Multiply(work, input, shape.Width, buffer.Count, shape.Width, heads, shape.Heads, work.Heads);
        DenseRows.AddBias(work.Heads, columns, buffer.Count, map.Of("headsBias", values), 2 * shape.Arc);
        Multiply(work, work.Heads.AsSpan(shape.Arc), columns, buffer.Count, shape.Arc, arc, shape.Arc, work.Queries);
        DenseRows.AddBias(work.Queries, IntegerKernel.Columns(shape.Arc), buffer.Count, map.Of("arcBias", values), 0);
        foreach (var (start, end) in buffer.Sentences) Parse(buffer, start, end);
        Label(buffer);
    }

    // The sums of the first layer; only of words that the memory does not have they are worked out.
    private void Enter(SyntaxBuffer buffer)
    {
        var work = buffer.Work;
        var width = shape.LayerOutput(0);
        var missing = work.Memory.Begin(this, width, buffer);
        for (var row = 0; row < missing.Length; row++) Embed(buffer, missing[row], work.Input.AsSpan(row * shape.Input, shape.Input));
        Multiply(work, work.Input, shape.Input, missing.Length, shape.Input, layers[0], width, work.Fresh);
        work.Memory.Complete(width, buffer.Count, work.Fresh, work.Gates);
    }

    private void Embed(SyntaxBuffer buffer, int i, Span<float> input)
    {
        Span<uint> keys = stackalloc uint[WordParts.Count];
        input.Clear();
        ref readonly var word = ref buffer.Words[i];
        if (shape.Vector > 0) vectors.AddTo(vectors.Row((uint)word.Lower), input[..shape.Vector]);
        WordParts.Fill(word, buffer.IsFirst(i), home: true, keys);
        foreach (var key in keys) embeddings.AddTo(embeddings.Row(key), input[shape.Vector..]);
    }

    private void Tag(SyntaxBuffer buffer, float[] layer)
    {
        var columns = IntegerKernel.Columns(shape.Tags);
        var scores = buffer.Work.Scores;
        Multiply(buffer.Work, layer, shape.Width, buffer.Count, shape.Width, tag, shape.Tags, scores);
        DenseRows.AddBias(scores, columns, buffer.Count, map.Of("tagBias", values), 0);
        for (var i = 0; i < buffer.Count; i++) buffer.Tags[i] = (byte)DenseRows.Best(scores.AsSpan(i * columns, shape.Tags));
    }

    private void Parse(SyntaxBuffer buffer, int start, int end)
    {
        var count = end - start;
        var work = buffer.Work;
        var columns = IntegerKernel.Columns(shape.Heads);
        var padded = IntegerKernel.Columns(count);
        var queries = IntegerKernel.Columns(shape.Arc);
        IntegerKernel.Round(work.Heads.AsSpan(start * columns), columns, count, shape.Arc, IntegerKernel.LeftUnit, work.Rounded);
        IntegerKernel.PackTransposed(work.Rounded, count, shape.Arc, work.Keys);
        IntegerKernel.Round(work.Queries.AsSpan(start * queries), queries, count, shape.Arc, IntegerKernel.LeftUnit, work.Rounded);
        IntegerKernel.Multiply(work.Rounded, count, shape.Arc, work.Keys, count, 1 / (IntegerKernel.LeftUnit * IntegerKernel.LeftUnit), work.Arcs, padded);
        var rootVector = map.Of("root", values);
        for (var i = 0; i < count; i++)
        {
            var distances = work.Heads.AsSpan(((start + i) * columns) + shape.Heads - NetworkShape.Distances, NetworkShape.Distances);
            var row = work.Arcs.AsSpan(i * padded, count);
            for (var j = 0; j < count; j++)
                if (i != j) row[j] += distances[NetworkShape.Distance(i, j)];
            work.Roots[i] = DenseRows.Dot(work.Queries.AsSpan((start + i) * queries, shape.Arc), rootVector);
        }

        var found = buffer.Heads.AsSpan(start, count);
        work.Decoder.Decode(work.Arcs, padded, work.Roots.AsSpan(0, count), found);
        for (var i = 0; i < count; i++) found[i] = found[i] == count ? SyntaxBuffer.Root : start + found[i];
    }

    private void Label(SyntaxBuffer buffer)
    {
        var work = buffer.Work;
        var columns = IntegerKernel.Columns(shape.Heads);
        var distances = map.Of("labelDistance", values);
        for (var i = 0; i < buffer.Count; i++)
        {
            var hidden = work.Hidden.AsSpan(i * shape.Label, shape.Label);
            var head = buffer.Heads[i];
            if (head == SyntaxBuffer.Root)
            {
                hidden.Clear();
                continue;
            }

            var above = work.Heads.AsSpan((head * columns) + (2 * shape.Arc), shape.Label);
            var below = work.Heads.AsSpan((i * columns) + (2 * shape.Arc) + shape.Label, shape.Label);
            var far = distances.Slice(NetworkShape.Distance(i, head) * shape.Label, shape.Label);
            DenseRows.AddRectified(above, below, far, hidden);
        }

        var padded = IntegerKernel.Columns(shape.Relations);
        Multiply(work, work.Hidden, shape.Label, buffer.Count, shape.Label, label, shape.Relations, work.Scores);
        DenseRows.AddBias(work.Scores, padded, buffer.Count, map.Of("labelBias", values), 0);
        for (var i = 0; i < buffer.Count; i++)
        {
            var scores = work.Scores.AsSpan(i * padded, shape.Relations);
            scores[root] = float.NegativeInfinity;
            buffer.Relations[i] = (byte)(buffer.Heads[i] == SyntaxBuffer.Root ? root : DenseRows.Best(scores));
        }
    }

    private static void Multiply(SyntaxWork work, ReadOnlySpan<float> left, int stride, int rows, int inner, int[] right, int columns, float[] result)
    {
        IntegerKernel.Round(left, stride, rows, inner, IntegerKernel.LeftUnit, work.Rounded);
        IntegerKernel.Multiply(work.Rounded, rows, inner, right, columns, 1 / (IntegerKernel.LeftUnit * IntegerKernel.RightUnit), result, IntegerKernel.Columns(columns));
    }

    /// <summary>Writes shape, parameters and tables.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (var number in (int[])[shape.Vector, shape.Embedding, shape.Width, shape.Layers, shape.TagLayer, shape.Arc, shape.Label, shape.Tags, shape.Relations, root]) writer.Write(number);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        vectors.Write(writer);
        embeddings.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SyntaxNetwork Read(BlobReader reader)
    {
        var (shape, root) = Sizes(reader);
        var values = MemoryMarshal.Cast<byte, float>(reader.Bytes(new ParameterMap(shape).Count * 4)).ToArray();
        return new(shape, values, WordTable.Read(reader), WordTable.Read(reader), root);
    }

    /// <summary>Reads the word vectors only of what <see cref="Write"/> wrote.</summary>
    public static WordTable ReadVectors(BlobReader reader)
    {
        _ = reader.Bytes(new ParameterMap(Sizes(reader).Shape).Count * 4);
        return WordTable.Read(reader);
    }

    private static (NetworkShape Shape, int Root) Sizes(BlobReader reader)
    {
        var sizes = new int[10];
        for (var i = 0; i < sizes.Length; i++)
            if ((sizes[i] = reader.Int()) is < 0 or > 4096) throw new InvalidDataException("The weights file is damaged; restore data/models from the release.");
        return (new(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6], sizes[7], sizes[8]), sizes[9]);
    }
}
