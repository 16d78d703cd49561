using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Keeps apart what has to come first and what follows, where the parser hung one within the other.</summary>
internal static class ConditionSpans
{
    /// <summary>What has to come first without the word that leads it: "while", "is that", or the auxiliary before its subject in "should the other side agree".</summary>
    public static TextSpan Bare(ClaimScene scene, TextSpan first)
    {
        var start = scene.TokenFrom(first.Start);
        while (start + 1 < scene.Tokens.Length && scene.Tokens[start + 1].Span.End <= first.End && IsLead(scene, start)) start++;
        return new(scene.Tokens[start].Span.Start, first.End);
    }

    /// <summary>The draft with what follows cut off before or after what has to come first.</summary>
    public static ClaimDraft Apart(ClaimScene scene, ClaimDraft draft)
    {
        if (draft is not { If: { } first, Then: { } then } || !then.Overlaps(first)) return draft;
        var last = scene.TokenFrom(first.Start) - 1;
        while (last > 0 && IsJoint(scene, last)) last--;
        if (last >= 0 && scene.Tokens[last].Span.Start >= then.Start) return draft with { Then = WordSpans.Trim(scene.Trees, scene.TokenFrom(then.Start), last) };
        if (then.End <= first.End) return draft with { Then = null };
        var after = scene.TokenFrom(first.End);
        return after < scene.Tokens.Length ? draft with { Then = WordSpans.Trim(scene.Trees, after, scene.TokenFrom(then.End) - 1) } : draft;
    }

    private static bool IsLead(ClaimScene scene, int token) =>
        (scene.Tokens[token].Lemma is "should" or "while" or "whenever" or "that" or "only" or "when" or "once" && scene.Tokens[token].Upos is "AUX" or "SCONJ" or "ADV")
        || (scene.Tokens[token].Lemma is "if" or "after" && scene.Tokens[token].Relation is "mark")
        || (scene.Tokens[token].Lemma == "be" && scene.Tokens[token + 1].Lemma == "that");

    // "As soon as", "only if", "on condition that" and marks between the two.
    private static bool IsJoint(ClaimScene scene, int token) =>
        scene.Tokens[token].Upos is "PUNCT" or "SCONJ" or "ADP" || scene.Is(scene.Tokens[token].Lemma, "leads-condition")
        || scene.Tokens[token].Lemma is "should" or "as" or "long" or "soon" or "only" or "provide" or "provided" or "condition" or "understanding" or "exchange" or "return" or "the" or "on" or "in" or "that";
}
