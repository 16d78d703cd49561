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
        new("claims", "The scorer of claims. Train it again whenever syntax, actors, attributions or frames change.", "A folder of annotated articles to learn from (articles/, text/), such as ../shared/gold/train.",
            "rapporteur train claims ../shared/gold/train -o data/claims", Claims),
        new("events", "The coder of PLOVER's types of events.", "PLOVER's gold standard records, or their folder, such as ../shared/corpora/plover.",
            "rapporteur train events ../shared/corpora/plover -o data/events", Events),
        new("names", "The tagger of names.", "A folder of corpora with ner/ (Universal NER English EWT, WikiGold), such as ../shared/corpora.",
            "rapporteur train names ../shared/corpora -o data/models", Names),
        new("syntax", "Tagger, parser and lemmatizer.", "A folder of corpora with ud-ewt/train.conllu and gum/, such as ../shared/corpora.",
            "rapporteur train syntax ../shared/corpora -o data/models", Syntax, TakesVectors: true),
    ];

    private static IEnumerable<string> Syntax(string corpora, string output, string? vectors, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(output, "syntax.bin");
        cancel.ThrowIfCancellationRequested();
        var gum = Directory.EnumerateFiles(Path.Combine(corpora, "gum"), "*.conllu")
            .Where(file => OpenGenres.Contains(Path.GetFileName(file).Split('_')[1])).Order(StringComparer.Ordinal);
        var options = new SyntaxTrainingOptions { Treebanks = [], Output = target, Vectors = vectors };
        var learned = gum.Where(file => !options.HeldOut.Contains(Path.GetFileName(file)));
        SyntaxTrainer.Train(options with { Treebanks = [Path.Combine(corpora, "ud-ewt", "train.conllu"), .. learned] }, progress);
        yield return target;
    }

    private static IEnumerable<string> Events(string records, string output, string? vectors, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(output, "plover.weights");
        cancel.ThrowIfCancellationRequested();
        using (var weights = new MemoryStream())
        {
            EventEvaluation.Train(records, weights);
            File.WriteAllBytes(target, weights.ToArray());
        }

        yield return target;
    }

    private static IEnumerable<string> Names(string corpora, string output, string? vectors, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(output, "names.bin");
        cancel.ThrowIfCancellationRequested();
        var news = NameCorpus.UniversalNer(Path.Combine(corpora, "ner", "en_ewt-ud-train.OLDER.iob2"));
        var encyclopedia = NameCorpus.Wikigold(Path.Combine(corpora, "ner", "wikigold", "CONLL-format", "data", "wikigold.conll.txt"));
        var model = new NameTrainer(DataFolder.Shipped).Train([.. news, .. encyclopedia, .. NameCorpus.InLowerCase(news)], epochs: 8, log: progress);
        using (var stream = File.Create(target)) model.Save(stream);
        yield return target;
    }

    private static IEnumerable<string> Claims(string articles, string output, string? vectors, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(output, "scorer.weights");
        cancel.ThrowIfCancellationRequested();
        using (var weights = new MemoryStream())
        {
            foreach (var line in ClaimTraining.Run(DataFolder.Shipped, articles, weights).Lines().Where(line => line.StartsWith("trigger ", StringComparison.Ordinal) || line.StartsWith("role ", StringComparison.Ordinal)))
                progress("unseen " + line);
            File.WriteAllBytes(target, weights.ToArray());
        }

        yield return target;
    }
}
