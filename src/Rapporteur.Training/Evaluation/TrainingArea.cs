using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A call of <c>rapporteur train</c>.</summary>
/// <param name="Data">Folder of the data.</param>
/// <param name="Output">Folder for the weights.</param>
/// <param name="Vectors">File of word vectors, or null.</param>
/// <param name="Best">Whether the accurate, slower model is wanted.</param>
/// <param name="Further">Folders of further data.</param>
public sealed record TrainingRequest(string Data, string Output, string? Vectors, bool Best, ImmutableArray<string> Further);

/// <summary>One set of weights that <c>rapporteur train</c> makes.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">What is trained.</param>
/// <param name="Folder">What the folder has to hold.</param>
/// <param name="Example">A whole call.</param>
/// <param name="Run">Trains, with lines of progress; gives the files written.</param>
/// <param name="TakesVectors">Whether word vectors can be given.</param>
/// <param name="HasBest">Whether there is an accurate, slower model beside the default.</param>
/// <param name="TakesFurther">Whether folders of further data can be given.</param>
public sealed record TrainingArea(
    string Name, string Description, string Folder, string Example,
    Func<TrainingRequest, Action<string>, CancellationToken, IEnumerable<string>> Run, bool TakesVectors = false, bool HasBest = false, bool TakesFurther = false)
{
    private const int ClusteredWords = 400_000, FineClasses = 1024, CoarseClasses = 96;

    private static readonly ImmutableArray<string> OpenGenres = ["academic", "bio", "court", "speech", "textbook", "vlog", "voyage"];

    /// <summary>Every area, by name.</summary>
    public static ImmutableArray<TrainingArea> All { get; } =
    [
        new("claims", "The scorer of claims. Train it again whenever syntax, actors, attributions or frames change.", "A folder of annotated articles to learn from (articles/, text/), such as ../shared/gold/train.",
            "rapporteur train claims ../shared/gold/train --further annotated/learn -o data/claims", Claims, TakesFurther: true),
        new("deu", "The weights of forecasts of the European Union's decisions.", "A folder with deu3-actors.csv and deu3-outcomes.csv, such as ../shared/corpora/bargaining.",
            "rapporteur train deu ../shared/corpora/bargaining -o data/forecasts", DeuTraining.Run),
        new("events", "The coder of PLOVER's types of events.", "PLOVER's gold standard records, or their folder, such as ../shared/corpora/plover.",
            "rapporteur train events ../shared/corpora/plover -o data/events", Events),
        new("metonymy", "The list of cues that tell whether a place name stands for those who act there.", "A folder with relocar_literal_train.txt and relocar_metonymic_train.txt, such as ../shared/corpora/metonymy.",
            "rapporteur train metonymy ../shared/corpora/metonymy -o data/lexicons/names", Metonymy),
        new("names", "The tagger of names; with word vectors, the classes of words that it uses as well.",
            "A folder of corpora with ner/ (Universal NER English EWT, WikiGold) and gum/ (GUM), such as ../shared/corpora.",
            "rapporteur train names ../shared/corpora -o data/models", Names, TakesVectors: true),
        new("participants", "The judge of who takes part in a meeting. Train it again after the scorer of claims.", "A folder of annotated articles to learn from (articles/, text/), such as ../shared/gold/train.",
            "rapporteur train participants ../shared/gold/train --further annotated/learn -o data/claims", Participants, TakesFurther: true),
        new("syntax", "Tagger, parser and lemmatizer.", "A folder of corpora with ud-ewt/train.conllu and gum/, such as ../shared/corpora.",
            "rapporteur train syntax ../shared/corpora -o data/models", Syntax, TakesVectors: true, HasBest: true),
    ];

    private static IEnumerable<string> Syntax(TrainingRequest request, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(request.Output, request.Best ? "syntax.best.bin" : "syntax.bin");
        cancel.ThrowIfCancellationRequested();
        var ewt = Path.Combine(request.Data, "ud-ewt", "train.conllu");
        var gum = Path.Combine(request.Data, "gum");
        var closed = Directory.EnumerateFiles(gum, "*.conllu").Where(file => !OpenGenres.Contains(Path.GetFileName(file).Split('_')[1])).Select(file => Path.GetFileName(file));
        var options = new SyntaxTrainingOptions { Treebanks = [], Output = target, Vectors = request.Vectors };
        var leftOut = options.HeldOut.AddRange(closed);
        if (request.Best) GraphTrainer.Train(new() { Treebanks = [ewt, gum], HeldOut = leftOut, Vectors = request.Vectors ?? throw new InvalidDataException("The accurate parser is trained with word vectors only."), Output = target }, progress, cancel);
        else SyntaxTrainer.Train(options with { Treebanks = [ewt, gum], HeldOut = leftOut }, progress);
        yield return target;
    }

    private static IEnumerable<string> Events(TrainingRequest request, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(request.Output, "plover.weights");
        cancel.ThrowIfCancellationRequested();
        using (var weights = new MemoryStream())
        {
            EventEvaluation.Train(request.Data, weights);
            File.WriteAllBytes(target, weights.ToArray());
        }

        yield return target;
    }

    private static IEnumerable<string> Metonymy(TrainingRequest request, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(request.Output, "metonymy.tsv");
        cancel.ThrowIfCancellationRequested();
        MetonymyTraining.Run(request.Data, DataFolder.Shipped, target);
        yield return target;
    }

    private static IEnumerable<string> Names(TrainingRequest request, Action<string> progress, CancellationToken cancel)
    {
        var target = Path.Combine(request.Output, "names.bin");
        cancel.ThrowIfCancellationRequested();
        if (request.Vectors is { } vectors)
        {
            var classes = Path.Combine(request.Output, "names.clusters.bin");
            using (var stream = File.Create(classes)) ClusterTrainer.Train(vectors, ClusteredWords, FineClasses, CoarseClasses, stream);
            yield return classes;
        }

        var names = NameCorpora.Load(request.Data, DataFolder.Shipped);
        var model = new NameTrainer(DataFolder.Shipped).Train([.. names.News, .. names.Encyclopedia, .. names.Mixed, .. NameCorpus.InLowerCase(names.News)], log: progress);
        using (var stream = File.Create(target)) model.Save(stream);
        yield return target;
    }

    private static IEnumerable<string> Claims(TrainingRequest request, Action<string> progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        string[] targets = [Path.Combine(request.Output, "scorer.weights"), Path.Combine(request.Output, "claims.triggers")];
        using (MemoryStream scorer = new(), triggers = new())
        {
            var (articles, further) = ClaimTraining.Run(DataFolder.Shipped, [request.Data, .. request.Further], scorer, triggers);
            foreach (var line in Totals(articles)) progress("unseen " + line);
            foreach (var line in request.Further.IsEmpty ? [] : Totals(further)) progress("further " + line);
            File.WriteAllBytes(targets[0], scorer.ToArray());
            File.WriteAllBytes(targets[1], triggers.ToArray());
        }

        return targets;
    }

    private static IEnumerable<string> Participants(TrainingRequest request, Action<string> progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var target = Path.Combine(request.Output, "claims.participants");
        using (var weights = new MemoryStream())
        {
            var (articles, further) = ParticipantTraining.Run(DataFolder.Shipped, [request.Data, .. request.Further], weights);
            foreach (var line in Compared("unseen", articles)) progress(line);
            foreach (var line in request.Further.IsEmpty ? [] : Compared("further", further)) progress(line);
            File.WriteAllBytes(target, weights.ToArray());
        }

        yield return target;
    }

    private static IEnumerable<string> Compared(string articles, (ClaimScore Rules, ClaimScore Judged) scores) =>
        from score in new[] { (Name: "rules alone", Of: scores.Rules), (Name: "judged", Of: scores.Judged) }
        from line in score.Of.Lines()
        where line.StartsWith("role  ", StringComparison.Ordinal) || line.StartsWith("role participants ", StringComparison.Ordinal)
        select $"{articles}, {score.Name}: {line}";

    private static IEnumerable<string> Totals(ClaimScore score) =>
        score.Lines().Where(line => line.StartsWith("trigger ", StringComparison.Ordinal) || line.StartsWith("role ", StringComparison.Ordinal));
}
