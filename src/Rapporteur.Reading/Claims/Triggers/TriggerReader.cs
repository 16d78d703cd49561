using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>The networks of triggers as they read, whose log-odds are averaged: they began at different random numbers, and where they err they err differently (Hansen and Salamon 1990). Their gates add up what they see of a word, so what each word, tag, relation, name and attribution brings to them is worked out once, and kept for the words that were met last. Thread-safe.</summary>
internal sealed class TriggerReader
{
    private const int Slots = 4096, Directions = 2;

    // By network, one direction after the other.
    private readonly PackedMatrix[] _fromWords;
    private readonly LstmReader[] _layers;
    private readonly ConcurrentBag<TriggerBuffer> _buffers = [];
    // Two words of one slot drive each other out; whoever finds the other's works its own out again.
    private readonly WordProjection?[] _kept = new WordProjection?[Slots];
    // Row by row, what a part of speech, a relation and all else beside the word brings to the gates of all networks, and where each kind begins; the biases are with the words.
    private readonly float[] _brought;
    private readonly int _parts, _relations, _actors, _voices, _frames, _marks, _drafted;
    // Gates of a direction of a network, and of all of them together.
    private readonly int _gates, _all;

    /// <summary>Takes networks that have learned.</summary>
    /// <param name="networks">The networks, at least one, all alike.</param>
    /// <exception cref="InvalidDataException">They are not alike.</exception>
    public TriggerReader(params ImmutableArray<TriggerNetwork> networks)
    {
        var first = networks[0];
        if (networks.Any(network => !network.IsLike(first))) throw new InvalidDataException("The networks of triggers were not trained together; restore data/claims from the release.");
        (Networks, _gates, _all) = (networks, 4 * first.Units, networks.Length * Directions * 4 * first.Units);
        _fromWords = [.. Layers(networks).Select(layer => new PackedMatrix().Pack(layer.Layer.Input.In(layer.Values)[..(first.Width * _gates)], first.Width, _gates, _gates, 1))];
        _layers = [.. Layers(networks).Select(layer => new LstmReader(layer.Layer, layer.Values))];
        var (brought, at) = (new List<float[]>(), first.Width);
        _parts = Add(network => network.Parts.In(network.Parameters.Values).ToArray(), first.Parts.Columns);
        _relations = Add(network => network.Relations.In(network.Parameters.Values).ToArray(), first.Relations.Columns);
        _actors = Add(network => network.Actors.In(network.Parameters.Values).ToArray(), first.Actors.Columns);
        _voices = Add(network => network.Voices.In(network.Parameters.Values).ToArray(), first.Voices.Columns);
        _frames = Add(network => network.Frames.In(network.Parameters.Values).ToArray(), first.Frames.Columns);
        _marks = Add(_ => [0, 0, 1, 0, 0, 1, 1, 1], 2);
        _drafted = Add(_ => Diagonal(TriggerNetwork.Types), TriggerNetwork.Types);
        _brought = [.. brought.SelectMany(table => table)];

        int Add(Func<TriggerNetwork, float[]> rows, int columns)
        {
            var start = brought.Sum(table => table.Length);
            brought.Add(Table(rows, columns, at));
            at += columns;
            return start;
        }
    }

    /// <summary>The networks.</summary>
    public ImmutableArray<TriggerNetwork> Networks { get; }

    private static IEnumerable<(Lstm Layer, float[] Values)> Layers(ImmutableArray<TriggerNetwork> networks) => networks.SelectMany(network => network.Layers.Select(layer => (layer, network.Parameters.Values)));

    /// <summary>Reads sentences and hands their log-odds to whoever asked.</summary>
    /// <param name="sentences">Their words, the longest sentence first; none is empty.</param>
    /// <param name="take">Is given what was made of them, for as long as it runs.</param>
    public void Read(TriggerWord[][] sentences, Action<TriggerBuffer> take)
    {
        if (!_buffers.TryTake(out var buffer)) buffer = new();
        buffer.Begin(sentences, Networks[0], _layers.Length);
        Find(buffer);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            buffer.Works[layer].Begin(buffer.Batch, Networks[0].Units);
            Open(buffer, layer);
            _layers[layer].Run(buffer.Batch, buffer.Works[layer]);
        }

