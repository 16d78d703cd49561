using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Figures over corpora of one layer of language.</summary>
internal static class CorpusEvaluation
{
    private const int Shown = 20;

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

    public static IEnumerable<string> Sentences(EvaluationRequest request, CancellationToken cancel)
    {
        var cuts = TokenisationEvaluation.Run(request.Path);
        foreach (var part in cuts.Parts)
        {
            cancel.ThrowIfCancellationRequested();
            yield return $"{part.Name}, {part.Documents} documents";
            yield return $"{"  tokens",-28} {part.Tokens}";
            yield return $"{"  sentences",-28} {part.Sentences}";
        }

        yield return $"all, {cuts.Documents} documents";
        yield return $"{"  tokens",-28} {cuts.Tokens}";
        yield return $"{"  sentences",-28} {cuts.Sentences}";
        yield return "commonest errors of sentences";
        foreach (var (kind, count) in cuts.SentenceErrors.Take(Shown)) yield return $"{count,7}  {kind}";
        yield return "commonest errors of tokens (right, then read)";
        foreach (var (kind, count) in cuts.TokenErrors.Take(Shown)) yield return $"{count,7}  {kind}";
    }

    public static IEnumerable<string> Times(EvaluationRequest request, CancellationToken cancel)
    {
        if (TimeSpecs.Is(request.Path)) return TimeSpecs.Lines(request.Path, cancel);
        var pipeline = request.Reader();
        if (Directory.Exists(Path.Combine(request.Path, "articles")))
        {
            var reading = new GoldReading(pipeline);
            var scores = TimeEvaluation.Articles(Path.Combine(request.Path, "articles"), Path.Combine(request.Path, "text"), source => pipeline.Annotate(reading.Document(source), cancel));
            return [.. Figures(scores), .. Errors(scores)];
        }

        var timeMl = new TimeAnnotator(DataFolder.Shipped, timeMl: true);
        TimeScores Half(int half) => TimeEvaluation.TimeMl(request.Path, source => timeMl.Annotate(pipeline.Annotate(source, cancel), cancel), half);
        var (first, second) = (Half(0), Half(1));
        return ["documents at even places, whose errors may be read:", .. Figures(first), .. Errors(first), "documents at odd places, only run:", .. Figures(second), "all:", .. Figures(first + second)];
    }

    private static IEnumerable<string> Figures(TimeScores scores) =>
    [
        $"{scores.Documents} documents",
        $"{"spans, exact",-28} {scores.Strict}",
        $"{"spans, overlapping",-28} {scores.Overlap}",
        $"{"type",-28} {scores.Type}",
        $"{"value",-28} {scores.Value}",
    ];

    private static IEnumerable<string> Errors(TimeScores scores) =>
        ["commonest errors of values by rule, of what was missed by type", .. scores.Errors.Take(Shown).Select(error => $"{error.Count,7}  {error.Kind}")];

    public static IEnumerable<string> Names(EvaluationRequest request, CancellationToken cancel)
    {
        if (Directory.Exists(request.Path))
        {
            yield return $"{"Wikigold, 5-fold",-28} {NameTrainer.CrossValidateWikigold(request.Path, DataFolder.Shipped)}";
            yield break;
        }

        var world = World.Load(DataFolder.Shipped);
        var tagger = new NameTagger(NameModel.Load(DataFolder.Shipped), DataFolder.Shipped, world);
        var sentences = NameCorpus.UniversalNer(request.Path);
        foreach (var (kind, tally) in NameEvaluation.Score(tagger, sentences))
        {
            cancel.ThrowIfCancellationRequested();
            yield return $"{kind,-28} {tally}";
        }

        yield return "commonest errors";
        foreach (var (error, count) in NameEvaluation.Errors(tagger, sentences)) yield return $"  {error}: {count}";
    }

    public static IEnumerable<string> Metonymy(EvaluationRequest request, CancellationToken cancel)
    {
        var (reader, model) = MetonymyEvaluation.Run(request.Path, DataFolder.Shipped, cancel);
        yield return $"the reader, with cues of the other parts, by {MetonymyEvaluation.Folds}-fold cross-validation";
        foreach (var line in Verdicts(reader)) yield return line;
        yield return $"logistic model by {MetonymyEvaluation.Folds}-fold cross-validation; its weights do not ship";
        foreach (var line in Verdicts(model)) yield return line;
    }

    private static IEnumerable<string> Verdicts(ImmutableArray<MetonymyEvaluation.Verdict> verdicts)
    {
        foreach (var metonymic in new[] { false, true })
        {
            var tally = new Tally(verdicts.Count(v => v.Right == metonymic && v.Read == metonymic), verdicts.Count(v => v.Right == metonymic), verdicts.Count(v => v.Read == metonymic));
            yield return $"  {(metonymic ? "who acts there" : "place"),-26} {tally}";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"  {"accuracy",-26} {(double)verdicts.Count(v => v.Right == v.Read) / verdicts.Length:0.000}");
        yield return "  commonest errors, by the relation of the name";
        foreach (var group in verdicts.Where(v => v.Right != v.Read).CountBy(v => (v.Right, v.Relation)).OrderByDescending(g => g.Value).ThenBy(g => g.Key.Relation, StringComparer.Ordinal).Take(8))
            yield return $"    {group.Key.Relation}, {(group.Key.Right ? "who acts there read as place" : "place read as who acts there")}: {group.Value}";
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
