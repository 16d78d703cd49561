using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends "demanded that Italy stop the raids, close its ports and pay" where later members of the list were hung on the verb that demands, or taken for nouns.</summary>
internal static class DemandedLists
{
    private const int MostSteps = 6;

    /// <summary>The tokens with everything that is demanded joined to the first verb of the list.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="demanding">Verbs that demand.</param>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens, IReadOnlySet<string> demanding)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var verb = 0; verb < tokens.Length; verb++)
        {
            if (!Demands(tokens[verb], demanding)) continue;
            var first = Complement(tokens, verb);
            if (first < 0 && Misread(tokens, verb) is var noun and >= 0)
            {
                mended ??= tokens.ToBuilder();
                AsClause(mended, tokens, verb, first = noun);
            }

            if (first < 0) continue;
            for (var t = first + 1; t < tokens.Length && !IsEnd(tokens[t]); t++)
            {
                if (tokens[t].Relation != "conj" || !IsBare(tokens, t) || !Continues(tokens, t, verb, first, mended)) continue;
                mended ??= tokens.ToBuilder();
                mended[t] = tokens[t] with { Head = first, Upos = "VERB", Xpos = "VB" };
            }
        }

        return mended?.MoveToImmutable() ?? tokens;
    }

    // The verb that demands is itself no base form, so that a base form after it is what it demands.
    private static bool Demands(in Token token, IReadOnlySet<string> demanding) =>
        token.Upos == "VERB" && token.Xpos is "VBD" or "VBZ" or "VBG" or "VBN" && demanding.Contains(token.Lemma);

    private static int Complement(ImmutableArray<Token> tokens, int verb)
    {
        for (var t = verb + 1; t < tokens.Length && !IsEnd(tokens[t]); t++)
            if (tokens[t].Head == verb && tokens[t].Relation is "ccomp" or "xcomp" or "advcl" && tokens[t] is { Upos: "VERB", Xpos: "VB" or "VBP" }) return t;
        return -1;
    }

    // "demanded Italy increase funds": two objects in a row, the first a noun that a name was taken to describe.
    private static int Misread(ImmutableArray<Token> tokens, int verb)
    {
        var first = -1;
        for (var t = verb + 1; t < tokens.Length && !IsEnd(tokens[t]); t++)
        {
            if (tokens[t].Head != verb || tokens[t].Relation != "obj") continue;
            if (first < 0) first = t;
            else return tokens[first] is { Upos: "NOUN", Xpos: "NN" } && tokens[first - 1] is { Relation: "compound", Upos: "PROPN" or "NOUN" } && tokens[first - 1].Head == first && IsAdjacent(tokens, first, t) ? first : -1;
        }

        return -1;
    }

    private static bool IsAdjacent(ImmutableArray<Token> tokens, int first, int next)
    {
        for (var t = first + 1; t < next; t++)
            if (tokens[t].Head != next) return false;
        return true;
    }

    private static void AsClause(ImmutableArray<Token>.Builder mended, ImmutableArray<Token> tokens, int verb, int noun)
    {
        mended[noun] = tokens[noun] with { Upos = "VERB", Xpos = "VB", Relation = "ccomp" };
        mended[noun - 1] = tokens[noun - 1] with { Relation = "nsubj" };
        for (var t = verb + 1; t < tokens.Length && !IsEnd(tokens[t]); t++)
            if (t > noun && tokens[t].Head == verb && tokens[t].Relation == "obj") mended[t] = tokens[t] with { Head = noun };
            else if (t < noun - 1 && tokens[t].Head == noun) mended[t] = tokens[t] with { Head = noun - 1 };
    }

    // A base form without "to", auxiliary or subject; or a noun that has a participle as its complement ("cease buying").
    private static bool IsBare(ImmutableArray<Token> tokens, int token)
    {
        var complement = false;
        for (var t = Math.Max(0, token - 6); t < Math.Min(tokens.Length, token + 4); t++)
        {
            if (tokens[t].Head != token) continue;
            if (tokens[t].Relation is "nsubj" or "nsubj:pass" or "aux" or "aux:pass" or "cop" or "det" or "mark") return false;
            complement |= tokens[t] is { Relation: "xcomp", Xpos: "VBG" };
        }

        return tokens[token] is { Upos: "VERB", Xpos: "VB" or "VBP" } || (tokens[token].Xpos == "NN" && complement);
    }

    // Hung on the verb that demands, on an earlier member, or on a participle of the list, which it cannot be joined to.
    private static bool Continues(ImmutableArray<Token> tokens, int token, int verb, int first, ImmutableArray<Token>.Builder? mended)
    {
        var head = tokens[token].Head;
        var above = mended?[head] ?? tokens[head];
        if (head == verb || (head > first && above is { Relation: "conj", Upos: "VERB" } && above.Head == first)) return true;
        if (tokens[head].Xpos is not "VBG" && head != first) return false;
        for (var (at, steps) = (head, 0); at > verb && steps < MostSteps; at = tokens[at].Head, steps++)
            if (tokens[at].Head == first || tokens[at].Head == verb) return true;
        return false;
    }

    private static bool IsEnd(in Token token) => token.Lemma is "." or "?" or "!" || token.Relation == "root";
}
