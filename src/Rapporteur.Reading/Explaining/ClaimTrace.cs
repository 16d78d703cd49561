using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Takes notes of one sentence while claims are read. The reader hands it on as null when nobody asked.</summary>
internal sealed class ClaimTrace(ClaimScene scene, Sentence sentence, FeatureWords words)
{
    private readonly List<FrameTrial> _frames = [];
    private readonly Dictionary<ClaimDraft, Verdict> _verdicts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Frame, int Token), (string Frame, int Token)> _twins = [];
    private readonly HashSet<(string Frame, int Token)> _repeated = [];
    private readonly HashSet<ClaimDraft> _best = new(ReferenceEqualityComparer.Instance);
    private readonly List<(ClaimDraft Draft, ClaimDraft Opening)> _listed = [];
    private readonly Dictionary<(string Frame, int Token), ImmutableArray<SettledParticipant>> _settled = [];

    private readonly record struct Verdict(double Probability, double Threshold, ImmutableArray<WeighedFeature> Features);

    /// <summary>What the hashes of features stand for.</summary>
    public FeatureNames Names { get; } = new();

    public void Tried(Frame frame, int token, TrialOutcome outcome, string test = "")
    {
        if (IsHere(token)) _frames.Add(new(frame.Id, token, IsOnAny(frame, token), outcome, test));
    }

    /// <summary>The word is of another part of speech; told only where the frame names the word.</summary>
    public void Unfit(Frame frame, int token, char part)
    {
        if (!IsOnAny(frame, token)) Tried(frame, token, TrialOutcome.PartOfSpeech, part.ToString());
    }

    public void Unasserted(Frame frame, int token) =>
        Tried(frame, token, TrialOutcome.NotAsserted, ActReality.Of(scene, token).ToString().ToLowerInvariant());

    public void Scored(ClaimDraft draft, IReadOnlyList<ulong> features, double score, ClaimScorer scorer)
    {
        if (!IsHere(draft.Trigger)) return;
        var weighed = features.Distinct().Select(feature => (Feature: feature, Weight: scorer.Weight(draft.Type, feature) * features.Count(f => f == feature))).Where(f => f.Weight != 0)
            .Select(f => new WeighedFeature(words.Of(Names, f.Feature), f.Weight));
        _verdicts[draft] = new(score, scorer.Thresholds[(int)draft.Type],
            [.. weighed.OrderByDescending(f => Math.Abs(f.Weight)).ThenBy(f => f.Words, StringComparer.Ordinal)]);
    }

    public void Best(ClaimDraft draft)
    {
        if (IsHere(draft.Trigger)) _best.Add(draft);
    }

    public void Repeated(ClaimDraft draft)
    {
        if (IsHere(draft.Trigger)) _repeated.Add((draft.Frame.Id, draft.Trigger));
    }

    public void Twins(ClaimDraft kept, ClaimDraft left)
    {
        if (IsHere(left.Trigger)) _twins[(left.Frame.Id, left.Trigger)] = (kept.Frame.Id, kept.Trigger);
    }

    public void Listed(ClaimDraft draft, ClaimDraft opening)
    {
        if (IsHere(draft.Trigger)) _listed.Add((draft, opening));
    }

    public void Settled(ClaimDraft draft, ImmutableArray<string> participants, IReadOnlyDictionary<string, double> probabilities)
    {
        if (!IsHere(draft.Trigger)) return;
        _settled[(draft.Frame.Id, draft.Trigger)] =
            [.. draft.Participants.Except(participants).Select(actor => new SettledParticipant(actor, probabilities[actor], false)), .. participants.Except(draft.Participants).Select(actor => new SettledParticipant(actor, probabilities[actor], true))];
    }

    public ClaimExplanation Close(List<ClaimDraft> drafts, ImmutableArray<Claim> claims) => new(
        scene.Tokens,
        [.. _frames],
        [.. drafts.Where(draft => IsHere(draft.Trigger)).Select(Trial), .. _listed.Select(listed => Trial(listed.Draft) with { Fate = DraftFate.Listed, Opening = listed.Opening.Trigger })],
        ClaimForms.Sort([.. claims.Where(claim => claim.Evidence == sentence.Span)]));

    private DraftTrial Trial(ClaimDraft draft)
    {
        var verdict = _verdicts.TryGetValue(draft, out var scored) ? scored : new(draft.Confidence, 0, []);
        var best = _best.Contains(draft);
        var unlikely = verdict.Probability < verdict.Threshold && !best;
        var twin = !unlikely && _twins.TryGetValue((draft.Frame.Id, draft.Trigger), out var kept) ? kept : ((string Frame, int Token)?)null;
        return new()
        {
            Frame = draft.Frame.Id,
            Token = draft.Trigger,
            Claims = [.. ClaimForms.Of(scene, draft)],
            Prior = draft.Confidence,
            Probability = verdict.Probability,
            Threshold = verdict.Threshold,
            Features = verdict.Features,
            Fate = unlikely ? DraftFate.Unlikely : _repeated.Contains((draft.Frame.Id, draft.Trigger)) ? DraftFate.Repeated : twin is not null ? DraftFate.Twin : best ? DraftFate.Best : DraftFate.Kept,
            TwinOf = twin?.Frame,
            TwinToken = twin?.Token,
            Participants = _settled.GetValueOrDefault((draft.Frame.Id, draft.Trigger), []),
        };
    }

    private bool IsHere(int token) => token >= sentence.FirstToken && token < sentence.EndToken;

    private bool IsOnAny(Frame frame, int token)
    {
        foreach (var trigger in frame.Triggers)
            if (trigger.Lemma == scene.Tokens[token].Lemma) return false;
        return frame.Triggers.Any(trigger => trigger.Lemma == "*");
    }
}
