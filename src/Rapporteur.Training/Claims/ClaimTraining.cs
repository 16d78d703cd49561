using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the scorer that ships.</summary>
public static class ClaimTraining
{
    /// <summary>Reads annotated articles with what ships, trains the scorer on them and writes its weights. To be run again whenever syntax, actors, attributions or frames change.</summary>
    /// <param name="data">What the annotators know.</param>
    /// <param name="folders">Folders of annotated articles that may be learned from: the first one of news, to which confidences are fitted, then further ones.</param>
    /// <param name="scorer">Where the weights of the scorer go (<c>data/claims/scorer.weights</c>).</param>
    /// <param name="triggers">Where those of the network of triggers go (<c>data/claims/claims.triggers</c>).</param>
    /// <returns>Figures of readers that have not seen the articles they read.</returns>
    public static (ClaimScore Articles, ClaimScore Further) Run(DataFolder data, IReadOnlyList<string> folders, Stream scorer, Stream triggers)
    {
        var trainer = new ClaimTrainer(new ClaimAnnotator(data, scored: false), Read(data, folders.Take(1)), Read(data, folders.Skip(1)), triggers: new());
        trainer.Train().Save(scorer, triggers);
        return trainer.CrossValidate();
    }

    /// <summary>Annotated articles, read up to their attributions.</summary>
    /// <param name="data">What the annotators know.</param>
    /// <param name="folders">Folders of annotated articles.</param>
    internal static ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> Read(DataFolder data, IEnumerable<string> folders)
    {
        var pipeline = new ReadingPipeline([new TextAnnotator(data), new SyntaxAnnotator(data), new TimeAnnotator(data), new ActorAnnotator(data), new AttributionAnnotator(data)], () => "");
        var zones = new ZoneFinder(data);
        return [.. folders.SelectMany(folder => GoldFolder.Load(folder)).Select(gold => (gold, pipeline.Annotate(gold.Reading.Document with { Zones = zones.Find(gold.Reading.Document.Text, gold.Reading.Document.Title) })))];
    }
}
