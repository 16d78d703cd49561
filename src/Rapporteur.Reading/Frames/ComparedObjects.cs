using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends "faulted Oslo more than Bern" where "Oslo" was taken for a measure of "more": the name right behind a verb without an object is its object.</summary>
internal static class ComparedObjects
{
    /// <summary>The tokens with such names as objects.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i] is not { Upos: "PROPN", Relation: "obl:unmarked" or "obl:npmod" or "obl", Head: var more } || more <= i) continue;
            if (tokens[more] is not { Lemma: "more" or "less" or "much", Relation: "advmod" or "obj" or "xcomp", Head: var verb } || verb < 0 || verb >= i || tokens[verb].Upos != "VERB") continue;
            if (First(i) != verb + 1) continue;
            mended ??= tokens.ToBuilder();
            mended[i] = mended[i] with { Head = verb, Relation = "obj" };
        }

        return mended?.MoveToImmutable() ?? tokens;

        // The first word of a name of several.
        int First(int name)
        {
            while (name > 0 && tokens[name - 1].Head == name) name--;
            return name;
        }
    }
}
