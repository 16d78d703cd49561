using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Leaves out what a later sentence only mentions again: a meeting that is merely thought of, an acceptance or a measure of which an earlier draft says as much.</summary>
internal static class RepeatedMentions
{
    /// <summary>The drafts without such mentions, in their order.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="drafts">Drafts in the order of the text.</param>
    /// <param name="trace">Is told of each that is left out; null where nobody asks.</param>
    public static List<ClaimDraft> LeaveOut(ClaimScene scene, List<ClaimDraft> drafts, ClaimTrace? trace)
    {
        var kept = new List<ClaimDraft>(drafts.Count);
        var told = new List<Told>();
        foreach (var draft in drafts)
        {
            var mayRepeat = draft.Type is ClaimType.Meeting or ClaimType.Acceptance or ClaimType.Measure;
            var mention = mayRepeat ? new Told(draft, scene.SentenceIndex(draft.Trigger), Words(scene, draft)) : null;
            if (mention is not null && IsRepeated(scene, mention, told))
            {
                trace?.Repeated(draft);
                continue;
            }

            kept.Add(draft);
            if (mention is not null) told.Add(mention);
        }

        return kept;
    }

    private static bool IsRepeated(ClaimScene scene, Told mention, List<Told> told)
    {
        var draft = mention.Draft;
        if (draft.When is not null || draft.Where is not null || draft.Quantities.Length > 0) return false;
        if (draft.Type == ClaimType.Meeting ? draft.Participants.IsEmpty || !IsThought(draft) : draft.What is null) return false;
        foreach (var earlier in told)
        {
            if (earlier.Draft.Type != draft.Type || earlier.Draft.Polarity != draft.Polarity || earlier.Sentence == mention.Sentence) continue;
            if (draft.Type == ClaimType.Meeting ? IsWithin(draft.Participants, earlier.Draft.Participants) : IsSame(scene, earlier, mention)) return true;
        }

        return false;
    }

    /// <summary>A meeting that nobody has held, set or refused: only floated, proposed or called for.</summary>
    private static bool IsThought(ClaimDraft draft) => draft.Status is ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Agreed;

    private static bool IsSame(ClaimScene scene, Told earlier, Told mention)
    {
        var (before, draft) = (earlier.Draft, mention.Draft);
        if (draft.Status != before.Status || !IsWithin(draft.By, before.By) || !IsWithin(draft.To, before.To)) return false;
        if (draft.Type == ClaimType.Measure && scene.Tokens[draft.Trigger].Upos != "NOUN") return false;
        return earlier.Words.Count > 0 && mention.Words.Count > 0 && mention.Words.IsSubsetOf(earlier.Words);
    }

    private static bool IsWithin(IReadOnlyList<string> actors, IReadOnlyList<string> others)
    {
        foreach (var actor in actors)
            if (!others.Contains(actor)) return false;
        return true;
    }

    // Told of acceptances and measures only: meetings are compared by who takes part.
    private static HashSet<string> Words(ClaimScene scene, ClaimDraft draft)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (draft.Type == ClaimType.Meeting || draft.What is not { } known) return words;
        foreach (var t in scene.TokensIn(known))
            if (scene.Tokens[t].Upos is "NOUN" or "PROPN" or "VERB" or "ADJ") words.Add(scene.Tokens[t].Lemma);
        return words;
    }

    /// <summary>A draft that was kept, with its sentence and the words of what it is about.</summary>
    private sealed record Told(ClaimDraft Draft, int Sentence, HashSet<string> Words);
}
