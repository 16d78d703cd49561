using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends "has signalled to its allies that it is open to talks" where the clause was taken for one that describes the allies.</summary>
internal static class ToldClauses
{
    /// <summary>The tokens with such clauses as what the verb tells, and "it" as their subject.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="telling">Verbs that tell something to somebody.</param>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens, IReadOnlySet<string> telling)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var clause = 0; clause < tokens.Length; clause++)
        {
            if (tokens[clause] is not { Relation: "acl:relcl" or "acl", Head: >= 0 and var told } || told > clause || tokens[told].Head is not (>= 0 and var verb)) continue;
            if (tokens[verb].Upos != "VERB" || !telling.Contains(tokens[verb].Lemma) || !IsTold(tokens, told, verb) || Subject(tokens, told, clause) is not (>= 0 and var subject)) continue;
            mended ??= tokens.ToBuilder();
            mended[clause] = tokens[clause] with { Head = verb, Relation = "ccomp" };
            if (tokens[subject].Relation == "expl") mended[subject] = tokens[subject] with { Relation = "nsubj" };
        }

        return mended?.MoveToImmutable() ?? tokens;
    }

    // The addressee: "to the allies" of a verb that says or shows something.
    private static bool IsTold(ImmutableArray<Token> tokens, int told, int verb)
    {
        for (var t = verb + 1; t < told; t++)
            if (tokens[t] is { Relation: "case", Lemma: "to" } && tokens[t].Head == told) return tokens[told].Relation == "obl";
        return false;
    }

    // "that" as a conjunction right behind the addressee, and a subject of the clause's own.
    private static int Subject(ImmutableArray<Token> tokens, int told, int clause)
    {
        var conjunction = false;
        for (var t = told + 1; t < clause; t++)
        {
            if (tokens[t].Head != clause) continue;
            if (tokens[t] is { Relation: "mark", Lemma: "that" }) conjunction = true;
            else if (tokens[t].Relation is "nsubj" or "nsubj:pass" or "expl") return conjunction ? t : -1;
        }

        return -1;
    }
}
