using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>The corpora that the name tagger learns from.</summary>
/// <param name="News">Universal NER English EWT, training part.</param>
/// <param name="Encyclopedia">Wikigold.</param>
/// <param name="Mixed">The open genres of GUM.</param>
public sealed record NameCorpora(ImmutableArray<NamedSentence> News, ImmutableArray<NamedSentence> Encyclopedia, ImmutableArray<NamedSentence> Mixed)
{
    /// <summary>Reads them.</summary>
    /// <param name="corpora">A folder with <c>ner</c> and <c>gum</c>.</param>
    /// <param name="data">The data folder, for the list of titles.</param>
    public static NameCorpora Load(string corpora, DataFolder data) => new(
        NameCorpus.UniversalNer(Path.Combine(corpora, "ner", "en_ewt-ud-train.OLDER.iob2")),
        NameCorpus.Wikigold(Path.Combine(corpora, "ner", "wikigold", "CONLL-format", "data", "wikigold.conll.txt")),
        GumNames.Load(Path.Combine(corpora, "gum"), NameTrainer.Titles(data).Contains));
}
