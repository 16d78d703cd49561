namespace Rapporteur.Reading;

/// <summary>Subjects of the clauses around a word, as far as the grammar shows them.</summary>
internal sealed class ClauseSubjects(Scene scene)
{
    private const int Steps = 10;

    private const int ReportReach = 12;

    /// <summary>The verb, adjective or noun of whose clause a token is a part; the token itself where it is the head of its sentence.</summary>
    public int Predicate(int token)
    {
        var at = token;
        for (var step = 0; step < Steps && scene.Tokens[at].Head >= 0; step++)
        {
            if (at != token && IsClause(scene.Tokens[at].Relation)) return at;
            at = scene.Tokens[at].Head;
        }

        return at;
    }

    /// <summary>Who does what a verb says, over coordinated verbs and infinitives; -1 where nobody is named.</summary>
    public int Of(int verb)
    {
        var at = verb;
        for (var step = 0; step < Steps && at >= 0; step++)
        {
            if (Own(at) is var subject and >= 0) return Referent(subject, at);
            var (relation, head) = (scene.Tokens[at].Relation, scene.Tokens[at].Head);
            if (head < 0) return -1;
            if (relation == "xcomp" && scene.Child(head, "obj") is var patient and >= 0 && patient < at) return patient;
            if (relation is "acl" or "acl:relcl") return scene.Tokens[at].Xpos == "VBG" ? head : -1;
            if (relation is not ("conj" or "xcomp" or "advcl")) return -1;
            at = head;
        }

        return -1;
    }

    /// <summary>Who says, thinks or wants that in whose complement a token stands; -1 where it stands in none.</summary>
    public int OfReport(int token)
    {
        var at = Predicate(token);
        for (var step = 0; step < Steps && scene.Tokens[at].Head >= 0; step++)
        {
            var head = scene.Tokens[at].Head;
            if (scene.Tokens[at].Relation == "ccomp" && Of(head) is var subject and >= 0 && subject != token) return subject;
            at = head;
        }

        return ByOrder(token);
    }

    /// <summary>Whether a token is the subject of the main clause of its sentence, or of the clause that says who says it.</summary>
    public bool IsMain(int token)
    {
        if (!IsSubject(token) || scene.Tokens[token].Head is not (var verb and >= 0)) return false;
        for (var step = 0; step < Steps && scene.Tokens[verb].Relation == "conj" && scene.Tokens[verb].Head >= 0; step++) verb = scene.Tokens[verb].Head;
        return scene.Tokens[verb].Head < 0 || (scene.Tokens[verb].Relation == "parataxis" && scene.Lexicon.Speaks(scene.Tokens[verb].Lemma));
    }

    public bool IsSubject(int token) => scene.Tokens[token].Relation.StartsWith("nsubj", StringComparison.Ordinal);

    private int Own(int verb)
    {
        var own = -1;
        foreach (var child in scene.Children(verb))
            if (IsSubject(child) && (own < 0 || (child < verb && scene.Tokens[child].Upos == "PROPN"))) own = child;
        return own;
    }

    // "the envoy, who said …"
    private int Referent(int subject, int verb) =>
        scene.Tokens[subject].Xpos is "WP" or "WDT" && scene.Tokens[verb].Relation.StartsWith("acl", StringComparison.Ordinal) ? scene.Tokens[verb].Head : subject;

    // "said on Friday that he": the clause belongs to the verb of saying, whatever noun the tree hung it on.
    private int ByOrder(int token)
    {
        var first = scene.SentenceAt(token).FirstToken;
        var at = token - 1;
        while (at > first && scene.Tokens[at].Upos == "ADV") at--;
        if (at <= first || scene.Lower(at) != "that") return -1;
        for (var verb = at - 1; verb >= Math.Max(first, at - ReportReach); verb--)
            if (scene.Tokens[verb].Upos == "VERB" && scene.Lexicon.Speaks(scene.Tokens[verb].Lemma)) return Of(verb);
        return -1;
    }

    private static bool IsClause(string relation) =>
        relation is "ccomp" or "xcomp" or "advcl" or "acl" or "acl:relcl" or "advcl:relcl" or "parataxis" or "csubj" or "csubj:pass" or "root" or "conj";
}
