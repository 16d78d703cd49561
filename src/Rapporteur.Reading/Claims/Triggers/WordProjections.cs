namespace Rapporteur.Reading;

/// <summary>What the hidden layer of the network of triggers takes from the vector of a word at each place. The layer adds up vectors, so it is worked out once a word, and kept for the words that were met last. Thread-safe.</summary>
/// <param name="network">The network.</param>
/// <param name="directions">Vectors of words.</param>
internal sealed class WordProjections(TriggerNetwork network, WordDirections directions)
{
    private const int Slots = 4096;

    // Two words of one slot drive each other out; whoever finds the other's works its own out again.
    private readonly Projection?[] _kept = new Projection?[Slots];

    /// <summary>Units of the hidden layer.</summary>
    public int Hidden => network.Hidden;

    /// <summary>The network.</summary>
    public TriggerNetwork Network => network;

    /// <summary>What a token brings, place by place, the mean of the sentence last; empty where its word has no vector.</summary>
    /// <param name="document">The document.</param>
    /// <param name="token">Index of the token.</param>
    public ReadOnlySpan<float> Of(AnnotatedDocument document, int token)
    {
        var row = directions.Row(document, token);
        if (row < 0) return [];
        var kept = Volatile.Read(ref _kept[row % Slots]);
        if (kept?.Row != row) Volatile.Write(ref _kept[row % Slots], kept = new(row, Project(row)));
        return kept.Sums;
    }

    private float[] Project(int row)
    {
        Span<float> vector = stackalloc float[directions.Width];
        Span<short> rounded = stackalloc short[IntegerKernel.Padded(directions.Width)];
        directions.Write(row, vector);
        IntegerKernel.Round(vector, vector.Length, 1, vector.Length, IntegerKernel.LeftUnit, rounded);
        var sums = new float[network.Columns];
        network.Project(rounded, sums);
        return sums;
    }

    private sealed record Projection(int Row, float[] Sums);
}
