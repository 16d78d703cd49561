using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends "leave the valley or face sanctions" where "face" or "risk" was taken for a noun.</summary>
internal static class AlternativeVerbs
{
    private const int LongestObject = 4;
    private const int MostSteps = 6;

    /// <summary>The tokens with such words as verbs joined to the verb before "or", and what they face as their object.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var i = 2; i + 1 < tokens.Length; i++)
        {
            if (tokens[i] is not { Upos: "NOUN" or "VERB", Lemma: "face" or "risk" } || tokens[i - 1].Lemma != "or") continue;
            if (tokens[i].Upos == "VERB" && tokens[i].Head >= 0 && tokens[tokens[i].Head].Upos == "VERB") continue;
            var (verb, thing) = (VerbAbove(tokens, i), ObjectAfter(tokens, i));
            if (verb < 0 || verb > i || thing < 0) continue;
            mended ??= tokens.ToBuilder();
            mended[i - 1] = mended[i - 1] with { Head = i, Relation = "cc" };
            mended[i] = mended[i] with { Head = verb, Relation = "conj", Upos = "VERB", Xpos = "VB" };
            mended[thing] = mended[thing] with { Head = i, Relation = "obj" };
        }

        return mended?.MoveToImmutable() ?? tokens;
    }

    /// <summary>The nearest verb above a word; -1 for none near.</summary>
    internal static int VerbAbove(ImmutableArray<Token> tokens, int token)
    {
        for (var (at, steps) = (tokens[token].Head, 0); at >= 0 && steps < MostSteps; at = tokens[at].Head, steps++)
            if (tokens[at].Upos == "VERB") return at;
        return -1;
    }

    // The last noun of the run of determiners, adjectives and nouns that follows.
    private static int ObjectAfter(ImmutableArray<Token> tokens, int token)
    {
        var noun = -1;
        for (var t = token + 1; t < tokens.Length && t <= token + LongestObject && tokens[t].Upos is "DET" or "ADJ" or "NOUN" or "PROPN"; t++)
            if (tokens[t].Upos == "NOUN") noun = t;
        return noun;
    }
}
