using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Takes several acts that are demanded in one breath apart: "to leave the valley and open the road".</summary>
internal static class JointActs
{
    /// <summary>The draft, and one more for each further act; acts with a subject of their own are left alone.</summary>
    public static IEnumerable<ClaimDraft> Split(ClaimScene scene, ClaimDraft draft)
    {
        if (draft.Type != ClaimType.Demand || draft.WhatHead < 0 || draft.WhatHead == draft.Trigger || scene.Tokens[draft.WhatHead].Upos != "VERB")
        {
            yield return draft;
            yield break;
        }

        if (draft.What is { } asked) draft = draft with { What = AlternativeActs.Act(scene, draft.WhatHead, asked) };
        var further = new List<int>();
        foreach (var child in scene.Trees.ChildrenOf(draft.WhatHead))
            if (scene.Tokens[child].Relation == "conj" && scene.Tokens[child].Upos == "VERB" && !scene.Trees.Has(child, "nsubj") && !AlternativeActs.IsConsequence(scene, child)) further.Add(child);
        yield return further.Count == 0 || draft.What is not { } what ? draft : draft with { What = Before(scene, what, further[0]) };
        foreach (var act in further)
            yield return draft with { Trigger = act, WhatHead = act, What = WordSpans.Below(scene.Trees, act, -1, subject: false) };
    }

    private static TextSpan Before(ClaimScene scene, TextSpan what, int act)
    {
        var last = scene.Trees.Left(act) - 1;
        while (last > 0 && scene.Tokens[last].Upos is "PUNCT" or "CCONJ") last--;
        var end = scene.Tokens[last].Span.End;
        return end > what.Start && end < what.End ? new(what.Start, end) : what;
    }
}
