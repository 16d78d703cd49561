using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in what a commitment waits for: "contingent on a truce", "once the road is open", "if asked".</summary>
internal sealed class CommitmentDetail : IClaimDetail
{
    public ClaimType Type => ClaimType.Commitment;

    public ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier) =>
        draft.If is not null ? draft : draft with { If = Contingent(scene, draft.Trigger) ?? Clause(scene, draft) };

    // The phrase after "contingent on", wherever the parser hung it, behind the promise.
    private static TextSpan? Contingent(ClaimScene scene, int trigger)
    {
        var end = scene.SentenceOf(trigger).EndToken;
        for (var t = trigger + 1; t < end; t++)
        {
            if (!scene.Is(scene.Tokens[t].Lemma, "contingent")) continue;
            foreach (var child in scene.Trees.ChildrenOf(t))
                if (child > t && scene.Trees.Marker(child) is "on" or "upon") return WordSpans.Below(scene.Trees, child, -1, subject: true);
        }

        return null;
    }

    private static TextSpan? Clause(ClaimScene scene, ClaimDraft draft)
    {
        foreach (var head in new[] { draft.Trigger, draft.WhatHead })
        {
            if (head < 0) continue;
            foreach (var child in scene.Trees.ChildrenOf(head))
                if (scene.Tokens[child].Relation is "advcl" && scene.Trees.Marker(child) is "if" or "once" or "provided") return WordSpans.Below(scene.Trees, child, -1, subject: true);
        }

        return null;
    }
}
