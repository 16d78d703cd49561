namespace Rapporteur.Reading;

/// <summary>Follows role paths.</summary>
internal static class PathWalk
{
    /// <summary>Words at the end of the first alternative that leads somewhere, in text order; empty when none does.</summary>
    public static List<int> Resolve(Dependencies trees, int trigger, RolePath path)
    {
        foreach (var alternative in path.Alternatives)
        {
            var at = new List<int> { trigger };
            foreach (var step in alternative)
            {
                var next = new List<int>();
                foreach (var token in at) Step(trees, token, step, next);
                at = next;
                if (at.Count == 0) break;
            }

            if (at.Count > 0) return at;
        }

        return [];
    }

    private static void Step(Dependencies trees, int token, PathStep step, List<int> next)
    {
        switch (step.Kind)
        {
            case StepKind.Self:
                Take(trees, token, step, next);
                break;
            case StepKind.Subject:
                Take(trees, Subjects.Agent(trees, token), step, next);
                break;
            case StepKind.Object:
                Take(trees, Subjects.Patient(trees, token), step, next);
                break;
            case StepKind.Owner:
                Take(trees, Subjects.Owner(trees, token), step, next);
                break;
            case StepKind.Main:
                Take(trees, Main(trees, token), step, next);
                break;
            case StepKind.Clause:
                Take(trees, ClauseOfMarker(trees, token), step, next);
                break;
            case StepKind.Infinitive:
                Take(trees, Infinitive(trees, token), step, next);
                break;
            case StepKind.Parent:
                var t = trees.Tokens[token];
                if (t.Head >= 0 && Dependencies.Matches(t.Relation, step.Relation) && (step.Marker.Length == 0 || trees.HasMarker(token, step.Marker))) Take(trees, t.Head, step, next);
                break;
            default:
                foreach (var child in trees.ChildrenOf(token))
                    if (step.Marker.Length == 0 ? Dependencies.Matches(trees.Tokens[child].Relation, step.Relation) : IsOblique(trees, child, step)) Take(trees, child, step, next);
                if (step.Relation == "compound:prt" && Subjects.AfterParticle(trees, token) >= 0) Take(trees, token + 1, step, next);
                break;
        }
    }

    // A preposition tells more than whether the parser called its phrase oblique, nominal or an object.
    private static bool IsOblique(Dependencies trees, int child, PathStep step) =>
        trees.HasMarker(child, step.Marker) &&
        (Dependencies.Matches(trees.Tokens[child].Relation, step.Relation) || (step.Relation is "obl" or "nmod" && trees.Tokens[child].Relation is "obl" or "nmod" or "obj" or "iobj"));

    /// <summary>Head of the clause or phrase that a conjunction or preposition begins, also where it was hung on the subject; -1 for none.</summary>
    public static int ClauseOfMarker(Dependencies trees, int token)
    {
        if (trees.Tokens[token].Relation is not ("mark" or "case" or "advmod")) return -1;
        var at = trees.Tokens[token].Head;
        if (at <= token) return at;
        if (Dependencies.Matches(trees.Tokens[at].Relation, "nsubj")) return trees.Tokens[at].Head;
        var next = trees.Right(at) + 1;
        return trees.Tokens[token].Relation == "case" && next < trees.Tokens.Length && trees.Tokens[next] is { Upos: "VERB", Xpos: "VBZ" or "VBP" or "VBD" } && !trees.Has(next, "nsubj") ? next : at;
    }

    private static int Main(Dependencies trees, int token)
    {
        var at = ClauseOfMarker(trees, token);
        if (at < 0) return -1;
        for (var (up, steps) = (trees.Tokens[at].Head, 0); up >= 0 && steps < 4; up = trees.Tokens[up].Head, steps++)
            if (trees.IsVerbal(up)) return Reported(trees, up, token);
        return -1;
    }

    // "X will not come, Y said, unless …": the clause that is told, not the verb that tells it.
    private static int Reported(Dependencies trees, int verb, int marker)
    {
        foreach (var child in trees.ChildrenOf(verb))
            if (child < verb && verb < marker && trees.Tokens[child].Relation is "ccomp" or "parataxis" && trees.IsVerbal(child)) return child;
        return trees.Tokens[verb] is { Relation: "parataxis", Head: >= 0 } t && t.Head < verb ? t.Head : verb;
    }

    /// <summary>The first infinitive below a word; -1 for none.</summary>
    public static int Infinitive(Dependencies trees, int token)
    {
        for (var t = token + 1; t <= trees.Right(token); t++)
            if (trees.Tokens[t].Xpos == "VB" && trees.Tokens[t - 1].Lemma == "to" && trees.Tokens[t - 1].Xpos == "TO" && t - 1 > token) return t;
        return -1;
    }

    private static void Take(Dependencies trees, int token, PathStep step, List<int> next)
    {
        if (token >= 0 && (step.Lemmas is null || step.Lemmas.Contains(trees.Tokens[token].Lemma.ToLowerInvariant()))) next.Add(token);
    }
}
