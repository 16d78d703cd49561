using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Figures over corpora of one layer of language.</summary>
internal static class CorpusEvaluation
{
    public static IEnumerable<string> Syntax(EvaluationRequest request, CancellationToken cancel)
    {
        var syntax = SyntaxEvaluation.Run(request.Path);
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
        var pipeline = ReadingPipeline.Load(DataFolder.Shipped);
        var isArticles = Directory.Exists(Path.Combine(request.Path, "articles"));
        var reading = new GoldReading(pipeline);
        var timeMl = new TimeAnnotator(DataFolder.Shipped, timeMl: true);
        var scores = isArticles
            ? TimeEvaluation.Articles(Path.Combine(request.Path, "articles"), Path.Combine(request.Path, "text"), source => pipeline.Annotate(reading.Document(source), cancel))
            : TimeEvaluation.TimeMl(request.Path, source => timeMl.Annotate(pipeline.Annotate(source, cancel), cancel));
        yield return $"{scores.Documents} documents";
        yield return Counts("spans, exact", scores.Strict.Right, scores.Strict.Gold, scores.Strict.Found);
        yield return Counts("spans, overlapping", scores.Overlap.Right, scores.Overlap.Gold, scores.Overlap.Found);
        yield return Counts("type", scores.Type.Right, scores.Type.Gold, scores.Type.Found);
        yield return Counts("value", scores.Value.Right, scores.Value.Gold, scores.Value.Found);
    }

    public static IEnumerable<string> Names(EvaluationRequest request, CancellationToken cancel)
    {
        var world = World.Load(DataFolder.Shipped);
        var tagger = new NameTagger(NameModel.Load(DataFolder.Shipped), DataFolder.Shipped, world);
        foreach (var (kind, tally) in NameEvaluation.Score(tagger, NameCorpus.UniversalNer(request.Path)))
        {
            cancel.ThrowIfCancellationRequested();
            yield return Counts(kind, tally.Right, tally.Gold, tally.Read);
        }
    }

    public static IEnumerable<string> Attribution(EvaluationRequest request, CancellationToken cancel)
    {
        var pipeline = ReadingPipeline.Load(DataFolder.Shipped);
        var sources = new SourceReader();
        var sum = AttributionFigures.None;
        var articles = 0;
        foreach (var article in PolnearCorpus.Load(request.Path))
        {
            if (sources.ReadText(article.Text, article.Name).Document is not { } document) continue;
            sum += AttributionEvaluation.Compare(article, pipeline.Annotate(document, cancel));
            articles++;
        }

        yield return $"{articles} articles";
        yield return $"{"source + any content",-28} {sum.Overlap}";
        yield return $"{"source + content IoU >= .5",-28} {sum.Half}";
        yield return $"{"cue",-28} {sum.Cue}";
    }

    private static string Share(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name,-28} {value:0.0000}");

    private static string Counts(string name, int right, int gold, int read) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-28} gold {gold,5} read {read,5}   P {(read == 0 ? 0 : (double)right / read):0.000}  R {(gold == 0 ? 0 : (double)right / gold):0.000}  F1 {(gold + read == 0 ? 0 : 2.0 * right / (gold + read)):0.000}");
}
