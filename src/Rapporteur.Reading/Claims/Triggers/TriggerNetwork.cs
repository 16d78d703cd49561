using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>
/// A small recurrent network that reads a sentence in both directions (bidirectional long short-term memory) and says how likely each word tells a claim of each type, whether a frame knows the word or not.
/// It sees of each word its vector, what was learned of its lemma, part of speech, relation, what it names, and in whose words it stands. Every machine finds the same (<see cref="Gemm"/>). Thread-safe between two calls of <see cref="Refresh"/>.
/// </summary>
internal sealed class TriggerNetwork
{
    /// <summary>Number of types of claims.</summary>
    public const int Types = 15;

    /// <summary>Numbers of an answer: one for each type, and one that nothing reads.</summary>
    public const int Lanes = 16;

    /// <summary>Numbers that stand for a part of speech, a relation, what is named, and the attribution.</summary>
    public const int Part = 8, Relation = 12, Actor = 8, Voice = 4, Frame = 12;

    /// <summary>Word vectors of length one are made so long, to weigh as much as the rest of the input.</summary>
    public const float Length = 3;

    private const uint Magic = 0x334E5452; // "RTN3"
    private const int Head = 16;

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly ulong[] _lemmas;
    private readonly WordDirections _directions;

    /// <summary>Lays out a network; its numbers are zero.</summary>
    /// <param name="directions">Vectors of words.</param>
    /// <param name="units">Units of each direction, a multiple of 8.</param>
    /// <param name="lemmas">Hashes of the lemmas of which it learns something of their own, sorted.</param>
    public TriggerNetwork(WordDirections directions, int units, ulong[] lemmas)
    {
        (_directions, Units, _lemmas) = (directions, units, lemmas);
        for (var row = 0; row < lemmas.Length; row++) _rows.Add(lemmas[row], row);
        Lemmas = Parameters.Add("lemmas", lemmas.Length, Width);
        Parts = Parameters.Add("parts", TriggerInputs.Parts, Part);
        Relations = Parameters.Add("relations", TriggerInputs.Relations, Relation);
        Actors = Parameters.Add("actors", TriggerInputs.Actors, Actor);
        Voices = Parameters.Add("voices", TriggerInputs.Voices, Voice);
        Frames = Parameters.Add("frames", TriggerInputs.Frames, Frame);
        Layers = [new(Parameters, "forward", Inputs, units), new(Parameters, "backward", Inputs, units)];
        Answers = new(Parameters, "answers", 2 * units, Lanes);
        Parameters.Allocate();
    }

    /// <summary>Length of a word's vector.</summary>
    public int Width => _directions.Width;

    /// <summary>Units of each direction.</summary>
    public int Units { get; }

    /// <summary>Numbers that it sees of a word.</summary>
    public int Inputs => Width + Part + Relation + Actor + Voice + Frame + 2 + Types;

    /// <summary>All numbers that are learned.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>What is learned of lemmas, added to their vectors.</summary>
    public Parameter Lemmas { get; }

    /// <summary>What is learned of parts of speech.</summary>
    public Parameter Parts { get; }

    /// <summary>What is learned of relations.</summary>
    public Parameter Relations { get; }

    /// <summary>What is learned of names and times.</summary>
    public Parameter Actors { get; }

    /// <summary>What is learned of attributions.</summary>
    public Parameter Voices { get; }

    /// <summary>What is learned of frames.</summary>
    public Parameter Frames { get; }

    /// <summary>Both directions.</summary>
    public Lstm[] Layers { get; }

    /// <summary>The output.</summary>
    public Dense Answers { get; }

    /// <summary>Whether a network has something of its own for the same lemmas and as many units, so that both can be asked together.</summary>
    /// <param name="other">The other network.</param>
    public bool IsLike(TriggerNetwork other) => Units == other.Units && _lemmas.AsSpan().SequenceEqual(other._lemmas);

    /// <summary>Row of a lemma among <see cref="Lemmas"/>; -1 for none.</summary>
    /// <param name="lemma">Hash of the lemma.</param>
    public int Row(ulong lemma) => _rows.GetValueOrDefault(lemma, -1);

    /// <summary>Takes over <see cref="Parameters"/>; call after they changed.</summary>
    public void Refresh()
    {
        foreach (var layer in Layers) layer.Refresh(Parameters.Values);
        Answers.Refresh(Parameters.Values);
    }

    /// <summary>Works out the log-odds of every word in a buffer.</summary>
    /// <param name="buffer">The sentences; receives the answer.</param>
    public void Run(TriggerBuffer buffer)
    {
        buffer.BeginInput(this);
        var (batch, width, values) = (buffer.Batch, Inputs, Parameters.Values);
        Embed(buffer);
        for (var direction = 0; direction < 2; direction++)
        {
            var trace = buffer.Traces[direction];
            var input = trace.BeginInput(batch.Rows * width);
            if (direction == 0) buffer.Input.AsSpan(0, batch.Rows * width).CopyTo(input);
            else
                for (var row = 0; row < batch.Rows; row++) buffer.Input.AsSpan(batch.Mirror[row] * width, width).CopyTo(input.AsSpan(row * width));
            Layers[direction].Run(values, batch, trace, null);
        }

        Answer(buffer, buffer.Traces[0].Output, buffer.Traces[1].Output);
    }

