using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How well is told whether a place name stands for the place or for those who act there: by the reader with a list of cues learned from the other
/// parts of the corpus, and by a logistic model over dependency features, both in cross-validation. Of the corpus only the list of cue words ships, no weights.</summary>
public static class MetonymyEvaluation
{
    /// <summary>Number of parts of the cross-validation.</summary>
    public const int Folds = 10;

    /// <summary>One example with what was read.</summary>
    /// <param name="Right">Whether the name is metonymic.</param>
    /// <param name="Read">Whether it was read so.</param>
    /// <param name="Relation">Dependency relation of the name, its preposition after a point.</param>
    public readonly record struct Verdict(bool Right, bool Read, string Relation);

    /// <summary>Verdicts of the reader and of the model in cross-validation, in the order of the corpus.</summary>
    /// <param name="folder">A folder with ReLocaR's training files.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="cancel">Stops the work.</param>
    public static (ImmutableArray<Verdict> Reader, ImmutableArray<Verdict> Model) Run(string folder, DataFolder data, CancellationToken cancel = default)
    {
        var world = World.Load(data);
        var text = new TextAnnotator(data);
        var syntax = new SyntaxAnnotator(data);
        var features = new MetonymyFeatures(NameClusters.Load(data), world, new ActorLexicon(data));
        var examples = MetonymyCorpus.Load(folder);
        var learned = new List<(ulong[] Features, double Prior, bool Right)>();
        var reader = ImmutableArray.CreateBuilder<Verdict>();
        var reads = ImmutableArray.CreateRange(examples, example => syntax.Annotate(text.Annotate(MetonymyTraining.Document(example), cancel), cancel));
        var ways = examples.Select((example, i) => (MetonymyTraining.Way(reads[i], example.Name), example.Metonymic)).ToList();
        ActorAnnotator? actors = null;
        for (var i = 0; i < examples.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (example, read) = (examples[i], reads[i]);
            var part = Enumerable.Range(0, Folds).First(fold => i < examples.Length * (fold + 1) / Folds);
            if (i == examples.Length * part / Folds) actors = new(data, world, new(MetonymyTraining.Learn(ways.Where((_, at) => at < examples.Length * part / Folds || at >= examples.Length * (part + 1) / Folds))));
            var acts = actors!.Annotate(read, cancel).Mentions.Any(mention => mention.Span.Start <= example.Name.Start && mention.Span.End >= example.Name.End);
            reader.Add(new(example.Metonymic, acts, Relation(read, example.Name)));
            learned.Add((features.Of(read, example.Name, acts), 0.5, example.Metonymic));
        }

        var model = ImmutableArray.CreateBuilder<Verdict>();
        for (var fold = 0; fold < Folds; fold++)
        {
            cancel.ThrowIfCancellationRequested();
            int from = examples.Length * fold / Folds, to = examples.Length * (fold + 1) / Folds;
            var weights = LogisticTrainer.Train([.. learned[..from], .. learned[to..]], decay: 0.3, least: 1);
            for (var i = from; i < to; i++)
                model.Add(reader[i] with { Read = learned[i].Features.Sum(feature => weights.GetValueOrDefault(feature)) > 0 });
        }

        return (reader.ToImmutable(), model.ToImmutable());
    }

    private static string Relation(AnnotatedDocument read, TextSpan name)
    {
        var inside = Enumerable.Range(0, read.Tokens.Length).Where(i => read.Tokens[i].Span.Start < name.End && read.Tokens[i].Span.End > name.Start).ToList();
        if (inside.Count == 0) return "";
        var head = inside.Find(i => !inside.Contains(read.Tokens[i].Head));
        var mark = Enumerable.Range(0, read.Tokens.Length).FirstOrDefault(i => read.Tokens[i].Head == head && read.Tokens[i].Relation == "case", -1);
        return read.Tokens[head].Relation + (mark < 0 ? "" : "." + read.Form(mark).ToString().ToLowerInvariant());
    }
}
