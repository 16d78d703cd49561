namespace Rapporteur.Reading;

/// <summary>Whether a description stands where an actor stands.</summary>
internal static class GroupPosition
{
    /// <summary>Whether a noun is the subject, object, addressee or agent of something, or joined to one that is.</summary>
    public static bool Acts(Scene scene, int noun, NounClass kind)
    {
        var at = noun;
        for (var steps = 0; steps < 5 && scene.Tokens[at].Relation == "conj" && scene.Tokens[at].Head >= 0; steps++) at = scene.Tokens[at].Head;
        var relation = scene.Tokens[at].Relation;
        if (relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "obl:agent" or "iobj") return true;
        if (kind == NounClass.Source)
            return relation is "nmod:poss" || (relation == "obl" && Preposition(scene, at) is "by" or "to" or "according" or "with" or "from")
                || (relation == "obj" && scene.Tokens[at].Head >= 0 && scene.Lexicon.Speaks(scene.Tokens[scene.Tokens[at].Head].Lemma));
        return relation is "obj" or "nmod:poss"
            || (relation is "obl" or "nmod" && Preposition(scene, at) is "by" or "with" or "between" or "against" or "to" or "from" or "for" or "among" or "of");
    }

    private static string Preposition(Scene scene, int token)
    {
        var child = scene.Child(token, "case");
        return child < 0 ? "" : scene.Lower(child);
    }
}
