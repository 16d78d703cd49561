using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds to whom an act is done, said or offered where the frame's own paths lead to nobody.</summary>
internal static class TargetFinder
{
    private const int MostSteps = 3;

    /// <summary>Ids of the actors; empty where the sentence names none.</summary>
    public static IEnumerable<string> Of(ClaimScene scene, ClaimDraft draft)
    {
        var what = draft.WhatHead;
        var apart = what >= 0 && what != draft.Trigger;
        switch (draft.Type)
        {
            case ClaimType.Demand:
                if (apart && scene.Tokens[what].Relation is "ccomp" or "xcomp" && Subjects.Surface(scene.Trees, what) is var asked and >= 0) return ActorFinder.Suffering(scene, asked);
                if (Beside(scene, draft.Trigger, "on", "of", "to", "from", "for") is { Count: > 0 } pressed) return pressed;
                return apart && RoleFallbacks.Owning(scene, draft.Word("to") is var word and >= 0 ? word : what) is { } owner ? [owner] : [];
            case ClaimType.Accusation when !apart && what >= 0:
                return Subjects.Surface(scene.Trees, what) is var accused and >= 0 ? ActorFinder.Suffering(scene, accused) : [];
            case ClaimType.Accusation or ClaimType.Rejection when apart:
                if (scene.Trees.IsVerbal(what) && Subjects.Surface(scene.Trees, what) is var doer and >= 0) return ActorFinder.Suffering(scene, doer) is { Count: > 0 } doers && !doers.TrueForAll(d => draft.By.Contains(d)) ? doers : Within(scene, what, "with", "to", "from", "by");
                if ((RoleFallbacks.Owning(scene, what) ?? (scene.Trees.Child(what, "nmod") is var part and >= 0 && scene.Trees.HasMarker(part, "of") ? RoleFallbacks.Owning(scene, part) : null)) is { } whose) return [whose];
                return ActorFinder.Suffering(scene, what) is { Count: > 0 } refused ? refused : Within(scene, what, "with", "to", "from", "by");
            case ClaimType.Threat when apart && scene.Trees.IsVerbal(what) && Subjects.Surface(scene.Trees, what) is var warned and >= 0 && Others(draft, ActorFinder.Suffering(scene, warned)) is { Count: > 0 } addressed:
                return addressed;
            case ClaimType.Incident or ClaimType.Measure or ClaimType.Threat:
                return Suffering(scene, draft);
            case ClaimType.Offer or ClaimType.Commitment:
                if (Beside(scene, draft.Trigger, "to", "with") is { Count: > 0 } given) return given;
                if (apart && scene.Trees.IsVerbal(what) && scene.Is(scene.Tokens[what].Lemma, "giving") && Subjects.Patient(scene.Trees, what) is var receiver and >= 0 && ActorFinder.Suffering(scene, receiver) is { Count: > 0 } received) return received;
                return apart ? Within(scene, what, "to", "for", "with") : [];
            case ClaimType.Acceptance:
                if (Beside(scene, draft.Trigger, "with") is { Count: > 0 } partners) return partners;
                return apart && scene.Tokens[what].Upos is "NOUN" or "PROPN" && RoleFallbacks.Owning(scene, what) is { } author ? [author] : [];
            case ClaimType.Deadline:
                return Beside(scene, draft.Trigger, "for", "to", "against") is { Count: > 0 } told ? told : apart && scene.Trees.IsVerbal(what) && Subjects.Surface(scene.Trees, what) is var bound and >= 0 ? ActorFinder.Suffering(scene, bound) : [];
            case ClaimType.Condition:
                return [];
            default:
                return [];
        }
    }

