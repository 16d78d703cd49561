namespace Rapporteur.Reading;

/// <summary>Sentences that <see cref="TriggerNetwork"/> reads together, and what it makes of them. One a thread; used again.</summary>
internal sealed class TriggerBuffer
{
    private float[] _input = [], _joined = [], _odds = [];

    /// <summary>How the sentences lie; the longest is the first.</summary>
    public SentenceBatch Batch { get; private set; } = new([]);

    /// <summary>Their words, in order of sentences.</summary>
    public TriggerWord[] Words { get; private set; } = [];

    /// <summary>By word, the row of what was learned of its lemma; -1 for none.</summary>
    public int[] Lemmas { get; private set; } = [];

    /// <summary>Both directions, in their own order of time.</summary>
    public LstmTrace[] Traces { get; } = [new(), new()];

    /// <summary>Factors on the input, by sentence; null for none.</summary>
    public float[]? InputMask { get; set; }

    /// <summary>Factors on what both directions hand on, by sentence; null for none.</summary>
    public float[]? JoinedMask { get; set; }

    /// <summary>The input, in order of time.</summary>
    public float[] Input => _input;

    /// <summary>What both directions say of a word, in order of sentences.</summary>
    public float[] Joined => _joined;

    /// <summary>Log-odds by type, in order of sentences, <see cref="TriggerNetwork.Lanes"/> numbers a word.</summary>
    public float[] Odds => _odds;

    /// <summary>Takes sentences.</summary>
    /// <param name="sentences">Their words, the longest sentence first; none is empty.</param>
    /// <param name="network">Who will read them.</param>
    public void Begin(IReadOnlyList<TriggerWord[]> sentences, TriggerNetwork network)
    {
        Batch = new([.. sentences.Select(words => words.Length)]);
        Words = [.. sentences.SelectMany(words => words)];
        Lemmas = Array.ConvertAll(Words, word => network.Row(word.Lemma));
        Scratch.Room(ref _joined, Batch.Rows * 2 * network.Units);
        Scratch.Room(ref _odds, Batch.Rows * TriggerNetwork.Lanes);
    }

    /// <summary>Makes room for the input.</summary>
    /// <param name="network">Who will read it.</param>
    public void BeginInput(TriggerNetwork network) => Scratch.Room(ref _input, Batch.Rows * network.Inputs);
}
