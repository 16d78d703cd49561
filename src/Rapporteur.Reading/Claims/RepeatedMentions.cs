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
        var told = new List<ClaimDraft>();
        foreach (var draft in drafts)
        {
            var mayRepeat = draft.Type is ClaimType.Meeting or ClaimType.Acceptance or ClaimType.Measure;
            if (mayRepeat && IsRepeated(scene, draft, told))
            {
                trace?.Repeated(draft);
                continue;
            }

            kept.Add(draft);
            if (mayRepeat) told.Add(draft);
        }

        return kept;
    }

    private static bool IsRepeated(ClaimScene scene, ClaimDraft draft, List<ClaimDraft> told)
    {
        if (draft.When is not null || draft.Where is not null || draft.Quantities.Length > 0) return false;
        if (draft.Type == ClaimType.Meeting ? draft.Participants.IsEmpty || !IsThought(draft) : draft.What is null) return false;
        var sentence = scene.SentenceIndex(draft.Trigger);
        foreach (var earlier in told)
        {
            if (earlier.Type != draft.Type || earlier.Polarity != draft.Polarity || scene.SentenceIndex(earlier.Trigger) == sentence) continue;
            if (draft.Type == ClaimType.Meeting ? IsWithin(draft.Participants, earlier.Participants) : IsSame(scene, earlier, draft)) return true;
        }

        return false;
    }

    /// <summary>A meeting that nobody has held, set or refused: only floated, proposed or called for.</summary>
    private static bool IsThought(ClaimDraft draft) => draft.Status is ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Agreed;

    private static bool IsSame(ClaimScene scene, ClaimDraft earlier, ClaimDraft draft)
    {
        if (draft.Status != earlier.Status || !IsWithin(draft.By, earlier.By) || !IsWithin(draft.To, earlier.To)) return false;
        if (draft.Type == ClaimType.Measure && scene.Tokens[draft.Trigger].Upos != "NOUN") return false;
        var before = Words(scene, earlier.What);
        return before.Count > 0 && Words(scene, draft.What) is { Count: > 0 } words && words.IsSubsetOf(before);
    }

    private static bool IsWithin(IReadOnlyList<string> actors, IReadOnlyList<string> others)
    {
        foreach (var actor in actors)
            if (!others.Contains(actor)) return false;
        return true;
    }

    private static HashSet<string> Words(ClaimScene scene, TextSpan? span)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (span is not { } known) return words;
        foreach (var token in scene.Tokens)
            if (known.Contains(token.Span) && token.Upos is "NOUN" or "PROPN" or "VERB" or "ADJ") words.Add(token.Lemma);
        return words;
    }
}