    // Whom a blow or a measure hits: its object, else whoever stands behind "on", "against" and the like, there or at the object.
    private static IEnumerable<string> Suffering(ClaimScene scene, ClaimDraft draft)
    {
        var verbal = scene.Trees.IsVerbal(draft.Trigger);
        var patient = verbal ? Subjects.Patient(scene.Trees, draft.Trigger) : -1;
        // "raised its tariffs on Norwegian goods": the tariffs are the taker's own.
        if (patient >= 0 && draft.Type == ClaimType.Measure && scene.Is(scene.Tokens[patient].Lemma, "sanction") && (Struck(scene, draft, draft.Trigger) ?? Struck(scene, draft, patient)) is { } struck) return [struck];
        if (patient >= 0 && Others(draft, Owned(scene, patient, draft.Type)) is { Count: > 0 } hit) return hit;
        if (patient >= 0 && draft.Type == ClaimType.Measure && Given(scene, patient) is { Count: > 0 } given) return given;
        if (Beside(scene, draft.Trigger, "on", "against", "at", "to", "for", "into", "with") is { Count: > 0 } aimed) return aimed;
        if (patient >= 0 && Beside(scene, patient, "on", "against", "at", "to", "for", "into") is { Count: > 0 } meant) return meant;
        if (draft.Type == ClaimType.Measure && (Struck(scene, draft, draft.Trigger) ?? (patient >= 0 ? Struck(scene, draft, patient) : null)) is { } owner) return [owner];
        if (verbal) return [];
        if (draft.Type == ClaimType.Measure && Laid(scene, draft.Trigger) is { Count: > 0 } laid) return laid;
        if (draft.Type == ClaimType.Incident && Beside(scene, draft.Trigger, "of") is { Count: > 0 } victims) return victims;
        var head = scene.Tokens[draft.Trigger].Head;
        return head >= 0 && scene.Trees.IsVerbal(head) && scene.Tokens[draft.Trigger].Relation == "obj" ? Beside(scene, head, "on", "against", "to", "for") : [];
    }

    // "sanctions on Norway's oil", "a ban on Norwegian ships", "froze its assets": whose it is that the measure hits.
    private static string? Struck(ClaimScene scene, ClaimDraft draft, int word)
    {
        foreach (var child in scene.Trees.ChildrenOf(word))
            if (scene.Trees.Marker(child) is "on" or "against" or "over" && RoleFallbacks.Owning(scene, child) is { } behind && !draft.By.Contains(behind)) return behind;
        var lemma = scene.Tokens[word].Lemma;
        if (word == draft.Trigger || scene.Is(lemma, "sanction") || scene.Is(lemma, "aid") || scene.Is(lemma, "act") || scene.Is(lemma, "troops") || scene.Is(lemma, "arms")) return null;
        return RoleFallbacks.Owning(scene, word) is { } owner && !draft.By.Contains(owner) ? owner : null;
    }

    // "sanctions placed on Oslo", "arms destined for the front".
    private static List<string> Laid(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (child > noun && scene.Tokens[child] is { Relation: "acl", Xpos: "VBN" or "VBD" } && Beside(scene, child, "on", "against", "for", "to") is { Count: > 0 } actors) return actors;
        return [];
    }

    // "gave Oslo aid": the parser often takes the receiver for a part of the gift.
    private static List<string> Given(ClaimScene scene, int gift)
    {
        foreach (var child in scene.Trees.ChildrenOf(gift))
            if (scene.Tokens[child] is { Relation: "compound", Upos: "PROPN" } && ActorFinder.Suffering(scene, child) is { Count: > 0 } receivers) return receivers;
        return [];
    }

    private static List<string> Others(ClaimDraft draft, List<string> actors) => actors.FindAll(actor => !draft.By.Contains(actor));

    private static List<string> Owned(ClaimScene scene, int word, ClaimType type)
    {
        if (ActorFinder.Suffering(scene, word) is { Count: > 0 } actors) return actors;
        return type == ClaimType.Incident && RoleFallbacks.Owning(scene, word) is { } owner ? [owner] : [];
    }

    // The actors in a phrase with one of the prepositions right at a word.
    private static List<string> Beside(ClaimScene scene, int word, params ReadOnlySpan<string> markers)
    {
        foreach (var child in scene.Trees.ChildrenOf(word))
        {
            if (scene.Tokens[child].Relation == "iobj" && ActorFinder.Suffering(scene, child) is { Count: > 0 } receivers) return receivers;
            if (!Dependencies.Matches(scene.Tokens[child].Relation, "obl") && !Dependencies.Matches(scene.Tokens[child].Relation, "nmod")) continue;
            if (markers.Contains(scene.Trees.Marker(child)) && ActorFinder.Suffering(scene, child) is { Count: > 0 } actors) return actors;
        }

        return [];
    }

    // The same, down the objects of an act: "to hold talks with Oslo".
    private static List<string> Within(ClaimScene scene, int act, params ReadOnlySpan<string> markers)
    {
        for (var (at, steps) = (act, 0); at >= 0 && steps < MostSteps; at = scene.Trees.Child(at, "obj"), steps++)
            if (Beside(scene, at, markers) is { Count: > 0 } actors) return actors;
        return [];
    }
}