    /// <summary>Works out the log-odds where both directions have run.</summary>
    /// <param name="buffer">The sentences; receives the answer.</param>
    /// <param name="ahead">What the first says, row by row in its order of time.</param>
    /// <param name="back">What the second says.</param>
    public void Answer(TriggerBuffer buffer, float[] ahead, float[] back)
    {
        Join(buffer, ahead, back);
        Answers.Run(Parameters.Values, buffer.Joined, 0, 2 * Units, buffer.Batch.Rows, buffer.Odds);
    }

    /// <summary>Writes what stands for a word: its vector, and what was learned of its lemma.</summary>
    /// <param name="vector">Row of its vector; -1 for none.</param>
    /// <param name="lemma">Row of its lemma; -1 for none.</param>
    /// <param name="into">As long as <see cref="Width"/>.</param>
    public void Write(int vector, int lemma, Span<float> into)
    {
        _directions.Write(vector, into);
        DenseRows.Scale(into, Length);
        if (lemma >= 0) DenseRows.Add(Lemmas.In(Parameters.Values).Slice(lemma * Width, Width), into);
    }

    private void Embed(TriggerBuffer buffer)
    {
        var batch = buffer.Batch;
        for (var row = 0; row < batch.Rows; row++)
        {
            var word = buffer.Words[row];
            var into = buffer.Input.AsSpan(batch.InTime[row] * Inputs, Inputs);
            Write(word.Vector, buffer.Lemmas[row], into[..Width]);
            var at = Width;
            Put(Parts, word.Part, into, ref at);
            Put(Relations, word.Relation, into, ref at);
            Put(Actors, word.Actor, into, ref at);
            Put(Voices, word.Voice, into, ref at);
            Put(Frames, word.Frame, into, ref at);
            into[at] = word.Marks & 1;
            into[at + 1] = (word.Marks >> 1) & 1;
            for (var type = 0; type < Types; type++) into[at + 2 + type] = word.Sure(type);
        }

        if (buffer.InputMask is { } mask)
            for (var row = 0; row < batch.Rows; row++) Lstm.Multiply(buffer.Input.AsSpan(row * Inputs, Inputs), mask.AsSpan(batch.SentenceOf[row] * Inputs, Inputs));
    }

    private void Put(Parameter table, int row, Span<float> into, ref int at)
    {
        table.In(Parameters.Values).Slice(row * table.Columns, table.Columns).CopyTo(into[at..]);
        at += table.Columns;
    }

    private void Join(TriggerBuffer buffer, float[] ahead, float[] back)
    {
        var (batch, units, joined) = (buffer.Batch, Units, buffer.Joined);
        for (var row = 0; row < batch.Rows; row++)
        {
            var time = batch.InTime[row];
            ahead.AsSpan(time * units, units).CopyTo(joined.AsSpan(row * 2 * units));
            back.AsSpan(batch.Mirror[time] * units, units).CopyTo(joined.AsSpan(((row * 2) + 1) * units));
            if (buffer.JoinedMask is { } mask) Lstm.Multiply(joined.AsSpan(row * 2 * units, 2 * units), mask.AsSpan(batch.SentenceOf[time] * 2 * units, 2 * units));
        }
    }

    /// <summary>Reads the networks that ship, which are asked together; empty where none do.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="directions">Vectors of words.</param>
    /// <exception cref="InvalidDataException">The file holds something else, or is damaged.</exception>
    public static ImmutableArray<TriggerNetwork> Load(DataFolder data, WordDirections directions)
    {
        if (data.Files("claims", ".triggers") is not [var file, ..]) return [];
        using var stream = data.Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var (reader, networks) = (new BlobReader(bytes), ImmutableArray.CreateBuilder<TriggerNetwork>());
        do networks.Add(Read(reader, directions, file));
        while (!reader.IsAtEnd);
        return networks.ToImmutable();
    }

    private static TriggerNetwork Read(BlobReader reader, WordDirections directions, string file)
    {
        if (reader.Left < Head || (uint)reader.Int() != Magic) throw new InvalidDataException($"{file} holds something else than weights of triggers; restore it from the release.");
        var (units, width, count) = (reader.Int(), reader.Int(), reader.Int());
        if (units is <= 0 or > 4096 || units % VectorMath.Lanes != 0 || width != directions.Width || count < 0 || count > reader.Left / sizeof(ulong)) throw new InvalidDataException($"{file} does not go with the word vectors of data/models, or is damaged; restore both from the release.");
        var lemmas = new ulong[count];
        for (var i = 0; i < count; i++) lemmas[i] = BinaryPrimitives.ReadUInt64LittleEndian(reader.Bytes(sizeof(ulong)));
        var network = new TriggerNetwork(directions, units, lemmas);
        foreach (var parameter in network.Parameters.All) RoundedMatrix.Read(reader, parameter.In(network.Parameters.Values), parameter);
        network.Refresh();
        return network;
    }

    /// <summary>Writes the weights, rounded to eight bits.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Units);
        writer.Write(Width);
        writer.Write(_lemmas.Length);
        foreach (var lemma in _lemmas) writer.Write(lemma);
        foreach (var parameter in Parameters.All) RoundedMatrix.Write(writer, parameter.In(Parameters.Values), parameter);
    }
}
