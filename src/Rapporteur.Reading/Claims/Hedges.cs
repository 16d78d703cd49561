using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads from the words around a trigger whether it is negated, how sure it is and when it is.</summary>
internal static class Hedges
{
    /// <summary>Whether the word is negated in its own clause.</summary>
    public static bool IsNegated(ClaimScene scene, int token)
    {
        var trees = scene.Trees;
        foreach (var child in trees.ChildrenOf(token))
        {
            var t = trees.Tokens[child];
            if (t.Relation is "advmod" or "det" or "advmod:neg" or "neg" or "cc:preconj" && scene.Is(t.Lemma, "negators")) return true;
            if (t.Relation is "aux" && scene.Is(t.Lemma, "negators")) return true;
            if (t.Relation is "nsubj" or "nsubj:pass" or "obj" && trees.Child(child, "det") is var d and >= 0 && trees.Tokens[d].Lemma is "no" or "neither") return true;
            if (t.Relation is "nsubj" or "nsubj:pass" && t.Lemma is "nobody" or "none" or "few") return true;
        }

        // "there are no plans to boycott the vote".
        return trees.Tokens[token] is { Relation: "acl", Head: >= 0 and var noun } && scene.Is(trees.Tokens[noun].Lemma, "purposes") && trees.Child(noun, "det") is var none and >= 0 && trees.Tokens[none].Lemma == "no";
    }

    /// <summary>Whether the text negates the act, the verb above a nominal or infinitive included.</summary>
    public static bool IsNegatedAround(ClaimScene scene, int token)
    {
        if (IsNegated(scene, token)) return true;
        var t = scene.Tokens[token];
        return t.Head >= 0 && t.Relation is "xcomp" or "obj" or "nsubj:pass" && IsNegated(scene, t.Head);
    }

    /// <summary>How sure the words make the act.</summary>
    public static Modality ModalityOf(ClaimScene scene, int token)
    {
        var trees = scene.Trees;
        for (var (at, steps) = (token, 0); at >= 0 && steps < 4; steps++)
        {
            foreach (var child in trees.ChildrenOf(at))
            {
                var t = trees.Tokens[child];
                if (t.Relation is not ("aux" or "advmod" or "amod")) continue;
                if (t.Relation == "aux" && (t.Lemma == "can" || IsNegated(scene, at))) continue;
                if (scene.Is(t.Lemma, "probable")) return Modality.Probable;
                if (scene.Is(t.Lemma, "possible")) return Modality.Possible;
            }

            var own = trees.Tokens[at];
            if (steps > 0 && scene.Is(own.Lemma, "probable")) return Modality.Probable;
            if (steps > 0 && own.Lemma is "possible" or "possibility") return Modality.Possible;
            if (own.Relation is "advcl" && trees.HasMarker(at, "if")) return Modality.Hypothetical;
            if (own.Relation is "ccomp" && trees.HasMarker(at, "whether")) return Modality.Hypothetical;
            if (IsKnownAct(scene, at)) break;
            if (own.Relation is "xcomp" or "obj" or "nsubj" or "nsubj:pass" or "cop" or "csubj" or "obl" or "nmod") at = own.Head;
            else break;
        }

        return IsBefore(scene, token) ? Modality.Historical : Modality.Certain;
    }

    // "may answer Oslo's demand": the demand is there, whatever becomes of it.
    private static bool IsKnownAct(ClaimScene scene, int token) =>
        scene.Tokens[token].Upos == "NOUN" && scene.Is(scene.Tokens[token].Lemma, "known-act") && scene.Trees.Has(token, "nmod:poss");

    /// <summary>Whether the act lies before this phase of the talks: a pluperfect, "previously", or a date more than a year back.</summary>
    public static bool IsBefore(ClaimScene scene, int token)
    {
        var trees = scene.Trees;
        foreach (var child in trees.ChildrenOf(token))
        {
            var t = trees.Tokens[child];
            if (t.Relation is "advmod" or "amod" && (scene.Is(t.Lemma, "before") || scene.Document.Form(child) is "earlier")) return true;
        }

        if (!trees.IsVerbal(token) && trees.Tokens[token] is { Relation: "obj", Head: >= 0 and var verb })
            foreach (var child in trees.ChildrenOf(verb))
                if (trees.Tokens[child].Relation == "advmod" && scene.Is(trees.Tokens[child].Lemma, "before")) return true;

        if (scene.Document.Source.Published.Anchor is not { } day) return false;
        var limit = day.AddDays(-300);
        var span = Extent(trees, token);
        foreach (var time in scene.TimesIn(span))
            if (time.Date?.Latest is { } latest && latest < limit) return true;
        return ClauseTimes.Of(scene, token)?.Date?.Latest is { } dated && dated < limit;
    }

    public static bool HasModal(Dependencies trees, int token, params ReadOnlySpan<string> lemmas)
    {
        foreach (var child in trees.ChildrenOf(token))
            if (trees.Tokens[child].Relation == "aux" && lemmas.Contains(trees.Tokens[child].Lemma)) return true;
        return false;
    }

    public static bool IsFuture(Dependencies trees, int token) => HasModal(trees, token, "will", "shall", "'ll", "’ll", "wo") ||
        (trees.Tokens[token].Relation == "xcomp" && trees.Tokens[token].Head >= 0 && trees.Tokens[trees.Tokens[token].Head] is { Lemma: "go", Xpos: "VBG" });

    /// <summary>Whether the clause is told in the past tense.</summary>
    public static bool IsPast(Dependencies trees, int token)
    {
        var t = trees.Tokens[token];
        if (t.Xpos == "VBD") return true;
        foreach (var child in trees.ChildrenOf(token))
        {
            var c = trees.Tokens[child];
            if (c.Relation is "aux" or "aux:pass" or "cop" && c.Xpos is "VBD") return true;
            if (c.Relation is "aux" && c.Lemma == "have" && t.Xpos == "VBN") return true;
        }

        return false;
    }

    private static TextSpan Extent(Dependencies trees, int token) =>
        new(trees.Tokens[trees.Left(token)].Span.Start, trees.Tokens[trees.Right(token)].Span.End);
}
