namespace Rapporteur.Reading;

/// <summary>How sentences of different length lie in one matrix, longest first. In order of time, the first words of all sentences come first, then the second words of
/// those that have one; in order of sentences, sentence follows sentence.</summary>
internal sealed class SentenceBatch
{
    /// <summary>Lays out sentences.</summary>
    /// <param name="lengths">Their lengths, falling, each at least one.</param>
    public SentenceBatch(int[] lengths)
    {
        Lengths = lengths;
        Steps = lengths.Length == 0 ? 0 : lengths[0];
        StepStart = new int[Steps + 1];
        SentenceStart = new int[lengths.Length + 1];
        for (var s = 0; s < lengths.Length; s++)
        {
            SentenceStart[s + 1] = SentenceStart[s] + lengths[s];
            for (var t = 0; t < lengths[s]; t++) StepStart[t + 1]++;
        }

        for (var t = 0; t < Steps; t++) StepStart[t + 1] += StepStart[t];
        Rows = SentenceStart[^1];
        InTime = new int[Rows];
        Mirror = new int[Rows];
        SentenceOf = new int[Rows];
        for (var s = 0; s < lengths.Length; s++)
        {
            for (var t = 0; t < lengths[s]; t++)
            {
                var row = StepStart[t] + s;
                InTime[SentenceStart[s] + t] = row;
                Mirror[row] = StepStart[lengths[s] - 1 - t] + s;
                SentenceOf[row] = s;
            }
        }
    }

    /// <summary>Lengths of the sentences, falling.</summary>
    public int[] Lengths { get; }

    /// <summary>Length of the longest.</summary>
    public int Steps { get; }

    /// <summary>Words in all.</summary>
    public int Rows { get; }

    /// <summary>First row of each step in order of time, and the end.</summary>
    public int[] StepStart { get; }

    /// <summary>First row of each sentence in order of sentences, and the end.</summary>
    public int[] SentenceStart { get; }

    /// <summary>Row in order of time, by row in order of sentences.</summary>
    public int[] InTime { get; }

    /// <summary>Row of the word that stands as far from the end as this one from the beginning; both in order of time.</summary>
    public int[] Mirror { get; }

    /// <summary>Sentence, by row in order of time.</summary>
    public int[] SentenceOf { get; }

    /// <summary>Sentences that have a word at a step.</summary>
    public int Active(int step) => StepStart[step + 1] - StepStart[step];
}
