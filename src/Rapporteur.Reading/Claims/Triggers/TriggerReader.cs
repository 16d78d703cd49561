using System.Collections.Concurrent;

namespace Rapporteur.Reading;

/// <summary>The network of triggers as it reads. Its gates add up what they see of a word, so what each word, tag, relation, name and attribution brings to them is worked out once, and kept for the words that were met last. Thread-safe.</summary>
internal sealed class TriggerReader
{
    private const int Slots = 4096, Directions = 2;

    private readonly PackedMatrix[] _fromWords = [new(), new()];
    private readonly ConcurrentBag<TriggerBuffer> _buffers = [];
    // Two words of one slot drive each other out; whoever finds the other's works its own out again.
    private readonly Projection?[] _kept = new Projection?[Slots];
    // By table and row, what it brings to the gates of both directions; the biases are with the words.
    private readonly float[] _parts, _relations, _actors, _voices, _frames, _marks, _drafted;
    private readonly int _gates;

    /// <summary>Takes a network that has learned.</summary>
    /// <param name="network">The network.</param>
    public TriggerReader(TriggerNetwork network)
    {
        (Network, _gates) = (network, 4 * network.Units);
        var (values, at) = (network.Parameters.Values, network.Width);
        for (var direction = 0; direction < Directions; direction++) _fromWords[direction].Pack(network.Layers[direction].Input.In(values)[..(network.Width * _gates)], network.Width, _gates, _gates, 1);
        _parts = Table(network.Parts.In(values), network.Parts.Columns, ref at);
        _relations = Table(network.Relations.In(values), network.Relations.Columns, ref at);
        _actors = Table(network.Actors.In(values), network.Actors.Columns, ref at);
        _voices = Table(network.Voices.In(values), network.Voices.Columns, ref at);
        _frames = Table(network.Frames.In(values), network.Frames.Columns, ref at);
        _marks = Table([0, 0, 1, 0, 0, 1, 1, 1], 2, ref at);
        _drafted = Table(Diagonal(TriggerNetwork.Types), TriggerNetwork.Types, ref at);
    }

    /// <summary>The network.</summary>
    public TriggerNetwork Network { get; }

    /// <summary>Reads sentences and hands their log-odds to whoever asked.</summary>
    /// <param name="sentences">Their words, the longest sentence first; none is empty.</param>
    /// <param name="take">Is given what was made of them, for as long as it runs.</param>
    public void Read(TriggerWord[][] sentences, Action<TriggerBuffer> take)
    {
        if (!_buffers.TryTake(out var buffer)) buffer = new();
        buffer.Begin(sentences, Network);
        for (var direction = 0; direction < Directions; direction++)
        {
            var trace = buffer.Traces[direction];
            trace.Begin(buffer.Batch.Rows, Network.Units);
            Open(buffer, direction);
            Network.Layers[direction].Continue(buffer.Batch, trace, null);
        }

        Network.Answer(buffer);
        take(buffer);
        _buffers.Add(buffer);
    }

    private void Open(TriggerBuffer buffer, int direction)
    {
        var batch = buffer.Batch;
        for (var row = 0; row < batch.Rows; row++)
        {
            var word = buffer.Words[row];
            var time = direction == 0 ? batch.InTime[row] : batch.Mirror[batch.InTime[row]];
            var gates = buffer.Traces[direction].Gates.AsSpan(time * _gates, _gates);
            Of(word.Vector, buffer.Lemmas[row]).AsSpan(direction * _gates, _gates).CopyTo(gates);
            DenseRows.Add(Row(_parts, word.Part, direction), gates);
            DenseRows.Add(Row(_relations, word.Relation, direction), gates);
            DenseRows.Add(Row(_actors, word.Actor, direction), gates);
            DenseRows.Add(Row(_voices, word.Voice, direction), gates);
            if (word.Frame > 0) DenseRows.Add(Row(_frames, word.Frame, direction), gates);
            if (word.Seen > 0) DenseRows.Add(Row(_marks, word.Seen, direction), gates);
            for (var type = 0; word.Drafted != 0 && type < TriggerNetwork.Types; type++)
                if (word.Sure(type) is > 0 and var sure) DenseRows.AddTimes(Row(_drafted, type, direction), sure, gates);
        }
    }

    private ReadOnlySpan<float> Row(float[] table, int row, int direction) => table.AsSpan(((row * Directions) + direction) * _gates, _gates);

    // What a word brings to the gates of both directions, with their biases.
    private float[] Of(int vector, int lemma)
    {
        ref var slot = ref _kept[(uint)((vector * 31) + lemma) % Slots];
        var kept = Volatile.Read(ref slot);
        if (kept?.Vector != vector || kept.Lemma != lemma) Volatile.Write(ref slot, kept = new(vector, lemma, Project(vector, lemma)));
        return kept.Gates;
    }

    private float[] Project(int vector, int lemma)
    {
        var (input, gates) = (new float[Network.Width], new float[Directions * _gates]);
        Network.Write(vector, lemma, input);
        for (var direction = 0; direction < Directions; direction++)
        {
            var into = gates.AsSpan(direction * _gates, _gates);
            Network.Layers[direction].Bias.In(Network.Parameters.Values).CopyTo(into);
            Gemm.Multiply(input, 0, Network.Width, 1, 1, _fromWords[direction], gates, direction * _gates, _gates, add: true);
        }

        return gates;
    }

    private static float[] Diagonal(int size)
    {
        var rows = new float[size * size];
        for (var i = 0; i < size; i++) rows[(i * size) + i] = 1;
        return rows;
    }

    // Rows times the part of both input matrices that begins at a place of the input.
    private float[] Table(ReadOnlySpan<float> rows, int columns, ref int at)
    {
        var from = rows.ToArray();
        var table = new float[rows.Length / columns * Directions * _gates];
        var packed = new PackedMatrix();
        for (var direction = 0; direction < Directions; direction++)
        {
            packed.Pack(Network.Layers[direction].Input.In(Network.Parameters.Values).Slice(at * _gates, columns * _gates), columns, _gates, _gates, 1);
            Gemm.Multiply(from, 0, columns, 1, rows.Length / columns, packed, table, direction * _gates, Directions * _gates, add: false);
        }

        at += columns;
        return table;
    }

    private sealed record Projection(int Vector, int Lemma, float[] Gates);
}
