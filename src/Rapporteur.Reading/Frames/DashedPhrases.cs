using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends "full control of the valley — with the parts held by rebels — as a precondition" where what follows the second dash was hung on a word between the two.</summary>
internal static class DashedPhrases
{
    private const int LongestInsertion = 30;
    private const int MostSteps = 8;

    /// <summary>The tokens with such words hung on what stands before the first dash.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens, string text)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var open = 1; open < tokens.Length; open++)
        {
            if (!IsDash(tokens[open], text) || Close(tokens, text, open) is not (> 0 and var close)) continue;
            for (var t = close + 1; t < tokens.Length && t <= close + LongestInsertion && tokens[t].Relation != "root" && !IsDash(tokens[t], text); t++)
                if (tokens[t] is { Relation: "obl" or "nmod", Head: var head } && head > open && head < close && Host(tokens, open, head) is >= 0 and var host)
                {
                    mended ??= tokens.ToBuilder();
                    mended[t] = tokens[t] with { Head = host, Relation = "nmod" };
                }

            open = close;
        }

        return mended?.MoveToImmutable() ?? tokens;
    }

    // The noun before the first dash with the nouns that it belongs to: "control" of "control of the valley".
    private static int Host(ImmutableArray<Token> tokens, int open, int inside)
    {
        var at = inside;
        for (var steps = 0; at >= 0 && at > open && steps < MostSteps; steps++) at = tokens[at].Head;
        if (at < 0 || at > open || tokens[at].Upos is not ("NOUN" or "PROPN")) return -1;
        for (var steps = 0; steps < MostSteps && tokens[at] is { Relation: "nmod", Head: >= 0 and var up } && up < at && tokens[up].Upos is "NOUN" or "PROPN"; steps++) at = up;
        return at;
    }

    private static int Close(ImmutableArray<Token> tokens, string text, int open)
    {
        for (var t = open + 2; t < tokens.Length && t <= open + LongestInsertion; t++)
        {
            if (IsDash(tokens[t], text)) return t;
            if (tokens[t].Lemma is "." or "?" or "!") return -1;
        }

        return -1;
    }

    // The lemma of a dash is that of a hyphen.
    private static bool IsDash(in Token token, string text) => token.Upos == "PUNCT" && token.Span.Length is 1 or 2 && (text[token.Span.Start] is '—' or '–' || (token.Span.Length == 2 && text[token.Span.Start] == '-'));
}
