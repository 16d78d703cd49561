namespace Rapporteur.Reading;

/// <summary>What the network of triggers makes of one document. Not thread-safe.</summary>
internal sealed class TriggerReading
{
    private const int Types = TriggerNetwork.Types;

    // Sentences that are read together, so that memory stays bounded.
    private const int MostSentences = 32;

    private readonly ClaimScene _scene;
    private readonly float[] _odds;
    private readonly bool[] _tells;
    // By sentence and type, what was asked already; not a number where it was not.
    private readonly double[] _sentences;

    /// <summary>Reads a document.</summary>
    /// <param name="reader">The network.</param>
    /// <param name="scene">The document.</param>
    /// <param name="inputs">What the network looks at in it.</param>
    /// <param name="reads">Whether a sentence may give claims; no other is read.</param>
    public TriggerReading(TriggerReader reader, ClaimScene scene, TriggerInputs inputs, Func<Sentence, bool> reads)
    {
        var sentences = scene.Document.Sentences;
        (_odds, _scene, _tells, _sentences) = (new float[scene.Tokens.Length * Types], scene, new bool[scene.Tokens.Length], new double[sentences.Length * Types]);
        Array.Fill(_sentences, double.NaN);
        var waiting = Enumerable.Range(0, sentences.Length).Where(s => sentences[s].EndToken > sentences[s].FirstToken && reads(sentences[s])).OrderByDescending(s => sentences[s].EndToken - sentences[s].FirstToken);
        foreach (var some in waiting.Chunk(MostSentences)) reader.Read(Array.ConvertAll(some, s => inputs.Of(sentences[s])), buffer => Take(buffer, some));
    }

    private void Take(TriggerBuffer buffer, int[] sentences)
    {
        for (var i = 0; i < sentences.Length; i++)
        {
            var (first, from) = (_scene.Document.Sentences[sentences[i]].FirstToken, buffer.Batch.SentenceStart[i]);
            for (var t = 0; t < buffer.Batch.Lengths[i]; t++)
                if (_tells[first + t] = buffer.Words[from + t].MayTell) buffer.Odds.AsSpan((from + t) * TriggerNetwork.Lanes, Types).CopyTo(_odds.AsSpan((first + t) * Types));
        }
    }

    /// <summary>Log-odds by type that a word tells a claim; empty for a word that may tell none.</summary>
    /// <param name="token">Index of the token.</param>
    public ReadOnlySpan<float> Of(int token) => _tells[token] ? _odds.AsSpan(token * Types, Types) : [];

    /// <summary>The word of a sentence that is likeliest to tell a claim of a type, the first of several, with its log-odds; -1 where no word may.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="type">The type.</param>
    public (int Token, float Odds) Likeliest(int sentence, int type)
    {
        var best = (Token: -1, Odds: float.NegativeInfinity);
        var of = _scene.Document.Sentences[sentence];
        for (var t = of.FirstToken; t < of.EndToken; t++)
            if (_odds[(t * Types) + type] is var odds && odds > best.Odds && _tells[t]) best = (t, odds);
        return best;
    }

    /// <summary>Log-odds that some word of the sentence tells a claim of a type: a noisy-or over its words.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="type">The type.</param>
    public double Sentence(int sentence, int type)
    {
        ref var known = ref _sentences[(sentence * Types) + type];
        if (double.IsNaN(known)) known = WorkedOut(sentence, type);
        return known;
    }

    private double WorkedOut(int sentence, int type)
    {
        var none = 1.0;
        var of = _scene.Document.Sentences[sentence];
        for (var t = of.FirstToken; t < of.EndToken; t++)
            if (_tells[t]) none /= 1 + Math.Exp(_odds[(t * Types) + type]);
        return Calibration.Odds(1 - none);
    }
}
