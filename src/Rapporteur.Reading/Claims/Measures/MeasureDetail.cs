using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in how a measure stands, by whom and against whom.</summary>
internal sealed class MeasureDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Measure;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier)
    {
        var by = draft.By;
        var to = draft.To;
        if (scene.Tokens[draft.Trigger].Upos == "NOUN")
        {
            foreach (var child in scene.Trees.ChildrenOf(draft.Trigger))
            {
                if (!Dependencies.Matches(scene.Tokens[child].Relation, "nmod")) continue;
                if (scene.Trees.Marker(child) is "on" or "against" or "to" or "for" or "over" && to.IsEmpty) to = [.. ActorFinder.Suffering(scene, child)];
            }

            if (by.IsEmpty && Subjects.Owner(scene.Trees, draft.Trigger) is var owner and >= 0 && scene.Trees.Marker(owner) != "of" && RoleFallbacks.Owning(scene, owner) is { } own) by = [own];
            var head = scene.Tokens[draft.Trigger].Head;
            if (head >= 0 && scene.Is(scene.Tokens[head].Lemma, "suffering") && scene.Tokens[draft.Trigger].Relation == "obj" && Subjects.Agent(scene.Trees, head) is var sufferer and >= 0)
            {
                to = [.. ActorFinder.At(scene, sufferer)];
                by = [.. AlternativeActs.Announcer(scene, head, to)];
            }
            else if (head >= 0 && scene.Tokens[head].Lemma is "threaten" && scene.Trees.HasMarker(draft.Trigger, "with"))
            {
                by = [.. ActorFinder.At(scene, Subjects.Agent(scene.Trees, head))];
                to = [.. ActorFinder.At(scene, Subjects.Patient(scene.Trees, head))];
            }
            else if (by.IsEmpty && head >= 0 && scene.Trees.IsVerbal(head) && scene.Tokens[draft.Trigger].Relation == "obj" && IsDoing(scene, head) && Subjects.Agent(scene.Trees, head) is var agent and >= 0)
                by = [.. ActorFinder.At(scene, agent)];
        }

        if (by.IsEmpty && scene.Tokens[draft.Trigger].Upos == "NOUN") by = [.. Announcing(scene, draft.Trigger)];
        if (by.IsEmpty && to.IsEmpty && IsTalkedOf(scene, draft.Trigger)) return null;
        return draft with { By = by, To = [.. to.Where(t => !by.Contains(t))], Status = StatusOf(scene, draft), Quantities = Quantities.In(scene, draft.What) };
    }

    // "tariffs on Italy, a threat he has raised", "they are working on guarantees".
    private static List<string> Announcing(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Tokens[child] is { Relation: "appos" or "conj", Lemma: "threat" or "promise" or "pledge" } && scene.Trees.Child(child, "acl:relcl") is var told and >= 0)
                return ActorFinder.At(scene, Subjects.Agent(scene.Trees, told));
        return scene.Tokens[noun] is { Relation: "obl", Head: >= 0 and var verb } && scene.Tokens[verb].Lemma == "work" && scene.Trees.HasMarker(noun, "on") ? ActorFinder.At(scene, Subjects.Agent(scene.Trees, verb)) : [];
    }

    // Whoever rejects, wants or welcomes a measure is not who takes it.
    private static bool IsDoing(ClaimScene scene, int verb)
    {
        var lemma = scene.Tokens[verb].Lemma;
        return !(scene.Is(lemma, "governs:refused") || scene.Is(lemma, "governs:wanted") || lemma is "accept" or "welcome" or "back" or "support" or "criticize" or "criticise" or "condemn" or "fear" or "discuss");
    }

    // "Sanctions are a tool": named as a kind of thing, not as an act.
    private static bool IsTalkedOf(ClaimScene scene, int noun)
    {
        var t = scene.Tokens[noun];
        if (t.Upos != "NOUN" || t.Relation != "nsubj" || t.Head < 0 || !scene.Trees.Has(t.Head, "cop")) return false;
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Tokens[child].Relation is "det" or "amod" or "nummod" or "compound" || Dependencies.Matches(scene.Tokens[child].Relation, "nmod")) return false;
        return true;
    }

    private static ClaimStatus StatusOf(ClaimScene scene, ClaimDraft draft)
    {
        var trees = scene.Trees;
        for (var (at, steps) = (draft.Trigger, 0); at >= 0 && steps < 4; at = scene.Tokens[at].Head, steps++)
        {
            var token = scene.Tokens[at];
            foreach (var child in trees.ChildrenOf(at))
                if (scene.Tokens[child].Relation is "amod" && scene.Tokens[child].Lemma is "possible" or "potential" or "further" or "new") return ClaimStatus.Threatened;
            if (Hedges.HasModal(trees, at, "may", "might", "could")) return ClaimStatus.Threatened;
            if (Hedges.HasModal(trees, at, "should", "must")) return ClaimStatus.Urged;
            if (Hedges.IsFuture(trees, at) || Hedges.HasModal(trees, at, "would")) return scene.Tokens[draft.Trigger] is { Upos: "NOUN", Lemma: "sanction" or "tariff" or "embargo" } ? ClaimStatus.Threatened : ClaimStatus.Planned;
            if (at == draft.Trigger && token.Xpos is "VB" or "VBN" && trees.HasMarker(at, "to") && scene.Tokens[at].Head < 0) return ClaimStatus.Planned;
            if (scene.Is(token.Lemma, "lifting") && at != draft.Trigger) return ClaimStatus.Ended;
            if (token.Lemma == "suspend" && IsOfUse(scene, at)) return ClaimStatus.Imposed;
            if (token.Lemma is "lift" or "ease" or "suspend") return ClaimStatus.Ended;
            if (IsToBe(scene, at) || token is { Upos: "VERB", Lemma: "pledge" or "promise" }) return ClaimStatus.Planned;
            if (at != draft.Trigger && scene.Is(token.Lemma, "threatening")) return ClaimStatus.Threatened;
            if (at != draft.Trigger && scene.Is(token.Lemma, "urging")) return ClaimStatus.Urged;
            if (at != draft.Trigger && scene.Is(token.Lemma, "planning")) return ClaimStatus.Planned;
            if (trees.IsVerbal(at) && (token.Relation is not ("xcomp" or "acl" or "advcl") || (token.Xpos == "VBD" && trees.Has(at, "nsubj")))) break;
        }

        switch (scene.RealityOf(draft.Trigger))
        {
            case Reality.Wanted: return ClaimStatus.Urged;
            case Reality.Meant or Reality.Future: return ClaimStatus.Planned;
            case Reality.Doubted when IsWeighed(scene, draft.Trigger): return ClaimStatus.Planned;
            case Reality.Doubted or Reality.Conditional: return ClaimStatus.Threatened;
        }

        if (draft.Status is { } known) return known;
        if (draft.Frame.Id is "measure.guarantee") return ClaimStatus.Planned;
        var trigger = scene.Tokens[draft.Trigger];
        if (trigger.Xpos == "VB" && trigger.Relation is "xcomp" or "acl" or "advcl") return ClaimStatus.Planned;
        return scene.Is(trigger.Lemma, "giving") || draft.Kind is "aid" or "arms delivery" or "troop deployment" ? ClaimStatus.Given : ClaimStatus.Imposed;
    }

    // "suspended its participation", "suspended the aid": what is given or shared, and no penalty, ceases.
    private static bool IsOfUse(ClaimScene scene, int suspending) =>
        Subjects.Patient(scene.Trees, suspending) is var thing and >= 0 && scene.Is(scene.Tokens[thing].Lemma, "shared");

    // "were to be barred", "are to leave", "is about to be listed".
    private static bool IsToBe(ClaimScene scene, int verb)
    {
        if (!scene.Trees.HasMarker(verb, "to")) return false;
        if (scene.Tokens[verb] is { Relation: "xcomp", Head: >= 0 and var head } && scene.Tokens[head].Lemma is "be" or "about") return true;
        foreach (var child in scene.Trees.ChildrenOf(verb))
            if (scene.Tokens[child] is { Lemma: "be", Relation: "aux" or "aux:pass" or "cop", Xpos: "VBD" or "VBZ" or "VBP" } && child < verb - 1 && scene.Tokens[child + 1].Lemma == "to") return true;
        return false;
    }

    // "is considering expelling", "explores the possibility of offering": not threatened, but thought about.
    private static bool IsWeighed(ClaimScene scene, int measure)
    {
        for (var (at, steps) = (scene.Tokens[measure].Head, 0); at >= 0 && steps < 3; at = scene.Tokens[at].Head, steps++)
            if (scene.Is(scene.Tokens[at].Lemma, "weighing")) return true;
        return false;
    }
}
