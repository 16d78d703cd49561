namespace Rapporteur.Reading;

/// <summary>What the network of triggers makes of one document, a sentence at a time, each when it is first asked about. Not thread-safe.</summary>
/// <param name="words">The network, and what it takes from words.</param>
/// <param name="scene">The document.</param>
/// <param name="inputs">What the network looks at in it.</param>
internal sealed class TriggerReading(WordProjections words, ClaimScene scene, TriggerInputs inputs)
{
    private const int Types = TriggerNetwork.Types;

    // By sentence, which of the judged words are its own; nothing before it is asked about.
    private readonly (int First, int Count)?[] _judged = new (int, int)?[scene.Document.Sentences.Length];
    private readonly float[] _mean = new float[words.Hidden], _layer = new float[words.Hidden];
    private int[] _tokens = new int[32];
    private float[] _odds = new float[32 * Types];
    private int _count;

    /// <summary>Log-odds by type that a word tells a claim; empty for a word that the network does not judge.</summary>
    /// <param name="token">Index of the token.</param>
    public ReadOnlySpan<float> Of(int token)
    {
        var (first, count) = At(scene.SentenceIndex(token));
        var word = _tokens.AsSpan(first, count).IndexOf(token);
        return word < 0 ? [] : _odds.AsSpan((first + word) * Types, Types);
    }

    /// <summary>The word of a sentence that is likeliest to tell a claim of a type, the first of several, with its log-odds; -1 where no word is judged.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="type">The type.</param>
    public (int Token, float Odds) Likeliest(int sentence, int type)
    {
        var ((first, count), best) = (At(sentence), (-1, float.NegativeInfinity));
        for (var word = first; word < first + count; word++)
            if (_odds[(word * Types) + type] is var odds && odds > best.Item2) best = (_tokens[word], odds);
        return best;
    }

    /// <summary>Words of a sentence that the network judges, in order.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public ReadOnlySpan<int> Words(int sentence)
    {
        var (first, count) = At(sentence);
        return _tokens.AsSpan(first, count);
    }

    /// <summary>Log-odds that some word of the sentence tells a claim of a type: a noisy-or over its words.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="type">The type.</param>
    public double Sentence(int sentence, int type)
    {
        var ((first, count), none) = (At(sentence), 1.0);
        for (var word = first; word < first + count; word++) none /= 1 + Math.Exp(_odds[(word * Types) + type]);
        return Calibration.Odds(1 - none);
    }

    private (int First, int Count) At(int sentence) => _judged[sentence] ??= Judge(sentence);

    private (int First, int Count) Judge(int sentence)
    {
        inputs.Look(sentence);
        var (first, hidden, document) = (_count, words.Hidden, scene.Document);
        if (inputs.Tokens.IsEmpty) return (first, 0);
        Mean();
        for (var word = 0; word < inputs.Tokens.Length; word++)
        {
            _mean.CopyTo(_layer, 0);
            var places = inputs.PlacesOf(word);
            for (var place = 0; place < places.Length; place++)
                if (places[place] >= 0 && words.Of(document, places[place]) is { IsEmpty: false } sums) DenseRows.Add(sums.Slice(place * hidden, hidden), _layer);
            words.Network.Add(inputs.FeaturesOf(word), _layer);
            Room();
            _tokens[_count] = inputs.Tokens[word];
            words.Network.Answer(_layer, _odds.AsSpan(_count++ * Types, Types));
        }

        return (first, _count - first);
    }

    // What the mean of the sentence brings: the sum of what its words bring, divided by the root of their number.
    private void Mean()
    {
        Array.Clear(_mean);
        foreach (var token in inputs.Content)
            if (words.Of(scene.Document, token) is { IsEmpty: false } sums) DenseRows.Add(sums.Slice(TriggerInputs.Places * words.Hidden, words.Hidden), _mean);
        DenseRows.Scale(_mean, 1 / MathF.Sqrt(Math.Max(1, inputs.Content.Length)));
    }

    private void Room()
    {
        if (_count < _tokens.Length) return;
        Array.Resize(ref _tokens, 2 * _count);
        Array.Resize(ref _odds, 2 * _count * Types);
    }
}
