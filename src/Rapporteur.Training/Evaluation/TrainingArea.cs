using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>One set of weights that <c>rapporteur train</c> makes.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">What is trained.</param>
/// <param name="Folder">What the folder has to hold.</param>
/// <param name="Example">A whole call.</param>
/// <param name="Run">Trains: folder of the data, folder for the weights, word vectors or null, a line of progress; gives the files written.</param>
/// <param name="TakesVectors">Whether word vectors can be given.</param>
public sealed record TrainingArea(
    string Name, string Description, string Folder, string Example,
    Func<string, string, string?, Action<string>, CancellationToken, IEnumerable<string>> Run, bool TakesVectors = false)
{
    private static readonly ImmutableArray<string> OpenGenres = ["academic", "bio", "court", "speech", "textbook", "vlog", "voyage"];

    /// <summary>Every area, by name.</summary>
    public static ImmutableArray<TrainingArea> All { get; } =
    [
        new("names", "The tagger of names.", "A folder of corpora with ner/ (Universal NER English EWT, WikiGold), such as ../shared/corpora.",
            "rapporteur train names ../shared/corpora -o data/models", Names),
        new("syntax", "Tagger, parser and lemmatizer.", "A folder of corpora with ud-ewt/train.conllu and gum/, such as ../shared/corpora.",
            "rapporteur train syntax ../shared/corpora -o data/models", Syntax, TakesVectors: true),
    ];
}
