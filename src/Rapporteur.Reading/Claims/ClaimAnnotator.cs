using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads the claims: statements from attributions, every other type from frames matched on dependencies, of which a scorer keeps the likely ones.
/// Keeps the claims that are there already. Thread-safe.</summary>
public sealed class ClaimAnnotator : IAnnotator
{
    private static readonly ImmutableDictionary<ClaimType, IClaimDetail> Details =
        new IClaimDetail[] { new MeetingDetail(), new MeasureDetail(), new IncidentDetail(), new DeadlineDetail(), new ConditionDetail(), new AssessmentDetail(), new ThreatDetail(), new CommitmentDetail() }
            .ToImmutableDictionary(detail => detail.Type);

    private readonly FrameSet _frames;
    private readonly ClaimScorer? _scorer;
    private readonly SentenceModel? _sentences;
    private readonly NameClusters _clusters;
    private readonly EventCoder _events;
    private readonly FacetReader _facets;

    /// <summary>Loads frames and scorer.</summary>
    /// <param name="data">Where they lie.</param>
    /// <param name="scored">Whether the scorer chooses among what the frames match; without it every match is a claim.</param>
    public ClaimAnnotator(DataFolder data, bool scored = true)
    {
        _frames = FrameSet.Load(data);
        _scorer = scored ? ClaimScorer.Load(data) : null;
        _sentences = scored ? SentenceModel.Load(data) : null;
        _clusters = NameClusters.Load(data);
        _events = new(data);
        _facets = new(FacetSet.Load(data, _frames.Sets));
    }

    private ClaimAnnotator(ClaimAnnotator like, ClaimScorer scorer, SentenceModel sentences) =>
        (_frames, _scorer, _sentences, _clusters, _events, _facets) = (like._frames, scorer, sentences, like._clusters, like._events, like._facets);

    /// <summary>The same reader with other weights.</summary>
    /// <param name="weights">Weights of the scorer by feature.</param>
    /// <param name="thresholds">Least probability of a claim that is kept, by type, in [0, 1].</param>
    /// <param name="trust">How far the weights count against what the frame says, by type, in [0, 1].</param>
    /// <param name="sentences">What judges sentences.</param>
    /// <param name="calibration">How a score becomes a confidence; null for as it is.</param>
    internal ClaimAnnotator With(IReadOnlyDictionary<ulong, double> weights, ImmutableArray<double> thresholds, ImmutableArray<double> trust, SentenceModel sentences, Calibration? calibration = null) =>
        new(this, new(weights.ToDictionary(w => w.Key, w => (int)Math.Round(w.Value * ClaimScorer.Scale)), thresholds, trust) { Calibration = calibration ?? Calibration.None }, sentences);

