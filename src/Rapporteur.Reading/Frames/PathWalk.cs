namespace Rapporteur.Reading;

/// <summary>Follows role paths.</summary>
internal static class PathWalk
{
    /// <summary>Words at the end of the first alternative that leads somewhere, in text order; empty when none does.</summary>
    public static List<int> Resolve(Dependencies trees, int trigger, RolePath path)
    {
        var found = new List<int>();
        foreach (var alternative in path.Alternatives)
            if (Follow(trees, trigger, alternative.AsSpan(), found)) break;
        return found;
    }

    /// <summary>Whether an alternative leads somewhere.</summary>
    public static bool Leads(Dependencies trees, int trigger, RolePath path)
    {
        foreach (var alternative in path.Alternatives)
            if (Follow(trees, trigger, alternative.AsSpan(), null)) return true;
        return false;
    }

    // Goes all the ways that the steps allow and tells whether there is one; only the first where nobody gathers their ends.
    private static bool Follow(Dependencies trees, int token, ReadOnlySpan<PathStep> steps, List<int>? ends)
    {
        if (steps.IsEmpty)
        {
            ends?.Add(token);
            return true;
        }

        var step = steps[0];
        if (step.Kind != StepKind.Child) return Target(trees, token, step) is >= 0 and var target && Fits(trees, target, step) && Follow(trees, target, steps[1..], ends);
        var led = false;
        foreach (var child in trees.ChildrenOf(token))
        {
            if (!IsDependent(trees, child, step) || !Fits(trees, child, step) || !Follow(trees, child, steps[1..], ends)) continue;
            if (ends is null) return true;
            led = true;
        }

        return (step.Relation == "compound:prt" && Subjects.AfterParticle(trees, token) >= 0 && Fits(trees, token + 1, step) && Follow(trees, token + 1, steps[1..], ends)) || led;
    }

    // Where a step leads that leads to one word at most; -1 for nowhere.
    private static int Target(Dependencies trees, int token, PathStep step) => step.Kind switch
    {
        StepKind.Self => token,
        StepKind.Subject => Subjects.Agent(trees, token),
        StepKind.Object => Subjects.Patient(trees, token),
        StepKind.Owner => Subjects.Owner(trees, token),
        StepKind.Main => Main(trees, token),
        StepKind.Clause => ClauseOfMarker(trees, token),
        StepKind.Infinitive => Infinitive(trees, token),
        _ => Dependencies.Matches(trees.Tokens[token].Relation, step.Relation) && (step.Marker.Length == 0 || trees.HasMarker(token, step.Marker)) ? trees.Tokens[token].Head : -1,
    };

    private static bool IsDependent(Dependencies trees, int child, PathStep step) =>
        step.Marker.Length == 0 ? Dependencies.Matches(trees.Tokens[child].Relation, step.Relation) : IsOblique(trees, child, step);

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

    private static bool Fits(Dependencies trees, int token, PathStep step) => step.Lemmas is null || step.Lemmas.Contains(trees.Tokens[token].Lemma.ToLowerInvariant());
}
