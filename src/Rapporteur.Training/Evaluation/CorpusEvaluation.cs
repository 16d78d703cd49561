using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Figures over corpora of one layer of language.</summary>
internal static class CorpusEvaluation
{
    public static IEnumerable<string> Syntax(EvaluationRequest request, CancellationToken cancel)
    {
        var syntax = SyntaxEvaluation.Run(request.Path, best: request.Best);
        yield return $"{syntax.Words} words on right tokens and sentences";
        yield return Share("UPOS", syntax.Upos);
        yield return Share("XPOS", syntax.Xpos);
        yield return Share("lemmas", syntax.Lemmas);
        yield return Share("UAS", syntax.Uas);
        yield return Share("LAS (without subtypes)", syntax.Las);
        yield return Share("LAS (with subtypes)", syntax.LasWithSubtypes);
        yield return string.Create(CultureInfo.InvariantCulture, $"{"tokens/s, one core",-28} {syntax.WordsPerSecond:0}");
        cancel.ThrowIfCancellationRequested();
        var raw = TokenisationEvaluation.Run(request.Path);
        yield return $"{raw.Documents} documents of raw text";
        yield return Share("tokens F1", raw.Tokens.F1);
        yield return Share("sentences F1", raw.Sentences.F1);
    }

    public static IEnumerable<string> Times(EvaluationRequest request, CancellationToken cancel)
    {
        var pipeline = request.Reader();
        var isArticles = Directory.Exists(Path.Combine(request.Path, "articles"));
        var reading = new GoldReading(pipeline);
        var timeMl = new TimeAnnotator(DataFolder.Shipped, timeMl: true);
        var scores = isArticles
            ? TimeEvaluation.Articles(Path.Combine(request.Path, "articles"), Path.Combine(request.Path, "text"), source => pipeline.Annotate(reading.Document(source), cancel))
            : TimeEvaluation.TimeMl(request.Path, source => timeMl.Annotate(pipeline.Annotate(source, cancel), cancel));
        yield return $"{scores.Documents} documents";
        yield return $"{"spans, exact",-28} {scores.Strict}";
        yield return $"{"spans, overlapping",-28} {scores.Overlap}";
        yield return $"{"type",-28} {scores.Type}";
        yield return $"{"value",-28} {scores.Value}";
    }

    public static IEnumerable<string> Names(EvaluationRequest request, CancellationToken cancel)
    {
        var world = World.Load(DataFolder.Shipped);
        var tagger = new NameTagger(NameModel.Load(DataFolder.Shipped), DataFolder.Shipped, world);
        foreach (var (kind, tally) in NameEvaluation.Score(tagger, NameCorpus.UniversalNer(request.Path)))
        {
            cancel.ThrowIfCancellationRequested();
            yield return $"{kind,-28} {tally}";
        }
    }

    public static IEnumerable<string> Attribution(EvaluationRequest request, CancellationToken cancel)
    {
        var pipeline = request.Reader();
        var sum = AttributionEvaluation.Run(request.Path, source => pipeline.Annotate(source, cancel));
        yield return $"{"source + any content",-28} {sum.Overlap}";
        yield return $"{"source + content IoU >= .5",-28} {sum.Half}";
        yield return $"{"cue",-28} {sum.Cue}";
    }

    private static string Share(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name,-28} {value:0.0000}");
}
