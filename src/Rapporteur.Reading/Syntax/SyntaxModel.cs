using System.Text;

namespace Rapporteur.Reading;

/// <summary>Trained tagger, parser and lemmatizer, as one file holds them. Thread-safe.</summary>
internal sealed class SyntaxModel
{
    private const int Magic = 0x4E595352;
    private const int Version = 2;
    private readonly RelationRules rules;

    /// <summary>Makes a model of its parts.</summary>
    public SyntaxModel(string[] tags, string[] relations, SyntaxNetwork network, Lemmatizer lemmatizer)
    {
        Tags = tags;
        Relations = relations;
        Network = network;
        Lemmatizer = lemmatizer;
        Upos = [.. tags.Select(tag => string.Intern(tag[..tag.IndexOf('|', StringComparison.Ordinal)]))];
        Xpos = [.. tags.Select(tag => string.Intern(tag[(tag.IndexOf('|', StringComparison.Ordinal) + 1)..]))];
        for (var i = 0; i < relations.Length; i++) relations[i] = string.Intern(relations[i]);
        rules = new(Xpos, relations);
    }

    /// <summary>Joint tags, <c>UPOS|XPOS</c>.</summary>
    public string[] Tags { get; }

    /// <summary>Universal part of each tag.</summary>
    public string[] Upos { get; }

    /// <summary>Penn part of each tag.</summary>
    public string[] Xpos { get; }

    /// <summary>Relations.</summary>
    public string[] Relations { get; }

    /// <summary>Tagger and parser.</summary>
    public SyntaxNetwork Network { get; }

    /// <summary>Fills in tags, heads and relations of the words of the buffer's sentences.</summary>
    public void Analyse(SyntaxBuffer buffer)
    {
        Network.Analyse(buffer);
        rules.Apply(buffer);
    }

    /// <summary>The lemmatizer.</summary>
    public Lemmatizer Lemmatizer { get; }

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        BlobReader.Write(writer, Tags);
        BlobReader.Write(writer, Relations);
        Network.Write(writer);
        BlobReader.Write(writer, [.. Lemmatizer.Rows]);
    }

    /// <summary>Reads the word vectors of a file only; throws <see cref="InvalidDataException"/> where it is no model of this version.</summary>
    public static WordTable ReadVectors(byte[] blob)
    {
        var reader = Begin(blob);
        _ = reader.Strings();
        _ = reader.Strings();
        return SyntaxNetwork.ReadVectors(reader);
    }

    /// <summary>Reads a file; throws <see cref="InvalidDataException"/> where it is no model of this version.</summary>
    public static SyntaxModel Read(byte[] blob)
    {
        var reader = Begin(blob);
        return new(reader.Strings(), reader.Strings(), SyntaxNetwork.Read(reader), new(reader.Strings()));
    }

    private static BlobReader Begin(byte[] blob)
    {
        var reader = new BlobReader(blob);
        if (reader.Int() != Magic || reader.Int() != Version) throw new InvalidDataException("The syntax weights are of another version; restore data/models from the release.");
        return reader;
    }
}
