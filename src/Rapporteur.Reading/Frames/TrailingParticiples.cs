using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends "France left the talks, warning Italy against a strike" where "warning" was taken for a word that describes "Italy".</summary>
internal static class TrailingParticiples
{
    /// <summary>The tokens with such participles as clauses of the verb before them, and the noun after them as their object.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var i = 2; i + 1 < tokens.Length; i++)
        {
            if (tokens[i] is not { Xpos: "VBG", Relation: "amod" or "compound" } || tokens[i - 1].Lemma != "," || tokens[i].Head is var noun && noun <= i) continue;
            if (Describes(tokens[i - 2], noun) || AlternativeVerbs.VerbAbove(tokens, noun) is not (>= 0 and var verb) || verb > i) continue;
            mended ??= tokens.ToBuilder();
            var held = tokens[noun].Head;
            for (var t = noun + 1; t < tokens.Length && tokens[t].Upos != "PUNCT"; t++)
                if ((tokens[t].Head == verb || tokens[t].Head == held) && tokens[t].Relation is "advcl" or "xcomp" or "obl" or "ccomp") mended[t] = mended[t] with { Head = i };
            mended[i] = mended[i] with { Head = verb, Relation = "advcl", Upos = "VERB" };
            mended[noun] = mended[noun] with { Head = i, Relation = "obj" };
        }

        return mended?.MoveToImmutable() ?? tokens;
    }

    // "new, growing threats": two words that describe the same noun.
    private static bool Describes(in Token word, int noun) => word.Head == noun && word.Relation is "amod" or "compound" or "nummod" or "advmod";
}
