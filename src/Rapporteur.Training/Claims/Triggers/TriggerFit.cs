using System.Numerics;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>One network of triggers while it is trained, by Adam (Kingma and Ba 2015) with decay of weights and dropout.</summary>
internal sealed class TriggerFit
{
    private const int Types = TriggerNetwork.Types;
    private const float FirstBias = -4;

    private readonly TriggerOptions _options;
    private readonly int _width, _units;
    private readonly Weights _dense, _sparse, _output, _bias;
    private readonly bool[] _touched;
    private readonly SeededNumbers _random;
    private readonly SeededOrder _order;
    private readonly float[] _mask;
    private List<int>[] _kept = [];

    /// <summary>Begins at small random numbers.</summary>
    /// <param name="width">Length of a word's vector.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="options">Sizes and rates.</param>
    public TriggerFit(int width, int features, TriggerOptions options)
    {
        (_options, _width, _units) = (options, width, options.Units);
        var seed = (ulong)(options.Seed + 1);
        (_random, _order) = (new(seed), new(seed));
        _dense = new(TriggerNetwork.Vectors * width * _units);
        _sparse = new(features * _units);
        _output = new(Types * _units);
        _bias = new(Types);
        _touched = new bool[features];
        _mask = new float[_units];
        foreach (ref var number in _dense.Values.AsSpan()) number = _random.Around(0.1f);
        foreach (ref var number in _sparse.Values.AsSpan()) number = _random.Around(0.05f);
        foreach (ref var number in _output.Values.AsSpan()) number = _random.Around(0.1f);
        Array.Fill(_bias.Values, FirstBias);
    }

    /// <summary>Weights from vectors to the hidden layer.</summary>
    public float[] Dense => _dense.Values;

    /// <summary>Weights from features to the hidden layer.</summary>
    public float[] Sparse => _sparse.Values;

    /// <summary>Weights from the hidden layer, by type.</summary>
    public float[] Output => _output.Values;

    /// <summary>What each type has to begin with.</summary>
    public float[] Bias => _bias.Values;