    /// <summary>Writes the weights of the scorer and of the model of sentences; nothing where there are none.</summary>
    /// <param name="scorer">Where the scorer's go.</param>
    /// <param name="sentences">Where those of the model of sentences go.</param>
    public void Save(Stream scorer, Stream sentences)
    {
        _scorer?.Save(scorer);
        _sentences?.Save(sentences);
    }

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires { get; } = [Annotation.Tokens, Annotation.Syntax, Annotation.Times, Annotation.Actors, Annotation.Attributions];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides { get; } = [Annotation.Claims];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var scene = new ClaimScene(document, _frames);
        var sorted = ClaimForms.Sort(document.Claims.AddRange(Claims(scene, Drafts(scene, cancel))));
        return document with { Claims = sorted, Facets = _facets.Read(scene, sorted) };
    }

    /// <summary>Reads once more and tells of one sentence which frames were tried, what they drafted and what became of it.</summary>
    /// <param name="document">A document that has all of <see cref="Requires"/>.</param>
    /// <param name="sentence">Index into <see cref="AnnotatedDocument.Sentences"/>.</param>
    /// <param name="words">Words for the scorer's features.</param>
    /// <param name="cancel">Stops the work with <see cref="OperationCanceledException"/>.</param>
    public ClaimExplanation Explain(AnnotatedDocument document, int sentence, FeatureWords words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(words);
        var scene = new ClaimScene(document, _frames);
        var trace = new ClaimTrace(scene, document.Sentences[sentence], words);
        var drafts = Drafts(scene, cancel, trace);
        return trace.Close(drafts, Claims(scene, drafts, trace));
    }

    /// <summary>Everything that a frame matches, before the scorer chooses, for training.</summary>
    /// <param name="document">A document that has all of <see cref="Requires"/>.</param>
    public ClaimCandidates Candidates(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var scene = new ClaimScene(document, _frames);
        var drafts = Drafts(scene, CancellationToken.None);
        var (features, sentences) = (new ClaimFeatures(scene, drafts), new SentenceFeatures(scene, _clusters, drafts));
        return new(
            [.. drafts.Select(draft => new ClaimCandidate([.. ClaimForms.Of(scene, draft)], [.. features.Of(draft)], draft.Frame.Confidence, draft.Type, scene.SentenceIndex(draft.Trigger)))],
            [.. Enumerable.Range(0, document.Sentences.Length).Select(sentence => Reads(document.Sentences[sentence]) ? [.. sentences.Of(sentence)] : ImmutableArray<ulong[]>.Empty)]);
    }

    // Headlines, captions and furniture give no claims.
    private static bool Reads(Sentence sentence) => sentence.Zone is not (ZoneKind.Furniture or ZoneKind.Title or ZoneKind.Caption);

    private ImmutableArray<Claim> Claims(ClaimScene scene, List<ClaimDraft> drafts, ClaimTrace? trace = null)
    {
        var kept = _scorer is null ? drafts : RepeatedMentions.LeaveOut(scene, Likely(scene, drafts, _scorer, _sentences is null ? null : new(_sentences, new(scene, _clusters, drafts)), trace), trace);
        var claims = StatementClaims.Of(scene.Document).AddRange(ClaimForms.Build(scene, kept, trace));
        return _events.Code(scene, MeetingKinds.Fill(scene, _facets.Set, claims));
    }

    private static List<ClaimDraft> Likely(ClaimScene scene, List<ClaimDraft> drafts, ClaimScorer scorer, SentenceLeaning? leaning, ClaimTrace? trace)
    {
        var features = new ClaimFeatures(scene, drafts, leaning, trace?.Names);
        var likely = new List<ClaimDraft>();
        foreach (var draft in drafts)
        {
            var found = features.Of(draft);
            var score = scorer.Score(draft.Type, found, draft.Confidence);
            trace?.Scored(draft, found, score, scorer);
            if (score >= scorer.Thresholds[(int)draft.Type]) likely.Add(draft with { Confidence = scorer.Calibration.Confidence(draft.Type, score) });
        }

        return likely.ConvertAll(draft => LateRoles.Fill(scene, draft));
    }

    private List<ClaimDraft> Drafts(ClaimScene scene, CancellationToken cancel, ClaimTrace? trace = null)
    {
        var drafts = new EarlierDrafts();
        foreach (var sentence in scene.Document.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            if (!Reads(sentence)) continue;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                Read(scene, token, _frames.Of(scene.Tokens[token].Lemma), drafts, trace);
                Read(scene, token, _frames.OfAny, drafts, trace);
            }
        }

        return drafts.All;
    }

    private static void Read(ClaimScene scene, int token, ImmutableArray<(char Part, Frame Frame)> frames, EarlierDrafts drafts, ClaimTrace? trace)
    {
        foreach (var (part, frame) in frames)
        {
            if (!FrameSet.Fits(part, scene.Tokens[token]))
            {
                trace?.Unfit(frame, token, part);
                continue;
            }

            if (FrameMatcher.Match(scene, frame, token, trace) is not { } draft) continue;
            if (Details.TryGetValue(draft.Type, out var detail))
            {
                if (detail.Complete(scene, draft, drafts) is not { } completed)
                {
                    trace?.Tried(frame, token, TrialOutcome.Incomplete);
                    continue;
                }

                draft = completed;
            }

            if (!Assertion.Holds(scene, draft))
            {
                trace?.Unasserted(frame, token);
                continue;
            }

            trace?.Tried(frame, token, TrialOutcome.Matched);
            draft = ClaimVoices.Settle(scene, EarlierActs.Fill(scene, RoleFallbacks.Fill(scene, draft), drafts));
            drafts.Add(JointActs.Split(scene, draft));
        }
    }
}
