using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>What the network of triggers makes of one document, a sentence at a time, each when it is first asked about. Not thread-safe.</summary>
/// <param name="network">The network.</param>
/// <param name="directions">Vectors of words.</param>
/// <param name="scene">The document.</param>
/// <param name="inputs">What the network looks at in it.</param>
internal sealed class TriggerReading(TriggerNetwork network, WordDirections directions, ClaimScene scene, TriggerInputs inputs)
{
    private readonly Judged?[] _judged = new Judged?[scene.Document.Sentences.Length];
    private readonly List<int> _tokens = [];
    private readonly Dictionary<int, int> _rows = [];
    private readonly float[] _vector = new float[directions.Width];
    private readonly short[] _mean = new short[IntegerKernel.Padded(directions.Width)];
    private readonly Dictionary<int, int> _known = [];
    private short[] _vectors = [];
    private short[] _left = [];
    private float[] _projected = [];

    /// <summary>Log-odds by type that a word tells a claim; empty for a word that the network does not judge.</summary>
    /// <param name="token">Index of the token.</param>
    public ReadOnlySpan<float> Of(int token)
    {
        var judged = At(scene.SentenceIndex(token));
        for (var word = 0; word < judged.Words.Length; word++)
            if (judged.Words[word] == token) return judged.Odds.AsSpan(word * TriggerNetwork.Types, TriggerNetwork.Types);
        return [];
    }

    /// <summary>Words of a sentence that the network judges, in order.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public ImmutableArray<int> Words(int sentence) => At(sentence).Words;

    /// <summary>Log-odds by type that some word of the sentence tells a claim: a noisy-or over its words.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public ImmutableArray<double> Sentence(int sentence) => At(sentence).Whole;

    private Judged At(int sentence) => _judged[sentence] ??= Judge(inputs.Of(sentence));

    private Judged Judge(TriggerSentence sentence)
    {
        var (words, hidden) = (sentence.Words, network.Hidden);
        var sums = new float[words.Length * hidden];
        _known.Clear();
        for (var place = 0; place < TriggerInputs.Places; place++)
        {
            _tokens.Clear();
            _rows.Clear();
            foreach (var word in words)
                if (word.Places[place] is >= 0 and var token && _rows.TryAdd(token, _tokens.Count)) _tokens.Add(token);
            Project(place);
            for (var word = 0; word < words.Length; word++)
                if (words[word].Places[place] is >= 0 and var token) DenseRows.Add(_projected.AsSpan(_rows[token] * IntegerKernel.Columns(hidden), hidden), sums.AsSpan(word * hidden, hidden));
        }

        directions.WriteMean(scene.Document, sentence.Content, _vector);
        Round(_mean);
        network.Project(TriggerInputs.Places, _mean, 1, Room(1));
        var odds = new float[words.Length * TriggerNetwork.Types];
        for (var word = 0; word < words.Length; word++)
        {
            var layer = sums.AsSpan(word * hidden, hidden);
            DenseRows.Add(_projected.AsSpan(0, hidden), layer);
            network.Add(words[word].Features, layer);
            network.Answer(layer, odds.AsSpan(word * TriggerNetwork.Types, TriggerNetwork.Types));
        }

        return new([.. words.Select(word => word.Token)], odds, Or(odds));
    }

    // Puts what a place makes of the vectors of its tokens behind one another.
    private void Project(int place)
    {
        var padded = IntegerKernel.Padded(directions.Width);
        if (_left.Length < _tokens.Count * padded) _left = new short[2 * _tokens.Count * padded];
        for (var row = 0; row < _tokens.Count; row++) Vector(_tokens[row], padded).CopyTo(_left.AsSpan(row * padded));
        network.Project(place, _left, _tokens.Count, Room(_tokens.Count));
    }

    // The rounded vector of a token, worked out once a sentence.
    private Span<short> Vector(int token, int padded)
    {
        if (!_known.TryGetValue(token, out var at))
        {
            _known.Add(token, at = _known.Count);
            if (_vectors.Length < _known.Count * padded) Array.Resize(ref _vectors, 2 * _known.Count * padded);
            directions.Write(scene.Document, token, _vector);
            Round(_vectors.AsSpan(at * padded, padded));
        }

        return _vectors.AsSpan(at * padded, padded);
    }

    private void Round(Span<short> into) => IntegerKernel.Round(_vector, _vector.Length, 1, _vector.Length, IntegerKernel.LeftUnit, into);

    private float[] Room(int rows)
    {
        var columns = IntegerKernel.Columns(network.Hidden);
        if (_projected.Length < rows * columns) _projected = new float[2 * rows * columns];
        return _projected;
    }

    private static ImmutableArray<double> Or(ReadOnlySpan<float> odds)
    {
        var found = ImmutableArray.CreateBuilder<double>(TriggerNetwork.Types);
        for (var type = 0; type < TriggerNetwork.Types; type++)
        {
            var none = 1.0;
            for (var i = type; i < odds.Length; i += TriggerNetwork.Types) none /= 1 + Math.Exp(odds[i]);
            found.Add(Calibration.Odds(1 - none));
        }

        return found.MoveToImmutable();
    }

    private sealed record Judged(ImmutableArray<int> Words, float[] Odds, ImmutableArray<double> Whole);
}
