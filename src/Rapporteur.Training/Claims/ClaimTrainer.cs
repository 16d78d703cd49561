using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the scorer of claims on annotated articles that were read up to their attributions.</summary>
/// <param name="annotator">The reader of claims whose matches are weighed.</param>
/// <param name="articles">Annotated articles with what was read in each. Thresholds and confidences are fitted to these.</param>
/// <param name="further">Annotated articles from which weights are learned besides, such as articles written for learning, whose claims are not as frequent as those of the news; empty for none.</param>
public sealed class ClaimTrainer(ClaimAnnotator annotator, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> articles, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> further = default)
{
    private const int Types = 15;
    private static readonly ImmutableArray<double> Grid = [0.2, 0.25, 0.3, 0.35, 0.4];
    private readonly ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> _all = [.. articles, .. further.IsDefault ? [] : further];
    private readonly ImmutableArray<ImmutableArray<ClaimCandidate>> _candidates =
        [.. articles.Concat(further.IsDefault ? [] : further).Select(a => annotator.Candidates(a.Read))];

    // So many claims of a type have to be annotated for its weights to count half as much as they say.
    private const double Half = 120;

    /// <summary>How far the weights count, by type: less where few claims of the type are annotated.</summary>
    public ImmutableArray<double> Trust { get; } =
        [.. Enumerable.Range(0, Types).Select(type => articles.Concat(further.IsDefault ? [] : further).Sum(a => a.Gold.Reading.Claims.Count(c => c.Type == (ClaimType)type)) is var n ? n / (n + Half) : 0)];

    /// <summary>The reader with weights learned from every article, and the threshold that reads unseen articles best.</summary>
    /// <param name="parts">Number of parts for the thresholds, at least 2.</param>
    public ClaimAnnotator Train(int parts = 7) => annotator.With(Weights(-1, 1), Thresholds(parts), Trust, Calibrate(parts));

    /// <summary>What readers that have not seen the articles read in them: each part is read by a reader trained on the others.</summary>
    /// <param name="parts">Number of parts, at least 2; articles are dealt out in turn.</param>
    /// <param name="thresholds">Least probability of a claim that is kept, by type; null for the best.</param>
    public IEnumerable<(GoldArticle Gold, DocumentReading Reading)> ReadUnseen(int parts, ImmutableArray<double>? thresholds = null)
    {
        var weights = Enumerable.Range(0, parts).Select(part => Weights(part, parts)).ToArray();
        return ReadUnseen(weights, thresholds ?? Best(weights));
    }

    /// <summary>Score of <see cref="ReadUnseen(int, ImmutableArray{double}?)"/>, on the articles and on the further ones.</summary>
    /// <param name="parts">Number of parts, at least 2.</param>
    public (ClaimScore Articles, ClaimScore Further) CrossValidate(int parts)
    {
        var weights = Enumerable.Range(0, parts).Select(part => Weights(part, parts)).ToArray();
        var thresholds = Best(weights);
        var (score, other) = (new ClaimScore(), new ClaimScore());
        foreach (var (gold, reading) in ReadUnseen(weights, thresholds)) score.Add(gold.Reading, reading);
        foreach (var (gold, reading) in ReadUnseen(weights, thresholds, articles.Length)) other.Add(gold.Reading, reading);
        return (score, other);
    }

    /// <summary>By type, the threshold with the best trigger F1 on unseen articles: one for all types but assessments.</summary>
    /// <param name="parts">Number of parts, at least 2.</param>
    public ImmutableArray<double> Thresholds(int parts) => Best([.. Enumerable.Range(0, parts).Select(part => Weights(part, parts))]);

    /// <summary>How scores become confidences, learned from what readers read that have not seen the articles; statements have their own confidence.</summary>
    /// <param name="parts">Number of parts, at least 2.</param>
    public Calibration Calibrate(int parts)
    {
        var seen = new List<(ClaimType Type, double Odds, bool Right)>();
        foreach (var (gold, reading) in ReadUnseen(parts))
        {
            var met = new ClaimScore().Add(gold.Reading, reading).ToHashSet();
            for (var i = 0; i < reading.Claims.Length; i++)
                if (reading.Claims[i].Type != ClaimType.Statement) seen.Add((reading.Claims[i].Type, Calibration.Odds(reading.Claims[i].Confidence), met.Contains(i)));
        }

        return CalibrationTrainer.Train(seen);
    }

    /// <summary>Wraps what was read for scoring.</summary>
    /// <param name="document">The annotated document.</param>
    public static DocumentReading Reading(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new() { Document = document.Source, Actors = document.Actors, Times = document.Times, Claims = document.Claims, Reader = new("training", "training") };
    }

    // One threshold for all types: chosen for each type apart, it reads articles worse that had no say in it.
    private ImmutableArray<double> Best(Dictionary<ulong, double>[] weights)
    {
        var best = (Threshold: Grid[0], F1: -1.0);
        foreach (var threshold in Grid)
        {
            var score = new ClaimScore();
            foreach (var (gold, reading) in ReadUnseen(weights, Alike(threshold))) score.Add(gold.Reading, reading);
            if (score["trigger"].F1 > best.F1) best = (threshold, score["trigger"].F1);
        }

        return Alike(best.Threshold);
    }

    // News reports, on which this is learned, judge less than the analyses that are read besides.
    private static ImmutableArray<double> Alike(double threshold) =>
        [.. Enumerable.Range(0, Types).Select(type => type == (int)ClaimType.Assessment ? Grid[0] : threshold)];

    // The articles, or the further ones from a number on.
    private IEnumerable<(GoldArticle Gold, DocumentReading Reading)> ReadUnseen(Dictionary<ulong, double>[] weights, ImmutableArray<double> thresholds, int from = 0)
    {
        var readers = Array.ConvertAll(weights, w => annotator.With(w, thresholds, Trust));
        for (var i = from; i < (from == 0 ? articles.Length : _all.Length); i++)
            yield return (_all[i].Gold, Reading(readers[i % readers.Length].Annotate(_all[i].Read)));
    }

    private Dictionary<ulong, double> Weights(int part, int parts)
    {
        var examples = new List<(ulong[] Features, double Prior, bool Right)>();
        for (var i = 0; i < _all.Length; i++)
        {
            if (i % parts == part) continue;
            var claims = _candidates[i].SelectMany(c => c.Claims).ToImmutableArray();
            var met = new ClaimScore().Add(_all[i].Gold.Reading, Reading(_all[i].Read) with { Claims = claims }).ToHashSet();
            var at = 0;
            foreach (var candidate in _candidates[i])
            {
                var right = Enumerable.Range(at, candidate.Claims.Length).Any(met.Contains);
                at += candidate.Claims.Length;
                examples.Add(([.. candidate.Features], candidate.Prior, right));
            }
        }

        return LogisticTrainer.Train(examples);
    }
}
