namespace Rapporteur.Reading;

/// <summary>Sentences that <see cref="TriggerNetwork"/> reads together, and what it makes of them. One a thread; used again.</summary>
internal sealed class TriggerBuffer
{
    private float[] _input = [], _joined = [], _odds = [], _wordInput = [], _wordGates = [], _sums = [];

    /// <summary>How the sentences lie; the longest is the first.</summary>
    public SentenceBatch Batch { get; private set; } = new([]);

    /// <summary>Their words, in order of sentences.</summary>
    public TriggerWord[] Words { get; private set; } = [];

    /// <summary>By word, the row of what was learned of its lemma; -1 for none.</summary>
    public int[] Lemmas { get; private set; } = [];

    /// <summary>By word, what it brings to the gates, where the reader keeps it.</summary>
    public WordProjection[] Projections { get; private set; } = [];

    /// <summary>Those of them that are still to be worked out, by vector and lemma.</summary>
    public Dictionary<(int Vector, int Lemma), WordProjection> Fresh { get; } = [];

    /// <summary>Both directions while the network learns, in their own order of time.</summary>
    public LstmTrace[] Traces { get; } = [new(), new()];

    /// <summary>Both directions of each network where nothing is learned, in their own order of time.</summary>
    public List<LstmWork> Works { get; } = [];

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
    /// <param name="layers">How many layers read without learning.</param>
    public void Begin(IReadOnlyList<TriggerWord[]> sentences, TriggerNetwork network, int layers = 0)
    {
        while (Works.Count < layers) Works.Add(new());
        Batch = new([.. sentences.Select(words => words.Length)]);
        Words = [.. sentences.SelectMany(words => words)];
        Lemmas = Array.ConvertAll(Words, word => network.Row(word.Lemma));
        if (Projections.Length < Words.Length) Projections = new WordProjection[Words.Length];
        Scratch.Room(ref _joined, Batch.Rows * 2 * network.Units);
        Scratch.Room(ref _odds, Batch.Rows * TriggerNetwork.Lanes);
    }

    /// <summary>Adds the log-odds to those of the networks before.</summary>
    /// <param name="numbers">How many there are.</param>
    /// <param name="first">Whether they are of the first network.</param>
    public void Gather(int numbers, bool first)
    {
        var sums = Scratch.Room(ref _sums, numbers).AsSpan(0, numbers);
        if (first) sums.Clear();
        DenseRows.Add(_odds.AsSpan(0, numbers), sums);
    }

    /// <summary>Puts what was gathered in place of the log-odds.</summary>
    /// <param name="numbers">How many there are.</param>
    /// <param name="share">What each network counts.</param>
    public void Spread(int numbers, float share)
    {
        _sums.AsSpan(0, numbers).CopyTo(_odds);
        DenseRows.Scale(_odds.AsSpan(0, numbers), share);
    }

    /// <summary>Makes room for words that are to be worked out, and for what they bring.</summary>
    /// <param name="input">Numbers of the words.</param>
    /// <param name="gates">Numbers of what they bring.</param>
    public (float[] Input, float[] Gates) BeginWords(int input, int gates) => (Scratch.Room(ref _wordInput, input), Scratch.Room(ref _wordGates, gates));

    /// <summary>Makes room for the input.</summary>
    /// <param name="network">Who will read it.</param>
    public void BeginInput(TriggerNetwork network) => Scratch.Room(ref _input, Batch.Rows * network.Inputs);
}