    /// <summary>Fits the examples.</summary>
    /// <param name="examples">Sentences.</param>
    /// <param name="rows">Indices of their features, by sentence and word.</param>
    public void Run(IReadOnlyList<TriggerExample> examples, int[][][] rows)
    {
        var places = Enumerable.Range(0, examples.Count).ToArray();
        _kept = new List<int>[rows.Max(words => words.Length)];
        var (step, steps) = (0, _options.Epochs * ((examples.Count + _options.Batch - 1) / _options.Batch));
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _order.Shuffle(places);
            for (var at = 0; at < places.Length; at += _options.Batch)
            {
                for (var i = at; i < Math.Min(places.Length, at + _options.Batch); i++) Learn(examples[places[i]], rows[places[i]]);
                Step(++step, _options.Rate * Math.Min(1, 2 * (1 - (step / (steps + 1f)))));
            }
        }
    }

    // Runs over one sentence, and adds to the gradients what its error asks for.
    private void Learn(TriggerExample example, int[][] features)
    {
        var (words, units) = (example.Words.Length, _units);
        _random.Drop(_mask, _options.Dropped);
        var projected = new float[example.All.Length * units];
        for (var s = 0; s < example.All.Length; s++)
        {
            var (place, vector) = (example.All[s].Place, example.Vectors[example.All[s].Vector]);
            for (var i = 0; i < _width; i++)
                if (vector[i] != 0) AddScaled(vector[i], _dense.Values.AsSpan(((place * _width) + i) * units, units), projected.AsSpan(s * units, units));
        }

        var (layers, told) = (new float[words * units], new float[words * Types]);
        Span<float> none = stackalloc float[Types];
        none.Fill(1);
        var raise = 1 / (1 - _options.Unseen);
        for (var word = 0; word < words; word++)
        {
            var layer = layers.AsSpan(word * units, units);
            var kept = _kept[word] ??= [];
            kept.Clear();
            foreach (var row in features[word])
                if (_random.Share() >= _options.Unseen) kept.Add(row);
            foreach (var row in kept) AddScaled(raise, _sparse.Values.AsSpan(row * units, units), layer);
            foreach (var source in example.Sources[word]) AddScaled(1, projected.AsSpan(source * units, units), layer);
            for (var unit = 0; unit < units; unit++) layer[unit] = layer[unit] > 0 ? layer[unit] * _mask[unit] : 0;
            for (var type = 0; type < Types; type++)
            {
                var p = 1 / (1 + MathF.Exp(-(_bias.Values[type] + DenseRows.Dot(_output.Values.AsSpan(type * units, units), layer))));
                told[(word * Types) + type] = p;
                none[type] *= 1 - p;
            }
        }

        Array.Clear(projected);
        var wanted = false;
        var back = new float[units];
        for (var word = 0; word < words; word++)
        {
            var layer = layers.AsSpan(word * units, units);
            var moved = false;
            Array.Clear(back);
            for (var type = 0; type < Types; type++)
            {
                var p = told[(word * Types) + type];
                var error = example.Holds[type] ? -p * none[type] / Math.Max(1 - none[type], 1e-6f) : p;
                if (MathF.Abs(error) < 1e-4f) continue;
                moved = true;
                _bias.Gradient[type] += error;
                AddScaled(error, layer, _output.Gradient.AsSpan(type * units, units));
                AddScaled(error, _output.Values.AsSpan(type * units, units), back);
            }

            if (!moved) continue;
            wanted = true;
            for (var unit = 0; unit < units; unit++) back[unit] = layer[unit] > 0 ? back[unit] * _mask[unit] : 0;
            foreach (var row in _kept[word])
            {
                _touched[row] = true;
                AddScaled(raise, back, _sparse.Gradient.AsSpan(row * units, units));
            }

            foreach (var source in example.Sources[word]) AddScaled(1, back, projected.AsSpan(source * units, units));
        }

        for (var s = 0; wanted && s < example.All.Length; s++)
        {
            var (place, vector) = (example.All[s].Place, example.Vectors[example.All[s].Vector]);
            for (var i = 0; i < _width; i++)
                if (vector[i] != 0) AddScaled(vector[i], projected.AsSpan(s * units, units), _dense.Gradient.AsSpan(((place * _width) + i) * units, units));
        }
    }

    private void Step(int step, float rate)
    {
        var size = (float)(rate / (1 - Math.Pow(0.9, step)));
        var scale = (float)(1 / (1 - Math.Pow(0.999, step)));
        for (var row = 0; row < _touched.Length; row++)
        {
            if (!_touched[row]) continue;
            _touched[row] = false;
            _sparse.Step(row * _units, _units, size, scale, _options.Decay);
        }

        _dense.Step(0, _dense.Values.Length, size, scale, _options.Decay);
        _output.Step(0, _output.Values.Length, size, scale, _options.Decay);
        _bias.Step(0, Types, size, scale, 0);
    }

    private static void AddScaled(float factor, ReadOnlySpan<float> from, Span<float> into)
    {
        var (factors, i) = (new Vector<float>(factor), 0);
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count) (new Vector<float>(into[i..]) + (factors * new Vector<float>(from[i..]))).CopyTo(into[i..]);
        for (; i < from.Length; i++) into[i] += factor * from[i];
    }

    // Numbers with their gradient and its moments; features that no word had are left as they are.
    private sealed class Weights(int count)
    {
        private readonly float[] _first = new float[count];
        private readonly float[] _second = new float[count];

        public float[] Values { get; } = new float[count];

        public float[] Gradient { get; } = new float[count];

        public void Step(int from, int length, float size, float scale, float decay)
        {
            var w = Values.AsSpan(from, length);
            var g = Gradient.AsSpan(from, length);
            var m = _first.AsSpan(from, length);
            var v = _second.AsSpan(from, length);
            var i = 0;
            for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
            {
                var gradient = new Vector<float>(g[i..]);
                var first = (new Vector<float>(m[i..]) * 0.9f) + (gradient * 0.1f);
                var second = (new Vector<float>(v[i..]) * 0.999f) + (gradient * gradient * 0.001f);
                var value = new Vector<float>(w[i..]);
                (value - (size * ((first / (Vector.SquareRoot(second * scale) + new Vector<float>(1e-6f))) + (value * decay)))).CopyTo(w[i..]);
                first.CopyTo(m[i..]);
                second.CopyTo(v[i..]);
            }

            for (; i < length; i++)
            {
                m[i] = (m[i] * 0.9f) + (g[i] * 0.1f);
                v[i] = (v[i] * 0.999f) + (g[i] * g[i] * 0.001f);
                w[i] -= size * ((m[i] / (MathF.Sqrt(v[i] * scale) + 1e-6f)) + (w[i] * decay));
            }

            g.Clear();
        }
    }
}
