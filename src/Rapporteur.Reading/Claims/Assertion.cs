using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Tells whether the text asserts the act of a draft: what is only demanded, refused, asked or a condition is not done.</summary>
internal static class Assertion
{
    /// <summary>Whether the draft may become a claim.</summary>
    public static bool Holds(ClaimScene scene, ClaimDraft draft)
    {
        var token = scene.Tokens[draft.Trigger];
        var verbal = token.Upos is "VERB" or "AUX" or "ADJ" or "SCONJ" || scene.Trees.IsVerbal(draft.Trigger);
        var reality = scene.RealityOf(draft.Trigger);
        // "no mention of any withdrawal", "any attack will be answered": named, and not told.
        if (!verbal && draft.Type is (ClaimType.Incident or ClaimType.Measure) && IsAny(scene, draft.Trigger)) return false;
        if (!verbal) return draft.Type != ClaimType.Incident || reality != Reality.Wanted || IsDefinite(scene, draft.Trigger);
        return draft.Type switch
        {
            ClaimType.Acceptance => reality is Reality.Actual or Reality.Future,
            ClaimType.Rejection => reality is Reality.Actual or Reality.Future || (reality == Reality.Doubted && IsModal(scene, draft.Trigger)),
            ClaimType.Denial or ClaimType.Accusation => reality is Reality.Actual or Reality.Future or Reality.Doubted,
            ClaimType.Commitment or ClaimType.Threat => reality is not (Reality.Wanted or Reality.Refused or Reality.Conditional) || draft.Frame.Id is "threat.face",
            ClaimType.Offer => reality is not (Reality.Wanted or Reality.Conditional or Reality.Refused),
            ClaimType.Incident => reality is Reality.Actual or Reality.Doubted,
            _ => true,
        };
    }

    // "could not accept": the doubt lies in the words of the act itself.
    private static bool IsModal(ClaimScene scene, int token)
    {
        var verb = scene.Tokens[token] is { Upos: "AUX", Head: >= 0 } t ? t.Head : token;
        return Hedges.HasModal(scene.Trees, verb, "may", "might", "could");
    }

    private static bool IsAny(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Tokens[child] is { Relation: "det", Lemma: "any" }) return true;
        return false;
    }

    private static bool IsDefinite(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Tokens[child] is { Relation: "nmod:poss" } or { Relation: "det", Lemma: "the" or "this" or "that" or "these" or "those" }) return true;
        return false;
    }
}
