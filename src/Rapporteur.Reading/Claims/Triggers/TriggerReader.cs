using System.Collections.Concurrent;

namespace Rapporteur.Reading;

/// <summary>The network of triggers as it reads. Its gates add up what they see of a word, so what each word, tag, relation, name and attribution brings to them is worked out once, and kept for the words that were met last. Thread-safe.</summary>
internal sealed class TriggerReader
{
    private const int Slots = 4096, Directions = 2;

    private readonly PackedMatrix[] _fromWords = [new(), new()];
    private readonly LstmReader[] _layers;
    private readonly ConcurrentBag<TriggerBuffer> _buffers = [];
    // Two words of one slot drive each other out; whoever finds the other's works its own out again.
    private readonly WordProjection?[] _kept = new WordProjection?[Slots];
    // Row by row, what a part of speech, a relation and all else beside the word brings to the gates of both directions, and where each kind begins; the biases are with the words.
    private readonly float[] _brought;
    private readonly int _parts, _relations, _actors, _voices, _frames, _marks, _drafted;
    private readonly int _gates;

    /// <summary>Takes a network that has learned.</summary>
    /// <param name="network">The network.</param>
    public TriggerReader(TriggerNetwork network)
    {
        (Network, _gates) = (network, 4 * network.Units);
        var (values, at) = (network.Parameters.Values, network.Width);
        for (var direction = 0; direction < Directions; direction++) _fromWords[direction].Pack(network.Layers[direction].Input.In(values)[..(network.Width * _gates)], network.Width, _gates, _gates, 1);
        _layers = Array.ConvertAll(network.Layers, layer => new LstmReader(layer, values));
        var brought = new List<float[]>();
        _parts = Add(network.Parts.In(values), network.Parts.Columns);
        _relations = Add(network.Relations.In(values), network.Relations.Columns);
        _actors = Add(network.Actors.In(values), network.Actors.Columns);
        _voices = Add(network.Voices.In(values), network.Voices.Columns);
        _frames = Add(network.Frames.In(values), network.Frames.Columns);
        _marks = Add([0, 0, 1, 0, 0, 1, 1, 1], 2);
        _drafted = Add(Diagonal(TriggerNetwork.Types), TriggerNetwork.Types);
        _brought = [.. brought.SelectMany(table => table)];

        int Add(ReadOnlySpan<float> rows, int columns)
        {
            var start = brought.Sum(table => table.Length);
            brought.Add(Table(rows, columns, at));
            at += columns;
            return start;
        }
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
        Find(buffer);
        for (var direction = 0; direction < Directions; direction++)
        {
            buffer.Works[direction].Begin(buffer.Batch, Network.Units);
            Open(buffer, direction);
            _layers[direction].Run(buffer.Batch, buffer.Works[direction]);
        }

        Network.Answer(buffer, buffer.Works[0].Output, buffer.Works[1].Output);
        take(buffer);
        _buffers.Add(buffer);
    }

    // What every word brings, whether it is kept or has to be worked out; what is new is worked out together.
    private void Find(TriggerBuffer buffer)
    {
        buffer.Fresh.Clear();
        for (var row = 0; row < buffer.Batch.Rows; row++)
        {
            var (vector, lemma) = (buffer.Words[row].Vector, buffer.Lemmas[row]);
            ref var slot = ref _kept[(uint)((vector * 31) + lemma) % Slots];
            var kept = Volatile.Read(ref slot);
            if (kept?.Vector != vector || kept.Lemma != lemma)
            {
                buffer.Fresh.Add(kept = new(vector, lemma, new float[Directions * _gates]));
                Volatile.Write(ref slot, kept);
            }

            buffer.Projections[row] = kept;
        }

        Project(buffer);
    }

    private void Open(TriggerBuffer buffer, int direction)
    {
        var (batch, shift) = (buffer.Batch, direction * _gates);
        Span<int> rows = stackalloc int[6];
        for (var row = 0; row < batch.Rows; row++)
        {
            var word = buffer.Words[row];
            var time = direction == 0 ? batch.InTime[row] : batch.Mirror[batch.InTime[row]];
            var gates = buffer.Works[direction].Gates.AsSpan(time * _gates, _gates);
            (rows[0], rows[1], rows[2], rows[3]) = (Row(_parts, word.Part) + shift, Row(_relations, word.Relation) + shift, Row(_actors, word.Actor) + shift, Row(_voices, word.Voice) + shift);
            var count = 4;
            if (word.Frame > 0) rows[count++] = Row(_frames, word.Frame) + shift;
            if (word.Seen > 0) rows[count++] = Row(_marks, word.Seen) + shift;
            DenseRows.Sum(buffer.Projections[row].Gates.AsSpan(shift, _gates), _brought, rows[..count], gates);
            for (var type = 0; word.Drafted != 0 && type < TriggerNetwork.Types; type++)
                if (word.Sure(type) is > 0 and var sure) DenseRows.AddTimes(_brought.AsSpan(Row(_drafted, type) + shift, _gates), sure, gates);
        }
    }

    private int Row(int table, int row) => table + (row * Directions * _gates);

    // What words bring to the gates of both directions, with their biases.
    private void Project(TriggerBuffer buffer)
    {
        var (fresh, width, all) = (buffer.Fresh, Network.Width, Directions * _gates);
        var (input, gates) = buffer.BeginWords(fresh.Count * width, fresh.Count * all);
        for (var i = 0; i < fresh.Count; i++) Network.Write(fresh[i].Vector, fresh[i].Lemma, input.AsSpan(i * width, width));
        for (var direction = 0; direction < Directions; direction++)
        {
            for (var i = 0; i < fresh.Count; i++) Network.Layers[direction].Bias.In(Network.Parameters.Values).CopyTo(gates.AsSpan((i * all) + (direction * _gates)));
            Gemm.Multiply(input, 0, width, 1, fresh.Count, _fromWords[direction], gates, direction * _gates, all, add: true);
        }

        for (var i = 0; i < fresh.Count; i++) gates.AsSpan(i * all, all).CopyTo(fresh[i].Gates);
    }

    private static float[] Diagonal(int size)
    {
        var rows = new float[size * size];
        for (var i = 0; i < size; i++) rows[(i * size) + i] = 1;
        return rows;
    }

    // Rows times the part of both input matrices that begins at a place of the input.
    private float[] Table(ReadOnlySpan<float> rows, int columns, int at)
    {
        var from = rows.ToArray();
        var table = new float[rows.Length / columns * Directions * _gates];
        var packed = new PackedMatrix();
        for (var direction = 0; direction < Directions; direction++)
        {
            packed.Pack(Network.Layers[direction].Input.In(Network.Parameters.Values).Slice(at * _gates, columns * _gates), columns, _gates, _gates, 1);
            Gemm.Multiply(from, 0, columns, 1, rows.Length / columns, packed, table, direction * _gates, Directions * _gates, add: false);
        }

        return table;
    }
}

/// <summary>What a word brings to the gates of both directions.</summary>
/// <param name="Vector">Row of its vector; -1 for none.</param>
/// <param name="Lemma">Row of what was learned of its lemma; -1 for none.</param>
/// <param name="Gates">The numbers of one direction after those of the other.</param>
internal sealed record WordProjection(int Vector, int Lemma, float[] Gates);
