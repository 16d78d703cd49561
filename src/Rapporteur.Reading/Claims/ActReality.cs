namespace Rapporteur.Reading;

/// <summary>How the text puts an act: as done, or only as wanted, meant, refused, asked about, made to depend on something.</summary>
internal enum Reality
{
    /// <summary>As an act that is done or under way.</summary>
    Actual,
    /// <summary>As one that is to come.</summary>
    Future,
    /// <summary>As what somebody demands, asks for or hopes.</summary>
    Wanted,
    /// <summary>As what somebody plans, offers, tries or threatens.</summary>
    Meant,
    /// <summary>As what somebody refuses or fails to do, or has no plan to do.</summary>
    Refused,
    /// <summary>As what something else depends on, or as the aim of something else.</summary>
    Conditional,
    /// <summary>As a question, a doubt or a possibility.</summary>
    Doubted,
}

/// <summary>Reads from what governs a word how the text puts its act.</summary>
internal static class ActReality
{
    private const int MostSteps = 8;

    /// <summary>How the text puts the act that a word tells.</summary>
    public static Reality Of(ClaimScene scene, int token)
    {
        var trees = scene.Trees;
        if (scene.Tokens[token].Upos == "AUX" && scene.Tokens[token].Relation == "aux" && scene.Tokens[token].Head >= 0) token = scene.Tokens[token].Head;
        var future = false;
        for (var (at, steps) = (token, 0); steps < MostSteps; steps++)
        {
            if (Marked(scene, at) is { } marked) return marked;
            if (Hedges.HasModal(trees, at, "may", "might", "could")) return Reality.Doubted;
            if (Hedges.HasModal(trees, at, "must", "should", "ought")) return Reality.Wanted;
            future |= Hedges.IsFuture(trees, at) || Hedges.HasModal(trees, at, "would");
            var t = scene.Tokens[at];
            if (t.Head < 0 || t.Relation is "root" or "parataxis" or "acl:relcl") break;
            if (t.Relation is "conj")
            {
                if (trees.Has(at, "nsubj")) break;
                at = t.Head;
                continue;
            }

            if (Governed(scene, at, t.Head, t.Relation) is { } governed) return governed;
            if (t.Relation is "ccomp" or "advcl" or "csubj") break;
            at = t.Head;
        }

        return future ? Reality.Future : Reality.Actual;
    }

    // "if", "unless", "whether", and with an act to come "until", "once", "before".
    private static Reality? Marked(ClaimScene scene, int clause)
    {
        if (scene.Tokens[clause].Upos is not ("VERB" or "AUX" or "ADJ" or "NOUN")) return null;
        var first = Math.Max(scene.SentenceOf(clause).FirstToken, Math.Min(scene.Trees.Left(clause), clause) - 3);
        for (var t = first; t < clause; t++)
        {
            var lemma = scene.Tokens[t].Lemma;
            var kind = lemma switch
            {
                "whether" => Reality.Doubted,
                "if" or "unless" or "lest" => Reality.Conditional,
                "than" => Reality.Refused,
                "until" or "till" or "once" or "before" when !Hedges.IsPast(scene.Trees, clause) => Reality.Conditional,
                _ => Reality.Actual,
            };
            if (kind == Reality.Actual) continue;
            if (PathWalk.ClauseOfMarker(scene.Trees, t) == clause) return kind;
        }

        return null;
    }

    private static Reality? Governed(ClaimScene scene, int act, int governor, string relation)
    {
        var trees = scene.Trees;
        var clause = relation is "xcomp" or "ccomp" or "acl" or "csubj" or "advcl";
        var nominal = relation is "obj" or "nsubj:pass" || Dependencies.Matches(relation, "obl") || Dependencies.Matches(relation, "nmod");
        if (!clause && !nominal) return null;
        var infinitive = trees.HasMarker(act, "to") && scene.Tokens[act].Xpos is "VB" or "NN";
        if (relation == "advcl" && !infinitive) return null;
        var lemma = scene.Tokens[governor].Lemma;
        if (relation == "ccomp" && lemma is "insist" or "expect" or "call" or "need" && scene.Tokens[act].Xpos != "VB") return null;
        if (scene.Is(lemma, "governs:refused")) return Reality.Refused;
        if (clause && IsNone(scene, governor) && (relation is "xcomp" or "acl" || scene.Tokens[governor].Upos == "NOUN")) return Reality.Refused;
        if (scene.Is(lemma, "governs:wanted") || (scene.Tokens[governor].Upos == "NOUN" && lemma is "call" or "demand" or "request" or "plea")) return Reality.Wanted;
        if (scene.Is(lemma, "governs:meant") && !(relation == "ccomp" && trees.Has(act, "nsubj") && lemma is "decide")) return Reality.Meant;
        if (clause && scene.Is(lemma, "governs:doubted")) return Reality.Doubted;
        if (relation == "xcomp" && lemma is "have" && trees.HasMarker(act, "to")) return Reality.Wanted;
        if (relation == "advcl") return Reality.Conditional;
        return null;
    }

    private static bool IsNone(ClaimScene scene, int governor)
    {
        if (Hedges.IsNegated(scene, governor)) return true;
        foreach (var child in scene.Trees.ChildrenOf(governor))
            if (scene.Tokens[child].Relation is "det" or "amod" && scene.Tokens[child].Lemma is "no" or "little" or "few" or "any") return true;
        return false;
    }
}