        Answer(buffer);
        take(buffer);
        _buffers.Add(buffer);
    }

    // The mean of what the networks say.
    private void Answer(TriggerBuffer buffer)
    {
        var numbers = buffer.Batch.Rows * TriggerNetwork.Lanes;
        for (var i = 0; i < Networks.Length; i++)
        {
            Networks[i].Answer(buffer, buffer.Works[Directions * i].Output, buffer.Works[(Directions * i) + 1].Output);
            if (Networks.Length > 1) buffer.Gather(numbers, first: i == 0);
        }

        if (Networks.Length > 1) buffer.Spread(numbers, 1f / Networks.Length);
    }

    // What every word brings, whether it is kept or has to be worked out; what is new is worked out together, and others see it only then.
    private void Find(TriggerBuffer buffer)
    {
        buffer.Fresh.Clear();
        for (var row = 0; row < buffer.Batch.Rows; row++)
        {
            var (vector, lemma) = (buffer.Words[row].Vector, buffer.Lemmas[row]);
            var kept = Volatile.Read(ref _kept[Slot(vector, lemma)]);
            if ((kept?.Vector != vector || kept.Lemma != lemma) && !buffer.Fresh.TryGetValue((vector, lemma), out kept)) buffer.Fresh.Add((vector, lemma), kept = new(vector, lemma, new float[_all]));
            buffer.Projections[row] = kept;
        }

        if (buffer.Fresh.Count == 0) return;
        WordProjection[] fresh = [.. buffer.Fresh.Values];
        Project(buffer, fresh);
        foreach (var word in fresh) Volatile.Write(ref _kept[Slot(word.Vector, word.Lemma)], word);
    }

    private static uint Slot(int vector, int lemma) => (uint)((vector * 31) + lemma) % Slots;

    private void Open(TriggerBuffer buffer, int layer)
    {
        var (batch, shift) = (buffer.Batch, layer * _gates);
        Span<int> rows = stackalloc int[6];
        for (var row = 0; row < batch.Rows; row++)
        {
            var word = buffer.Words[row];
            var time = layer % Directions == 0 ? batch.InTime[row] : batch.Mirror[batch.InTime[row]];
            var gates = buffer.Works[layer].Gates.AsSpan(time * _gates, _gates);
            (rows[0], rows[1], rows[2], rows[3]) = (Row(_parts, word.Part) + shift, Row(_relations, word.Relation) + shift, Row(_actors, word.Actor) + shift, Row(_voices, word.Voice) + shift);
            var count = 4;
            if (word.Frame > 0) rows[count++] = Row(_frames, word.Frame) + shift;
            if (word.Seen > 0) rows[count++] = Row(_marks, word.Seen) + shift;
            DenseRows.Sum(buffer.Projections[row].Gates.AsSpan(shift, _gates), _brought, rows[..count], gates);
            for (var type = 0; word.Drafted != 0 && type < TriggerNetwork.Types; type++)
                if (word.Sure(type) is > 0 and var sure) DenseRows.AddTimes(_brought.AsSpan(Row(_drafted, type) + shift, _gates), sure, gates);
        }
    }

    private int Row(int table, int row) => table + (row * _all);

    // What words bring to the gates of all networks, with their biases.
    private void Project(TriggerBuffer buffer, WordProjection[] fresh)
    {
        var width = Networks[0].Width;
        var (input, gates) = buffer.BeginWords(fresh.Length * width, fresh.Length * _all);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var network = Networks[layer / Directions];
            if (layer % Directions == 0)
                for (var i = 0; i < fresh.Length; i++) network.Write(fresh[i].Vector, fresh[i].Lemma, input.AsSpan(i * width, width));
            var bias = network.Layers[layer % Directions].Bias.In(network.Parameters.Values);
            for (var i = 0; i < fresh.Length; i++) bias.CopyTo(gates.AsSpan((i * _all) + (layer * _gates)));
            Gemm.Multiply(input, 0, width, 1, fresh.Length, _fromWords[layer], gates, layer * _gates, _all, add: true);
        }

        for (var i = 0; i < fresh.Length; i++) gates.AsSpan(i * _all, _all).CopyTo(fresh[i].Gates);
    }

    private static float[] Diagonal(int size)
    {
        var rows = new float[size * size];
        for (var i = 0; i < size; i++) rows[(i * size) + i] = 1;
        return rows;
    }

    // Rows times the part of all input matrices that begins at a place of the input.
    private float[] Table(Func<TriggerNetwork, float[]> rows, int columns, int at)
    {
        var count = rows(Networks[0]).Length / columns;
        var (table, packed) = (new float[count * _all], new PackedMatrix());
        foreach (var (i, (layer, values)) in Layers(Networks).Index())
        {
            packed.Pack(layer.Input.In(values).Slice(at * _gates, columns * _gates), columns, _gates, _gates, 1);
            Gemm.Multiply(rows(Networks[i / Directions]), 0, columns, 1, count, packed, table, i * _gates, _all, add: false);
        }

        return table;
    }
}

/// <summary>What a word brings to the gates of all networks.</summary>
/// <param name="Vector">Row of its vector; -1 for none.</param>
/// <param name="Lemma">Row of what was learned of its lemma; -1 for none.</param>
/// <param name="Gates">The numbers of one direction after those of the other, network by network.</param>
internal sealed record WordProjection(int Vector, int Lemma, float[] Gates);
