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
        var features = new MetonymyFeatures(NameClusters.Load(data), world, new ActorLexicon(data));
        var examples = MetonymyCorpus.Load(folder);
        var reads = MetonymyTraining.Read(examples, data, cancel);
        var cases = MetonymyTraining.Cases(examples, reads, data, world);
        var learned = new List<(ulong[] Features, double Prior, bool Right)>();
        var reader = ImmutableArray.CreateBuilder<Verdict>();
        for (var fold = 0; fold < Folds; fold++)
        {
            int from = examples.Length * fold / Folds, to = examples.Length * (fold + 1) / Folds;
            var actors = new ActorAnnotator(data, world, new(MetonymyTraining.Learn([.. cases[..from], .. cases[to..]])));
            for (var i = from; i < to; i++)
            {
                cancel.ThrowIfCancellationRequested();
                var acts = MetonymyTraining.Acts(actors.Annotate(reads[i], cancel), examples[i].Name);
                reader.Add(new(examples[i].Metonymic, acts, Relation(reads[i], examples[i].Name)));
                learned.Add((features.Of(reads[i], examples[i].Name, acts), 0.5, examples[i].Metonymic));
            }
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
