using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Cuts what a claim is about down to its core: without clauses that only add something (", which he called a gesture", ", citing the weather", ", according to him", "despite the rain"), what comes before the subject ("After the vote, …") and the particle of its verb ("voted down …").</summary>
internal static class CoreSpans
{
    /// <summary>The draft with the core of its words.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="draft">The draft.</param>
    public static ClaimDraft Cut(ClaimScene scene, ClaimDraft draft)
    {
        if (draft.What is not { } what || draft.WhatHead < 0) return draft;
        var (first, last) = (scene.TokenFrom(what.Start), scene.TokenFrom(what.End) - 1);
        var head = Math.Max(first, draft.WhatHead);
        for (var t = head + 1; t <= last; t++)
            if (draft.Trigger < t && (Adds(scene, head, t, last) || (t > first + 1 && IsTail(scene, draft.Type, t)))) last = t - 1;
        last = Gerund(scene, draft, last);
        var start = Math.Max(Particle(scene, draft, first, last), Opening(scene, draft, first));
        return WordSpans.Trim(scene.Trees, start, last) is { } core ? draft with { What = new(start == first ? what.Start : core.Start, Math.Max(core.End, scene.Tokens[Math.Min(head, last)].Span.End)) } : draft;
    }

    // Whether a clause that only adds something runs from a mark, or "despite", to the end.
    private static bool Adds(ClaimScene scene, int head, int at, int last)
    {
        var trees = scene.Trees;
        var mark = scene.Document.Form(at) is "," or "–" or "—" or "-" or ";";
        if (!mark && scene.Tokens[at] is not { Relation: "case", Lemma: "despite" or "because" or "according" or "accord" }) return false;
        var from = mark ? at + 1 : at;
        for (var t = from; t <= last; t++)
        {
            if (t <= head || trees.Left(t) < at || trees.Left(t) > from || trees.Right(t) < last) continue;
            if (mark ? IsAddition(trees, t) || (scene.Tokens[t].Relation is "obl" or "nmod" && scene.Tokens[from].Lemma is "according" or "accord") : scene.Tokens[t].Relation == "obl") return true;
        }

        return false;
    }

    // "… unless the rebels leave", "… because the road is shut": why, and on what condition, is none of what is asked for, promised or done. Judgements and incidents keep their words.
    private static bool IsTail(ClaimScene scene, ClaimType type, int at)
    {
        if (type is ClaimType.Assessment or ClaimType.Incident or ClaimType.Condition or ClaimType.Denial) return false;
        var token = scene.Tokens[at];
        if (token is { Relation: "mark", Head: >= 0 } && scene.Tokens[token.Head].Relation == "advcl" && scene.Is(token.Lemma, "tail")) return true;
        if (at + 1 >= scene.Tokens.Length || scene.Document.Form(at) is not ("," or "—" or "–")) return false;
        var next = scene.Tokens[at + 1];
        return next.Xpos is "WDT" or "WP" or "WP$" || (next.Upos is "ADV" or "SCONJ" && next.Lemma == "where") || (next.Xpos == "VBG" && next.Relation != "case" && next.Lemma != "include");
    }

    private static bool IsAddition(Dependencies trees, int clause) => trees.Tokens[clause].Relation switch
    {
        "acl:relcl" or "acl" or "parataxis" => true,
        "advcl" => trees.Marker(clause) is not ("if" or "unless" or "until" or "once" or "provided"),
        "conj" => trees.IsVerbal(clause),
        _ => false,
    };

    // "voted down the motion", "walked out of the hall": the particle belongs to the verb.
    private static int Particle(ClaimScene scene, ClaimDraft draft, int first, int last)
    {
        if (first != draft.Trigger + 1 || first >= last || scene.Tokens[first].Lemma is not ("down" or "up" or "out" or "off" or "away" or "back")) return first;
        return scene.Tokens[first + 1].Lemma switch
        {
            "to" => first,
            "of" when first + 1 < last => first + 2,
            _ => first + 1,
        };
    }

    // "accused Oslo of arms smuggling": the parser hangs the act on the accusation.
    private static int Gerund(ClaimScene scene, ClaimDraft draft, int last) =>
        draft.Type == ClaimType.Accusation && last + 1 < scene.Tokens.Length && scene.Tokens[last + 1] is { Xpos: "VBG" } act && act.Head == draft.Trigger ? scene.Trees.Right(last + 1) : last;

    // "After the vote, the envoys left": the subject, where what comes before it ends with a mark.
    private static int Opening(ClaimScene scene, ClaimDraft draft, int first)
    {
        var trees = scene.Trees;
        if (!trees.IsVerbal(draft.WhatHead)) return first;
        var left = -1;
        foreach (var child in trees.ChildrenOf(draft.WhatHead))
            if (left < 0 && child < draft.WhatHead && (Dependencies.Matches(scene.Tokens[child].Relation, "nsubj") || scene.Tokens[child].Relation == "csubj")) left = trees.Left(child);

        if (left <= first || scene.Document.Form(left - 1) != ",") return first;
        foreach (var child in trees.ChildrenOf(draft.WhatHead))
            if (child < left && scene.Tokens[child].Relation is "advcl" or "obl" or "advmod" && trees.Left(child) <= first) return left;
        return first;
    }
}
