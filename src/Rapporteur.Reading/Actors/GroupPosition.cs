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
        if (relation == "root" && HasVerb(scene, at)) return true;
        var preposition = Preposition(scene, at);
        if (preposition == "according") return true;
        if (kind == NounClass.Source)
            return relation is "nmod:poss" or "obj" || (relation is "obl" or "nmod" && preposition is "by" or "to" or "with" or "from" or "between" or "of" or "for");
        return relation is "obj" or "nmod:poss" || (relation is "obl" or "nmod" && preposition is not ("in" or "at" or "within" or "near" or "as" or "inside" or "like"));
    }

    // A subject whose verb the parser took for a participle: "Sudanese troops attacked the town."
    private static bool HasVerb(Scene scene, int token)
    {
        foreach (var child in scene.Children(token))
            if (child > token && scene.Tokens[child].Relation == "acl") return true;
        return false;
    }

    /// <summary>The preposition of a noun in small letters; empty for none.</summary>
    public static string Preposition(Scene scene, int token)
    {
        var child = scene.Child(token, "case");
        return child < 0 ? "" : scene.Lower(child);
    }
}
