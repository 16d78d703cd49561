using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Has the last word on who takes part in a meeting that was kept: leaves out whom the words around make unlikely, and names whom they make likely.</summary>
/// <param name="weights">What it has learned.</param>
internal sealed class ParticipantJudge(ParticipantWeights weights)
{
    // Below the first, the rules' choice is left out; from the second on somebody takes part whom they did not find.
    private const double Least = 0.25, Named = 0.6;

    /// <summary>The draft with its participants settled; any other than of a meeting is left as it is.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="draft">A kept draft, its roles filled.</param>
    /// <param name="trace">Is told what was changed; null where nobody asks.</param>
    public ClaimDraft Settle(ClaimScene scene, ClaimDraft draft, ClaimTrace? trace = null)
    {
        if (draft.Type != ClaimType.Meeting) return draft;
        var features = new ParticipantFeatures(scene, draft);
        var probabilities = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var candidate in features.Candidates) probabilities[candidate.Actor] = weights.Probability(features.Of(candidate));
        var stay = draft.Participants.RemoveAll(actor => probabilities[actor] < Least);
        var settled = stay;
        // "with A and then with B": A is met apart.
        var apart = draft.Words.TryGetValue("apart", out var words) ? words.SelectMany(word => ActorFinder.At(scene, word)).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var (actor, probability) in probabilities.OrderByDescending(actor => actor.Value).ThenBy(actor => actor.Key, StringComparer.Ordinal))
            if (probability >= Named && !apart.Contains(actor) && !stay.Contains(actor) && !features.IsPartOf(actor, settled)) settled = settled.Add(actor);

        // A meeting of one is no meeting.
        if (settled.SequenceEqual(draft.Participants) || (settled.Length == 1 && draft.Participants.Length != 1)) return draft;
        trace?.Settled(draft, settled, probabilities);
        return draft with { Participants = settled };
    }
}
