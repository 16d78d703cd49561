using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>One network of triggers while it is trained (back-propagation through time, Adam, dropout by sentence).</summary>
internal sealed class TriggerFit
{
    private const int Types = TriggerNetwork.Types, Lanes = TriggerNetwork.Lanes;
    private const float FirstBias = -4;

    private readonly TriggerNetwork _network;
    private readonly TriggerOptions _options;
    private readonly SeededNumbers _random;
    private readonly SeededOrder _order;
    private readonly Adam _adam;
    private readonly LstmGradient[] _layers;
    private readonly DenseGradient _answers;
    private readonly GradientScratch _scratch = new();
    private readonly TriggerBuffer _buffer = new();
    private readonly float[] _gradient;
    private float[] _joined = [], _back = [], _input = [], _inputs = [];

    /// <summary>Begins at small random numbers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Sizes and rates.</param>
    public TriggerFit(TriggerNetwork network, TriggerOptions options)
    {
        (_network, _options, _gradient) = (network, options, new float[network.Parameters.Count]);
        var seed = (ulong)(options.Seed + 1);
        (_random, _order, _adam) = (new(seed), new(seed), new(network.Parameters));
        _layers = [.. network.Layers.Select(layer => new LstmGradient(layer))];
        _answers = new(network.Answers.Weights, network.Answers.Bias);
        var values = network.Parameters.Values;
        foreach (var parameter in network.Parameters.All)
        {
            var limit = parameter == network.Lemmas || parameter == network.Frames || parameter.Rows == 1 ? 0 : parameter.Columns <= TriggerNetwork.Relation ? 0.3f : parameter == network.Answers.Weights ? 0.1f : MathF.Sqrt(1f / parameter.Rows);
            foreach (ref var value in parameter.In(values)) value = _random.Around(limit);
        }

        foreach (var layer in network.Layers) layer.Bias.In(values).Slice(layer.Units, layer.Units).Fill(1);
        network.Answers.Bias.In(values).Fill(FirstBias);
    }

    /// <summary>Fits the examples.</summary>
    /// <param name="examples">Sentences, none of them empty.</param>
    public void Run(IReadOnlyList<TriggerExample> examples)
    {
        var places = Enumerable.Range(0, examples.Count).ToArray();
        var (step, steps) = (0, _options.Epochs * ((examples.Count + _options.Batch - 1) / _options.Batch));
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _order.Shuffle(places);
            foreach (var some in places.Chunk(_options.Batch))
            {
                Learn([.. some.Select(place => examples[place]).OrderByDescending(example => example.Words.Length)]);
                _adam.Step(_gradient, _options.Rate * Math.Min(1, 2 * (1 - (++step / (steps + 1.0)))));
                Array.Clear(_gradient);
            }
        }

