using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Takes several acts that are demanded, promised, offered or agreed in one breath apart: "to leave the valley and open the road".</summary>
internal static class JointActs
{
    /// <summary>The draft, and one more for each further act; acts with a subject of their own are left alone.</summary>
    public static IEnumerable<ClaimDraft> Split(ClaimScene scene, ClaimDraft draft)
    {
        if (draft.Type is not (ClaimType.Demand or ClaimType.Commitment or ClaimType.Offer or ClaimType.Acceptance) || draft.WhatHead < 0 || draft.WhatHead == draft.Trigger || scene.Tokens[draft.WhatHead].Upos != "VERB")
        {
            yield return draft;
            yield break;
        }

        if (draft.What is { } asked) draft = draft with { What = AlternativeActs.Act(scene, draft.WhatHead, asked) };
        var further = new List<int>();
        Gather(scene, draft.WhatHead, further);
        yield return further.Count == 0 || draft.What is not { } what ? draft : draft with { What = Before(scene, what, further[0]) };
        foreach (var act in further)
            yield return draft with { Trigger = act, WhatHead = act, What = WordSpans.Below(scene.Trees, act, -1, subject: false) };
    }

    // Of "to leave the valley, to open the road and to talk" the parser hangs the second on the first as its purpose.
    private static void Gather(ClaimScene scene, int act, List<int> further)
    {
        foreach (var child in scene.Trees.ChildrenOf(act))
        {
            if (scene.Tokens[child].Upos != "VERB" || scene.Trees.Has(child, "nsubj") || IsContrast(scene, child) || IsTold(scene, act, child)) continue;
            if (scene.Tokens[child].Relation == "conj" && !AlternativeActs.IsConsequence(scene, child)) further.Add(child);
            if (scene.Tokens[child].Relation != "advcl" || child < act || !IsListed(scene, child)) continue;
            further.Add(child);
            Gather(scene, child, further);
        }
    }

    // "resign rather than sign", "talk but not sign": the second is not done.
    private static bool IsContrast(ClaimScene scene, int act)
    {
        foreach (var child in scene.Trees.ChildrenOf(act))
            if (scene.Tokens[child] is { Relation: "cc", Lemma: "rather" or "than" or "instead" or "not" }) return true;
        return false;
    }

    // "Leave the valley," he wrote and smiled: a finite verb beside an infinitive tells something else.
    private static bool IsTold(ClaimScene scene, int act, int child) =>
        scene.CueAt(child) >= 0 || (scene.Tokens[child].Xpos is "VBD" or "VBZ" && scene.Tokens[act].Xpos is "VB" or "VBG" or "VBN");

    private static bool IsListed(ClaimScene scene, int act)
    {
        var first = scene.Trees.Left(act);
        if (first == 0 || (scene.Tokens[first].Lemma != "," && scene.Tokens[first - 1].Lemma != ",") || !scene.Trees.HasMarker(act, "to")) return false;
        foreach (var child in scene.Trees.ChildrenOf(act))
            if (scene.Tokens[child].Relation == "conj" && scene.Trees.HasMarker(child, "to")) return true;
        return false;
    }

    private static TextSpan Before(ClaimScene scene, TextSpan what, int act)
    {
        var last = scene.Trees.Left(act) - 1;
        while (last > 0 && scene.Tokens[last].Upos is "PUNCT" or "CCONJ") last--;
        var end = scene.Tokens[last].Span.End;
        return end > what.Start && end < what.End ? new(what.Start, end) : what;
    }
}
