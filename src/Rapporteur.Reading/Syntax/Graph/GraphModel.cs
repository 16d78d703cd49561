using System.Runtime.InteropServices;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>A trained <see cref="GraphNetwork"/> with its vocabulary, as one file holds them. Thread-safe.</summary>
internal sealed class GraphModel
{
    private const int Magic = 0x50475352;
    private const int Version = 2;
    private readonly uint[] words;

    /// <summary>Makes a model of its parts.</summary>
    /// <param name="tags">Joint tags, <c>UPOS|XPOS</c>.</param>
    /// <param name="relations">Relations.</param>
    /// <param name="words">Hashes of the words with a trained vector, rising; the first has row 2.</param>
    /// <param name="network">The network.</param>
    public GraphModel(string[] tags, string[] relations, uint[] words, GraphNetwork network)
    {
        this.words = words;
        Tags = tags;
        Upos = [.. tags.Select(tag => string.Intern(tag[..tag.IndexOf('|', StringComparison.Ordinal)]))];
        Xpos = [.. tags.Select(tag => string.Intern(tag[(tag.IndexOf('|', StringComparison.Ordinal) + 1)..]))];
        Relations = [.. relations.Select(string.Intern)];
        Network = network;
        Root = Array.IndexOf(Relations, "root");
    }

    /// <summary>Joint tags, <c>UPOS|XPOS</c>.</summary>
    public string[] Tags { get; }

    /// <summary>Universal part of each tag.</summary>
    public string[] Upos { get; }

    /// <summary>Penn part of each tag.</summary>
    public string[] Xpos { get; }

    /// <summary>Relations.</summary>
    public string[] Relations { get; }

    /// <summary>Which relation the word on the root has, and no other.</summary>
    public int Root { get; }

    /// <summary>The network.</summary>
    public GraphNetwork Network { get; }

    /// <summary>What the network sees of a word.</summary>
    public GraphWord Describe(ReadOnlySpan<char> form)
    {
        WordFeatures features = default;
        WordShape.Describe(form, ref features);
        var word = GraphWord.Of(features, Network.Shape);
        var known = Array.BinarySearch(words, (uint)features.Lower);
        word.Word = known < 0 ? 0 : known + 2;
        word.Fixed = Network.Vectors.Row((uint)features.Lower);
        return word;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="values">The network's numbers, or a mean of them.</param>
    public void Write(Stream stream, float[] values)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        BlobReader.Write(writer, Tags);
        BlobReader.Write(writer, Relations);
        writer.Write(words.Length);
        writer.Write(MemoryMarshal.AsBytes(words.AsSpan()));
        var shape = Network.Shape;
        foreach (var size in Sizes(shape)) writer.Write(size);
        Network.Vectors.Write(writer);
        foreach (var parameter in Network.Parameters.All) RoundedMatrix.Write(writer, parameter.In(values), parameter);
    }

    /// <summary>Reads a file; throws <see cref="InvalidDataException"/> where it is no model of this version.</summary>
    public static GraphModel Read(byte[] blob)
    {
        var reader = new BlobReader(blob);
        if (reader.Int() != Magic || reader.Int() != Version) throw new InvalidDataException("The syntax weights are of another version; restore data/models from the release.");
        var (tags, relations) = (reader.Strings(), reader.Strings());
        var words = MemoryMarshal.Cast<byte, uint>(reader.Bytes(checked(4 * reader.Int()))).ToArray();
        var shape = new GraphShape
        {
            Words = reader.Int(),
            Tags = reader.Int(),
            Relations = reader.Int(),
            Treebanks = reader.Int(),
            Fixed = reader.Int(),
            Word = reader.Int(),
            Ending = reader.Int(),
            Beginning = reader.Int(),
            Treebank = reader.Int(),
            EndingRows = reader.Int(),
            BeginningRows = reader.Int(),
            Layers = reader.Int(),
            Units = reader.Int(),
            TagLayer = reader.Int(),
            TagHidden = reader.Int(),
            Arc = reader.Int(),
            Relation = reader.Int(),
        };
        var network = new GraphNetwork(shape, WordTable.Read(reader));
        foreach (var parameter in network.Parameters.All) RoundedMatrix.Read(reader, parameter.In(network.Parameters.Values), parameter);
        network.Refresh();
        return new(tags, relations, words, network);
    }

    private static int[] Sizes(GraphShape shape) =>
    [
        shape.Words, shape.Tags, shape.Relations, shape.Treebanks, shape.Fixed, shape.Word, shape.Ending, shape.Beginning, shape.Treebank, shape.EndingRows, shape.BeginningRows,
        shape.Layers, shape.Units, shape.TagLayer, shape.TagHidden, shape.Arc, shape.Relation,
    ];
}
