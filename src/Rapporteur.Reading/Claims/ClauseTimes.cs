using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds when a clause puts what it tells.</summary>
internal static class ClauseTimes
{
    /// <summary>The time expression that dates the word: below it, else below the clause that it stands in; null for none.</summary>
    public static TimeExpression? Of(ClaimScene scene, int token) => Placed(scene, token) ?? Within(scene, token);

    private static TimeExpression? Placed(ClaimScene scene, int token)
    {
        if (Dated(scene, token, token) is { } own) return own;
        if (!scene.Trees.IsVerbal(token) && Described(scene, token) is { } described) return described;
        for (var (at, steps) = (token, 0); steps < 3; steps++)
        {
            var t = scene.Tokens[at];
            if (t.Head < 0 || t.Relation is "root" or "ccomp" or "parataxis" or "acl:relcl") break;
            if (t.Relation == "advcl" && scene.Trees.Marker(at) is "before" or "after" or "since" or "until") break;
            at = t.Head;
            if (!scene.Trees.IsVerbal(at))
            {
                if (Dated(scene, at, token) is { } noun) return noun;
                continue;
            }

            return t.Relation == "advcl" && IsWhen(scene, token) ? Beginning(Dated(scene, at, token)) : Dated(scene, at, token);
        }

        return null;
    }

    // "met the envoy, Ola Nordmann, in Oslo on Monday": the parser may hang the day on a name; it dates the verb above it.
    private static TimeExpression? Within(ClaimScene scene, int token)
    {
        var verb = scene.Trees.IsVerbal(token) ? token : VerbAbove(scene, token);
        if (verb < 0) return null;
        var sentence = scene.SentenceOf(token);
        TimeExpression? best = null;
        foreach (var time in scene.TimesIn(new(scene.Tokens[sentence.FirstToken].Span.Start, scene.Tokens[sentence.EndToken - 1].Span.End)))
            if (time.Type is TimeType.Date or TimeType.Time && VerbAbove(scene, scene.TokenFrom(time.Span.Start)) == verb && !ClausePlaces.IsOther(scene, scene.TokenFrom(time.Span.Start), token)) best = Nearer(best, time, scene.Tokens[token].Span.Start);

        return best;
    }

    /// <summary>The verb of whose clause a word is part; -1 where a relative clause or a participle lies between, or there is none.</summary>
    public static int VerbAbove(ClaimScene scene, int token)
    {
        for (var (at, steps) = (token, 0); at >= 0 && steps < 8; at = scene.Tokens[at].Head, steps++)
        {
            if (at != token && scene.Trees.IsVerbal(at)) return at;
            if (scene.Tokens[at].Relation is "acl" or "acl:relcl" or "advcl" or "ccomp" or "xcomp" or "parataxis") return -1;
        }

        return -1;
    }

    // "the talks held on Monday", "a summit planned for today", "the talks, which resumed in May".
    private static TimeExpression? Described(ClaimScene scene, int noun)
    {
        foreach (var child in scene.Trees.ChildrenOf(noun))
            if (scene.Tokens[child].Relation is "acl" or "acl:relcl" && Dated(scene, child, noun) is { } time) return time;
        return null;
    }

    // "since 2021, when they met": they met in 2021.
    private static TimeExpression? Beginning(TimeExpression? time) =>
        time is { Relation: "since" } && time.Value.EndsWith("/..", StringComparison.Ordinal) ? time with { Value = time.Value[..^3], Relation = null } : time;

    private static bool IsWhen(ClaimScene scene, int verb)
    {
        foreach (var child in scene.Trees.ChildrenOf(verb))
            if (scene.Tokens[child].Lemma == "when") return true;
        return false;
    }

    /// <summary>The date of a time expression as the day or interval of an event; null for durations.</summary>
    public static Edtf? DateOf(TimeExpression? time) => time is { Type: TimeType.Date or TimeType.Time } ? time.Date : null;

    // The nearest time among the dependents of the word that are no clauses of their own.
    private static TimeExpression? Dated(ClaimScene scene, int token, int near)
    {
        TimeExpression? best = null;
        var here = scene.Tokens[near].Span.Start;
        foreach (var child in scene.Trees.ChildrenOf(token))
        {
            var relation = scene.Tokens[child].Relation;
            if (!(Dependencies.Matches(relation, "obl") || Dependencies.Matches(relation, "nmod") || relation is "advmod" or "compound" or "amod" or "nummod")) continue;
            var span = new TextSpan(scene.Tokens[scene.Trees.Left(child)].Span.Start, scene.Tokens[scene.Trees.Right(child)].Span.End);
            foreach (var time in scene.TimesIn(span))
                if (time.Type != TimeType.Set) best = Nearer(best, time, here);
        }

        return best;
    }

    // Of two as near the first.
    private static TimeExpression Nearer(TimeExpression? best, TimeExpression other, int here) =>
        best is null || Math.Abs(other.Span.Start - here) < Math.Abs(best.Span.Start - here) ? other : best;
}
