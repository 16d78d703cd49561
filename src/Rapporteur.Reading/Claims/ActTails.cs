using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Cuts off what a sentence adds behind an act: "…, which …", "…, citing …", "… unless …", "… because …". The act is what is asked for, promised or done; why and on what condition is none of it.</summary>
internal static class ActTails
{
    private const int LeastWords = 2;

    /// <summary>The words of an act without its tail.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="type">Type of the claim; judgements and incidents keep their words.</param>
    /// <param name="head">Head of the act.</param>
    /// <param name="words">The act as far as its branch reaches.</param>
    public static TextSpan? Cut(ClaimScene scene, ClaimType type, int head, TextSpan? words)
    {
        if (words is not { } span || type is ClaimType.Assessment or ClaimType.Incident or ClaimType.Condition or ClaimType.Denial or ClaimType.Statement) return words;
        var first = scene.TokenFrom(span.Start);
        var end = scene.TokenFrom(span.End);
        for (var t = Math.Max(head + 1, first + LeastWords); t < end; t++)
            if (Begins(scene, t)) return WordSpans.Trim(scene.Trees, first, t - 1) ?? words;
        return words;
    }

    private static bool Begins(ClaimScene scene, int t)
    {
        var token = scene.Tokens[t];
        if (token is { Relation: "mark", Head: >= 0 } && scene.Tokens[token.Head].Relation == "advcl" && scene.Is(token.Lemma, "tail")) return true;
        if (token is { Relation: "case", Lemma: "despite" or "because" }) return true;
        if (t + 1 >= scene.Tokens.Length || scene.Document.Form(t) is not ("," or "—" or "–")) return false;
        var next = scene.Tokens[t + 1];
        return next.Xpos is "WDT" or "WP" or "WP$" || (next.Upos is "ADV" or "SCONJ" && next.Lemma == "where") || (next.Xpos == "VBG" && next.Relation != "case" && next.Lemma != "include");
    }
}
