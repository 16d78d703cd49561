using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds who does what to whom where a noun only points back to an act that was told before: "the attack killed three", "the fighting goes on".</summary>
internal static class EarlierActs
{
    private const int Reach = 12;

    /// <summary>The draft with the sides of the earlier act where its own sentence names none.</summary>
    public static ClaimDraft Fill(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        if (draft.Type != ClaimType.Incident) return draft;
        if (draft.By.IsEmpty && draft.To.IsEmpty && Between(scene, draft.Trigger) is { Count: > 1 } sides) return draft with { By = [sides[0]], To = [.. sides.Skip(1)] };
        if (draft.By.Length == 1 && draft.To.IsEmpty && Between(scene, draft.Trigger) is { Count: > 1 } others && others.Contains(draft.By[0])) return draft with { To = [.. others.Where(other => other != draft.By[0])] };
        if (!draft.By.IsEmpty) return draft;
        var noun = scene.Tokens[draft.Trigger].Upos == "NOUN" ? draft.Trigger : draft.Word("by");
        if (noun < 0 || Subjects.IsPassive(scene.Trees, draft.Trigger)) noun = Means(scene, draft.Trigger);
        if (noun < 0 || scene.Tokens[noun].Upos != "NOUN") return draft;
        if (noun != draft.Trigger && RoleFallbacks.Owning(scene, noun) is { } owner) return draft with { By = [owner], To = [.. draft.To.Where(to => to != owner)] };
        if (noun != draft.Trigger && scene.KindOf(scene.Tokens[noun].Lemma) is not null && Against(scene, noun) is { } other && !draft.To.Contains(other)) return draft with { By = [other] };
        if (!IsDefinite(scene, noun) || Last(scene, noun, earlier) is not { } before) return draft;
        return draft with { By = before.By, To = draft.To.IsEmpty ? [.. before.To.Where(to => !before.By.Contains(to))] : draft.To };
    }

    // "fighting between A and B", "fighting resumed between A and B".
    private static List<string> Between(ClaimScene scene, int act)
    {
        foreach (var at in (ReadOnlySpan<int>)[act, scene.Tokens[act].Head])
        {
            if (at < 0) continue;
            foreach (var child in scene.Trees.ChildrenOf(at))
                if (child > act && scene.Trees.HasMarker(child, "between")) return ActorFinder.At(scene, child);
        }

        // "shelling and an exchange of fire between A and B"
        foreach (var joined in scene.Trees.ChildrenOf(act))
            if (joined > act && scene.Tokens[joined] is { Relation: "conj", Upos: "NOUN" })
                foreach (var child in scene.Trees.ChildrenOf(joined))
                    if (child > joined && scene.Trees.HasMarker(child, "between")) return ActorFinder.At(scene, child);

        return [];
    }

    // "were killed in a battle": the noun of the act by which it was done.
    private static int Means(ClaimScene scene, int verb)
    {
        foreach (var child in scene.Trees.ChildrenOf(verb))
            if (Dependencies.Matches(scene.Tokens[child].Relation, "obl") && scene.Trees.Marker(child) is "in" or "by" or "during" or "after" && scene.KindOf(scene.Tokens[child].Lemma) is not null) return child;
        return -1;
    }

    // "a battle with the rebels".
    private static string? Against(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Trees.Marker(child) is "with" or "against" && ActorFinder.One(scene, child) is { } other) return other;
        return null;
    }

    private static bool IsDefinite(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Tokens[child].Relation == "det") return scene.Tokens[child].Lemma is "the" or "this" or "these" or "that" or "those";
        return false;
    }

    // The nearest act of the same word or kind, a few sentences back at most.
    private static ClaimDraft? Last(ClaimScene scene, int noun, EarlierDrafts earlier)
    {
        var lemma = scene.Tokens[noun].Lemma;
        var kind = scene.KindOf(lemma);
        var sentence = scene.SentenceIndex(noun);
        for (var i = earlier.Incidents.Count - 1; i >= 0; i--)
        {
            var other = earlier.Incidents[i];
            if (other.By.IsEmpty || other.Trigger >= noun) continue;
            if (sentence - scene.SentenceIndex(other.Trigger) > Reach) return null;
            if (scene.Tokens[other.Trigger].Lemma == lemma || (kind is not null && kind == other.Kind)) return other;
        }

        return null;
    }
}
