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

    // Log-odds from which the network is sure of a sentence (seven in ten), and the share of the threshold that the best of its drafts has to reach then.
    private const double SureOdds = 0.85, LeastShare = 0.5;

    private readonly FrameSet _frames;
    private readonly ClaimScorer? _scorer;
    private readonly TriggerReader? _triggers;
    private readonly ParticipantJudge? _participants;
    private readonly Proposals _proposals;
    private readonly Lazy<WordDirections> _directions;
    private readonly EventCoder _events;
    private readonly FacetReader _facets;
    private readonly ListedActs _lists;

    /// <summary>Loads frames and scorer.</summary>
    /// <param name="data">Where they lie.</param>
    /// <param name="scored">Whether the scorer chooses among what the frames match; without it every match is a claim.</param>
    public ClaimAnnotator(DataFolder data, bool scored = true)
    {
        _frames = FrameSet.Load(data);
        _scorer = scored ? ClaimScorer.Load(data) : null;
        _proposals = new(data, _frames.Sets);
        _directions = new(() => new(data));
        _triggers = scored && TriggerNetwork.Load(data, _directions.Value) is { IsEmpty: false } networks ? new(networks) : null;
        _participants = scored && ParticipantWeights.Load(data) is { } participants ? new(participants) : null;
        _events = new(data);
        _facets = new(FacetSet.Load(data, _frames.Sets));
        _lists = new(new(data));
    }

    private ClaimAnnotator(ClaimAnnotator like, ClaimScorer scorer, TriggerReader? triggers) =>
        (_frames, _scorer, _triggers, _participants, _proposals, _directions, _events, _facets, _lists) = (like._frames, scorer, triggers, like._participants, like._proposals, like._directions, like._events, like._facets, like._lists);

    private ClaimAnnotator(ClaimAnnotator like, ParticipantJudge? participants) =>
        (_frames, _scorer, _triggers, _participants, _proposals, _directions, _events, _facets, _lists) = (like._frames, like._scorer, like._triggers, participants, like._proposals, like._directions, like._events, like._facets, like._lists);

    /// <summary>The same reader with other weights.</summary>
    /// <param name="weights">Weights of the scorer by feature.</param>
    /// <param name="thresholds">Least probability of a claim that is kept, by type, in [0, 1].</param>
    /// <param name="trust">How far the weights count against what the frame says, by type, in [0, 1].</param>
    /// <param name="triggers">What judges words; null for nothing.</param>
    /// <param name="calibration">How a score becomes a confidence; null for as it is.</param>
    internal ClaimAnnotator With(IReadOnlyDictionary<ulong, double> weights, ImmutableArray<double> thresholds, ImmutableArray<double> trust, TriggerReader? triggers, Calibration? calibration = null) =>
        new(this, new(weights.ToDictionary(w => w.Key, w => (int)Math.Round(w.Value * ClaimScorer.Scale)), thresholds, trust) { Calibration = calibration ?? Calibration.None }, triggers);

    /// <summary>The same reader with another judge of participants.</summary>
    /// <param name="weights">What it has learned; null for none, so that participants stay as the rules have them.</param>
    internal ClaimAnnotator With(ParticipantWeights? weights) => new(this, weights is null ? null : new ParticipantJudge(weights));

    /// <summary>Writes the weights of the scorer and of the networks of triggers; nothing where there are none.</summary>
    /// <param name="scorer">Where the scorer's go.</param>
    /// <param name="triggers">Where those of the networks of triggers go.</param>
    public void Save(Stream scorer, Stream triggers)
    {
        _scorer?.Save(scorer);
        foreach (var network in _triggers?.Networks ?? []) network.Save(triggers);
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
        var (drafts, triggers) = Drafts(scene, _triggers, cancel);
        var sorted = ClaimForms.Sort(document.Claims.AddRange(Claims(scene, drafts, triggers)));
        var read = PassingActors.LeaveOut(document with { Claims = sorted, Facets = _facets.Read(scene, sorted) });
        return read.Actors.Length < document.Actors.Length ? read with { Seen = document } : read;
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
        document = document.Seen ?? document;
        var scene = new ClaimScene(document, _frames);
        var trace = new ClaimTrace(scene, document.Sentences[sentence], words);
        var (drafts, triggers) = Drafts(scene, _triggers, cancel, trace);
        return trace.Close(drafts, Claims(scene, drafts, triggers, trace));
    }

    /// <summary>Everything that a frame matches, before the scorer chooses, for training.</summary>
    /// <param name="document">A document that has all of <see cref="Requires"/>.</param>
    public ImmutableArray<ClaimCandidate> Candidates(AnnotatedDocument document) => Candidates(document, null);

    /// <summary>Vectors of words that the network of triggers looks at.</summary>
    internal WordDirections Directions => _directions.Value;

    /// <summary>What the network of triggers looks at, by sentence; empty for sentences that give no claims.</summary>
    /// <param name="document">A document that has all of <see cref="Requires"/>.</param>
    internal ImmutableArray<TriggerWord[]> TriggerWords(AnnotatedDocument document)
    {
        var scene = new ClaimScene(document, _frames);
        var inputs = new TriggerInputs(scene, _directions.Value, Matches(scene, CancellationToken.None));
        return [.. document.Sentences.Select(sentence => Reads(sentence) ? inputs.Of(sentence) : [])];
    }

    /// <summary>Everything that a frame matches, before the scorer chooses, with what a network of triggers says of it.</summary>
    /// <param name="document">A document that has all of <see cref="Requires"/>.</param>
    /// <param name="network">The network; null for none.</param>
    internal ImmutableArray<ClaimCandidate> Candidates(AnnotatedDocument document, TriggerReader? network)
    {
        ArgumentNullException.ThrowIfNull(document);
        var scene = new ClaimScene(document, _frames);
        var (drafts, triggers) = Drafts(scene, network, CancellationToken.None);
        var features = new ClaimFeatures(scene, drafts, triggers);
        return [.. drafts.Select(draft => new ClaimCandidate([.. ClaimForms.Of(scene, draft)], [.. features.Of(draft)], draft.Confidence, draft.Type))];
    }

    /// <summary>Every draft of a meeting, with the actors who may take part in it.</summary>
    /// <param name="document">A document that has all of <see cref="Requires"/>.</param>
    internal IEnumerable<ParticipantCase> Meetings(AnnotatedDocument document)
    {
        var scene = new ClaimScene(document, _frames);
        foreach (var draft in Drafts(scene, _triggers, CancellationToken.None).Drafts)
        {
            if (draft.Type != ClaimType.Meeting) continue;
            var features = new ParticipantFeatures(scene, draft);
            yield return new([.. ClaimForms.Of(scene, draft)], [.. features.Candidates.Select(candidate => new ParticipantExample(candidate.Actor, [.. features.Of(candidate)]))]);
        }
    }

    // Headlines, captions and furniture give no claims.
    private static bool Reads(Sentence sentence) => sentence.Zone is not (ZoneKind.Furniture or ZoneKind.Title or ZoneKind.Caption);

    private ImmutableArray<Claim> Claims(ClaimScene scene, List<ClaimDraft> drafts, TriggerReading? triggers, ClaimTrace? trace = null)
    {
        var kept = _scorer is null ? drafts : _lists.Tell(scene, DoubledDeadlines.Join(RepeatedMentions.LeaveOut(scene, Likely(scene, drafts, _scorer, triggers, trace), trace), trace), trace);
        if (_participants is { } judge) kept = kept.ConvertAll(draft => judge.Settle(scene, draft, trace));
        var claims = StatementClaims.Of(scene.Document).AddRange(ClaimForms.Build(scene, kept, trace));
        return _events.Code(scene, MeetingKinds.Fill(scene, _facets.Set, claims));
    }

    private static List<ClaimDraft> Likely(ClaimScene scene, List<ClaimDraft> drafts, ClaimScorer scorer, TriggerReading? triggers, ClaimTrace? trace)
    {
        var features = new ClaimFeatures(scene, drafts, triggers, trace?.Names);
        var scores = new double[drafts.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var found = features.Of(drafts[i]);
            scores[i] = scorer.Score(drafts[i].Type, found, drafts[i].Confidence);
            trace?.Scored(drafts[i], found, scores[i], scorer);
        }

        var likely = new List<ClaimDraft>();
        HashSet<int> only = triggers is null ? [] : OnlyOnes(scene, drafts, scores, scorer, triggers);
        foreach (var i in only)
            if (scores[i] < scorer.Thresholds[(int)drafts[i].Type]) trace?.Best(drafts[i]);
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] >= scorer.Thresholds[(int)drafts[i].Type] || only.Contains(i))
                likely.Add(LateRoles.Fill(scene, drafts[i] with { Confidence = scorer.Calibration.Confidence(drafts[i].Type, scores[i]) }));
        return likely;
    }

    // Drafts of one type in a sentence lower each other's odds. Where the network is sure that the sentence tells the type and every one of them falls short, the best is kept,
    // unless another that is thinkable names somebody else as the doer: who does it is not settled by a hair's breadth.
    private static HashSet<int> OnlyOnes(ClaimScene scene, List<ClaimDraft> drafts, double[] scores, ClaimScorer scorer, TriggerReading triggers)
    {
        var best = new Dictionary<(int Sentence, ClaimType Type), int>();
        for (var i = 0; i < scores.Length; i++)
        {
            var told = (scene.SentenceIndex(drafts[i].Trigger), drafts[i].Type);
            if (!best.TryGetValue(told, out var other) || scores[i] > scores[other]) best[told] = i;
        }

        return [.. best.Where(one => scores[one.Value] >= LeastShare * scorer.Thresholds[(int)one.Key.Type] && triggers.Sentence(one.Key.Sentence, (int)one.Key.Type) >= SureOdds && !Disputed(one.Key, one.Value)).Select(one => one.Value)];

        // Drafts come sentence by sentence.
        bool Disputed((int Sentence, ClaimType Type) told, int first)
        {
            for (var i = first - 1; i >= 0 && scene.SentenceIndex(drafts[i].Trigger) == told.Sentence; i--)
                if (Differs(i)) return true;
            for (var i = first + 1; i < scores.Length && scene.SentenceIndex(drafts[i].Trigger) == told.Sentence; i++)
                if (Differs(i)) return true;
            return false;

            bool Differs(int i) => drafts[i].Type == told.Type && scores[i] >= LeastShare * scorer.Thresholds[(int)told.Type] && !drafts[i].By.SequenceEqual(drafts[first].By);
        }
    }

    // What frames match, and then what the network finds beside it, sentence by sentence.
    private (List<ClaimDraft> Drafts, TriggerReading? Triggers) Drafts(ClaimScene scene, TriggerReader? reader, CancellationToken cancel, ClaimTrace? trace = null)
    {
        var matches = Matches(scene, cancel, trace);
        if (reader is null) return (matches, null);
        var triggers = new TriggerReading(reader, scene, new(scene, _directions.Value, matches), Reads);
        var (drafts, earlier, next) = (new List<ClaimDraft>(matches.Count), new EarlierDrafts(), 0);
        for (var at = 0; at < scene.Document.Sentences.Length; at++)
        {
            var drafted = 0u;
            for (; next < matches.Count && scene.SentenceIndex(matches[next].Trigger) <= at; next++)
            {
                drafts.Add(matches[next]);
                earlier.Add([matches[next]]);
                drafted |= 1u << (int)matches[next].Type;
            }

            if (!Reads(scene.Document.Sentences[at])) continue;
            foreach (var (frame, token, confidence) in _proposals.In(triggers, at, drafted))
                if (Draft(scene, token, frame, earlier, trace) is { } draft) drafts.AddRange(JointActs.Split(scene, draft with { Confidence = confidence }));
        }

        return (drafts, triggers);
    }

    private List<ClaimDraft> Matches(ClaimScene scene, CancellationToken cancel, ClaimTrace? trace = null)
    {
        var drafts = new EarlierDrafts();
        foreach (var sentence in scene.Document.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            if (!Reads(sentence)) continue;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                if (IsInName(scene, token)) continue;
                Read(scene, token, _frames.Of(scene.Tokens[token].Lemma), drafts, trace);
                Read(scene, token, _frames.OfAny, drafts, trace);
            }
        }

        return drafts.All;
    }

    // "on NBC's Meet the Press": a verb with a capital in the middle of a sentence belongs to a name.
    private static bool IsInName(ClaimScene scene, int token)
    {
        if (scene.Tokens[token].Upos != "VERB" || token == scene.SentenceOf(token).FirstToken || scene.Tokens[token - 1].Upos == "PUNCT") return false;
        var form = scene.Document.Form(token);
        return form.Length > 1 && char.IsUpper(form[0]) && char.IsLower(form[1]);
    }

    private static void Read(ClaimScene scene, int token, ImmutableArray<(char Part, Frame Frame)> frames, EarlierDrafts drafts, ClaimTrace? trace)
    {
        foreach (var (part, frame) in frames)
            if (!FrameSet.Fits(part, scene.Tokens[token])) trace?.Unfit(frame, token, part);
            else if (Draft(scene, token, frame, drafts, trace) is { } draft) drafts.Add(JointActs.Split(scene, draft));
    }

    private static ClaimDraft? Draft(ClaimScene scene, int token, Frame frame, EarlierDrafts drafts, ClaimTrace? trace)
    {
        if (FrameMatcher.Match(scene, frame, token, trace) is not { } draft) return null;
        if (Details.TryGetValue(draft.Type, out var detail))
        {
            if (detail.Complete(scene, draft, drafts) is not { } completed)
            {
                trace?.Tried(frame, token, TrialOutcome.Incomplete);
                return null;
            }

            draft = completed;
        }

        if (!Assertion.Holds(scene, draft))
        {
            trace?.Unasserted(frame, token);
            return null;
        }

        trace?.Tried(frame, token, TrialOutcome.Matched);
        return CoreSpans.Cut(scene, ClaimVoices.Settle(scene, EarlierActs.Fill(scene, RoleFallbacks.Fill(scene, draft), drafts)));
    }
}
