using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends clauses whose conjunction was taken for a preposition: "as talks remain elusive", where "talks" hung on "remain" as a phrase, and "before proceeding", where "proceeding" was taken for a noun.</summary>
internal static class MarkedClauses
{
    /// <summary>The tokens with the noun as subject of its clause, and with the bare act as a clause of the verb above it.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is not { Relation: "case", Head: var noun } || noun <= i) continue;
            if (tokens[i].Lemma is "as" or "while" or "although" or "though" or "because") Subject(i, noun);
            else if (tokens[i].Lemma is "before" or "after" or "without" && noun == i + 1) Act(i, noun);
        }

        return mended?.MoveToImmutable() ?? tokens;

        void Subject(int marker, int noun)
        {
            if (tokens[noun] is not { Relation: "obl", Upos: "NOUN" or "PROPN" or "PRON", Head: >= 0 and var verb }) return;
            if (verb < noun) verb = Next(noun);
            if (verb < 0 || tokens[verb].Xpos is not ("VBZ" or "VBP" or "VBD") || tokens[verb].Upos != "VERB") return;
            var linked = false;
            for (var t = marker - 1; t < tokens.Length && t <= verb + Reach; t++)
            {
                if (t < 0 || tokens[t].Head != verb) continue;
                if (tokens[t].Relation is "nsubj" or "nsubj:pass" or "csubj" or "expl") return;
                if (t > noun && t < verb && tokens[t].Upos == "PUNCT") return;
                linked |= tokens[t].Relation == "cc" && t < marker;
            }

            mended ??= tokens.ToBuilder();
            mended[noun] = mended[noun] with { Relation = "nsubj", Head = verb };
            mended[marker] = mended[marker] with { Head = verb, Relation = "mark" };
            if (tokens[verb].Relation == "conj" && !linked) mended[verb] = mended[verb] with { Relation = "advcl" };
        }

        // "go on even as talks remain elusive", where "talks" hung on "go" and "remain" beside it: the word right behind the noun and what hangs on it.
        int Next(int noun)
        {
            var next = noun + 1;
            while (next < tokens.Length && next <= noun + Reach && IsBelow(next, noun)) next++;
            return next < tokens.Length && tokens[next].Head == tokens[noun].Head && tokens[next].Relation == "conj" ? next : -1;
        }

        bool IsBelow(int token, int noun)
        {
            for (var (at, steps) = (tokens[token].Head, 0); at >= 0 && steps < Reach; at = tokens[at].Head, steps++)
                if (at == noun) return true;
            return false;
        }

        void Act(int marker, int noun)
        {
            if (tokens[noun] is not { Upos: "NOUN", Xpos: "NN", Head: >= 0 } || !tokens[noun].Lemma.EndsWith("ing", StringComparison.Ordinal) || !(tokens[noun].Relation is "obl" or "nmod")) return;
            for (var t = Math.Max(0, marker - Reach); t < Math.Min(tokens.Length, noun + Reach); t++)
                if (t != marker && tokens[t].Head == noun && tokens[t].Upos != "PUNCT") return;
            if (AlternativeVerbs.VerbAbove(tokens, noun) is not (>= 0 and var verb)) return;
            mended ??= tokens.ToBuilder();
            mended[noun] = mended[noun] with { Upos = "VERB", Xpos = "VBG", Head = verb, Relation = "advcl" };
            mended[marker] = mended[marker] with { Relation = "mark" };
        }
    }

    private const int Reach = 12;
}
