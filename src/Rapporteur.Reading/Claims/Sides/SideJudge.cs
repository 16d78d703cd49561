using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Has the last word on who acts and who takes part in a kept claim: leaves out whom the words around make unlikely, and names whom they make likely where the rules found nobody or somebody far less likely.</summary>
/// <param name="weights">What it has learned.</param>
internal sealed class SideJudge(SideWeights weights)
{
    /// <summary>Probability from which an actor is named whom the rules did not find.</summary>
    public const double Named = 0.5;

    // Below this the rules' choice is left out; of those who act it has to be likelier, since a wrong one puts words into a mouth.
    private const double ActsLeast = 0.3, TakesPartLeast = 0.25;

    // So much likelier has another one to be who takes a place.
    private const double Lead = 0.3;

    /// <summary>The draft with its sides settled.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="draft">A kept draft, its roles filled.</param>
    /// <param name="trace">Is told what was changed; null where nobody asks.</param>
    public ClaimDraft Settle(ClaimScene scene, ClaimDraft draft, ClaimTrace? trace = null)
    {
        var candidates = new SideCandidates(scene, draft);
        var features = new SideFeatures(scene, draft, candidates);
        var acts = new Dictionary<string, double>(StringComparer.Ordinal);
        var takesPart = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var candidate in candidates.All)
        {
            var seen = features.Of(candidate);
            acts[candidate.Actor] = weights.Probability(0, seen);
            if (draft.Type == ClaimType.Meeting) takesPart[candidate.Actor] = weights.Probability(1, seen);
        }

        var by = Acting(draft.By, acts);
        var participants = draft.Type == ClaimType.Meeting ? TakingPart(draft.Participants, takesPart) : draft.Participants;
        var changed = !by.SequenceEqual(draft.By);
        if (!changed && participants.SequenceEqual(draft.Participants)) return draft;
        trace?.Settled(draft, by, acts, participants, takesPart);
        return draft with { By = by, Participants = participants, Holder = !changed || by.IsEmpty ? draft.Holder : scene.ReporterAt(draft.Trigger, by) };
    }

    private static ImmutableArray<string> Acting(ImmutableArray<string> by, Dictionary<string, double> acts)
    {
        var stay = by.RemoveAll(actor => acts[actor] < ActsLeast);
        var best = Likeliest(acts);
        return best is null || stay.Contains(best) || stay.Any(actor => acts[actor] >= acts[best] - Lead) ? stay : [best];
    }

    private static ImmutableArray<string> TakingPart(ImmutableArray<string> participants, Dictionary<string, double> takesPart)
    {
        var stay = participants.RemoveAll(actor => takesPart[actor] < TakesPartLeast);
        return stay.AddRange(takesPart.Where(actor => actor.Value >= Named && !stay.Contains(actor.Key)).OrderByDescending(actor => actor.Value).ThenBy(actor => actor.Key, StringComparer.Ordinal).Select(actor => actor.Key));
    }

    private static string? Likeliest(Dictionary<string, double> probabilities)
    {
        var best = (Actor: (string?)null, Probability: Named);
        foreach (var (actor, probability) in probabilities)
            if (probability > best.Probability || (probability == best.Probability && (best.Actor is null || string.CompareOrdinal(actor, best.Actor) < 0))) best = (actor, probability);
        return best.Actor;
    }
}