        _adam.Mean.CopyTo(_network.Parameters.Values, 0);
        _network.Refresh();
    }

    // Runs over sentences, and adds to the gradient what their errors ask for.
    private void Learn(TriggerExample[] examples)
    {
        _network.Refresh();
        foreach (var layer in _layers) layer.Refresh(_network.Parameters.Values);
        _answers.Refresh(_network.Parameters.Values);
        _buffer.Begin([.. examples.Select(example => Array.ConvertAll(example.Words, Hide))], _network);
        var (batch, width, units) = (_buffer.Batch, _network.Inputs, _network.Units);
        _random.Drop(_buffer.InputMask = new float[examples.Length * width], _options.Dropped / 2);
        _random.Drop(_buffer.JoinedMask = new float[examples.Length * 2 * units], _options.Dropped);
        _network.Run(_buffer);
        for (var s = 0; s < examples.Length; s++) Errors(examples[s], _buffer.Odds.AsSpan(batch.SentenceStart[s] * Lanes, batch.Lengths[s] * Lanes), 1f / examples.Length);
        var joined = Scratch.Room(ref _joined, batch.Rows * 2 * units);
        _answers.Run(_buffer.Joined, 2 * units, _buffer.Odds, batch.Rows, _gradient, joined, 2 * units, add: false, _scratch);
        var inputs = Scratch.Room(ref _inputs, batch.Rows * width);
        inputs.AsSpan(0, batch.Rows * width).Clear();
        for (var direction = 0; direction < 2; direction++) Direction(direction, joined, inputs);
        Embeddings(inputs);
    }

    // A word that is not seen keeps its tag and its place; what frames drafted there is hidden apart from it.
    private TriggerWord Hide(TriggerWord word)
    {
        if (_random.Share() < _options.Unseen) word = word with { Vector = -1, Lemma = 0 };
        return word.Drafted != 0 && _random.Share() < _options.Undrafted ? word with { Drafted = 0, Frame = 0 } : word;
    }

    // Log-odds become the gradient of the loss.
    private static void Errors(TriggerExample example, Span<float> odds, float weight)
    {
        Span<float> none = stackalloc float[Types];
        none.Fill(1);
        for (var at = 0; at < odds.Length; at += Lanes)
            for (var type = 0; type < Types; type++)
            {
                var p = odds[at + type] = example.Words[at / Lanes].MayTell ? 1 / (1 + MathF.Exp(-odds[at + type])) : 0;
                none[type] *= 1 - p;
            }

        for (var at = 0; at < odds.Length; at += Lanes)
        {
            for (var type = 0; type < Types; type++)
            {
                var p = odds[at + type];
                odds[at + type] = weight * (example.Holds[type] ? -p * none[type] / Math.Max(1 - none[type], 1e-6f) : p);
            }

            odds[at + Types] = 0;
        }
    }

    private void Direction(int direction, float[] joined, float[] inputs)
    {
        var (batch, width, units) = (_buffer.Batch, _network.Inputs, _network.Units);
        var back = Scratch.Room(ref _back, batch.Rows * units);
        for (var row = 0; row < batch.Rows; row++)
        {
            var time = batch.InTime[row];
            var from = joined.AsSpan(((row * 2) + direction) * units, units);
            Lstm.Multiply(from, _buffer.JoinedMask.AsSpan(((batch.SentenceOf[time] * 2) + direction) * units, units));
            from.CopyTo(back.AsSpan((direction == 0 ? time : batch.Mirror[time]) * units));
        }

        var input = Scratch.Room(ref _input, batch.Rows * width);
        _layers[direction].Run(batch, _buffer.Traces[direction], back, null, _gradient, input, _scratch);
        for (var row = 0; row < batch.Rows; row++)
            DenseRows.Add(input.AsSpan((direction == 0 ? row : batch.Mirror[row]) * width, width), inputs.AsSpan(row * width, width));
    }

    private void Embeddings(float[] inputs)
    {
        var (batch, width) = (_buffer.Batch, _network.Inputs);
        for (var row = 0; row < batch.Rows; row++)
        {
            var (word, time) = (_buffer.Words[row], batch.InTime[row]);
            var from = inputs.AsSpan(time * width, width);
            Lstm.Multiply(from, _buffer.InputMask.AsSpan(batch.SentenceOf[time] * width, width));
            if (_buffer.Lemmas[row] is >= 0 and var lemma) DenseRows.Add(from[.._network.Width], _network.Lemmas.In(_gradient).Slice(lemma * _network.Width, _network.Width));
            var at = _network.Width;
            Take(_network.Parts, word.Part, from, ref at);
            Take(_network.Relations, word.Relation, from, ref at);
            Take(_network.Actors, word.Actor, from, ref at);
            Take(_network.Voices, word.Voice, from, ref at);
            if (word.Frame > 0) Take(_network.Frames, word.Frame, from, ref at);
        }
    }

    private void Take(Parameter table, int row, ReadOnlySpan<float> from, ref int at)
    {
        DenseRows.Add(from.Slice(at, table.Columns), table.In(_gradient).Slice(row * table.Columns, table.Columns));
        at += table.Columns;
    }
}
