using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the scorer of claims, and the network of triggers that it leans on, on annotated articles that were read up to their attributions.</summary>
public sealed class ClaimTrainer
{
    private const int Types = TriggerNetwork.Types;

    // So many claims of a type have to be annotated for its weights to count half as much as they say.
    private const double Half = 1500;

    // Strength of L2 in the scorer.
    private const double Decay = 8;

    // News reports, on which this is learned, judge less than the analyses that are read besides.
    private const double Least = 0.3, LeastJudged = 0.25;

    private readonly ClaimAnnotator _annotator;
    private readonly int _parts, _articles;
    private readonly ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> _all;
    private readonly ImmutableArray<ImmutableArray<ClaimCandidate>> _candidates;
    // By part, the network that has not seen it; and one that has seen everything.
    private readonly TriggerReader?[] _triggers;
    private readonly TriggerReader? _wholeTriggers;
    private Dictionary<ulong, double>[]? _unseen;

    /// <summary>Takes what is learned from.</summary>
    /// <param name="annotator">The reader of claims whose matches are weighed.</param>
    /// <param name="articles">Annotated articles with what was read in each. Confidences are fitted to these.</param>
    /// <param name="further">Annotated articles from which weights are learned besides, such as articles written for learning, whose claims are not as frequent as those of the news.</param>
    /// <param name="parts">Number of parts for cross-validation, at least 2; articles are dealt out in turn.</param>
    /// <param name="triggers">Sizes and rates of the network of triggers; null for none.</param>
    internal ClaimTrainer(ClaimAnnotator annotator, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> articles, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> further, int parts = 7, TriggerOptions? triggers = null)
    {
        (_annotator, _parts, _articles, _all) = (annotator, parts, articles.Length, articles.AddRange(further));
        (_triggers, _wholeTriggers) = triggers is null ? (new TriggerReader?[parts], null) : Triggers(triggers);
        _candidates = [.. _all.Select((a, i) => annotator.Candidates(a.Read, _triggers[i % parts]))];
        Trust = [.. Enumerable.Range(0, Types).Select(type => _all.Sum(a => a.Gold.Reading.Claims.Count(c => c.Type == (ClaimType)type)) is var n ? n / (n + Half) : 0)];
    }

    /// <summary>How far the weights count, by type: less where few claims of the type are annotated.</summary>
    public ImmutableArray<double> Trust { get; }

    private Dictionary<ulong, double>[] Unseen => _unseen ??= [.. Enumerable.Range(0, _parts).Select(Weights)];

    /// <summary>The reader with weights learned from every article, and the threshold that reads unseen articles best.</summary>
    public ClaimAnnotator Train() => _annotator.With(Weights(-1), Thresholds(), Trust, _wholeTriggers, Calibrate());

    /// <summary>What readers that have not seen the articles read in them: each part is read by a reader trained on the others.</summary>
    /// <param name="thresholds">Least probability of a claim that is kept, by type; null for the best.</param>
    public IEnumerable<(GoldArticle Gold, DocumentReading Reading)> ReadUnseen(ImmutableArray<double>? thresholds = null) => ReadUnseen(thresholds ?? Thresholds(), 0);

    /// <summary>Score of <see cref="ReadUnseen(ImmutableArray{double}?)"/>, on the articles and on the further ones.</summary>
    public (ClaimScore Articles, ClaimScore Further) CrossValidate()
    {
        var thresholds = Thresholds();
        var (score, other) = (new ClaimScore(), new ClaimScore());
        foreach (var (gold, reading) in ReadUnseen(thresholds, 0)) score.Add(gold.Reading, reading);
        foreach (var (gold, reading) in ReadUnseen(thresholds, _articles)) other.Add(gold.Reading, reading);
        return (score, other);
    }

    /// <summary>By type, the least probability of a claim that is kept: one for all types but assessments, since chosen for each type apart it reads articles worse that had no say in it.
    /// Between .25 and .3 trigger F1 on unseen news is the same within .003; sets on which nothing was learned are read better at .3 (decision 33).</summary>
    public static ImmutableArray<double> Thresholds() => [.. Enumerable.Range(0, Types).Select(type => type == (int)ClaimType.Assessment ? LeastJudged : Least)];

    /// <summary>How scores become confidences, learned from what readers read that have not seen the articles; statements have their own confidence.</summary>
    public Calibration Calibrate()
    {
        var seen = new List<(ClaimType Type, double Odds, bool Right)>();
        foreach (var (gold, reading) in ReadUnseen())
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

    // By part, networks that have not seen it, and those that have seen everything.
    private (TriggerReader?[] Parts, TriggerReader Whole) Triggers(TriggerOptions options)
    {
        var examples = _all.Select(a => Triggers(a.Gold, a.Read).ToArray()).ToArray();
        var networks = new TriggerNetwork[_parts + 1, options.Networks];
        Parallel.For(0, networks.Length, job =>
        {
            var (part, network) = (job / options.Networks, job % options.Networks);
            networks[part, network] = TriggerTrainer.Train([.. examples.Where((_, i) => i % _parts != part || part == _parts).SelectMany(e => e)], _annotator.Directions, options with { Seed = options.Seed + network });
        });
        var readers = Enumerable.Range(0, _parts + 1).Select(part => new TriggerReader([.. Enumerable.Range(0, options.Networks).Select(network => networks[part, network])])).ToArray();
        return (readers[.._parts], readers[_parts]);
    }

    private IEnumerable<TriggerExample> Triggers(GoldArticle gold, AnnotatedDocument read)
    {
        var sentences = _annotator.TriggerWords(read);
        for (var i = 0; i < sentences.Length; i++)
            if (sentences[i].Length > 0) yield return new(sentences[i], Holds(gold, read.Sentences[i]));
    }

    private static bool[] Holds(GoldArticle gold, Sentence sentence)
    {
        var holds = new bool[Types];
        foreach (var claim in gold.Reading.Claims)
            if (claim.Evidence.IntersectionOverUnion(sentence.Span) >= 0.5) holds[(int)claim.Type] = true;
        return holds;
    }

    // The articles, or the further ones from a number on.
    private IEnumerable<(GoldArticle Gold, DocumentReading Reading)> ReadUnseen(ImmutableArray<double> thresholds, int from)
    {
        var readers = Unseen.Select((weights, part) => _annotator.With(weights, thresholds, Trust, _triggers[part])).ToArray();
        for (var i = from; i < (from == 0 ? _articles : _all.Length); i++)
            yield return (_all[i].Gold, Reading(readers[i % _parts].Annotate(_all[i].Read)));
    }

    // What the network says of a word is told by one that has not seen its article, as it will be in what is read later.
    private Dictionary<ulong, double> Weights(int part)
    {
        var examples = new List<(ulong[] Features, double Prior, bool Right)>();
        for (var i = 0; i < _all.Length; i++)
        {
            if (i % _parts == part) continue;
            var drafts = _candidates[i];
            var claims = drafts.SelectMany(c => c.Claims).ToImmutableArray();
            var met = new ClaimScore().Add(_all[i].Gold.Reading, Reading(_all[i].Read) with { Claims = claims }).ToHashSet();
            var at = 0;
            foreach (var draft in drafts)
            {
                var right = Enumerable.Range(at, draft.Claims.Length).Any(met.Contains);
                at += draft.Claims.Length;
                examples.Add(([.. draft.Features], draft.Prior, right));
            }
        }

        return LogisticTrainer.Train(examples, decay: Decay);
    }
}
